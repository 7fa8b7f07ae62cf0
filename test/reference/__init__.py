"""Slow plain-Python methods written from the definitions alone; the tests compare the engine with them."""
