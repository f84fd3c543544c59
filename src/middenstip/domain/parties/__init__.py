"""Parties (partijen): people, organisations, and the seats they act from.

A promise belongs to a seat (zetel), never to a person: when the person leaves, the seat stays. This room
does not know what people do in their seats; the rooms above record that.
"""
