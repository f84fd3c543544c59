"""Photos and documents (bestanden): what people show beside their words.

The room knows what it belongs to only by kind and public id. Whose files may be read, added or removed is
answered by the room of that thing, in its own `files.py` (a `Holder`). No original photo is ever kept.
"""
