"""Write the sample town: town_dem.tif and town_drainage.gpkg.

The town is invented. A hill stands in the north-west, a flat centre falls gently to an open channel, a railway
embankment crosses from north to south with a sunken underpass below it, and a terrace edge closes the east.
The same seed gives the same files. Needs numpy and osgeo: python3 make_sample.py [folder].

Most of the design is written in the town's own frame (s to the east, t to the north, metres from the centre), which
is turned against the map by a few degrees so that no street runs along the cells.
"""

from __future__ import annotations

import math
import os
import sys
from dataclasses import dataclass, field

import numpy as np
from make_plan import (
    ARTERIAL_T,
    BLOCKS,
    CELL,
    CHANNEL_BED_HALF,
    CHANNEL_DEPTH,
    CHANNEL_SIDE,
    COLUMNS,
    COURTS,
    CRESTS,
    EPSG,
    FAULTS,
    FOOTWAY,
    HOLLOWS,
    INLET_REACH,
    KERB,
    KINDS,
    MIN_COVER,
    MIN_SLOPE,
    NODATA,
    NORTH,
    PIPE_REACH,
    POND,
    PONDING,
    RAILWAY_S,
    ROUTES,
    ROWS,
    SAGS,
    SEED,
    SIZES,
    STREETS,
    TIMESTAMP,
    TRANSFORM,
    TURN,
    UNDERPASS_DEPTH,
    WEST,
    cell_centre,
    channel_axis,
    smooth_noise,
    smoothstep,
    to_cell,
    to_map,
)
from osgeo import gdal, ogr, osr


