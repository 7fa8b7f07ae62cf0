"""The drainage system below ground: pipes as a directed graph, inlets and the zones they drain."""
