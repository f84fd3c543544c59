"""What every floor stands on: clock, ids, half, actor, verdict, lifecycle, once, write, prepared, models.

A closed list. Nothing here knows a noun of the neighbourhood; a thing that does belongs in a room.
"""
