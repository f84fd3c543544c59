"""The page of an area: what happens there, which halves are active, and how to join."""
