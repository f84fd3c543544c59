"""The platform shows nothing on pages of other rooms: its texts and colours come with the frame."""

from middenstip.web.shared.part import RoomParts

PARTS = RoomParts()
