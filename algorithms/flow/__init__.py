"""Flow: accumulation and paths."""
