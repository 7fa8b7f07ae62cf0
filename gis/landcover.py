"""Land cover: which runoff coefficient or curve number each cell has, of polygons or of a raster of classes."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsWkbTypes,
)

from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress
from .network import number_of
from .presets import landcover
from .raster import Dem, burn, read_matching
from .vectors import geometries, some

COEFFICIENT, CURVE_NUMBER, CLASS, SOIL = "COEFFICIENT", "CURVE_NUMBER_FIELD", "CLASS_FIELD", "SOIL_FIELD"
LAND_FIELDS: dict[str, tuple[str, ...]] = {
    COEFFICIENT: (
        *("runoff_coefficient", "runoff_c", "coefficient", "runoff_coef", "runoffcoef", "coeff", "psi"),
        *("径流系数", "雨量径流系数"),
    ),
    CURVE_NUMBER: ("curve_number", "curve_num", "curve_no", "cn", "cn_value", "曲线数", "径流曲线数", "cn值"),
    CLASS: (
        *("land_cover", "landcover", "land_use", "landuse", "lulc", "class", "class_name", "cover", "surface"),
        *("fclass", "type", "code", "下垫面", "下垫面类型", "土地覆盖", "土地利用", "地类名称", "地类", "用地类型"),
        *("用地性质", "dlmc", "类型"),
    ),
    SOIL: ("soil_group", "hsg", "hydgrp", "hydrologic_group", "soil", "水文土壤组", "土壤水文组", "土壤组", "土壤类型"),
}
"""Usual names of the fields of land cover, most telling first; docs/fields.md lists them."""
FIRST_PRESET, RASTER_PRESET, NUMBERS = "surface_volume", "worldcover", "scs"
SOIL_GROUPS = ("A", "B", "C", "D")
UNVERIFIED = "unverified"
_MOST_CODES = 1000  # of a raster of classes; one with more holds something else


@dataclass(frozen=True)
class CoverClass:
    """A class of a preset: `values` by soil group, or one for "" where it does not matter."""

    id: str
    name: str
    values: Mapping[str, float]
    source: str
    sure: str

    def value(self, soil: str) -> float:
        """Of a soil group; NaN where the class needs one and it is not known."""
        if len(set(self.values.values())) == 1:
            return next(iter(self.values.values()))
        return self.values.get(soil, math.nan)


@dataclass(frozen=True)
class CoverPreset:
    """A table of resources/presets/landcover.json: what each class of land cover has."""

    id: str
    source: str
    sure: str
    classes: Mapping[str, CoverClass]  # by every name that it goes by

    def find(self, text: str) -> CoverClass | None:
        """The class of an id, a name in either language, or an alias."""
        return self.classes.get(_plain(text))

    @property
    def known(self) -> str:
        """All ids, for a message."""
        return ", ".join(dict.fromkeys(one.id for one in self.classes.values()))


@dataclass
class Cover:
    """The land cover of a DEM: the piece of land of each cell, int32 (0 = none), and the value of each piece.

    values : float64, of piece k at k; that at 0 is the default, NaN where none is given. log, warnings : what to tell.
    tag : what the values are and where they are from, for the raster's tags.
    """

    piece: np.ndarray
    values: np.ndarray
    tag: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What is looked for: runoff coefficients (`numbers` no) or curve numbers, and what the user said of it.

    field : that of the values, "" for a usual name, or a preset's id. classes, soil : fields of the class and of the
    soil group, "" for usual names. group : the soil group of all land, "" if not said. default : NaN if not given.
    """

    numbers: bool
    field: str = ""
    classes: str = ""
    soil: str = ""
    group: str = ""
    default: float = math.nan

    @property
    def word(self) -> str:
        return "curve number" if self.numbers else "runoff coefficient"

    @property
    def default_name(self) -> str:
        return "DEFAULT_CURVE_NUMBER" if self.numbers else "DEFAULT_COEFFICIENT"

    def check(self, value: float, what: str) -> float:
        """`value`, or HydrologyError if it is no number of this kind."""
        if self.numbers and not 0 < value <= 100:
            raise HydrologyError(f"{what} has the curve number {value:g}: it must be above 0 and not above 100.")
        if not self.numbers and not 0 <= value <= 1:
            raise HydrologyError(f"{what} has the runoff coefficient {value:g}: it must lie within 0 and 1.")
        return value


