"""Terrain: conditioning and depressions."""
