"""The page of a person, and choosing what it shows."""
