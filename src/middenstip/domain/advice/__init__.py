"""Advice (advies): an organisation asks residents who know something, and owes each of them an answer.

The question and every advice are public. The organisation answers within a term; a late answer is shown with
the organisation.
"""
