"""A drainage system with its areas and a rain, written as an input file of the EPA SWMM 5 engine (.inp)."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsGeometry

from ..hydrology.drainage.network import IMPLICIT, Network
from ..hydrology.drainage.swmm import (
    CONDUIT,
    GROUND_SLOPE,
    HAZEN_WILLIAMS,
    LEAST_GROUND_SLOPE,
    LINK,
    MAIN,
    NODE,
    OVOID,
    PUMP,
    PUMP_DEPTH,
    ZONE,
    Note,
    SwmmNetwork,
    subcatchment_width,
)
from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress, silent
from ..hydrology.storm.hyetograph import Hyetograph
from .catchments import Catchments
from .swmm_names import SafeNames
from .system import DrainageSystem
from .vectors import some

# Own choices, all of them.
SURFACE_ROUGHNESS = 0.013  # Manning's n of hard ground, as of smooth concrete; it delays the runoff
GREEN_ROUGHNESS = 0.15  # of the rest of a zone, from which nothing runs off
ABSORBED = 1000.0  # mm/h that this rest takes at least: more than it rains
ROUTING_STEP, WET_STEP, REPORT_STEP = 2, 30, 60  # s
MOST_ENTRIES = 100_000  # of the rain's series
GAGE, SERIES, CURVE = "RAIN", "STORM", "CURVE"
OPTIONS = (
    *(("FLOW_UNITS", "LPS"), ("INFILTRATION", "HORTON"), ("FLOW_ROUTING", "DYNWAVE"), ("LINK_OFFSETS", "ELEVATION")),
    *(("MIN_SLOPE", "0"), ("ALLOW_PONDING", "NO"), ("SKIP_STEADY_STATE", "NO"), ("INERTIAL_DAMPING", "PARTIAL")),
    *(("NORMAL_FLOW_LIMITED", "BOTH"), ("FORCE_MAIN_EQUATION", "H-W"), ("VARIABLE_STEP", "0.75")),
    *(("LENGTHENING_STEP", "0"), ("MIN_SURFAREA", "1.167"), ("MAX_TRIALS", "8"), ("HEAD_TOLERANCE", "0.0015")),
    *(("MINIMUM_STEP", "0.5"), ("THREADS", "1"), ("SURCHARGE_METHOD", "SLOT")),
)


@dataclass
class SwmmModel:
    """What `write_swmm` wants. stage : float64 (nodes,), m, of the receiving water at outfalls, NaN = free."""

    system: DrainageSystem
    network: SwmmNetwork
    zones: Catchments
    coefficient: np.ndarray
    rain: Hyetograph
    stage: np.ndarray
    roughness: float
    after: float  # min, from the end of the rain
    longest: float  # m, of flow over the ground
    unit: float = 1.0  # metres per unit of the coordinates
    title: Sequence[str] = ()


@dataclass
class Written:
    """How much was written, and the lines for the log and the warnings."""

    subcatchments: int = 0
    junctions: int = 0
    outfalls: int = 0
    conduits: int = 0
    pumps: int = 0
    area: float = 0.0
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def write_swmm(path: str, model: SwmmModel, progress: Progress | None = None) -> Written:
    """Write the file. Raises HydrologyError if no area drains to an exported node, or if it cannot be written."""
    text, written = _Writer(model, silent(progress)).text()
    silent(progress).update(0.9)
    try:
        with open(path, "w", encoding="ascii", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise HydrologyError(f"Cannot write {path}: {error.strerror or error}. Is the disk full?") from error
    return written


def rain_series(rain: Hyetograph) -> tuple[int, list[tuple[int, float]]]:
    """(interval in s, [(s, mm/h)]): the rain in even intervals, as the engine wants it, with a 0 at its end.

    Raises HydrologyError for steps of no whole seconds.
    """
    edges = np.round(rain.edges_s).astype(np.int64)
    if np.abs(rain.edges_s - edges).max() > 1e-3:
        raise HydrologyError("The steps of the rain must be whole seconds: the SWMM engine knows no others.")
    rates = rain.rates * 3.6e6
    wet = np.flatnonzero(rates > 0)
    if not wet.size:
        raise HydrologyError("The rain holds no water: a model of it would stay dry.")
    last = int(wet[-1]) + 1
    edges, rates = edges[: last + 1], rates[:last]
    interval = math.gcd(*np.diff(edges).tolist())
    count = int((edges[-1] - edges[0]) // interval)
    if count > MOST_ENTRIES:
        raise HydrologyError(
            f"The steps of the rain are so uneven that they make {count:,} intervals of {interval} s, above "
            f"{MOST_ENTRIES:,}: give even steps."
        )
    entries = [
        (second, rate)
        for first, end, rate in zip(edges[:-1].tolist(), edges[1:].tolist(), rates.tolist())
        for second in range(first, end, interval)
    ]
    return interval, [*entries, (int(edges[-1]), 0.0)]


class _Writer:
    """The sections of one file, each made by a method of its name."""

    def __init__(self, model: SwmmModel, progress: Progress) -> None:
        self.progress = progress
        self.model, self.made, self.zones = model, model.network, model.zones
        self.network: Network = model.system.network
        self.notes = list(self.made.notes)
        self.written = Written()
        self.nodes, self.links, self.areas = SafeNames(), SafeNames(), SafeNames()
        self.node_name: dict[int, str] = {}
        self.ends: dict[int, list[str]] = {}  # of each outfall the names of it and of its twins
        self.link_name: dict[int, str] = {}
        self.zone_name: dict[int, str] = {}

    def text(self) -> tuple[str, Written]:
        self._choose_zones()
        self._name()
        self.interval, self.series = rain_series(self.model.rain)
        sections = [
            self._title(), self._options(), _section("EVAPORATION", "Type Parameters", [("CONSTANT", "0.0")]),
            self._gages(), *self._subcatchments(), self._junctions(), self._outfalls(), self._conduits(),
            *self._pumps(), self._sections(), self._series(),
            _section("REPORT", "Option Value", [("INPUT", "NO"), ("CONTROLS", "NO"), ("SUBCATCHMENTS", "ALL"),
                                                ("NODES", "ALL"), ("LINKS", "ALL")]),
            *self._map(),
        ]  # fmt: skip
        self._tell()
        return "\n".join(sections[:1] + [self._comments()] + sections[1:]), self.written

    # What goes in, and under which name

    def _choose_zones(self) -> None:
        zones, node = self.zones, self.zones.node
        reached = (node >= 0) & np.append(self.made.used, False)[node]
        beside = reached & np.append(self.network.is_outfall, False)[node]
        has_area = zones.area > 0
        self.chosen = np.flatnonzero(reached & ~beside & has_area)
        self._note("zones drain to no node that pipes reach: left out", np.flatnonzero(~reached))
        self._note("zones drain to an outfall itself and load no pipe: left out", np.flatnonzero(beside))
        self._note("zones have no area: left out", np.flatnonzero(reached & ~beside & ~has_area))
        if not self.chosen.size:
            raise HydrologyError(
                "No area drains to a node of the pipes, so nothing would flow: make ZONES with LEVEL inlet or node, "
                "give the INLETS, MANHOLES and OUTFALLS to which they belong, or correct the ends of the pipes (see "
                "networkcheck)."
            )
        self.written.area = float(zones.area[self.chosen].sum())

    def _name(self) -> None:
        nodes, pipes = self.network.nodes, self.network.pipes
        for i in np.flatnonzero(self.made.used).tolist():
            kind = "O" if self.network.is_outfall[i] else "J" if nodes.kind[i] == IMPLICIT else "N"
            self.node_name[i] = self.nodes.name(nodes.id[i], f"{kind}{i if kind == 'J' else nodes.fid[i]}")
        for pipe, twin in zip(self.made.pipe.tolist(), self.made.twin.tolist()):
            self.link_name[pipe] = self.links.name(pipes.id[pipe], f"P{pipes.fid[pipe]}")
            end = int(self.network.end[pipe])
            if self.network.is_outfall[end]:
                own = self.node_name[end]
                self.ends.setdefault(end, []).append(self.nodes.name(None, own) if twin else own)
        for node in self.node_name.values():  # the engine would take a zone of a node's name for its outlet
            self.areas.name(None, node)
        for k in self.chosen.tolist():
            self.zone_name[k] = self.areas.name(str(self.zones.id[k]), f"{k + 1}", "S")

    def _note(self, text: str, which: np.ndarray, about: str = ZONE) -> None:
        if which.size:
            self.notes.append(Note(text, about, which))

    # The sections

    def _title(self) -> str:
        lines = [*self.model.title, f"{self.model.rain.total_mm:.2f} mm of rain on {self.written.area / 1e4:.3f} ha."]
        return "\n".join(["[TITLE]", *(_ascii(line) for line in lines), ""])

    def _options(self) -> str:
        end = math.ceil(self.series[-1][0] / 60 + self.model.after)
        days, minutes = divmod(end, 1440)
        date = np.datetime64("2000-01-01") + days
        year, month, day = str(date).split("-")
        start, stop = ("01/01/2000", "00:00:00"), (f"{month}/{day}/{year}", _clock(60 * minutes))
        steps = (("REPORT_STEP", REPORT_STEP), ("WET_STEP", min(WET_STEP, self.interval)), ("DRY_STEP", WET_STEP))
        rows = [
            *OPTIONS, ("START_DATE", start[0]), ("START_TIME", start[1]), ("REPORT_START_DATE", start[0]),
            ("REPORT_START_TIME", start[1]), ("END_DATE", stop[0]), ("END_TIME", stop[1]),
            *((name, _clock(seconds)) for name, seconds in steps), ("ROUTING_STEP", f"{ROUTING_STEP}"),
        ]  # fmt: skip
        return _section("OPTIONS", "Option Value", rows)

    def _gages(self) -> str:
        row = (GAGE, "INTENSITY", _clock(self.interval), "1.0", "TIMESERIES", SERIES)
        return _section("RAINGAGES", "Name Format Interval SCF Source Series", [row])

    def _subcatchments(self) -> list[str]:
        k, zones = self.chosen, self.zones
        slope = zones.slope[k]
        unknown, gentle = np.isnan(slope), slope < LEAST_GROUND_SLOPE
        text = f"zones have no known slope: taken at {100 * GROUND_SLOPE:g} %"
        self._note(text, k[unknown])
        text = f"zones are nearly level: taken at {100 * LEAST_GROUND_SLOPE:g} %"
        self._note(text, k[gentle])
        slope = np.where(unknown, GROUND_SLOPE, np.maximum(slope, LEAST_GROUND_SLOPE))
        farthest = np.full(k.size, np.nan)
        for done, i in enumerate(k.tolist()):
            if done % 1000 == 0:
                self.progress.update(0.5 * done / k.size)
            farthest[done] = self._farthest(i)
        text = "zones have no outline, or their outlet no place: as wide as the root of the area"
        self._note(text, k[np.isnan(farthest)])
        width = subcatchment_width(zones.area[k], farthest, self.model.longest)
        names = [self.zone_name[i] for i in k.tolist()]
        outlets = [self.node_name[n] for n in zones.node[k].tolist()]
        hard = 100 * self.model.coefficient[k]
        absorbed = max(ABSORBED, 2 * max(rate for _, rate in self.series))
        self.written.subcatchments = len(names)
        return [
            _section(
                "SUBCATCHMENTS", "Name Gage Outlet Area_ha Imperv_% Width_m Slope_% CurbLen",
                ((name, GAGE, outlet, f"{area / 1e4:.6f}", f"{share:.3f}", f"{wide:.3f}", f"{100 * fall:.3f}", "0")
                 for name, outlet, area, share, wide, fall in zip(names, outlets, zones.area[k], hard, width, slope)),
            ),
            _section(
                "SUBAREAS", "Name N-Imperv N-Perv S-Imperv S-Perv PctZero RouteTo",
                ((name, SURFACE_ROUGHNESS, GREEN_ROUGHNESS, 0, 0, 100, "OUTLET") for name in names),
            ),
            _section(
                "INFILTRATION", "Name MaxRate MinRate Decay DryTime MaxInfil",
                ((name, f"{absorbed:g}", f"{absorbed:g}", 4, 7, 0) for name in names),
            ),
        ]  # fmt: skip

    def _farthest(self, zone: int) -> float:
        """m, from where the water of a zone enters to the farthest point of its outline; NaN = not known."""
        inlet = self.zones.inlet[zone]
        place = self.model.system.inlets.xy[inlet] if inlet >= 0 else self.network.nodes.xy[self.zones.node[zone]]
        vertices = [(point.x(), point.y()) for point in self.zones.shape[zone].vertices()]
        if not vertices or not np.isfinite(place).all():
            return math.nan
        return float(np.hypot(*(np.array(vertices) - place).T).max()) * self.model.unit

    def _junctions(self) -> str:
        made = self.made
        which = np.flatnonzero(made.used & ~self.network.is_outfall).tolist()
        self.written.junctions = len(which)
        rows = ((self.node_name[i], f"{made.invert[i]:.3f}", f"{made.depth[i]:.3f}", 0, 0, 0) for i in which)
        return _section("JUNCTIONS", "Name Invert_m MaxDepth_m InitDepth SurDepth Aponded", rows)

    def _outfalls(self) -> str:
        rows = []
        free = []
        for i in np.flatnonzero(self.made.used & self.network.is_outfall).tolist():
            stage = self.model.stage[i]
            kind = ("FREE", "") if np.isnan(stage) else ("FIXED", f"{stage:.3f}")
            free += [i] if np.isnan(stage) else []
            rows += [(name, f"{self.made.invert[i]:.3f}", *kind, "NO") for name in self.ends[i]]
        self.written.outfalls = len(rows)
        text = "outfalls have no receiving level: they flow out freely"
        self._note(text, np.array(free, np.int64), NODE)
        return _section("OUTFALLS", "Name Invert_m Type Stage_m Gated", rows)

    def _ends(self, k: int) -> tuple[str, str]:
        pipe = int(self.made.pipe[k])
        end = int(self.network.end[pipe])
        below = self.ends[end][int(self.made.twin[k])] if self.network.is_outfall[end] else self.node_name[end]
        return self.node_name[int(self.network.start[pipe])], below

    def _conduits(self) -> str:
        made = self.made
        which = np.flatnonzero(made.kind == CONDUIT).tolist()
        self.written.conduits = len(which)
        rows = (
            (
                *(self.link_name[int(made.pipe[k])], *self._ends(k), f"{made.length[k]:.2f}"),
                *(f"{self.model.roughness:g}", f"{made.start_z[k]:.3f}", f"{made.end_z[k]:.3f}", 0, 0),
            )
            for k in which
        )
        return _section("CONDUITS", "Name Node1 Node2 Length_m n InOffset_m OutOffset_m InitFlow MaxFlow", rows)

    def _pumps(self) -> list[str]:
        made = self.made
        which = np.flatnonzero(made.kind == PUMP).tolist()
        self.written.pumps = len(which)
        if not which:
            return []
        names = [self.link_name[int(made.pipe[k])] for k in which]
        curves = SafeNames()
        curve = [curves.name(None, f"{CURVE}_{name}") for name in names]
        rows = ((name, *self._ends(k), own, "ON", 0, 0) for name, own, k in zip(names, curve, which))
        points = (
            point
            for own, k in zip(curve, which)
            for point in ((own, "PUMP4", 0, 0), (own, "", PUMP_DEPTH, f"{made.rate[k]:.3f}"))
        )
        return [
            _section("PUMPS", "Name Node1 Node2 Curve Status Startup Shutoff", rows),
            _section("CURVES", "Name Type Depth_m Flow_lps", points),
        ]

    def _sections(self) -> str:
        made = self.made
        rows = []
        for k in np.flatnonzero(made.kind == CONDUIT).tolist():
            shape = made.shape[k]
            second = HAZEN_WILLIAMS if shape == MAIN else made.width[k] if shape not in ("CIRCULAR", OVOID) else 0
            rows.append((self.link_name[int(made.pipe[k])], shape, f"{made.height[k]:.4g}", f"{second:.4g}", 0, 0, 1))
        return _section("XSECTIONS", "Link Shape Height_m Geom2 Geom3 Geom4 Barrels", rows)

    def _series(self) -> str:
        rows = ((SERIES, _clock(second), f"{rate:.5f}") for second, rate in self.series)
        return _section("TIMESERIES", "Name Time Rate_mmh", rows)

    def _map(self) -> list[str]:
        nodes, pipes = self.network.nodes, self.network.pipes
        places = [(self.node_name[i], nodes.xy[i]) for i in self.node_name]
        places += [(name, nodes.xy[end]) for end, names in self.ends.items() for name in names[1:]]
        places = [(name, xy) for name, xy in places if np.isfinite(xy).all()]
        lines, bends = pipes.lines(), []
        for pipe in self.made.pipe.tolist():
            inner = lines[pipe][::-1] if self.network.against[pipe] else lines[pipe]
            bends += [(self.link_name[pipe], xy) for xy in inner[1:-1] if np.isfinite(xy).all()]
        corners = [(self.zone_name[k], xy) for k in self.chosen.tolist() for xy in _outline(self.zones.shape[k])]
        every = np.array([xy for _, xy in (*places, *corners)] or [(0.0, 0.0)])
        low, high = every.min(axis=0), every.max(axis=0)
        box = [f"{value:.3f}" for value in (*low, *high)]
        header = "Name X Y"
        return [
            _section("MAP", "", [("DIMENSIONS", *box), ("UNITS", "Meters" if self.model.unit == 1 else "None")]),
            _section("COORDINATES", header, _placed(places)),
            _section("VERTICES", header, _placed(bends)),
            _section("Polygons", header, _placed(corners)),
            _section("SYMBOLS", header, _placed([(GAGE, (low + high) / 2)])),
        ]

    # What is told

    def _tell(self) -> None:
        labels = {LINK: self.network.pipes.label, NODE: self.network.nodes.label, ZONE: lambda k: self.zones.id[k]}
        for note in self.notes:
            names = some([labels[note.about](i) for i in note.which.tolist()])
            self.written.warnings.append(f"SWMM: {note.which.size} {note.text}: {names}.")
        changed = {**self.nodes.changed, **self.links.changed, **self.areas.changed}
        if changed:
            pairs = some([f"{old} -> {new}" for old, new in changed.items()])
            self.written.warnings.append(f"SWMM: {len(changed)} names were changed to fit the engine: {pairs}.")
        self.written.log += [f"SWMM: {line}" for line in self._defaults()]

    def _defaults(self) -> list[str]:
        """What holds for all elements."""
        return [
            "levels (LINK_OFFSETS ELEVATION) and lengths in m, flows in L/s, areas in ha, rain in mm/h.",
            f"%Imperv is the runoff coefficient; the hard part has n = {SURFACE_ROUGHNESS:g} and holds nothing back, "
            f"the rest (n = {GREEN_ROUGHNESS:g}) takes all rain ({ABSORBED:g} mm/h or more), so that the runoff is the "
            "coefficient times the rain.",
            "the width of a zone is its area over the distance from its outlet to the farthest point of its outline, "
            f"at most {self.model.longest:g} m.",
            f"the pipes have n = {self.model.roughness:g}; no losses at bends, entries and exits.",
            f"dynamic wave in steps of {ROUTING_STEP} s at most, full pipes with a slot (SURCHARGE_METHOD SLOT, of the "
            "engine 5.1.013 and later); water that rises above the ground is lost (ALLOW_PONDING NO).",
            "a polygon of several parts is drawn by its largest; no other figure depends on it.",
        ]

    def _comments(self) -> str:
        names = {LINK: self.link_name, NODE: self.node_name, ZONE: self.zone_name}
        labels = {LINK: self.network.pipes.label, NODE: self.network.nodes.label, ZONE: lambda k: self.zones.id[k]}
        lines = ["What the layers did not say, and what was taken instead. Own choices; change what you know better."]
        lines += [f"- {line}" for line in self._defaults()]
        for note in self.notes:
            known = [names[note.about].get(i) or labels[note.about](i) for i in note.which.tolist()]
            lines.append(f"- {len(known)} {note.text}: {', '.join(map(str, known))}.")
        for what, given in (("node", self.nodes), ("link", self.links), ("zone", self.areas)):
            lines += [f'- the {what} {new} is "{old}" in the layers.' for old, new in given.changed.items()]
        wrapped = (part for line in lines for part in textwrap.wrap(_ascii(line), 110, subsequent_indent="  "))
        return "\n".join([*(f";; {line}" for line in wrapped), ""])


def _section(name: str, header: str, rows: Iterable[Sequence]) -> str:
    lines = [f"[{name}]"]
    if header:
        lines.append(";;" + " ".join(f"{word:<14}" for word in header.split()).rstrip())
    lines += (" ".join(f"{value!s:<16}" for value in row).rstrip() for row in rows)
    return "\n".join([*lines, ""])


def _placed(rows: Iterable[tuple[str, np.ndarray]]) -> Iterable[tuple[str, str, str]]:
    return ((name, f"{xy[0]:.3f}", f"{xy[1]:.3f}") for name, xy in rows)


def _outline(shape: QgsGeometry) -> list[tuple[float, float]]:
    """The outer ring of the largest part, its last vertex, which repeats the first, left out."""
    if shape.isNull():
        return []
    parts = shape.asMultiPolygon() if shape.isMultipart() else [shape.asPolygon()]
    rings = [part[0] for part in parts if part]
    if not rings:
        return []
    largest = max(rings, key=lambda ring: QgsGeometry.fromPolygonXY([ring]).area())
    return [(point.x(), point.y()) for point in largest[:-1]]


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _ascii(text: str) -> str:
    """Text as the file holds it: other characters by their code."""
    return text.encode("ascii", "backslashreplace").decode("ascii")
