"""The inbox, row by row: with whom the ball lies, what comes next, and where one begins."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Seat
from middenstip.journeys import assess_initiative, leave, stop_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import Cast, person, submitted, taken
from tests.web.at_the_door import walk_in

Told = tuple[str, str, bool, str]


def inbox(cast: Cast, actor: Actor, name: str = "alles") -> Any:
    """What stands in a bin for this reader, now."""
    with clock.frozen(cast.at):
        return walk_in(actor).get("/balie/", {"bak": name}).context


def rows(cast: Cast, name: str = "alles") -> tuple[Told, Told]:
    """The one case in the inbox of Samira and in that of Yara: whose ball, whether theirs, what is next."""
    found = [inbox(cast, actor, name)["cases"] for actor in (cast.samira, cast.yara)]
    first, second = (
        (row["ball_text"], row["ball_note"], row["is_mine"], row["step_text"]) for (row,) in found
    )
    return first, second


def both(*told: Any) -> tuple[Any, Any]:
    return told, told


def start(cast: Cast) -> Case:
    case = taken(cast)
    for actor in (cast.samira, cast.marijke):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    return case


def no_box(cast: Cast) -> Case:
    told = {
        "outcome": "no_box",
        "answer": "Dit is nieuw.",
        "connector": Seat.objects.get(pk=cast.yara.seat_id),
    }
    return assess_initiative.decide(by=cast.samira, case=start(cast), **told, at=cast.tick())


def end_roles(cast: Cast, actor: Actor) -> None:
    for grant in Grant.objects.filter(seat=actor.seat_id):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())


def test_a_row_says_with_whom_the_ball_lies_and_what_they_do(cast: Cast) -> None:
    case = submitted(cast).case
    assert rows(cast) == both("niemand", "", False, "Iemand van de balie neemt dit idee aan.")
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    step = "Praat met elkaar en bevestig allebei hoe jullie beginnen."
    assert rows(cast) == (("jou", "", True, step), ("Samira Haddou en Marijke Wolterink", "", False, step))
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    step = "Lees de startverklaring en bevestig haar."
    assert rows(cast) == both("Marijke Wolterink", "initiatiefnemer", False, step)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    step = "Geef antwoord op het idee."
    assert rows(cast) == (("jou", "", True, step), ("Samira Haddou", "behandelaar", False, step))
    intake.write_note(by=cast.samira, case=case, text="We belden.", next_step="Bel de buren", at=cast.tick())
    assert rows(cast)[0] == ("jou", "", True, "Bel de buren")
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert rows(cast) == both("het initiatief", "", False, "Heeft antwoord en gaat verder")
    initiative = Initiative.objects.select_related("area").get()
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    assert rows(cast, "klaar") == both("niemand", "", False, "Gestopt")


def test_a_row_leads_to_its_case_and_is_offered_only_while_it_is_nobodys(cast: Cast) -> None:
    new, mine = submitted(cast, "Nieuw").case, taken(cast)
    found = {row["title"]: row for row in inbox(cast, cast.samira)["cases"]}
    url, own = f"/balie/zaak/{new.public_id}/", f"/balie/zaak/{mine.public_id}/"
    assert {title: (row["url"], row["take_url"]) for title, row in found.items()} == {
        "Nieuw": (url, f"{url}neem/"),
        "Voedselbos Lettele": (own, ""),
    }
    assert {row["who_text"] for row in found.values()} == {"Marijke Wolterink, Lettele"}


def test_who_was_erased_is_somebody_who_left_in_every_list(cast: Cast) -> None:
    submitted(cast)
    waits = taken(cast)
    intake.confirm_start(by=cast.samira, case=waits, at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    context = inbox(cast, cast.samira)
    assert {row["who_text"] for row in context["cases"]} == {"Iemand die wegging, Lettele"}
    assert [row["who"] for row in context["new"]] == ["Iemand die wegging, Lettele"]
    assert list(inbox(cast, cast.samira, "wacht")["cases"]) == []  # nobody waits for who is gone
    (row,) = inbox(cast, cast.samira, "van-mij")["cases"]
    assert (row["ball_text"], row["step_text"]) == (
        "jou",
        "De initiatiefnemer is weg. Sluit dit initiatief af.",
    )


def test_what_fits_in_no_box_lies_with_the_verbinder(cast: Cast) -> None:
    no_box(cast)
    step = "Dit past in geen hokje. Zoek mensen en een plek die hierbij passen."
    assert rows(cast) == (("Yara Timmer", "verbinder", False, step), ("jou", "", True, step))
    end_roles(cast, cast.yara)
    (row,) = inbox(cast, cast.samira, "nieuw")["cases"]
    assert (row["ball_text"], row["step_text"]) == (
        "niemand",
        "Een andere verbinder zoekt verder naar de weg.",
    )


@pytest.mark.parametrize(
    ("days", "moved", "note", "still"),
    [
        (0, "Vandaag", "2 nov", ""),
        (1, "Gisteren", "2 nov", ""),
        (13, "13 dagen geleden", "2 nov", ""),
        (14, "14 dagen geleden", "sinds 2 nov", "14 dagen stil"),
        (300, "300 dagen geleden", "sinds 2 nov 2026", "300 dagen stil"),
        (301, "301 dagen geleden", "sinds 2 nov 2026", "301 dagen stil"),
    ],
)
def test_a_row_says_for_how_long_nothing_moved(
    cast: Cast, days: int, moved: str, note: str, still: str
) -> None:
    taken(cast)
    cast.tick(days=days)
    (row,) = inbox(cast, cast.samira)["cases"]
    assert (row["moved_text"], row["moved_note"], row["still_text"]) == (moved, note, still)


def test_what_the_desk_answered_is_never_still(cast: Cast) -> None:
    case = start(cast)
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    cast.tick(days=20)
    (row,) = inbox(cast, cast.samira)["cases"]
    assert (row["moved_text"], row["moved_note"], row["still_text"]) == ("20 dagen geleden", "2 nov", "")


def first(cast: Cast, actor: Actor) -> tuple[str, str, str]:
    """Begin hier: who waits, what is asked, and the button."""
    found = inbox(cast, actor)["first"]
    return found["text"], found["ask"], found["action"]


def test_one_begins_with_what_waits_longest_for_oneself(cast: Cast) -> None:
    assert inbox(cast, cast.samira)["first"] is None
    case = taken(cast)
    today = "Vandaag is hier iets gebeurd."
    talk = "Praat met elkaar en bevestig allebei hoe jullie beginnen."
    assert first(cast, cast.samira) == (today, talk, "Lees en bevestig")
    found = inbox(cast, cast.samira)["first"]
    assert (found["title"], found["url"]) == ("Voedselbos Lettele", f"/balie/zaak/{case.public_id}/")
    told = {"text": "We belden.", "next_step": "Bel de buren."}
    intake.write_note(by=cast.samira, case=case, **told, at=cast.tick())
    assert first(cast, cast.samira) == (today, "Bel de buren.", "Lees en bevestig")
    for actor in (cast.samira, cast.marijke):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    cast.tick(days=1)
    waits = "Marijke Wolterink wacht 1 dag op jou."
    assert first(cast, cast.samira) == (waits, "Bel de buren.", "Geef Marijke antwoord")
    Case.objects.update(next_step="")
    cast.tick(days=1)
    waits = "Marijke Wolterink wacht 2 dagen op jou."
    assert first(cast, cast.samira) == (waits, "Geef antwoord op het idee.", "Geef Marijke antwoord")


def test_a_verbinder_begins_with_looking_for_the_way(cast: Cast) -> None:
    no_box(cast)
    ask = "Dit past in geen hokje. Zoek mensen en een plek die hierbij passen."
    assert first(cast, cast.yara) == ("Vandaag is hier iets gebeurd.", ask, "Open een tafel")
    assert inbox(cast, cast.samira)["first"] is None


def test_what_is_nobodys_says_who_told_it_when_and_who_left_it(cast: Cast) -> None:
    case = submitted(cast).case
    cast.tick(days=1)
    new = {
        "title": "Voedselbos Lettele",
        "who": "Marijke Wolterink, Lettele",
        "when": "gisteren",
        "left": "",
    } | {"late_text": ""}
    (row,) = inbox(cast, cast.samira)["new"]
    url = f"/balie/zaak/{case.public_id}/"
    assert row == new | {"url": url, "on_paper": False, "take_url": f"{url}neem/"}
    assert inbox(cast, cast.yara)["new"][0]["take_url"] == ""
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    end_roles(cast, cast.samira)
    (row,) = inbox(cast, cast.yara)["new"]
    assert (row["left"], row["take_url"]) == ("de behandelaar is weg", "")


def test_what_a_verbinder_left_is_taken_by_another_verbinder(cast: Cast) -> None:
    case = no_box(cast)
    grant = Grant.objects.get(seat=cast.yara.seat_id)
    end_roles(cast, cast.yara)
    parties.appoint(
        seat=Seat.objects.get(pk=cast.ilse.seat_id), role=grant.role, area=grant.area, at=cast.tick()
    )
    (row,) = inbox(cast, cast.ilse)["new"]
    assert (row["left"], row["take_url"]) == ("de verbinder is weg", f"/balie/zaak/{case.public_id}/zoek/")
    (row,) = inbox(cast, cast.samira)["new"]
    assert (row["left"], row["take_url"]) == ("de verbinder is weg", "")


def test_the_bins_lead_to_their_rows_and_the_chosen_one_says_so(cast: Cast, settings: Any) -> None:
    settings.PAGE_SIZE = 1
    for title in ("Een", "Twee"):
        assess_initiative.take(by=cast.samira, case=submitted(cast, title).case, at=cast.tick())
    samira = walk_in(cast.samira)
    context = samira.get("/balie/").context
    assert context["lead"] == "2 zaken zijn van jou."
    assert [(tab["label"], tab["url"], tab["current"]) for tab in context["tabs"]] == [
        ("Van mij", "/balie/", True),
        ("Van niemand", "/balie/?bak=nieuw", False),
        ("Wacht op de ander", "/balie/?bak=wacht", False),
        ("Past in geen hokje", "/balie/?bak=geen-hokje", False),
        ("Alles wat loopt", "/balie/?bak=alles", False),
        ("Klaar", "/balie/?bak=klaar", False),
    ]
    assert context["first_url"] == ""
    second = samira.get(context["next_url"]).context
    assert ([row["title"] for row in second["cases"]], second["next_url"]) == (["Twee"], "")
    assert second["first_url"] == "/balie/"
    all_of_them = samira.get("/balie/?bak=alles").context
    assert [row["title"] for row in all_of_them["cases"]] == ["Twee"]
    older = samira.get(all_of_them["next_url"]).context
    assert [row["title"] for row in older["cases"]] == ["Een"]
    assert (older["first_url"], older["chosen"]) == ("/balie/?bak=alles", "alles")
    assert [tab["current"] for tab in older["tabs"]] == [False, False, False, False, True, False]


def test_who_only_looks_for_ways_types_nothing_in_from_paper(cast: Cast) -> None:
    assert [inbox(cast, actor)["may_type_in"] for actor in (cast.samira, cast.yara)] == [True, False]
    assert "Er staat geen zaak op jouw naam." in walk_in(cast.yara).get("/balie/").text
