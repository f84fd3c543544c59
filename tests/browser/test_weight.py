"""A first visit must be small: measured as compressed bytes, as the server sends them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client, override_settings

from middenstip.demo.history import play
from middenstip.demo.management.commands.demo import AREA
from middenstip.kernel import clock

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
