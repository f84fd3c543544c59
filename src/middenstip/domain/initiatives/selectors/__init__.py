"""Reads about initiatives."""
