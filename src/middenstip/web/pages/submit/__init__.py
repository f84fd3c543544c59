"""Submitting an idea: three questions, the regie-kaart, and who you are."""
