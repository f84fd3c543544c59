"""Gatherings: where people meet, who comes, what came of it, and institutions invited into a process."""
