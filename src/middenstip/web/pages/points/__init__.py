"""The map of support points."""
