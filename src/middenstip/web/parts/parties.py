"""Parties show nothing on pages of other rooms: those rooms show their own participants."""

from middenstip.web.shared.part import RoomParts

PARTS = RoomParts()
