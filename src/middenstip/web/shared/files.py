"""Photos and documents as plain values for a template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.files.content.kinds import KINDS, MB
from middenstip.domain.files.content.photos import SIZES
from middenstip.domain.files.lifecycle import FILE, READY, REFUSED
from middenstip.domain.files.models import File
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.web.shared.words import in_words, local_number

SLOW = 120  # seconds: by then the worker should have looked


def photo(file: File, size: str) -> dict[str, Any]:
    """What an `<img>` needs: `url`, `alt`, `width`, `height`."""
    longest = max(file.width, file.height, 1)
    scale = min(1.0, SIZES[size] / longest)
    return {
        "url": f"{path_to('file', file.public_id)}{size}.webp",
        "page": path_to("file", file.public_id),
        "alt": file.alt,
        "width": max(1, round(file.width * scale)),
        "height": max(1, round(file.height * scale)),
        "credit": file.credit,
    }


def shown(file: File) -> dict[str, Any]:
    """One file, in whatever state."""
    one: dict[str, Any] = {
        "id": file.public_id,
        "page": path_to("file", file.public_id),
        "alt": file.alt,
        "credit": file.credit,
        "is_photo": file.is_photo,
        "is_ready": file.state == READY,
        "is_refused": file.state == REFUSED,
        "state": _(FILE.words[file.state]),
        "reason": in_words(file.reason) if file.reason else "",
        "is_scanned": file.is_scanned,
        "is_slow": (clock.now() - file.added_at).total_seconds() > SLOW,
    }
    if file.state != READY:
        return one
    if file.is_photo:
        return one | {
            "large": photo(file, "groot"),
            "small": photo(file, "klein"),
        }
    return one | {
        "download": f"{path_to('file', file.public_id)}document",
        "line": f"{KINDS[file.kind].word}, {_size(file.size)}",
    }


def _size(number: int) -> str:
    """*2,4 MB* or *310 kB*."""
    if number >= MB:
        return f"{local_number(f'{number / MB:.1f}'.replace('.', ','))} MB"
    return f"{max(1, number // 1024)} kB"


def gallery(files: Iterable[File], add_url: str = "") -> dict[str, Any]:
    """What `components/files.html` needs; nothing in it is empty for a thing without files."""
    listed = [shown(file) for file in files]
    return {
        "photos": [one for one in listed if one["is_ready"] and one["is_photo"]],
        "documents": [one for one in listed if one["is_ready"] and not one["is_photo"]],
        "pending": [one for one in listed if not one["is_ready"]],
        "add_url": add_url,
    }
