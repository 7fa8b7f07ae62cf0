"""Storm: design storms."""
