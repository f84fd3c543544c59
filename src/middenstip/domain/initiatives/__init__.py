"""Initiatives (initiatieven): a person's plan, from idea to lessons learned.

The initiative belongs to its initiator: only the initiator changes aim and approach. This room does not
know the desk, the table or the agreements; it only knows the stage of the initiative.
"""
