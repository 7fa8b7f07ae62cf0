"""The classes of the styled rasters: breaks or values, colours and labels."""

from qgis.PyQt.QtGui import QColor

CLEAR = QColor(255, 255, 255, 0)

DEPTH_BREAKS = (0.01, 0.05, 0.15, 0.30, 0.50, 1.0, 2.0)
DEPTH_COLOURS = ("#deebf7", "#c0d9ee", "#94c2e3", "#5ca3d2", "#3079b8", "#14519a", "#08265e")
RISK_CLASSES = (
    (1, "#3d85d6", "Blue 低 low"),
    (2, "#ffd92f", "Yellow 一般 moderate"),
    (3, "#f5821f", "Orange 较大 considerable"),
    (4, "#d7191c", "Red 重大 major"),
)
DIRECTIONS = (
    (0, "#4d4d4d", "Leaves the DEM or a sink"),
    (1, "#e0607e", "E (1)"),
    (2, "#e08a4c", "SE (2)"),
    (4, "#d9bf4b", "S (4)"),
    (8, "#9cc257", "SW (8)"),
    (16, "#5fbf93", "W (16)"),
    (32, "#55b3cf", "NW (32)"),
    (64, "#6f8fdc", "N (64)"),
    (128, "#a678d6", "NE (128)"),
)
UPSTREAM = (
    (100.0, CLEAR, "≤ 100 m²"),
    (1000.0, "#e8f1f8", "100 – 1000 m²"),
    (5000.0, "#cfe2f1", "1000 – 5000 m²"),
    (1e4, "#aacfe6", "0.5 – 1 ha"),
    (5e4, "#7fb5d9", "1 – 5 ha"),
    (1e5, "#5398c9", "5 – 10 ha"),
    (5e5, "#2f78b4", "10 – 50 ha"),
    (1e6, "#185a9a", "50 – 100 ha"),
    (1e7, "#0a3c78", "100 – 1000 ha"),
    (float("inf"), "#051f47", "> 1000 ha"),
)
RAIN_TO_FLOOD = (  # little rain, dark: floods first
    (5.0, "#54278f", "≤ 5 mm"),
    (10.0, "#756bb1", "5 – 10 mm"),
    (20.0, "#9e9ac8", "10 – 20 mm"),
    (30.0, "#6baed6", "20 – 30 mm"),
    (50.0, "#9ecae1", "30 – 50 mm"),
    (100.0, "#c6dbef", "50 – 100 mm"),
    (200.0, "#deebf7", "100 – 200 mm"),
    (float("inf"), "#f0f4f8", "> 200 mm"),
)
RUNOFF = (
    (0.0, CLEAR, "0 mm"),
    (10.0, "#e8f1f8", "≤ 10 mm"),
    (20.0, "#cfe2f1", "10 – 20 mm"),
    (30.0, "#aacfe6", "20 – 30 mm"),
    (50.0, "#7fb5d9", "30 – 50 mm"),
    (70.0, "#5398c9", "50 – 70 mm"),
    (100.0, "#2f78b4", "70 – 100 mm"),
    (200.0, "#185a9a", "100 – 200 mm"),
    (float("inf"), "#08265e", "> 200 mm"),
)
COPING = (  # little rain, dark: gives way first; from, to, colour, label
    (-1.0, 10.0, "#54278f", "≤ 10 mm"),
    (10.0, 20.0, "#756bb1", "10 – 20 mm"),
    (20.0, 30.0, "#9e9ac8", "20 – 30 mm"),
    (30.0, 50.0, "#6baed6", "30 – 50 mm"),
    (50.0, 100.0, "#9ecae1", "50 – 100 mm"),
    (100.0, 200.0, "#c6dbef", "100 – 200 mm"),
    (200.0, 1e9, "#deebf7", "> 200 mm"),
)
DURATION = (  # long, dark
    (0.0, CLEAR, "0 min"),
    (15.0, "#fde8c8", "≤ 15 min"),
    (30.0, "#fdcc8a", "15 – 30 min"),
    (60.0, "#fc8d59", "30 – 60 min"),
    (120.0, "#e34a33", "1 – 2 h"),
    (240.0, "#b30000", "2 – 4 h"),
    (float("inf"), "#67000d", "> 4 h"),
)
START = (  # early, dark
    (10.0, "#54278f", "≤ 10 min"),
    (20.0, "#756bb1", "10 – 20 min"),
    (30.0, "#9e9ac8", "20 – 30 min"),
    (60.0, "#6baed6", "30 – 60 min"),
    (120.0, "#9ecae1", "1 – 2 h"),
    (float("inf"), "#deebf7", "> 2 h"),
)
PROBABILITY = (
    (0.05, CLEAR, "≤ 5 %"),
    (0.25, "#dadaeb", "5 – 25 %"),
    (0.5, "#bcbddc", "25 – 50 %"),
    (0.75, "#9e9ac8", "50 – 75 %"),
    (0.95, "#756bb1", "75 – 95 %"),
    (float("inf"), "#54278f", "> 95 %"),
)
