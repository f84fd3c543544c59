"""Code that every layer uses: clock, ids, half, actor, verdict, lifecycle, face, turn, once, write, one
at a time, unavailable, snapshot, typed text, prepared, models.

The list is closed. Nothing here knows a noun of the domain; code that does belongs in a room.
"""
