"""Pictures for the demo, drawn here: flat scenes in the colours of the site, people without a face."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

Draw = ImageDraw.ImageDraw
WIDTH, HEIGHT, FINE = 1200, 750, 2  # drawn twice as large, so that edges come out smooth
SKY, CLOUD, GRASS, FIELD, HILL = "#d6eaf0", "#eef6f8", "#a9c77c", "#8fb26a", "#6f9a5f"
BARK, LEAF, DARK_LEAF, STONE, ROOF, BRICK = "#7a5a3c", "#4f8f52", "#3c7045", "#d9d2c5", "#4b5563", "#c08a6a"
WOOD, SAND, WALL, WINDOW, TEAL, MAROON, BLUE, OCHRE = (
    "#a87b4f", "#e6d7b4", "#f1e7da", "#bcd9e4", "#0f6466", "#a3275f", "#1f5fae", "#b7791f"
)  # fmt: skip
COATS = (TEAL, MAROON, BLUE, OCHRE, "#475569", "#7c6f9c")
SKINS = ("#8d5a3b", "#e0b08c", "#c68a63", "#5c3b28", "#f0c9a4", "#a9714b")


def _box(
    draw: Draw, left: float, top: float, right: float, bottom: float, fill: str, round_: float = 0
) -> None:
    scaled = [side * FINE for side in (left, top, right, bottom)]
    draw.rounded_rectangle(scaled, radius=round_ * FINE, fill=fill)


def _disc(draw: Draw, x: float, y: float, radius: float, fill: str, flat: float = 1.0) -> None:
    sides = (x - radius, y - radius * flat, x + radius, y + radius * flat)
    draw.ellipse([side * FINE for side in sides], fill=fill)


def _shape(draw: Draw, points: list[tuple[float, float]], fill: str) -> None:
    draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=fill)


def _outside(draw: Draw, horizon: float = 330) -> None:
    _box(draw, 0, 0, WIDTH, HEIGHT, SKY)
    for x, y, size in ((180, 110, 60), (250, 125, 45), (820, 90, 55), (900, 105, 70), (980, 115, 40)):
        _disc(draw, x, y, size, CLOUD, 0.5)
    for x in range(-40, WIDTH + 80, 90):
        _disc(draw, x, horizon, 70, HILL, 0.6)
    _box(draw, 0, horizon, WIDTH, HEIGHT, GRASS)


def _tree(draw: Draw, x: float, y: float, size: float = 1.0) -> None:
    _disc(draw, x, y + 2, 34 * size, FIELD, 0.25)
    _box(draw, x - 5 * size, y - 90 * size, x + 5 * size, y, BARK)
    for dx, dy, radius in ((0, -120, 42), (-26, -100, 28), (26, -98, 30)):
        _disc(draw, x + dx * size, y + dy * size, radius * size, LEAF)
    _disc(draw, x + 10 * size, y - 128 * size, 22 * size, DARK_LEAF)


def _person(draw: Draw, x: float, y: float, number: int, size: float = 1.0) -> None:
    coat, skin = COATS[number % len(COATS)], SKINS[number % len(SKINS)]
    for dx in (-9, 9):
        _box(draw, x + (dx - 7) * size, y - 48 * size, x + (dx + 7) * size, y, "#33414e", 5 * size)
    _box(draw, x - 22 * size, y - 112 * size, x + 22 * size, y - 38 * size, coat, 16 * size)
    _disc(draw, x, y - 130 * size, 17 * size, skin)
    _disc(draw, x, y - 138 * size, 17 * size, "#3b2f2a", 0.6)


def _house(draw: Draw, x: float, y: float, width: float = 180, wall: str = BRICK) -> None:
    _box(draw, x, y - 130, x + width, y, wall)
    _shape(draw, [(x - 14, y - 128), (x + width / 2, y - 215), (x + width + 14, y - 128)], ROOF)
    for dx in (0.18, 0.62):
        _box(draw, x + width * dx, y - 100, x + width * (dx + 0.2), y - 55, WINDOW, 3)
    _box(draw, x + width * 0.42, y - 60, x + width * 0.58, y, "#5b4636")


def _inside(draw: Draw) -> None:
    _box(draw, 0, 0, WIDTH, HEIGHT, WALL)
    _box(draw, 0, 520, WIDTH, HEIGHT, "#d8c3a5")
    for x in (90, 320, 840):
        _box(draw, x, 70, x + 180, 250, "#ffffff", 6)
        _box(draw, x + 12, 82, x + 84, 238, WINDOW)
        _box(draw, x + 96, 82, x + 168, 238, WINDOW)


def field(draw: Draw) -> None:
    """Young trees in a row behind the church."""
    _outside(draw)
    _box(draw, 800, 140, 870, 340, BRICK)
    _shape(draw, [(790, 142), (835, 20), (880, 142)], ROOF)
    _house(draw, 860, 342, 210, BRICK)
    _shape(draw, [(420, HEIGHT), (640, 400), (680, 400), (640, HEIGHT)], SAND)
    for row, y in enumerate((420, 510, 630)):
        for x in range(90 + 40 * row, 1180, 210):
            if not 430 < x < 690:
                _tree(draw, x, y, 0.6 + row * 0.2)
    _person(draw, 500, 600, 0)
    _person(draw, 590, 610, 1)


def square(draw: Draw) -> None:
    """A square with trees and benches between the houses."""
    _outside(draw, 300)
    for place, x in enumerate(range(20, 1200, 200)):
        _house(draw, x, 400, 170, (BRICK, STONE, "#b5705a")[place % 3])
    _box(draw, 0, 400, WIDTH, HEIGHT, STONE)
    for x in range(130, 1200, 310):
        _disc(draw, x, 600, 80, GRASS, 0.3)
        _tree(draw, x, 600, 1.5)
    for x in (250, 860):
        _box(draw, x, 635, x + 130, 648, WOOD, 4)
        _box(draw, x + 12, 648, x + 22, 680, ROOF)
        _box(draw, x + 108, 648, x + 118, 680, ROOF)
    for number, x in enumerate((520, 610, 1010)):
        _person(draw, x, 690, number + 1)


def oven(draw: Draw) -> None:
    """Bread comes out of a round oven."""
    _outside(draw)
    _disc(draw, 380, 470, 210, BRICK)
    _box(draw, 150, 640, 610, 700, GRASS)
    _box(draw, 150, 470, 610, 640, "#a97455")
    _disc(draw, 380, 500, 100, "#3b2a22")
    _disc(draw, 380, 530, 70, "#e07b2c", 0.7)
    _disc(draw, 380, 545, 40, "#f6c453", 0.6)
    _box(draw, 640, 520, 1110, 545, WOOD, 6)
    for x in (670, 1070):
        _box(draw, x, 545, x + 18, 670, WOOD)
    for x in range(700, 1080, 90):
        _disc(draw, x, 505, 42, "#c98a45", 0.5)
        _box(draw, x - 22, 492, x + 22, 497, "#e8bd84", 2)
    _person(draw, 720, 700, 3, 1.3)
    _person(draw, 1000, 700, 4, 1.3)


def meeting(draw: Draw) -> None:
    """Neighbours around a long table with papers."""
    _inside(draw)
    _box(draw, 580, 60, 800, 240, "#ffffff", 4)
    for number, (x, y) in enumerate(((610, 95), (680, 110), (740, 90), (620, 170), (710, 180))):
        _box(draw, x, y, x + 44, y + 44, (SAND, SKY, "#f0cfe0")[number % 3], 3)
    for number, x in enumerate(range(200, 1100, 165)):
        _person(draw, x, 560, number, 1.3)
    _disc(draw, 600, 600, 500, WOOD, 0.22)
    for x, y in ((330, 590), (480, 620), (640, 585), (790, 625), (900, 590)):
        _box(draw, x, y - 12, x + 70, y + 14, "#ffffff", 2)


def crossing(draw: Draw) -> None:
    """Children cross in front of the school."""
    _outside(draw, 280)
    _house(draw, 120, 400, 420, "#d9a066")
    _box(draw, 0, 400, WIDTH, 450, STONE)
    _box(draw, 0, 450, WIDTH, HEIGHT, "#6b7280")
    for x in range(500, 900, 80):
        _shape(draw, [(x, 450), (x + 40, 450), (x + 20, HEIGHT), (x - 30, HEIGHT)], "#ffffff")
    _tree(draw, 720, 420, 1.2)
    _tree(draw, 1020, 430, 1.4)
    for number, x in enumerate((560, 640, 720)):
        _person(draw, x, 620 + 10 * number, number + 2, 0.9)
    _person(draw, 800, 650, 0, 1.2)


def garden(draw: Draw) -> None:
    """Rows of vegetables, a shed, and people who dig."""
    _outside(draw)
    _house(draw, 830, 380, 190, WOOD)
    for x, y in ((80, 440), (420, 440), (180, 590), (560, 590)):
        _box(draw, x, y, x + 290, y + 90, WOOD, 6)
        _box(draw, x + 10, y + 10, x + 280, y + 80, "#6b4a32", 4)
        for dx in range(30, 280, 36):
            _disc(draw, x + dx, y + 30, 14, LEAF)
            _disc(draw, x + dx + 8, y + 60, 13, DARK_LEAF)
    _tree(draw, 1090, 470, 1.3)
    _person(draw, 760, 570, 1)
    _person(draw, 960, 650, 5, 1.2)


def workshop(draw: Draw) -> None:
    """A bench with tools, and a bicycle that is mended."""
    _inside(draw)
    for x in range(600, 800, 44):
        _box(draw, x, 90, x + 12, 210, ROOF, 4)
        _disc(draw, x + 6, 90, 14, TEAL)
    _person(draw, 330, 640, 2, 1.5)
    _box(draw, 60, 500, 640, 530, WOOD, 4)
    for x in (90, 590):
        _box(draw, x, 530, x + 20, 690, WOOD)
    for x in (800, 1040):
        _disc(draw, x, 600, 90, ROOF)
        _disc(draw, x, 600, 78, "#d8c3a5")
    frame = [(800, 594), (880, 470), (1000, 470), (1040, 594)]
    _shape(draw, [*frame, (1026, 594), (992, 484), (892, 484), (814, 600)], MAROON)
    _box(draw, 150, 440, 270, 500, BLUE, 8)
    _disc(draw, 420, 470, 36, OCHRE)
    _person(draw, 720, 700, 0, 1.5)


def music(draw: Draw) -> None:
    """A small stage under the trees, and people on the grass."""
    _outside(draw)
    _tree(draw, 130, 470, 1.8)
    _tree(draw, 1080, 470, 1.9)
    _box(draw, 380, 430, 820, 470, WOOD, 4)
    _box(draw, 390, 250, 402, 430, ROOF)
    _box(draw, 798, 250, 810, 430, ROOF)
    _shape(draw, [(360, 262), (600, 180), (840, 262)], MAROON)
    for number, x in enumerate((490, 600, 710)):
        _person(draw, x, 432, number + 3)
    for number, x in enumerate(range(150, 1100, 150)):
        _person(draw, x, 680 - 30 * (number % 2), number, 1.1)


SCENES: dict[str, Callable[[Draw], None]] = {
    scene.__name__: scene for scene in (field, square, oven, meeting, crossing, garden, workshop, music)
}


def picture(name: str) -> bytes:
    """This scene as a JPEG."""
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), SKY)
    SCENES[name](ImageDraw.Draw(image))
    out = BytesIO()
    image.reduce(FINE).save(out, "JPEG", quality=88)
    return out.getvalue()
