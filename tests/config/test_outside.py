"""What the platform asks of others is off, and a wrong address is refused before the platform starts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.config.test_settings import ROOT, machine, refused, start

__all__ = ["machine"]

SHOW = """
from django.conf import settings
print(repr(settings.MAP_TILES), repr(settings.MAP_TILES_CREDIT), repr(settings.GEOCODER))
"""
PDOK = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png"


def test_nothing_is_asked_of_others_until_it_is_set(machine: Path) -> None:
    assert start(machine, show=SHOW) == "'' '' ''"
    told = {"MAP_TILES": PDOK, "MAP_TILES_CREDIT": "Kadaster"}
    told |= {"GEOCODER": "https://api.pdok.nl/bzk/locatieserver/search/v3_1"}
    kept = f"'{PDOK}' 'Kadaster' 'https://api.pdok.nl/bzk/locatieserver/search/v3_1/'"
    assert start(machine, show=SHOW, **told) == kept


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("MAP_TILES", {"MAP_TILES": "http://tegels.example/{z}/{x}/{y}.png"}),
        ("MAP_TILES", {"MAP_TILES": "https://tegels.example/{z}/{x}.png"}),
        ("MAP_TILES", {"MAP_TILES": "https://tegels.example/{z}/{x}/{y}/{s}.png"}),
        ("MAP_TILES", {"MAP_TILES": "https://{z}.example/{x}/{y}.png"}),
        ("MAP_TILES_CREDIT", {"MAP_TILES": PDOK}),
        ("GEOCODER", {"GEOCODER": "http://geocoder.example/"}),
    ],
)
def test_an_address_that_cannot_work_is_refused(machine: Path, name: str, told: dict[str, str]) -> None:
    shutil.copy(ROOT / "manage.py", machine)
    said = refused(machine, "manage.py", "check", **told)
    assert f"De instelling {name} klopt niet" in said
