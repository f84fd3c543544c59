"""Signals and new policy."""
