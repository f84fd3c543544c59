"""The tribune of an area: what happens there, who is on the field, and how to join."""
