"""The main job in one go."""
