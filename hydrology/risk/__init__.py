"""Grading of hazard into the four classes."""
