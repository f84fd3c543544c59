"""The tour of the demo: only there, not on a real platform."""
