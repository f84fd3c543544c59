"""Needs and offers: the list, one of them, what may help you, and introductions."""
