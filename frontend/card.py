"""The picture of a shared page and the icon of a phone: our logo, drawn as pixels.

Programs that show a shared link and home screens read no SVG, so the shapes of `icon.svg` are drawn again.
"""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path

from PIL import Image, ImageDraw

FIELD, LINE, BALL = "#064147", "#ffffff", "#e85d04"
SIZES = {"card.png": (1200, 630), "icon-192.png": (192, 192), "icon-512.png": (512, 512)}
SMOOTH = 3  # drawn this much larger, then made smaller


def draw(folder: Path) -> None:
    """Write every picture into this folder."""
    for name, size in SIZES.items():
        _picture(*size).save(folder / name, optimize=True)


def _picture(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width * SMOOTH, height * SMOOTH), FIELD)
    pen = ImageDraw.Draw(image)
    x, y = image.width / 2, image.height / 2
    unit = min(image.size) / 48  # the icon is 48 units wide
    stroke = round(2.6 * unit)
    for angle in (-90, 30, 150):  # from the circle to beyond the edge
        along = cos(radians(angle)), sin(radians(angle))
        start, end = 11 * unit, max(image.size)
        line = [x + along[0] * start, y + along[1] * start, x + along[0] * end, y + along[1] * end]
        pen.line(line, fill=LINE, width=stroke)
    pen.ellipse(_circle(x, y, 12.3 * unit), outline=LINE, width=stroke)
    pen.ellipse(_circle(x, y, 4.6 * unit), fill=BALL)
    return image.resize((width, height), Image.Resampling.LANCZOS).quantize(32)


def _circle(x: float, y: float, radius: float) -> list[float]:
    return [x - radius, y - radius, x + radius, y + radius]
