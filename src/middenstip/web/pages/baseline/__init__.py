"""Figures of an area, and the scan."""
