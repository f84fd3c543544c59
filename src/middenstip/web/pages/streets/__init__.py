"""The map with streets of an area, and the same as a list."""
