"""Reactions: those about one thing as a list, and one of them with its replies."""
