"""The page of one thanks."""
