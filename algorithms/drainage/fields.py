"""The network field parameters, the same wherever pipes are taken."""

from __future__ import annotations

from ..base import RainshedAlgorithm
from ..run import Run

FIELDS = {
    "PIPE_ID_FIELD": ("Pipe id field", "PIPES"),
    "FROM_NODE_FIELD": ("From node field", "PIPES"),
    "TO_NODE_FIELD": ("To node field", "PIPES"),
    "FROM_LEVEL_FIELD": ("From level field (pipe bottom, m)", "PIPES"),
    "TO_LEVEL_FIELD": ("To level field (pipe bottom, m)", "PIPES"),
    "SIZE_FIELD": ("Size field (height or diameter, m)", "PIPES"),
    "SHAPE_FIELD": ("Shape field", "PIPES"),
    "NODE_ID_FIELD": ("Node id field (manholes and outfalls)", "MANHOLES"),
    "INLET_PIPE_FIELD": ("Inlet's pipe field", "INLETS"),
}


def add_network_fields(algorithm: RainshedAlgorithm) -> None:
    for name, (label, layer) in FIELDS.items():
        algorithm.add_field(name, label, layer)


def given_fields(run: Run) -> dict[str, str]:
    """The fields that the user named."""
    return {name: run.text(name) for name in FIELDS if run.given(name)}
