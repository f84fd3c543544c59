"""Deliberation (overleg): ballots and decisions of the three halves, and what a neighbourhood finds."""
