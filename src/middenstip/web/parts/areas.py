"""Areas show nothing on pages of other rooms, which name their area themselves."""

from middenstip.web.shared.part import RoomParts

PARTS = RoomParts()
