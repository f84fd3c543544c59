"""Reactions (reacties): what people say about an initiative, a goal, an agreement,
a question or a case study, and the answers.

A concern or a question is owed an answer by the initiator.
"""
