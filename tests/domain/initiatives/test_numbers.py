"""Numbers that people say (LET-12): one each, counted per area, kept for ever."""

from __future__ import annotations

import importlib
from itertools import islice
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Numbering
from middenstip.domain.initiatives.models.number import letters_of
from middenstip.domain.initiatives.services import Change, Spot
from middenstip.journeys import change_initiative, submit_initiative
from middenstip.kernel.ids import LETTERS, typed_number
from middenstip.kernel.verdict import NotNow
from tests.cast import Cast, draft, submitted
from tests.journeys.test_voting_at_once import WINDOWS, at_once


def test_the_ideas_of_a_village_are_counted_from_one(cast: Cast) -> None:
    assert [submitted(cast, title).number for title in ("Bos", "Bank", "Brug")] == ["LET-1", "LET-2", "LET-3"]
    assert Numbering.objects.values_list("area__name", "letters", "last").get() == ("Lettele", "LET", 3)


def test_a_draft_has_no_number_until_it_is_sent(cast: Cast) -> None:
    idea = draft(cast)
    assert (idea.number, Numbering.objects.count()) == (None, 0)
    submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())
    assert Initiative.objects.get().number == "LET-1"


def test_an_idea_told_at_once_and_an_idea_on_paper_are_counted_too(cast: Cast) -> None:
    submitted(cast)
    told: dict[str, Any] = {"texts": {"title": "Brug", "what": "Over de beek."}, "half": cast.marijke.half}
    area = Area.objects.get(name="Lettele")
    paper = submit_initiative.submit_on_paper(by=cast.samira, name="Oma", area=area, **told, at=cast.tick())
    assert paper.number == "LET-2"


def test_sending_twice_spends_one_number(cast: Cast) -> None:
    idea = draft(cast)
    submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())
    with pytest.raises(NotNow):
        submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())
    assert (Initiative.objects.get().number, submitted(cast, "Bank").number) == ("LET-1", "LET-2")


def test_an_idea_that_moves_keeps_its_number(cast: Cast) -> None:
    idea = submitted(cast)
    city = Area.objects.get(code="GM0150")
    told: dict[str, Any] = {"change": Change(spot=Spot(city)), "version": idea.version, "at": cast.tick()}
    change_initiative.change(by=cast.marijke, initiative=idea, **told)
    assert Initiative.objects.values_list("area__name", "number").get() == ("Deventer", "LET-1")
    assert submitted(cast, "Bank").number == "LET-2"


def test_a_number_outlives_its_area(cast: Cast) -> None:
    old = Area(code="EIGEN-LETTELE", kind="eigen", name="Lettele", year=2026)
    old.save()
    Numbering(area=old, letters="LET", last=4).store()
    old.delete()
    assert Numbering.objects.values_list("area", "letters", "last").get() == (None, "LET", 4)
    assert submitted(cast).number == "LEE-1"


def test_letters_have_no_i_and_no_o_and_begin_as_the_name_sounds() -> None:
    names = ["Lettele", "Okkenbroek", "Wijk 06 Bathmen", "De Hoven", "Dorp Diepenveen", "IJsselmuiden", "Één"]
    letters = ["LET", "KEN", "BAT", "HVE", "DEP", "JSE", "AAA"]
    assert [next(letters_of(name)) for name in names] == letters
    assert list(islice(letters_of("Lettele"), 3)) == ["LET", "LEE", "LEL"]
    assert set(LETTERS) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ") - set("IO")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("LET-12", "LET-12"),
        ("let 12", "LET-12"),
        (" Let12 ", "LET-12"),
        ("LET\N{EN DASH}012", "LET-12"),
        ("let.12", "LET-12"),
        ("LET-1O", "LET-10"),
        ("let i2", "LET-12"),
        ("LET-0", ""),
        ("LET", ""),
        ("LE-12", ""),
        ("hello", ""),
        ("letio", ""),
        ("OUD-12", ""),
        ("LET-12345678", ""),
        ("LET-12 en meer", ""),
    ],
)
def test_a_number_is_read_as_people_type_it(text: str, number: str) -> None:
    assert typed_number(text) == number


def test_existing_ideas_get_a_number_oldest_first(cast: Cast) -> None:
    first, second = submitted(cast, "Bos"), submitted(cast, "Bank")
    waiting = draft(cast, "Brug")
    Numbering.objects.all().delete()
    migration = importlib.import_module("middenstip.domain.initiatives.migrations.0009_numbers")
    Initiative.objects.filter(pk=first.pk).update(number="ZZZ-1")
    Initiative.objects.filter(pk=second.pk).update(number="ZZZ-2")
    migration.give_numbers(apps, SimpleNamespace(connection=connection))
    told = dict(Initiative.objects.values_list("pk", "number"))
    assert told == {first.pk: "LET-1", second.pk: "LET-2", waiting.pk: None}
    assert submitted(cast, "Boom").number == "LET-3"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time; PostgreSQL plays this"
)
def test_ideas_at_the_same_moment_never_share_a_number(cast: Cast) -> None:
    ideas = [draft(cast, f"Plan {number}") for number in range(3 * WINDOWS)]
    at = cast.tick()

    def sends(idea: Initiative) -> Any:
        return lambda: initiatives.submit_initiative(by=cast.marijke, initiative=idea, at=at)

    assert at_once([sends(idea) for idea in ideas]) == {"in": len(ideas)}
    numbers = set(Initiative.objects.values_list("number", flat=True))
    assert numbers == {f"LET-{number}" for number in range(1, len(ideas) + 1)}
