"""Doors: the pages. A view asks a room or a journey and shows what it answers; it decides nothing."""
