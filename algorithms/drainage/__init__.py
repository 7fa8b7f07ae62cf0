"""Drainage: zones and the pipe network."""
