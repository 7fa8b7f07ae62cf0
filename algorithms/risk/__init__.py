"""Risk: grading and map sheets."""
