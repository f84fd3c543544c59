"""What each line of somebody's own place says: what to do, where it belongs, and by when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow
from middenstip.domain.parties.rules import HANDLER
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import Cast, agreement, draft, proposed, seat_of, signed, submitted, table, taken
from tests.web.at_the_door import walk_in

WORD = "woordwoor "
IDEA, TABLE = "Voedselbos Lettele", "Een voedselbos voor Lettele"


def own_place(cast: Cast, actor: Actor) -> Any:
    """What stands at the own place of this person, now."""
    with clock.frozen(cast.at):
        return walk_in(actor).get("/mijn/").context


def waits(cast: Cast, actor: Actor) -> list[tuple[str, str, str, str]]:
    """What waits: the sentence, the button, where it leads, and where it belongs."""
    rows = own_place(cast, actor)["waiting"]
    return [(row["title"], row["action"], row["url"], row["context_text"]) for row in rows]


def plan(cast: Cast, text: str, due_on: date | None = None) -> Action:
    case = Case.objects.first() or taken(cast)
    return intake.plan_action(by=cast.marijke, case=case, text=text, due_on=due_on, at=cast.tick())


def test_an_idea_leads_to_its_page_and_an_offer_to_who_takes_part(cast: Cast) -> None:
    url = f"/initiatief/{draft(cast).public_id}/"
    assert waits(cast, cast.marijke) == [
        ("Maak je idee af en verstuur het.", "Ga verder", url, f"{IDEA} · Lettele")
    ]
    idea = submitted(cast, "Een pad")
    told = {"brings": "Ik snoei.", "gets": "", "fears": "", "has_read": True}
    initiatives.offer_help(by=cast.gerrit, initiative=idea, **told, at=cast.tick())
    title, url = "Geef antwoord op een aanbod om te helpen: Ik snoei.", f"/initiatief/{idea.public_id}/#wie"
    assert (title, "Lees het aanbod", url, "Een pad") in waits(cast, cast.marijke)


def test_a_case_leads_to_the_desk(cast: Cast) -> None:
    case = taken(cast)
    url = f"/balie/zaak/{case.public_id}/"
    talk = "Praat met elkaar en bevestig allebei hoe jullie beginnen."
    start = (talk, "Lees en bevestig", f"{url}#start", IDEA)
    assert waits(cast, cast.marijke) == waits(cast, cast.samira) == [start]
    for actor in (cast.marijke, cast.samira):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    intake.write_note(by=cast.samira, case=case, text="We belden.", next_step="Bel de buren", at=cast.tick())
    answer = ("Bel de buren", "Geef antwoord", f"{url}#uitslag", IDEA)
    assert waits(cast, cast.samira) == [answer]
    action = plan(cast, "Maai het gras")
    assert waits(cast, cast.marijke) == [("Doe: Maai het gras", "Ga naar de zaak", url, IDEA)]
    intake.ask_carry(by=cast.marijke, action=action, to=seat_of(cast.bas), until=cast.day(9), at=cast.tick())
    assert waits(cast, cast.bas) == [("Neem je dit over? Maai het gras", "Geef antwoord", url, IDEA)]
    intake.carry_action(by=cast.bas, action=action, until=cast.day(5), at=cast.tick())
    cast.tick(days=5)
    assert waits(cast, cast.marijke) == []
    cast.tick(days=1)
    back = ("De tijd is om, neem het terug: Maai het gras", "Ga naar de zaak", url, IDEA)
    assert waits(cast, cast.marijke) == [back]


def test_a_table_leads_to_the_table(cast: Cast) -> None:
    goal = table(cast)
    url = f"/opgave/{goal.public_id}/"
    write, about = "Schrijf je eigen doel op. Daarna gaan de briefjes tegelijk open.", f"{TABLE} · {IDEA}"
    letter = (write, "Schrijf je briefje", f"{url}#mijn-briefje", about)
    assert waits(cast, cast.ilse) == [letter]
    goals.invite_seat(by=cast.ilse, goal=goal, seat=seat_of(cast.yara), at=cast.tick())
    assert waits(cast, cast.yara) == [(f"Je bent gevraagd aan tafel: {TABLE}", "Bekijk de tafel", url, IDEA)]
    goal = proposed(cast)
    answer = (
        "Zeg ja, ‘nee, tenzij’ of nee tegen het doel.",
        "Geef je antwoord",
        f"/opgave/{goal.public_id}/#mijn-antwoord",
        about,
    )
    assert answer in waits(cast, cast.ilse)


def test_an_agreement_leads_to_the_agreement(cast: Cast) -> None:
    made = agreement(cast)
    url, what = f"/afspraak/{made.public_id}/", "De grond is schoon en klaar om te planten."
    assert waits(cast, cast.ilse) == [
        (f"Lees en teken de afspraak: {what}", "Lees en teken", f"{url}#tekenen", IDEA)
    ]


def test_a_promise_says_until_when_and_then_how_late_it_is(cast: Cast) -> None:
    made = signed(cast)
    url, what = f"/afspraak/{made.public_id}/", "De grond is schoon en klaar om te planten."
    cast.tick(days=100)
    (promise,) = own_place(cast, cast.ilse)["promises"]
    told = {"id": made.public_id, "title": what, "context": IDEA, "due": "10 februari 2027", "url": url}
    assert promise == told | {"late": ""}
    asked = [(f"Is dit gedaan? {what}", "Geef antwoord", f"{url}#sluiten", IDEA)]
    assert [waits(cast, one) for one in (cast.marijke, cast.ilse)] == [asked, asked]
    cast.tick(days=1)
    (promise,) = own_place(cast, cast.ilse)["promises"]
    assert promise == told | {"late": "1 dag te laat"}


@pytest.mark.parametrize(
    ("due", "when", "is_late"),
    [(None, "", False), (1, "Dinsdag 3 november", False), (0, "1 dag te laat", True)],
)
def test_a_line_says_by_when(cast: Cast, due: int | None, when: str, is_late: bool) -> None:
    plan(cast, "Bel de buren", None if due is None else cast.day(due))
    cast.tick(days=0 if due is None else 1)
    rows = own_place(cast, cast.marijke)["waiting"]
    (row,) = (one for one in rows if one["title"] == "Doe: Bel de buren")
    assert (row["when_text"], row["is_late"]) == (when, is_late)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bel\n de  buren", "Bel de buren"),
        (WORD * 13 + "woordwoord", WORD * 13 + "woordwoord"),  # 140 characters
        (WORD * 13 + "woordwoorde", WORD * 13 + "…"),
        (WORD * 14 + "x", WORD * 13 + "…"),  # with the sign it would be longer again
    ],
)
def test_a_long_text_ends_after_a_whole_word(cast: Cast, text: str, shown: str) -> None:
    plan(cast, text)
    assert f"Doe: {shown}" in [title for title, *_ in waits(cast, cast.marijke)]


def test_what_waits_for_the_other_hat_says_so(cast: Cast) -> None:
    plan(cast, "Bel de buren")
    for actor in (cast.marijke, cast.samira):
        intake.confirm_start(by=actor, case=Case.objects.get(), at=cast.tick())
    client = walk_in(cast.samira)
    page = client.get("/mijn/").context
    assert ([row["hat"] for row in page["waiting"]], page["other_hats"]) == ([""], [])
    client.post("/mijn/zetel/", {"half": "bewoners", "area": "WK015014"})
    page = client.get("/mijn/").context
    (row,) = page["waiting"]
    assert (row["hat"], row["context_text"]) == (
        cast.samira.seat_public_id,
        f"{IDEA} · als {cast.samira.hat}",
    )
    assert [hat.hat for hat in page["other_hats"]] == [cast.samira.hat]
    assert [seat["hat"] for seat in page["seats"]] == [cast.samira.hat, "bewoner van Lettele"]


def test_roles_stand_in_one_order_each_with_its_place(cast: Cast) -> None:
    village = Area.objects.get(code="WK015014")
    parties.appoint(seat=seat_of(cast.yara), role=HANDLER, area=village, at=cast.tick())
    (seat,) = own_place(cast, cast.yara)["seats"]
    assert [(role["word"], role["place"]) for role in seat["roles"]] == [
        ("verbinder", "Deventer"),
        ("behandelaar", "Lettele"),
    ]


def test_what_is_followed_says_what_it_is_and_how_far(cast: Cast) -> None:
    idea = submitted(cast)
    for kind, target in (("area", "WK015014"), ("initiative", idea.public_id)):
        Follow.objects.create(person_id=cast.tarik.person_id, kind=kind, target=target, at=cast.at)
    assert own_place(cast, cast.tarik)["followed_first"] == [
        {"title": IDEA, "url": f"/initiatief/{idea.public_id}/", "note": "stap 1: idee"},
        {"title": "Lettele", "url": "/gebied/WK015014/", "note": "gebied"},
    ]
