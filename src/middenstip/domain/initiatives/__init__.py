"""Initiatives (initiatieven): a plan of somebody, from idea to learned.

The initiative belongs to its initiator: only the initiator changes aim and approach. This room does not
know the desk, the table or the agreements; it only knows how far the initiative is.
"""
