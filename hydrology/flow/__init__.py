"""Where water runs: directions, accumulation, basins and paths."""
