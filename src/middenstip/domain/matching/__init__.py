"""Needs and offers (vraag en aanbod): who has what another needs, and how they meet.

It suggests what fits, with the reason. People meet only after both said yes.
"""
