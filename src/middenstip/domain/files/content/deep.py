"""What the worker does with a file that waits: look inside, and draw photos anew."""

from __future__ import annotations

from typing import BinaryIO

from middenstip.domain.files.content import packed, photos
from middenstip.domain.files.content.kinds import Kind
from middenstip.domain.files.content.photos import Drawn


def looked_at(file: BinaryIO, kind: Kind) -> list[Drawn]:
    """The sizes of a photo; nothing for a document that is in order. Raises `Invalid` with the reason."""
    if kind.is_photo:
        return photos.drawn_anew(file, kind)
    if kind.key == "pdf":
        from middenstip.domain.files.content import pdfs  # the worker alone needs its library

        pdfs.look_inside(file)
    elif kind.key not in ("csv", "txt"):
        packed.look_inside(file)
    return []