class Terrain:
    """Builds the ground: the street level first, then streets, blocks, hollows, railway, channel and pads."""

    def __init__(self, random: np.random.RandomState) -> None:
        east = (np.arange(COLUMNS) + 0.5)[None, :] * CELL - COLUMNS * CELL / 2
        north = ROWS * CELL / 2 - (np.arange(ROWS) + 0.5)[:, None] * CELL
        self.east = np.broadcast_to(east, (ROWS, COLUMNS))
        self.s = np.cos(TURN) * east + np.sin(TURN) * north
        self.t = -np.sin(TURN) * east + np.cos(TURN) * north
        self.random = random
        self.level = self._street_level()
        self.inside_street, self.second_street = self._streets()
        self.z = self._ground()

    def _street_level(self) -> np.ndarray:
        """The smooth level that kerbs and footways follow: plain, hill, terrace edge, sags and crests."""
        s, t, random = self.s, self.t, self.random
        level = 385.5 + 0.004 * (np.hypot(t + 130.0, 30.0) - 30.0) - 0.002 * s
        hill = np.exp(-0.5 * (((s + 300.0) / 125.0) ** 2 + ((t - 330.0) / 118.0) ** 2))
        level = level + 13.0 * hill + hill * (0.9 * smooth_noise(random, 60) + 0.3 * smooth_noise(random, 22))
        gully = np.exp(-(((s + 258.0 + 10.0 * np.sin(t / 28.0)) / 7.0) ** 2)) * smoothstep(t, 120, 200)
        level = level - 1.8 * gully * smoothstep(hill, 0.1, 0.5)
        level = level + 0.05 * smooth_noise(random, 75)
        # The arterial runs in a shallow trough towards the underpass, as old main streets do.
        trough = np.exp(-0.5 * ((t - ARTERIAL_T) / 20.0) ** 2)
        level = level - 0.32 * trough * smoothstep(s, -60, 40) * (1 - smoothstep(s, 60, 115))
        for s0, t0, height, along_s, along_t in SAGS + CRESTS:
            level = level + height * np.exp(-0.5 * (((s - s0) / along_s) ** 2 + ((t - t0) / along_t) ** 2))
        return level - 6.3 * smoothstep(self.east + 4.0 * np.sin(t / 35.0), 284, 311)

    def _streets(self) -> tuple:
        """How far inside the carriageways each cell lies (negative outside), for the nearest and the next street."""
        nearest = second = np.full(self.s.shape, -1e6)
        for along, at, start, end, half in STREETS:
            place, across = (self.s, self.t) if along == "s" else (self.t, self.s)
            beyond = np.maximum(np.abs(place - (start + end) / 2) - (end - start) / 2, 0.0)
            depth = half - np.hypot(beyond, across - at)
            second = np.maximum(second, np.minimum(nearest, depth))
            nearest = np.maximum(nearest, depth)
        return nearest, second

    def _ground(self) -> np.ndarray:
        """Street cross-sections, blocks that rise from the footway, hollows, railway, underpass and channel."""
        s, t, level = self.s, self.t, self.level
        depth = self.inside_street
        outside = np.maximum(-depth, 0.0)
        rough = sum(high * smooth_noise(self.random, wide) for high, wide in ((0.010, 9), (0.009, 23), (0.003, 3)))
        block = level + 0.015 * np.minimum(outside, FOOTWAY)
        block = block + 0.28 * (1 - np.exp(-np.maximum(outside - FOOTWAY, 0.0) / 25.0))
        block = block + rough * smoothstep(outside, FOOTWAY, FOOTWAY + 4.0)
        for s0, t0, half_s, half_t, sunk, side in HOLLOWS:
            beyond = np.maximum(np.maximum(np.abs(s - s0) - half_s, np.abs(t - t0) - half_t), 0.0)
            floor = level[to_cell(s0, t0)] - sunk + 0.2 * rough + side * beyond
            block = np.where(outside > 1.0, np.minimum(block, floor), block)
        block = self._pond(block)
        crossing = smoothstep(self.second_street, -6.0, 0.0)
        carriageway = level - KERB + 0.015 * np.maximum(depth, 0.0) * (1 - 0.7 * crossing)
        carriageway = carriageway + 0.003 * smooth_noise(self.random, 14)
        return self._channel(self._railway(np.where(depth > 0, carriageway, block)))

    def _pond(self, block: np.ndarray) -> np.ndarray:
        """A pond in the park: a flat bottom, sloping sides and a low bank around it."""
        s0, t0, half_s, half_t, sunk = POND
        angle = np.arctan2(self.t - t0, self.s - s0)
        radius = np.hypot((self.s - s0) / half_s, (self.t - t0) / half_t) / (1 + 0.10 * np.sin(2 * angle + 0.6))
        water = self.level[to_cell(s0, t0)] - sunk
        # Only the lower, south-eastern side has a bank: the park drains into the pond.
        block = block + (0.09 - 0.09 * np.sin(angle + 0.5)) * np.exp(-(((radius - 1.22) / 0.10) ** 2))
        return np.minimum(block, water + 6.0 * np.maximum(radius - 0.72, 0.0))

    def _railway(self, ground: np.ndarray) -> np.ndarray:
        """The embankment with its ballast, and the street cut through below the bridge (the deck is no ground)."""
        off = np.abs(self.s - RAILWAY_S)
        bank = self.level + 3.0 - np.maximum(off - 5.0, 0.0) / 1.5 + 0.3 * (1 - smoothstep(off, 1.6, 2.6))
        raised = np.where(off < 5.0 + 1.5 * 3.2, np.maximum(ground, bank), ground)
        lowest = self.level[to_cell(RAILWAY_S, ARTERIAL_T)] - UNDERPASS_DEPTH
        climb = 0.056 * (np.hypot(np.maximum(off - 4.0, 0.0), 12.0) - 12.0)
        across = np.abs(self.t - ARTERIAL_T)
        road = lowest + climb + 0.012 * np.maximum(5.0 - across, 0.0)
        return np.where((across < 5.0) & (off < 100.0), np.minimum(np.where(off < 10.0, road, raised), road), raised)

    def _channel(self, ground: np.ndarray) -> np.ndarray:
        """The open channel; bridges are no ground, so it cuts through streets and the railway."""
        off = np.abs(self.t - channel_axis(self.s))
        bed = 385.5 - CHANNEL_DEPTH - 0.0024 * self.s - 3.4 * smoothstep(self.east, 278, 308)
        side = np.maximum(off - CHANNEL_BED_HALF, 0.0) / CHANNEL_SIDE
        self.bed = off < CHANNEL_BED_HALF
        return np.minimum(ground, bed + side + 0.02 * np.minimum(off, CHANNEL_BED_HALF))

    def raise_pads(self, buildings: list) -> None:
        """Give each building a level pad a little above the ground it stands on."""
        for rings, _ in buildings:
            within = [
                (self.s > ring[0][0]) & (self.s < ring[2][0]) & (self.t > ring[0][1]) & (self.t < ring[2][1])
                for ring in rings
            ]
            cells = within[0] & ~within[1] if len(rings) == 2 else within[0]
            self.z[cells] = round(float(self.z[cells].mean()) + 0.16, 2)

    def free(self) -> np.ndarray:
        """Where a building may stand."""
        s, t = self.s, self.t
        free = self.inside_street < -(FOOTWAY + 1.0)
        free &= np.abs(t - channel_axis(s)) > 21.0
        free &= np.abs(s - RAILWAY_S) > 15.0
        free &= (np.abs(t - ARTERIAL_T) > 13.0) | (np.abs(s - RAILWAY_S) > 95.0)
        free &= self.east < 262.0
        free &= np.hypot((s - POND[0]) / (POND[2] + 12), (t - POND[1]) / (POND[3] + 12)) > 1.0
        free &= np.hypot((s - 113) / 20, (t - 140) / 26) > 1.0
        free &= (np.abs(t - ARTERIAL_T) > 8.0) | (s < 228.0)
        for s0, t0, half_s, half_t, *_ in HOLLOWS:
            free &= (np.abs(s - s0) > half_s + 4) | (np.abs(t - t0) > half_t + 4)
        free[:2] = free[-2:] = False
        free[:, :2] = free[:, -2:] = False
        fall_t, fall_s = np.gradient(self.level)
        return free & (np.hypot(fall_s, fall_t) < 0.09)


