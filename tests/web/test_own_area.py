"""Noor draws an own area, with a file or with text, and it has its tribune."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from middenstip.domain.areas.models import Area, Outline
from middenstip.journal.models import Entry
from middenstip.web.shared.place_choices import spots
from tests.cast import Cast
from tests.queries import at_most
from tests.web.at_the_door import page, walk_in

URL = "/gebied/GM0150/tekenen/"
RING = [[6.15, 52.25], [6.16, 52.25], [6.16, 52.26], [6.15, 52.26], [6.15, 52.25]]
SQUARE = {"type": "Polygon", "coordinates": [RING]}
FEATURE = {"type": "Feature", "properties": {}, "geometry": SQUARE}


def polygon(*points: object) -> str:
    return json.dumps({"type": "Polygon", "coordinates": [list(points)]})


@pytest.mark.parametrize(
    "outline",
    [SQUARE, FEATURE, {"type": "FeatureCollection", "features": [FEATURE]}],
    ids=lambda one: one["type"],
)
def test_an_area_that_is_pasted_has_its_tribune(cast: Cast, outline: object) -> None:
    noor = walk_in(cast.noor)
    assert "Teken een eigen gebied" in page(noor, "/mijn/")
    spots()
    assert "De Brink" not in page(noor, "/initiatieven/")
    answer = noor.post(URL, {"name": "De Brink", "geometry": json.dumps(outline, indent=1)})
    assert answer.headers["Location"] == "/gebied/EIGEN-DE-BRINK/"
    tribune = page(noor, answer.headers["Location"])
    assert "De Brink staat op de kaart." in tribune
    assert "ms-kaart__svg" in tribune
    assert "Dit gebeurt er in De Brink" in page(walk_in(None), "/gebied/EIGEN-DE-BRINK/")
    assert spots()[-1] == ("Zelf getekend", [("EIGEN-DE-BRINK", "De Brink")])
    assert '<option value="EIGEN-DE-BRINK">De Brink</option>' in page(noor, "/initiatieven/")
    assert Entry.objects.get(kind="area.drawn").actor == cast.noor.person_public_id


def test_a_file_does_the_same_and_the_same_name_moves_the_border(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    noor.post(URL, {"name": "De Brink", "geometry": json.dumps(SQUARE)})
    page(noor, "/gebied/EIGEN-DE-BRINK/")  # kept in the cache from now on
    moved = polygon(*[[lon + 0.1, lat] for lon, lat in RING]).encode("utf-8-sig")
    file = SimpleUploadedFile("brink.geojson", moved)
    assert noor.post(URL, {"name": "De Brink", "file": file}).status_code == 302
    area = Area.objects.get(kind="eigen")
    assert area.lon
    assert 6.25 < area.lon < 6.26


@pytest.mark.parametrize(
    ("outline", "sentence"),
    [
        ("", "Wijs de hoeken aan, of plak de grens."),
        ('{"type": "Polygon",\n "coordinates": [[[6, 52], }', "Kijk bij regel 2, kolom 28."),
        ("[" * 100_000, "Dit is geen GeoJSON."),
        ('{"type": "Point", "coordinates": [6, 52]}', "Dit is geen vlak."),
        ("[]", "Dit is geen vlak."),
        ('{"type": "Polygon"}', "Dit is geen vlak."),
        ('{"type": "Polygon", "coordinates": {}}', "De punten staan niet in lijsten."),
        ('{"type": "Polygon", "coordinates": []}', "Het vlak heeft geen rand."),
        ('{"type": "FeatureCollection", "features": []}', "Er staan 0 gebieden in."),
        ('{"type": "Polygon", "coordinates": [[[NaN, 52]]]}', "Er staat NaN in. Dat is geen getal."),
        (polygon(*RING[:2], ["6.1", 52], *RING[3:]), "Lijn 1, punt 3: hier horen twee getallen te staan."),
        (polygon([207_000, 474_000], *RING[1:]), "Lijn 1, punt 1: dit zijn geen graden."),
        (polygon(*([y, x] for x, y in RING)), "Lijn 1, punt 1: de breedte staat voor de lengte."),
        (polygon(*RING[:2]), "Lijn 1 heeft te weinig punten."),
        (polygon(*RING[:4]), "Lijn 1 is niet gesloten."),
        (polygon(RING[0], RING[1], RING[1], RING[0]), "Teken een gesloten vlak"),
        (polygon(*[[lon - 3, lat] for lon, lat in RING]), "Dit vlak ligt niet in Deventer."),
        ("[" + "1," * 260_000 + "1]", "500000"),
    ],
    ids=lambda one: str(one)[:40],
)
def test_a_mistake_is_named_and_nothing_is_half_imported(cast: Cast, outline: str, sentence: str) -> None:
    city = Area.objects.get(code="GM0150")
    border = [[6.0, 52.2], [6.4, 52.2], [6.4, 52.4], [6.0, 52.4], [6.0, 52.2]]
    geometry = {"type": "Polygon", "coordinates": [border]}
    Outline(area=city, geometry=geometry, source="CBS", year=2024).store()
    answer = walk_in(cast.noor).post(URL, {"name": "De Brink", "geometry": outline})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="De Brink"' in answer.text
    assert Area.objects.filter(kind="eigen").count() == 0
    assert Entry.objects.filter(kind="area.drawn").count() == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Wijs de hoeken aan, of plak de grens."),
        (b"\x89PNG\r\n\x1a\n", "Dit bestand is geen tekst."),
        (b"{\x00}", "Dit bestand is geen tekst."),
        (b" " * 500_001, "Dit bestand is te groot."),
        (b"<html>", "Kijk bij regel 1, kolom 1."),
    ],
    ids=["empty", "picture", "nul", "large", "page"],
)
def test_a_file_that_is_not_what_it_says_is_refused(cast: Cast, content: bytes, sentence: str) -> None:
    file = SimpleUploadedFile("brink.geojson", content)
    answer = walk_in(cast.noor).post(URL, {"name": "De Brink", "file": file})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'href="#id_file"' in answer.text


def test_a_name_needs_letters_and_only_an_administrator_draws(cast: Cast) -> None:
    nameless = walk_in(cast.noor).post(URL, {"name": "!!", "geometry": json.dumps(SQUARE)})
    assert nameless.status_code == 422
    assert "Geef het gebied een naam" in nameless.text
    refused = walk_in(cast.samira).get(URL)
    assert refused.status_code == 403
    assert "Alleen een beheerder van dit gebied" in refused.text
    noor = walk_in(cast.noor)
    noor.post(URL, {"name": "De Brink", "geometry": json.dumps(SQUARE)})
    assert "Dit gebied is zelf getekend." in noor.get("/gebied/EIGEN-DE-BRINK/tekenen/").text
    assert noor.get("/gebied/GM9999/tekenen/").status_code == 404


def test_drawing_costs_little(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    noor.get(URL)
    with at_most(6):
        noor.get(URL)
    with at_most(14):
        noor.post(URL, {"name": "De Brink", "geometry": json.dumps(SQUARE)})
