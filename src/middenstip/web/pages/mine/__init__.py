"""Everybody's own place: what waits, what was promised, who you speak for, your data."""
