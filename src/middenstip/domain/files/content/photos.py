"""Photos: measured at the door, drawn anew by the worker. Nothing of the original but its colours remains."""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

from middenstip.domain.files.content.kinds import LONGEST_SIDE, PIXELS, SHORTEST_SIDE, Kind
from middenstip.domain.files.content.wrong import CUT_OFF, TINY, wrong
from middenstip.domain.files.content.wrong import PIXELS as TOO_MANY

SIZES = {"groot": 1600, "midden": 800, "klein": 320}  # the longest side of each
MIME = "image/webp"
PREVIEW_BYTES = 30 * 1000
_QUALITIES = (76, 60, 45, 30, 15)
# What Pillow and its decoders raise for a file that is not what it says.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    RuntimeError,
    struct.error,
    TypeError,
    ZeroDivisionError,
    MemoryError,
)


@dataclass(frozen=True)
class Drawn:
    """One size of a photo, ready to be shown."""

    size: str
    data: bytes
    width: int
    height: int


def measure(file: BinaryIO, kind: Kind) -> None:
    """Refuse what has too many pixels, by its header alone. WebP and HEIC wait for the worker.

    To read their header is to read them whole, and a server process must stay small.
    """
    if kind.key in ("jpeg", "png"):
        _opened(file, kind)  # not closed: that would close the file as well


def drawn_anew(file: BinaryIO, kind: Kind) -> list[Drawn]:
    """The photo upright, in ordinary colours (sRGB), in each of the `SIZES`, as WebP without metadata."""
    image = _opened(file, kind)
    longest = max(SIZES.values())
    try:
        image.draft("RGB", (longest, longest))  # a JPEG is then read at a half or a quarter of its size
        image.load()
        profile = image.info.get("icc_profile")
        image = _upright(image)
        image = _plain(image)
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
        image = _ordinary_colours(image, profile)
        fresh = Image.new("RGB", image.size)
        fresh.paste(image)
        return [_size(fresh, name, side) for name, side in SIZES.items()]
    except BROKEN as error:
        raise wrong(CUT_OFF) from error


def _opened(file: BinaryIO, kind: Kind) -> Image.Image:
    if kind.key == "heic":
        from pillow_heif import register_heif_opener  # the worker alone needs it

        register_heif_opener(thumbnails=False)
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=(kind.opener,))
    except Image.DecompressionBombError as error:
        raise wrong(TOO_MANY) from error
    except BROKEN as error:
        raise wrong(CUT_OFF) from error
    width, height = image.size
    if width * height > PIXELS or max(width, height) > LONGEST_SIDE:
        raise wrong(TOO_MANY)
    if min(width, height) < SHORTEST_SIDE:
        raise wrong(TINY)
    return image


def _upright(image: Image.Image) -> Image.Image:
    """Turned as its EXIF says; an EXIF that cannot be read says nothing."""
    try:
        return ImageOps.exif_transpose(image)
    except BROKEN:
        return image


def _plain(image: Image.Image) -> Image.Image:
    """Three channels of eight bits, on white where it is see-through."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image)
        image = white
    return image.convert("RGB")


def _ordinary_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours of a wide profile (newer phones) as a screen without one shows them."""
    if not profile or len(profile) > 1_000_000:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *BROKEN):
        return image
    return turned or image


def _size(image: Image.Image, name: str, side: int) -> Drawn:
    copy = image.copy()
    copy.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    data = b""
    for quality in _QUALITIES:
        out = BytesIO()
        copy.save(out, "WEBP", quality=quality, method=3)
        data = out.getvalue()
        if name != "klein" or len(data) <= PREVIEW_BYTES:
            break
    return Drawn(name, data, *copy.size)
