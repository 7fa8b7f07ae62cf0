"""Inundation: standing water after rain."""
