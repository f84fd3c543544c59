<<<<<<< HEAD
"""The doors for people: pages per noun, what they share, and their templates."""
=======
"""Doors: the pages. A view asks a room or a journey and shows what it answers; it decides nothing."""
>>>>>>> frontend
