"""The podium on other pages: nothing; the agenda leads to it."""

from middenstip.web.shared.part import RoomParts

PARTS = RoomParts()
