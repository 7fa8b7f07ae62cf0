"""Rain, losses and runoff."""