def rectangle(s0: float, t0: float, s1: float, t1: float) -> list:
    """A closed counter-clockwise ring."""
    return [(s0, t0), (s1, t0), (s1, t1), (s0, t1), (s0, t0)]


class Builder:
    """Places buildings, each a list of rings and a height, wherever the ground is free."""

    def __init__(self, free: np.ndarray, random: np.random.RandomState) -> None:
        self.free, self.random, self.buildings = free.copy(), random, []
        for s, t, half_s, half_t, *_ in COURTS:
            inner = rectangle(s - half_s, t - half_t, s + half_s, t + half_t)
            outer = rectangle(s - half_s - 9, t - half_t - 9, s + half_s + 9, t + half_t + 9)
            self.buildings.append(([outer, inner], 15.0))
            self.free[self._cells(outer[0], outer[2])] = False
        for kind, area, fill in BLOCKS:
            self._rows(area, fill, *KINDS[kind])

    @staticmethod
    def _cells(low: tuple, high: tuple) -> tuple:
        """Rows and columns of the cells in a rectangle, clipped to the DEM."""
        s, t = np.meshgrid(np.arange(low[0], high[0] + 0.1, 0.7), np.arange(low[1], high[1] + 0.1, 0.7))
        x, y = to_map(s, t)
        return (
            np.clip(np.floor(NORTH - y), 0, ROWS - 1).astype(int),
            np.clip(np.floor(x - WEST), 0, COLUMNS - 1).astype(int),
        )

    def _place(self, s0: float, t0: float, s1: float, t1: float, height: float) -> bool:
        """Put a rectangle there if it and a gap around it are free."""
        if not self.free[self._cells((s0 - 3, t0 - 3), (s1 + 3, t1 + 3))].all():
            return False
        self.free[self._cells((s0 - 1, t0 - 1), (s1 + 1, t1 + 1))] = False
        self.buildings.append(([rectangle(s0, t0, s1, t1)], height))
        return True

    def _rows(self, area: tuple, fill: float, width: float, depth: float, gap: tuple, storeys: tuple) -> None:
        """Fill an area with rows of buildings, sliding each to the next free place."""
        s0, t0, s1, t1 = area
        t = t0
        while t + depth <= t1:
            s, deepest = s0 + self.random.random_sample() * 3.0, 0.0
            while s + width * 0.8 <= s1:
                long = min(width * (0.85 + 0.3 * self.random.random_sample()), s1 - s)
                deep = depth * (0.9 + 0.2 * self.random.random_sample())
                height = 3.0 * self.random.randint(storeys[0], storeys[1] + 1)
                if self.random.random_sample() < fill and self._place(s, t, s + long, t + deep, height):
                    deepest = max(deepest, deep)
                    s += long + gap[0]
                else:
                    s += 3.0
            t += deepest + gap[1] if deepest else 3.0


