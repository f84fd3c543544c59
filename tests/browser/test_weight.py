"""A first visit must be small: measured as compressed bytes, as the server sends them."""

from __future__ import annotations

import gzip
import re
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client, override_settings
from PIL import Image, ImageFilter
from playwright.sync_api import Response

from middenstip.demo.history import play
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.files import services as files
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.rooms import holders
from middenstip.kernel import clock
from tests.browser.street import Street
from tests.cast import Cast, submitted
from tests.domain.files.made import upload

pytestmark = pytest.mark.browser
BUILT = Path(__file__).parents[2] / "build" / "web" / "middenstip"
FONT = "middenstip/source-sans-3.woff2"  # referred to by the style sheet


def on_the_wire(name: str) -> int:
    """Bytes of a static file as it is sent: brotli, unless it is packed already."""
    found = finders.find(name)
    assert isinstance(found, str), f"{name} is not built: make build"
    plain = Path(found).read_bytes()
    return len(plain) if name.endswith(".woff2") else len(brotli.compress(plain))


def test_style_and_script_are_small() -> None:
    """The style sheet for all pages has a limit, and so has the additional one of a group of pages."""
    assert on_the_wire("middenstip/site.css") <= 16_000
    assert on_the_wire("middenstip/site.js") <= 5_000
    groups = [path.stem for path in BUILT.glob("*.css") if path.stem != "site"]
    assert groups
    assert [name for name in groups if on_the_wire(f"middenstip/{name}.css") > 8_000] == []


@override_settings(DEMO=True)
@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/gebied/GM0150/", "/initiatieven/"])
def test_a_first_visit_is_under_100_kb(path: str) -> None:
    call_command("import_areas", compact=AREA, only="GM0150", active=True, verbosity=0)
    play(clock.now())
    sent = Client(headers={"accept-encoding": "gzip"}).get(path)
    page = gzip.decompress(sent.content)
    files = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode())) | {FONT}
    weights = {name: on_the_wire(name) for name in files} | {"page": len(sent.content)}
    assert {"middenstip/site.css", "middenstip/site.js"} <= files
    assert sum(weights.values()) <= 100_000, weights


def busy_photo(number: int) -> bytes:
    """A photo full of leaves, so to say: much in it, and never the same."""
    image = Image.effect_noise((1600, 1200), 90 + number).filter(ImageFilter.GaussianBlur(3)).convert("RGB")
    out = BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


def show(cast: Cast, initiative: Initiative, number: int) -> None:
    told = {"holder": holders()["initiative"], "thing": initiative, "subject": initiative.public_id}
    told |= {"upload": upload(busy_photo(number)), "alt": "Een bos vol blad.", "has_consent": True}
    files.add_file(by=cast.marijke, **told, at=cast.tick())


@pytest.mark.parametrize("width", [360, 1280])
def test_a_first_visit_with_photos_is_under_250_kb(street: Street, cast: Cast, width: int) -> None:
    """Three in ten ideas have a photo; what a browser does not load yet does not count."""
    for number in range(25):
        initiative = submitted(cast, f"Plan {number}")
        if number % 10 in (0, 3, 6):
            show(cast, initiative, number)
    settle_files(clock.now())
    for path in ("/initiatieven/", f"/initiatief/{Initiative.objects.earliest('pk').public_id}/"):
        assert _first_visit(street, path, width) <= 250_000


def _first_visit(street: Street, path: str, width: int) -> int:
    """Bytes on the wire of everything that this page loads by itself."""
    page, photos, files = street.window(width=width), {}, {FONT}

    def note(answer: Response) -> None:
        name = answer.url.partition("/static/")[2]
        if name:
            files.add(name)
        elif answer.url.endswith(".webp"):
            photos[answer.url] = len(answer.body())

    page.on("response", note)
    page.goto(path, wait_until="networkidle")
    assert photos
    text = len(gzip.compress(page.content().encode()))
    return text + sum(photos.values()) + sum(map(on_the_wire, files))
