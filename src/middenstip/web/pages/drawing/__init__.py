"""The page to draw an area."""