@dataclass(eq=False)
class Node:
    """A manhole or, where outfall is its id, an outfall; key is its place in the town frame."""

    key: tuple
    outfall: str | None
    node_id: str = ""
    rim: float = 0.0
    invert: float = 0.0
    drained: float = 0.0  # metres of sewer upstream
    incoming: list = field(default_factory=list)
    outgoing: Pipe | None = None


@dataclass(eq=False)
class Pipe:
    """One reach between two nodes."""

    start: Node
    end: Node
    pipe_id: str
    size: float = 0.0
    from_level: float = 0.0
    to_level: float = 0.0

    @property
    def length(self) -> float:
        """Metres from node to node."""
        return math.dist(self.start.key, self.end.key)


def route_points(route: tuple) -> list:
    """The places along a route: its ends, its junctions, the sags on it and enough between them."""
    along, at, start, end, _ = route
    stops = {start, end}
    for other_along, other_at, other_start, other_end, _ in ROUTES:
        if other_along != along:
            low, high = sorted((other_start, other_end))
            if low <= at <= high and min(start, end) < other_at < max(start, end):
                stops.add(other_at)
    for s, t, height, *_ in SAGS:
        place, across = (s, t) if along == "s" else (t, s)
        if height < 0 and abs(across - at) < 5 and min(start, end) + 12 < place < max(start, end) - 12:
            stops.add(place)
    stops = sorted(stops, reverse=start > end)
    points = []
    for k in range(len(stops) - 1):
        low, high = stops[k], stops[k + 1]
        pieces = max(1, math.ceil(abs(high - low) / PIPE_REACH))
        points += [low + (high - low) * piece / pieces for piece in range(pieces)]
    return [(p, at) if along == "s" else (at, p) for p in points + [end]]


