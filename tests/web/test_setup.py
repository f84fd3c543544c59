"""An administrator sets up the platform, and everybody sees it at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from middenstip.domain.moderation.models import HOUSE_RULES
from middenstip.domain.site.models import Site
from middenstip.journal.models import Entry
from tests.cast import Cast
from tests.web.at_the_door import Visitor, walk_in

pytestmark = pytest.mark.django_db


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return str(answer.content.decode())


def told(client: Client, url: str, **data: Any) -> str:
    """The page after the form was sent; the refusal when it was refused."""
    answer = client.post(url, data, follow=True)
    assert answer.status_code in (200, 409, 422), url
    return str(answer.content.decode())


def test_an_administrator_changes_the_front_page_and_the_rules(cast: Cast) -> None:
    noor, visitor = walk_in(cast.noor), Visitor()
    assert "Tekst van de voordeur" in page(noor, "/beheer/")
    assert "/beheer/" not in page(walk_in(cast.marijke), "/")
    told(noor, "/beheer/voordeur/", title="Welkom in Deventer", lead="Wat doen we samen?")
    front = page(visitor, "/")
    assert "Welkom in Deventer" in front
    assert "Wat doen we samen?" in front
    assert "Welkom in Deventer" not in page(visitor, "/gebied/WK015014/")
    assert "ooguit 80" in told(noor, "/beheer/voordeur/", title="x" * 81)
    told(noor, "/beheer/spelregels/", lead="Zo doen we dat hier.", respect="Ook als je boos bent.")
    rules = page(visitor, "/spelregels/")
    assert "Zo doen we dat hier." in rules
    assert "Ook als je boos bent." in rules
    assert HOUSE_RULES["privacy"].text in rules
    assert [entry.data["what"] for entry in Entry.objects.filter(kind="site.changed")] == ["front", "rules"]
    told(noor, "/beheer/spelregels/", lead="Zo doen we dat hier.", respect="Ook als je boos bent.")
    assert Entry.objects.filter(kind="site.changed").count() == 2  # the same twice changes nothing
    told(noor, "/beheer/voordeur/", title="", lead="")
    assert "Welkom in Deventer" not in page(visitor, "/")


def test_a_colour_that_cannot_be_read_is_refused_with_its_contrast(cast: Cast) -> None:
    noor, visitor = walk_in(cast.noor), Visitor()
    assert "huisstijl" not in page(visitor, "/over/")
    refused = told(noor, "/beheer/huisstijl/", main="#00a0e1", ball="#ffee99")
    assert "Deze kleur heeft 2,3 : 1 contrast. Voor letters is 4,5 : 1 nodig." in refused
    assert "contrast met wit. Voor een merkje is 3,0 : 1 nodig." in refused
    assert "zes cijfers of letters" in told(noor, "/beheer/huisstijl/", main="blauw")
    assert "zes cijfers of letters" in told(noor, "/beheer/huisstijl/", ball="red")
    assert not Site.objects.exclude(main_colour="").exists()
    accepted = told(noor, "/beheer/huisstijl/", main="#1A4F8B", ball="#b33c00")
    assert "nodig is 4,5 : 1" in accepted
    home = page(visitor, "/over/")
    sheet = home.partition("/huisstijl/")[2].partition('"')[0]
    answer = visitor.get(f"/huisstijl/{sheet}")
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "--ms-merk-500:#1a4f8b;" in answer.content.decode()
    assert "--bal:#b33c00;" in answer.content.decode()
    assert visitor.get("/huisstijl/anders.css").headers["Cache-Control"] == "no-store"
    told(noor, "/beheer/huisstijl/", main="", ball="")
    assert visitor.get(f"/huisstijl/{sheet}").status_code == 404


def test_the_logo_is_asked_with_the_form_of_files(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    form = noor.post("/beheer/huisstijl/logo/", follow=True)
    assert form.status_code == 200
    assert form.redirect_chain[-1][0] == f"/bestanden/site/{Site.objects.get().public_id}/erbij/"
    assert walk_in(cast.marijke).get(form.redirect_chain[-1][0]).status_code == 403


def test_another_gemeente_takes_part_and_becomes_the_front_page(cast: Cast) -> None:
    noor, visitor = walk_in(cast.noor), Visitor()
    found = page(noor, "/beheer/gebieden/?q=roer")
    assert "Laat meedoen" in found
    assert "Geen gemeente gevonden" in page(noor, "/beheer/gebieden/?q=lettele")
    assert "Roermond doet mee." in told(noor, "/beheer/gebieden/GM0957/", mee="1")
    told(noor, "/beheer/gebieden/GM0957/", mee="1")
    assert Entry.objects.filter(kind="area.opened").count() == 1
    assert noor.post("/beheer/gebieden/WK015014/", {"mee": "1"}).status_code == 409
    told(noor, "/beheer/gebieden/", home="GM0957")
    assert "Dit gebeurt er in Roermond" in page(visitor, "/")
    assert noor.post("/beheer/gebieden/GM0957/", {"mee": "0"}).status_code == 409
    told(noor, "/beheer/gebieden/", home="")
    assert "Dit gebeurt er in Deventer" in page(visitor, "/")
    assert "doet niet meer mee" in told(noor, "/beheer/gebieden/GM0957/", mee="0")
    assert noor.post("/beheer/gebieden/", {"home": "WK015014"}).status_code == 422


def _last_screen(client: Client) -> str:
    told = {"what": "Een bos.", "title": "Bos", "where": "geen", "act": "next", "step": "2", "why": ""}
    return str(client.post("/initiatieven/nieuw/", told).content.decode())


def test_only_the_chosen_themes_are_offered(cast: Cast) -> None:
    noor, gerrit = walk_in(cast.noor), walk_in(cast.gerrit)
    assert "verkeer" in _last_screen(gerrit)
    assert "minstens één thema" in told(noor, "/beheer/themas/", key="one")
    told(noor, "/beheer/themas/", themes=["natuur-en-milieu", "wonen"])
    form = _last_screen(gerrit)
    assert 'value="verkeer"' not in form
    assert "natuur-en-milieu" in form


def test_people_are_found_by_name_function_or_organisation(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    everybody = page(noor, "/beheer/mensen/")
    assert cast.samira.name in everybody
    assert cast.yara.name in everybody
    found = page(noor, f"/beheer/mensen/?q={cast.samira.name.split()[0]}")
    assert cast.samira.name in found
    assert cast.yara.name not in found
    assert "Niemand gevonden" in page(noor, "/beheer/mensen/?q=zzz")
    assert noor.get("/beheer/mensen/?na=x").status_code == 400
    assert cast.samira.name not in page(noor, "/beheer/mensen/?na=1")


def test_figures_and_health_are_told_in_words(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    assert "Mensen met een account" in page(noor, "/beheer/cijfers/")
    health = page(noor, "/beheer/gezondheid/")
    assert "Database" in health
    assert "Vrij op de schijf" in health
