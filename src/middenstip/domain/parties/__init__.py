"""Parties (partijen): who is on the field. People, organisations, and the seats they act from.

A promise belongs to a seat (zetel), never to a person: when somebody leaves, the seat stays. This room
does not know what people do in their seats; that is written in the rooms above.
"""