class Network:
    """Sewers: nodes on the routes, inverts from the outmost node downstream, sizes from the length drained."""

    def __init__(self, dem: np.ndarray) -> None:
        self.dem, self.nodes, self.pipes = dem, {}, []
        for route in ROUTES:
            points = [(round(s, 2), round(t, 2)) for s, t in route_points(route)]
            for k, point in enumerate(points):
                outfall = route[4] if k == len(points) - 1 else None
                self.nodes.setdefault(point, Node(point, outfall))
            for k in range(len(points) - 1):
                pipe = Pipe(self.nodes[points[k]], self.nodes[points[k + 1]], f"P{len(self.pipes) + 1:03d}")
                self.pipes.append(pipe)
                pipe.start.outgoing = pipe
                pipe.end.incoming.append(pipe)
        for number, node in enumerate(self.nodes.values(), 1):
            node.node_id = node.outfall or f"M{number:03d}"
            if node.outfall:
                self._design(node)

    def _design(self, node: Node) -> None:
        """Design all that drains to the node, then its invert and the size of the pipe that leaves it."""
        for pipe in node.incoming:
            self._design(pipe.start)
        node.rim = round(float(self.dem[to_cell(*node.key)]), 3)
        node.drained = sum(pipe.start.drained + pipe.length for pipe in node.incoming)
        reach = node.drained + (node.outgoing.length if node.outgoing else 0.0)
        size = max(next(size for size, most in SIZES if reach < most), *(pipe.size for pipe in node.incoming), 0.4)
        if node.key == (RAILWAY_S, ARTERIAL_T):
            size = 0.6
        levels = [pipe.from_level - MIN_SLOPE * pipe.length for pipe in node.incoming]
        if node.outgoing:
            levels.append(node.rim - MIN_COVER - size)
        node.invert = math.floor(min(levels) * 100) / 100
        for pipe in node.incoming:
            pipe.to_level = node.invert
        if node.outgoing:
            node.outgoing.size, node.outgoing.from_level = size, node.invert

    def nearest_pipe(self, s: float, t: float) -> Pipe:
        """The pipe nearest to a place."""

        def distance(pipe: Pipe) -> float:
            (s0, t0), (s1, t1) = pipe.start.key, pipe.end.key
            share = ((s - s0) * (s1 - s0) + (t - t0) * (t1 - t0)) / pipe.length**2
            share = min(1.0, max(0.0, share))
            return round(math.dist((s, t), (s0 + share * (s1 - s0), t0 + share * (t1 - t0))), 6)

        return min(self.pipes, key=distance)


class Inlets:
    """Street inlets: in the gutters over the sewers, at the sags, in the underpass; and the two faulty ones."""

    def __init__(self, terrain: Terrain, dem: np.ndarray, network: Network) -> None:
        self.terrain, self.dem, self.network = terrain, dem, network
        self.cells, self.places, self.rows = set(), [], []
        for s in (124.0, 130.0, 136.0):
            for side in (-4.4, 4.4):
                self._add(s, ARTERIAL_T + side, "s", 1.0, 1.5)
        for along, at, start, end, _ in ROUTES:
            self._along(along, at, min(start, end), max(start, end))
        self._faulty()

    def _along(self, along: str, at: float, low: float, high: float) -> None:
        """Pairs of inlets along one route, first at its sags."""
        half = next(street[4] for street in STREETS if street[:2] == (along, at))
        sags = [(s, t) if along == "s" else (t, s) for s, t, *_ in SAGS]
        stations = [p for p, across in sags if abs(across - at) < 5 and low - 5 <= p <= high + 5]
        count = max(1, int((high - low) / INLET_REACH))
        stations += [low + (high - low) * (k + 0.5) / count for k in range(count)]
        for station in stations:
            reach = 4.4 if at == ARTERIAL_T and abs(station - RAILWAY_S) < 100 else half - 0.6  # the ramps are narrower
            for side in (-reach, reach):
                s, t = (station, at + side) if along == "s" else (at + side, station)
                self._add(s, t, along, 6.0, 12.0)

    def _add(self, s: float, t: float, along: str, reach: float, apart: float) -> None:
        """Put an inlet on the lowest gutter cell near a place unless a crossing or another inlet is there."""
        steps = np.arange(-reach, reach + 0.1, 0.5)
        ground, cells = self.terrain, [to_cell(s + d, t) if along == "s" else to_cell(s, t + d) for d in steps]
        cells = [c for c in cells if 0 <= c[0] < ROWS and 0 <= c[1] < COLUMNS and c not in self.cells]
        cells = [c for c in cells if ground.inside_street[c] > 0 and ground.second_street[c] < -2 and not ground.bed[c]]
        if not cells:
            return
        cell = min(cells, key=lambda c: (float(self.dem[c]), c))
        place = float(self.terrain.s[cell]), float(self.terrain.t[cell])
        for other in self.places:
            across = abs(other[1] - place[1]) if along == "s" else abs(other[0] - place[0])
            if math.dist(place, other) < apart and across < 4.0:
                return
        pipe = self.network.nearest_pipe(*place)
        self.cells.add(cell)
        self.places.append(place)
        kind = "combined" if len(self.rows) % 3 == 0 else "grate"
        self._record(cell_centre(*cell), f"I{len(self.rows) + 1:03d}", pipe.pipe_id, self.dem[cell], kind)

    def _record(self, xy: tuple, inlet_id: str, pipe_id: str | None, top: float, kind: str) -> None:
        """Keep one inlet as a feature."""
        self.rows.append((wkt("POINT", [xy]), (inlet_id, pipe_id, round(float(top), 3), kind)))

    def _faulty(self) -> None:
        """An inlet that no pipe serves and one outside the DEM."""
        cell = to_cell(228.0 - 3.9, -262.0)
        self._record(cell_centre(*cell), FAULTS["inlet_without_pipe"]["inlet_id"], None, self.dem[cell], "grate")
        x, y = WEST - 30.0, to_map(-330.0, ARTERIAL_T - 5.4)[1]
        top = self.dem[int(NORTH - y), 0] + 0.1
        pipe_id = self.network.nodes[(-300.0, ARTERIAL_T)].outgoing.pipe_id
        self._record((x, y), FAULTS["inlet_outside_dem"]["inlet_id"], pipe_id, top, "grate")


