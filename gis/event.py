"""What an event in time is given: the table of rain, inlets with what they and their pipes take, and pumps."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import NULL, QgsCoordinateTransformContext, QgsFeatureRequest, QgsProcessingFeatureSource

from ..hydrology.drainage.capacity import LEAST_SLOPE, Capacities, network_capacities, outfall_crowns, tailwater_factor
from ..hydrology.drainage.inlets import CAPACITIES, GRATE, inlet_type
from ..hydrology.drainage.network import Network
from ..hydrology.drainage.sharing import PipeLimits, network_limits
from ..hydrology.errors import HydrologyError
from ..hydrology.ponds.timeline import InletDrains, Pumps
from ..hydrology.storm.hyetograph import Hyetograph
from .collectors import receiving_levels
from .network import number_of, numbers_by_feature, pick_field
from .points import read_points
from .raster import Dem
from .system import DrainageLayers, DrainageSystem
from .vectors import some

TIME_FIELDS = ("t_min", "time_min", "minute", "minutes", "t", "time", "历时", "历时_min", "时间")
RAIN_FIELDS = ("rain_mm", "rain", "depth_mm", "precip_mm", "雨量", "雨量_mm", "降雨量", "降雨量_mm")
# What may follow a name; a time in hours is another field.
_IN_MINUTES = re.compile(r"\s*[(（\[]\s*(min|minutes|分|分钟)\s*[)）\]]\s*$")
_IN_MILLIMETRES = re.compile(r"\s*[(（\[]\s*(mm|毫米)\s*[)）\]]\s*$")


@dataclass
class Drains:
    """The inlets on the DEM with their names and capacities, the limits of their pipes, and what the user should
    read."""

    inlets: InletDrains | None = None
    names: list[str] = field(default_factory=list)
    limits: PipeLimits | None = None
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_hyetograph(source: QgsProcessingFeatureSource) -> Hyetograph:
    """The table of rain: a row per step with its start (min) and what falls from then to the next (mm)."""
    columns = hyetograph_fields(source)
    rows: list[list[float]] = []
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in source.getFeatures(request):
        given = [None if feature[name] == NULL else feature[name] for name in columns]
        if all(value is None or not str(value).strip() for value in given):
            continue  # a row without anything, as spreadsheets leave them at the end
        values = [number_of(value) for value in given]
        if any(value is None or math.isnan(value) for value in values):
            texts = " and ".join(f'{name} "{feature[name]}"' for name in columns)
            raise HydrologyError(f"HYETOGRAPH: row {len(rows) + 1} has {texts}: both must be numbers.")
        rows.append(values)
    table = np.array(rows, np.float64).reshape(-1, 2)
    try:
        return Hyetograph(table[:, 0], table[:, 1])
    except HydrologyError as error:
        raise HydrologyError(f"HYETOGRAPH: {error}") from None


def hyetograph_fields(source: QgsProcessingFeatureSource) -> list[str]:
    """The fields that hold the time (min) and the rain (mm)."""
    names = source.fields().names()
    return [
        _column(names, usual, unit, source.sourceName())
        for usual, unit in ((TIME_FIELDS, _IN_MINUTES), (RAIN_FIELDS, _IN_MILLIMETRES))
    ]


def _column(names: Sequence[str], usual: Sequence[str], unit: re.Pattern, layer: str) -> str:
    by_lower = {unit.sub("", name.lower()).strip(): name for name in reversed(names)}
    found = next((by_lower[name] for name in usual if name in by_lower), None)
    if found is None:
        raise HydrologyError(
            f"HYETOGRAPH: layer {layer} has no field {usual[0]}; its fields are {', '.join(names) or 'none'}."
        )
    return found


def inlet_capacities(
    text: str, source: QgsProcessingFeatureSource, fids: np.ndarray, default: float
) -> tuple[np.ndarray, list[str]]:
    """(capacity, warnings): L/s of each inlet by its feature id; INLET_CAPACITY is one number or a field of INLETS."""
    text = text.strip()
    single = number_of(text)
    if single is not None and not math.isnan(single):
        if single < 0:
            raise HydrologyError(f"INLET_CAPACITY must not be below 0: {single:g}.")
        return np.full(fids.size, single), []
    names = {name.lower(): name for name in source.fields().names()}
    if text.lower() not in names:
        raise HydrologyError(
            f'INLET_CAPACITY must be a number (L/s) or a field of INLETS, not "{text}"; the fields of '
            f"{source.sourceName()} are {', '.join(names.values())}."
        )
    by_fid = {fid: value for fid, value in numbers_by_feature(source, names[text.lower()]).items() if value >= 0}
    without = [fid for fid in dict.fromkeys(fids.tolist()) if fid not in by_fid]
    warnings = []
    if without:
        warnings.append(
            f"INLETS: {len(without)} inlets have no capacity of 0 or more in field {names[text.lower()]} and are taken "
            f"at {default:g} L/s: features {some(without)}."
        )
    return np.array([by_fid.get(fid, default) for fid in fids.tolist()], np.float64), warnings


def read_drains(
    system: DrainageSystem,
    z: np.ndarray,
    capacity: np.ndarray,
    roughness: float,
    unit: float,
    level: float | None,
    by_outfall: Mapping[str, float],
) -> Drains:
    """The inlets on the DEM as drains.

    An inlet whose ground lies at or below the receiving level is shut; the others at an outfall share what
    `tailwater_factor` leaves of it, for the mean of their ground.

    Parameters
    ----------
    z : elevations (m). capacity : L/s of each inlet, clogging counted. roughness : Manning's n of the pipes.
    unit : metres per unit of the coordinates. level, by_outfall : receiving level (m), of all or by outfall id.
    """
    on = np.flatnonzero(system.inlet_cells >= 0)
    cells = system.inlet_cells[on]
    names = [system.names[i] for i in on]
    capacity = capacity[on].copy()
    ground = z.reshape(-1)[cells].astype(np.float64)
    result = Drains(InletDrains(cells, capacity, np.full(on.size, -1)), names=names)
    network, outfall = system.network, np.full(on.size, -1)
    if network is not None:
        carried = network_capacities(network, roughness, unit)
        log, warnings = describe_capacities(network, carried, "they limit nothing")
        result.log += log
        result.warnings += warnings
        node, pipe = (part[on] for part in (system.connections.node, system.connections.pipe))
        enters_node = (pipe < 0) & (node >= 0)
        pipe[enters_node] = network.main_pipe[node[enters_node]]
        result.inlets.pipe[:] = pipe
        result.limits = network_limits(network, carried.capacity)
        last = np.append(network.end, -1)[np.append(result.limits.last, -1)[pipe]]  # -1: there is none
        outfall = np.where(np.append(network.is_outfall, False)[last], last, -1)
    if level is None and not by_outfall:
        return result
    labels = [network.nodes.label(i) if i >= 0 else "" for i in outfall]
    receiving = np.array([by_outfall.get(label, level) for label in labels], np.float64)
    shut = ground <= receiving
    capacity[shut] = 0.0
    if shut.any():
        lost = [names[i] for i in np.flatnonzero(shut)]
        result.warnings.append(
            f"{len(lost)} of {len(names)} inlets lie at or below the receiving level and take nothing: {some(lost)}."
        )
    if network is not None:
        factor = _outfall_factors(result, network, outfall, ground, receiving)
        result.limits = network_limits(network, carried.capacity, factor)
    return result


def drains_of(
    layers: DrainageLayers, system: DrainageSystem, dem: Dem, capacity: str, clogging: float, roughness: float,
    receiving: str,
) -> Drains:  # fmt: skip
    """The inlets of `layers`, which `system` holds, as drains; what the user should read is in the result, that of the
    system aside.

    Parameters
    ----------
    capacity : INLET_CAPACITY, a number (L/s) or a field. clogging : share of it that is left. roughness : Manning's n.
    receiving : RECEIVING_LEVEL, a level (m) or a field of the outfalls, "" for none.
    """
    most, warnings = inlet_capacities(capacity, layers.inlets, system.inlets.fid, CAPACITIES[GRATE])
    level, by_outfall, untold = receiving_levels(receiving, layers.outfalls, system.nodes)
    if by_outfall and system.network is None:
        raise HydrologyError(
            "RECEIVING_LEVEL names a field of OUTFALLS: PIPES are needed to tell whose inlets these are."
        )
    drains = read_drains(system, dem.z, most * clogging, roughness, dem.grid.unit, level, by_outfall)
    drains.warnings[:0] = [*warnings, *untold]
    return drains


def typed_capacities(
    source: QgsProcessingFeatureSource, fids: np.ndarray, given: str
) -> tuple[np.ndarray, list[str], list[str]]:
    """(capacity, log, warnings): L/s of each clean inlet by its feature id, after its type; a grate where that is not
    known. given : the field of the type, "" for one of a usual name."""
    name = pick_field(source.fields().names(), given, "INLET_TYPE", source.sourceName())
    usual = f"{CAPACITIES[GRATE]:g} L/s, as grates"
    if name is None:
        return np.full(fids.size, CAPACITIES[GRATE]), [f"INLETS: no field of the type; all are taken at {usual}."], []
    kinds = {f.id(): inlet_type(None if f[name] == NULL else str(f[name])) for f in source.getFeatures()}
    found = [kinds.get(fid) for fid in fids.tolist()]
    count = {kind: found.count(kind) for kind in CAPACITIES}
    log = [
        f"INLETS: by field {name} "
        + ", ".join(f"{count[kind]} {kind} ({value:g} L/s)" for kind, value in CAPACITIES.items())
        + "."
    ]
    without = [fid for fid, kind in zip(fids.tolist(), found) if kind is None]
    warnings = []
    if without:
        warnings.append(f"INLETS: {len(without)} of other types are taken at {usual}: features {some(without)}.")
    return np.array([CAPACITIES[kind or GRATE] for kind in found], np.float64), log, warnings


def describe_capacities(network: Network, carried: Capacities, unknown: str) -> tuple[list[str], list[str]]:
    """(log, warnings): what the pipes carry, and where that is a guess; `unknown` says what comes of not knowing it."""
    pipes, capacity = network.pipes, carried.capacity
    known = np.isfinite(capacity)
    log, warnings = [], []
    if known.any():
        low, middle, high = np.percentile(capacity[known], (0, 50, 100))
        log.append(
            f"PIPES: full-flow capacity of {known.sum()} of {known.size} pipes: {low:,.0f} to {high:,.0f} L/s, "
            f"median {middle:,.0f} L/s."
        )
    for wrong, what in (
        (~known & ~carried.pressure, f"have no size, no levels, or no shape of a gravity pipe: {unknown}"),
        (carried.pressure, f"end above their own top, as pressure mains do: {unknown}"),
        (carried.flat, f"rise, or fall by less than {LEAST_SLOPE:g}: they are taken at that slope"),
    ):
        if wrong.any():
            names = [pipes.label(i) for i in np.flatnonzero(wrong)]
            warnings.append(f"PIPES: {len(names)} of {known.size} pipes {what}: {some(names)}.")
    return log, warnings


def _outfall_factors(
    result: Drains, network: Network, outfall: np.ndarray, ground: np.ndarray, receiving: np.ndarray
) -> np.ndarray:
    """What the receiving water leaves of each node that is an outfall, 0..1."""
    factor = np.ones(len(network.nodes))
    crown = outfall_crowns(network)
    for node in np.unique(outfall[outfall >= 0]):
        above = outfall == node
        level = receiving[above][0]
        open_ground = ground[above & (ground > receiving)]
        name = network.nodes.label(node)
        if np.isnan(level):
            continue
        if not open_ground.size:
            factor[node] = 0.0
        elif np.isnan(crown[node]):
            result.warnings.append(
                f"Outfall {name}: no pipe with a level and a size ends there, so the receiving level does not slow it."
            )
        else:
            factor[node] = tailwater_factor(open_ground.mean(), crown[node], level)
        result.log.append(f"Outfall {name}: the receiving level {level:g} m leaves {factor[node]:.0%} of its flow.")
    return factor


def read_pumps(
    source: QgsProcessingFeatureSource, given: str | None, dem: Dem, context: QgsCoordinateTransformContext
) -> tuple[Pumps, list[str], list[str], list[str]]:
    """(pumps, names, log, warnings): the pumps on the DEM with a rate (m3/h) above 0; the others are named.

    Raises HydrologyError if none is left.
    """
    name = pick_field(source.fields().names(), given, "PUMP_RATE", source.sourceName())
    if name is None:
        names = ", ".join(source.fields().names()) or "none"
        raise HydrologyError(
            f"PUMPS: layer {source.sourceName()} has no field with the rate in m3/h, such as rate; its fields are "
            f"{names}."
        )
    points = read_points("PUMPS", source, dem, context)
    by_fid = {fid: value for fid, value in numbers_by_feature(source, name).items() if value > 0}
    works = np.array([fid in by_fid for fid in points.fids], bool)
    warnings = list(points.warnings)
    if not works.all():
        idle = [points.fids[i] for i in np.flatnonzero(~works)]
        warnings.append(
            f"PUMPS: {len(idle)} of {works.size} pumps have no rate above 0 in field {name} and are left out: "
            f"features {some(idle)}."
        )
    if not works.any():
        raise HydrologyError(
            f"PUMPS: no pump of layer {source.sourceName()} that lies on the DEM has a rate above 0 in field {name}."
        )
    log = [f"PUMPS: the rates (m3/h) are those of field {name}."]
    rate = np.array([by_fid[points.fids[i]] for i in np.flatnonzero(works)])
    return Pumps(points.cells[works], rate), [points.ids[i] for i in np.flatnonzero(works)], log, warnings


def idle(parameter: str, names: Sequence[str], taken: np.ndarray) -> list[str]:
    """A line about those that took nothing, which often lie a cell beside the water; none if all took some."""
    dry = [name for name, volume in zip(names, taken.tolist()) if volume <= 0]
    return [f"{parameter}: {len(dry)} of {len(names)} took no water: {some(dry)}."] if dry else []
