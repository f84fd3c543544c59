"""Queries about ballots and decisions: one file per noun."""