def reference_system() -> osr.SpatialReference:
    """The reference system with coordinates in the order easting, northing."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def wkt(kind: str, *parts: list) -> str:
    """Map coordinates as well-known text, to the millimetre."""
    texts = ["(" + ", ".join(f"{x:.3f} {y:.3f}" for x, y in part) + ")" for part in parts]
    return f"{kind} {texts[0]}" if kind != "POLYGON" else f"{kind} ({', '.join(texts)})"


def write_dem(path: str, dem: np.ndarray) -> None:
    """Write the DEM as a small tiled GeoTIFF."""
    options = ["TILED=YES", "BLOCKXSIZE=128", "BLOCKYSIZE=128", "COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=9"]
    raster = gdal.GetDriverByName("GTiff").Create(path, COLUMNS, ROWS, 1, gdal.GDT_Float32, options)
    raster.SetGeoTransform(TRANSFORM)
    raster.SetProjection(reference_system().ExportToWkt())
    raster.GetRasterBand(1).SetNoDataValue(NODATA)
    raster.GetRasterBand(1).WriteArray(dem)


def write_layer(source: ogr.DataSource, name: str, kind: int, fields: str, rows: list) -> None:
    """Write one layer: fields as "name name:real", rows as (geometry, values)."""
    layer = source.CreateLayer(name, reference_system(), kind)
    for text in fields.split():
        label, _, real = text.partition(":")
        layer.CreateField(ogr.FieldDefn(label, ogr.OFTReal if real else ogr.OFTString))
    for geometry, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(values):
            feature.SetField(index, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(geometry))
        layer.CreateFeature(feature)


def pipe_rows(network: Network) -> list:
    """The pipes as features, with the two faults among them."""
    rows = []
    for pipe in network.pipes:
        ends = [to_map(*pipe.start.key), to_map(*pipe.end.key)]
        to_level = pipe.to_level
        if pipe.pipe_id == FAULTS["adverse_slope"]["pipe_id"]:
            to_level = round(pipe.from_level + 0.15, 2)
        if pipe.pipe_id == FAULTS["digitised_backwards"]["pipe_id"]:
            ends.reverse()
        rows.append(
            (
                wkt("LINESTRING", ends),
                (
                    pipe.pipe_id,
                    pipe.start.node_id,
                    pipe.end.node_id,
                    pipe.from_level,
                    to_level,
                    pipe.size,
                    "CIRCULAR",
                    "reinforced concrete",
                    round(pipe.length, 2),
                ),
            )
        )
    return rows


def channel_rows() -> list:
    """The channel's axis from the western to the eastern edge of the DEM, in two reaches that meet at the railway."""
    s = np.arange(-380.0, 380.1, 5.0)
    path_x, path_y = to_map(s, channel_axis(s))
    meet = to_map(RAILWAY_S, channel_axis(RAILWAY_S))[0]
    rows = []
    for name, low, high in (("C1", WEST, meet), ("C2", meet, WEST + COLUMNS * CELL)):
        x = [low, *path_x[(path_x > low + 1) & (path_x < high - 1)], high]
        width = 2 * (CHANNEL_BED_HALF + CHANNEL_SIDE * CHANNEL_DEPTH)
        rows.append((wkt("LINESTRING", zip(x, np.interp(x, path_x, path_y))), (name, width, CHANNEL_DEPTH)))
    return rows


