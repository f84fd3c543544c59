"""Searching everything, and what resembles a text while somebody writes it."""
