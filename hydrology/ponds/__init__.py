"""Where water stays: nested depressions, their storage and how they fill, spill and merge."""