def ponding_rows(dem: np.ndarray) -> list:
    """The recorded ponding points, each on the lowest cell near its nominal place."""
    rows = []
    for *values, s, t, reach in PONDING:
        row, column = to_cell(s, t)
        window = dem[row - reach : row + reach + 1, column - reach : column + reach + 1]
        i, j = np.unravel_index(int(np.argmin(window)), window.shape)
        rows.append((wkt("POINT", [cell_centre(row - reach + i, column - reach + j)]), values))
    return rows


def write_drainage(path: str, terrain: Terrain, dem: np.ndarray, buildings: list) -> None:
    """Design the sewers and write every vector layer."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", TIMESTAMP)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    network = Network(dem)
    nodes = [(wkt("POINT", [to_map(*n.key)]), n) for n in network.nodes.values()]
    inlets = Inlets(terrain, dem, network).rows
    write_layer(source, "inlets", ogr.wkbPoint, "inlet_id pipe_id top_elev:real type", inlets)
    write_layer(
        source,
        "pipes",
        ogr.wkbLineString,
        "pipe_id from_node to_node from_level:real to_level:real size_m:real shape material length_m:real",
        pipe_rows(network),
    )
    write_layer(
        source,
        "manholes",
        ogr.wkbPoint,
        "node_id rim_elev:real invert:real",
        [(g, (n.node_id, n.rim, n.invert)) for g, n in nodes if not n.outfall],
    )
    write_layer(
        source,
        "outfalls",
        ogr.wkbPoint,
        "node_id invert:real",
        [(g, (n.node_id, n.invert)) for g, n in nodes if n.outfall],
    )
    write_layer(source, "channel", ogr.wkbLineString, "channel_id width_m:real depth_m:real", channel_rows())
    outlines = [
        (wkt("POLYGON", *([to_map(*corner) for corner in ring] for ring in rings)), (f"B{k:03d}", height))
        for k, (rings, height) in enumerate(buildings, 1)
    ]
    write_layer(source, "buildings", ogr.wkbPolygon, "bldg_id height_m:real", outlines)
    write_layer(
        source, "ponding_points", ogr.wkbPoint, "point_id name name_zh recorded depth_m:real", ponding_rows(dem)
    )


def main(folder: str) -> None:
    """Make both files in the folder, replacing what is there."""
    gdal.UseExceptions()
    ogr.UseExceptions()
    dem_path, drainage_path = (os.path.join(folder, name) for name in ("town_dem.tif", "town_drainage.gpkg"))
    if os.path.exists(drainage_path):
        os.remove(drainage_path)
    random = np.random.RandomState(SEED)
    terrain = Terrain(random)
    buildings = Builder(terrain.free(), random).buildings
    terrain.raise_pads(buildings)
    dem = np.round(terrain.z, 3).astype(np.float32)
    for row, column in FAULTS["nodata_hole"]["cells"]:
        dem[row, column] = NODATA
    write_dem(dem_path, dem)
    write_drainage(drainage_path, terrain, dem, buildings)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