@functools.cache
def cover_presets(numbers: bool) -> dict[str, CoverPreset]:
    """The presets of runoff coefficients, or of curve numbers, by id."""
    found = {}
    for name, about in landcover()["curve_numbers" if numbers else "coefficients"].items():
        by_name: dict[str, CoverClass] = {}
        for key, said in about["classes"].items():
            values = said["values"] if numbers else {"": said["value"]}
            one = CoverClass(key, said["name"], values, said["source"], said["sure"])
            for text in (key, said["name"], said["name_zh"], *said["aliases"]):
                by_name.setdefault(_plain(text), one)
        found[name] = CoverPreset(name, about["source"], about["sure"], by_name)
    return found


def no_cover(dem: Dem, wanted: Wanted) -> Cover:
    """The default everywhere."""
    if math.isnan(wanted.default):
        raise HydrologyError(
            f"Neither LAND nor LAND_RASTER is given: give one, or {wanted.default_name} for all of the DEM."
        )
    return Cover(np.zeros(dem.grid.shape, np.int32), np.array([wanted.default]), {"default": f"{wanted.default:g}"})


def read_cover(
    source: QgsProcessingFeatureSource,
    dem: Dem,
    wanted: Wanted,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Cover:
    """The land cover of the polygons LAND; a cell belongs to the one that covers its centre, of several the smallest.

    Raises HydrologyError that names the feature whose value or class cannot be used, if it covers a cell of the DEM.
    """
    names, layer = source.fields().names(), f"LAND {source.sourceName()}"
    columns = _columns(names, wanted, layer)
    skipped: list[int] = []
    rows, shapes = [], []
    total = max(source.featureCount(), 1)
    for number, (feature, geometry) in enumerate(geometries(source, dem.crs, context, skipped)):
        if number % 500 == 0:
            progress.update(0.3 * min(number / total, 1))
        if geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            skipped.append(feature.id())
            continue
        rows.append((feature.id(), [None if c is None else _text(feature[c]) for c in columns]))
        shapes.append((geometry.area(), bytes(geometry.asWkb())))
    order = sorted(range(len(shapes)), key=lambda k: -shapes[k][0])  # the smaller is drawn later
    grid = dem.grid
    piece = burn(grid, ((shapes[k][1], k + 1) for k in order), progress=progress.part(0.3, 0.6))
    times = burn(grid, ((wkb, 1) for _, wkb in shapes), progress=progress.part(0.6, 0.9), add=True)
    several = int(np.count_nonzero((times > 1) & grid.valid))
    del times  # frees its memory
    used = np.bincount(piece[grid.valid], minlength=len(rows) + 1) > 0
    cover = Cover(piece, np.full(len(rows) + 1, np.nan))
    cover.values[0] = wanted.default
    if skipped:
        cover.warnings.append(f"LAND: {len(skipped)} features without a usable polygon left out: {some(skipped)}.")
    if several:
        cover.warnings.append(
            f"LAND: {several:,} cells lie in more than one polygon; there the smallest of them counts."
        )
    if not used[1:].any():
        cover.warnings.append(f"LAND: no polygon of {source.sourceName()} covers the centre of a cell of the DEM.")
    _fill(cover, rows, used, columns, wanted, layer)
    progress.update(1)
    return cover


def read_cover_raster(layer: QgsRasterLayer, dem: Dem, wanted: Wanted, progress: Progress) -> Cover:
    """The land cover of LAND_RASTER, whose codes are classes of a preset. HydrologyError names a code that is none."""
    codes = read_matching(layer, 1, dem.grid, "LAND_RASTER", progress.part(0, 0.6))
    codes[~dem.grid.valid] = np.nan
    known = np.zeros(0)
    parts = progress.part(0.6, 1)
    for first, last in parts.part(0, 0.5).blocks(*codes.shape):
        block = codes[first:last]
        known = np.union1d(known, block[~np.isnan(block)])
        if known.size > _MOST_CODES:
            raise HydrologyError(
                f"LAND_RASTER {layer.name()} holds more than {_MOST_CODES:,} values: give a raster of class codes."
            )
    piece = np.zeros(codes.shape, np.int32)
    for first, last in parts.part(0.5, 1).blocks(*codes.shape):
        block = codes[first:last]
        have = ~np.isnan(block)
        piece[first:last][have] = np.searchsorted(known, block[have]) + 1
    cover = Cover(piece, np.full(known.size + 1, np.nan))
    cover.values[0] = wanted.default
    preset = _preset_of(wanted, NUMBERS if wanted.numbers else RASTER_PRESET)
    if preset is None:
        raise HydrologyError(
            f'COEFFICIENT: there is no preset "{wanted.field}": with LAND_RASTER it is one of '
            f"{', '.join(cover_presets(wanted.numbers))}."
        )
    taken: dict[str, CoverClass] = {}
    for k, code in enumerate(known):
        text = f"{code:g}"
        cover.values[k + 1] = _class_value(
            preset, text, wanted, wanted.group, f"LAND_RASTER {layer.name()} holds", "and", taken
        )
    _tell_preset(cover, preset, taken, wanted)
    return cover


def uncovered(cover: Cover, dem: Dem, wanted: Wanted) -> int:
    """How many cells with elevations take the default. HydrologyError if there are some and no default is given."""
    bare = int(np.count_nonzero((cover.piece == 0) & dem.grid.valid))
    if bare and math.isnan(wanted.default):
        raise HydrologyError(
            f"{bare:,} cells of the DEM have no land cover: give {wanted.default_name} for them, or land cover there."
        )
    return bare


def _columns(names: Sequence[str], wanted: Wanted, layer: str) -> list[str | None]:
    """The fields of the value, the class and the soil group; those that are not needed are None."""
    asked = CURVE_NUMBER if wanted.numbers else COEFFICIENT
    preset = _preset_of(wanted, "")
    # A class field that is named asks for a preset, whatever other fields there are.
    value = None if wanted.classes and not wanted.field else _field(names, asked, wanted.field)
    if wanted.field and value is None and preset is None:
        presets = f" and no preset; the presets are {', '.join(cover_presets(False))}" if not wanted.numbers else ""
        raise HydrologyError(
            f'{asked}: "{wanted.field}" is no field of {layer}{presets}; its fields are {", ".join(names) or "none"}.'
        )
    if value is not None:
        return [value, None, None]
    kind, soil = _field(names, CLASS, wanted.classes), _field(names, SOIL, wanted.soil)
    if kind is None:
        raise HydrologyError(
            f"{layer} has neither a field of the {wanted.word} nor one of the class: name one by {asked} or "
            f"CLASS_FIELD; its fields are {', '.join(names) or 'none'}."
        )
    return [None, kind, soil if wanted.numbers else None]


def _field(names: Sequence[str], parameter: str, given: str) -> str | None:
    by_lower = {name.lower(): name for name in reversed(names)}
    if given:
        return given if given in names else by_lower.get(given.lower())
    return next((by_lower[usual] for usual in LAND_FIELDS[parameter] if usual in by_lower), None)


def _fill(
    cover: Cover, rows: list[tuple[int, list[str | None]]], used: np.ndarray, columns: list[str | None],
    wanted: Wanted, layer: str,
) -> None:  # fmt: skip
    """The values of the polygons that cover a cell."""
    preset = None if columns[0] else _preset_of(wanted, NUMBERS if wanted.numbers else FIRST_PRESET)
    taken: dict[str, CoverClass] = {}
    empty = []
    for k, (fid, (value, kind, soil)) in enumerate(rows):
        if not used[k + 1]:
            continue
        what = f"{layer}: feature {fid}"
        if (value if columns[0] else kind) is None:
            if math.isnan(wanted.default):
                raise HydrologyError(
                    f"{what} has no value in the field {columns[0] or columns[1]}: fill it, or give "
                    f"{wanted.default_name}."
                )
            cover.values[k + 1] = wanted.default
            empty.append(fid)
        elif columns[0]:
            number = number_of(value)
            if number is None or math.isnan(number):
                raise HydrologyError(f'{what} has "{value}" in the field {columns[0]}: it must be a number.')
            cover.values[k + 1] = wanted.check(number, what)
        else:
            group = (soil or wanted.group).strip().upper()
            if group and group not in SOIL_GROUPS:
                raise HydrologyError(f'{what} has the soil group "{soil}": it must be one of A, B, C and D.')
            cover.values[k + 1] = _class_value(preset, kind, wanted, group, f"{what} has", "with", taken)
    if empty:
        cover.warnings.append(
            f"LAND: {len(empty)} features without a value take {wanted.default_name}: features {some(empty)}."
        )
    if preset is None:
        cover.log.append(f"LAND: the {wanted.word} of field {columns[0]}.")
        cover.tag = {"field": columns[0]}
    else:
        cover.log.append(
            f"LAND: the class of field {columns[1]}{f', the soil group of field {columns[2]}' if columns[2] else ''}."
        )
        _tell_preset(cover, preset, taken, wanted)


def _class_value(
    preset: CoverPreset, text: str, wanted: Wanted, group: str, what: str, joint: str, taken: dict[str, CoverClass]
) -> float:
    """The value of the class `text`, which goes to `taken`."""
    one = preset.find(text)
    if one is None:
        raise HydrologyError(
            f'{what} the class "{text}", which the preset {preset.id} does not know; it knows {preset.known}.'
        )
    value = one.value(group)
    if math.isnan(value):
        raise HydrologyError(
            f'{what} the class "{text}", whose curve number depends on the soil: give SOIL_GROUP'
            f"{' or SOIL_FIELD' if joint == 'with' else ''}."
        )
    taken[one.id] = one
    return value


def _tell_preset(cover: Cover, preset: CoverPreset, taken: dict[str, CoverClass], wanted: Wanted) -> None:
    cover.log.append(f"Preset {preset.id}: {preset.source} Reliability: {preset.sure}.")
    for one in taken.values():
        values = [f"{v:g}" if not g else f"{g} {v:g}" for g, v in one.values.items()]
        cover.log.append(f"{one.id} ({one.name}): {wanted.word} {', '.join(values)}; {one.sure}: {one.source}")
    doubtful = [one.id for one in taken.values() if one.sure == UNVERIFIED]
    if doubtful:
        cover.warnings.append(
            f"Preset {preset.id}: UNVERIFIED 未核实 values of {', '.join(doubtful)}: compare them with local ones."
        )
    cover.tag = {"preset": preset.id, "source": preset.source, "sure": preset.sure}


def _preset_of(wanted: Wanted, otherwise: str) -> CoverPreset | None:
    """The preset that `wanted.field` names, or `otherwise` if it names none at all."""
    return cover_presets(wanted.numbers).get(wanted.field.lower() or otherwise)


def _text(value: object) -> str | None:
    """A value as text, None if there is none; the number 10.0 is 10."""
    if value is None or value == NULL:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def _plain(text: str) -> str:
    """A name in lower case, words parted by one blank."""
    return re.sub(r"[\s_]+", " ", str(text).strip().lower())
