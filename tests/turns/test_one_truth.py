"""Situations in which pages once contradicted each other about whose turn it is."""

from __future__ import annotations

from typing import Any

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal
from middenstip.domain.intake import services as intake
from middenstip.journeys import agree_goal, assess_initiative, open_goal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import Cast, proposed, seat_of, supported, table, taken
from tests.web.at_the_door import walk_in


def seen(cast: Cast, actor: Actor | None, url: str) -> Any:
    with clock.frozen(cast.at):
        return walk_in(actor).get(url)


def asked(cast: Cast, actor: Actor) -> list[str]:
    """The asks in this person's *Mijn*."""
    return [row["title"] for row in seen(cast, actor, "/mijn/").context["waiting"]]


def both_pages(cast: Cast, goal: Goal) -> list[tuple[str, str]]:
    """The ask on the page of the initiative and at the table, with the half where the ball is drawn."""
    initiative = goal.initiative
    assert initiative
    page = seen(cast, None, f"/initiatief/{initiative.public_id}/").context
    here = seen(cast, None, f"/opgave/{goal.public_id}/").context
    return [(page["ball"]["question"], page["ball"]["half"]), (here["ball"]["text"], here["ball_at"])]


def write_all(cast: Cast, goal: Goal, *actors: Actor) -> None:
    for actor in actors:
        goals.write_letter(by=actor, goal=goal, text="Groen.", at=cast.tick())


def test_when_all_letters_are_written_every_seat_is_asked_to_open_them(cast: Cast) -> None:
    goal, three = table(cast), (cast.marijke, cast.ilse, cast.bas)
    write_all(cast, goal, *three)
    ask = "Alle briefjes liggen klaar. Open ze, allemaal tegelijk."
    assert both_pages(cast, goal) == [(ask, "")] * 2
    assert [asked(cast, actor) for actor in three] == [[ask]] * 3
    assert "Open alle briefjes" in seen(cast, cast.bas, f"/opgave/{goal.public_id}/").text


def test_only_the_seat_that_has_not_written_is_asked(cast: Cast) -> None:
    goal = table(cast)
    write_all(cast, goal, cast.marijke, cast.ilse)
    ask = "Schrijf je eigen doel op. Daarna gaan de briefjes tegelijk open."
    assert both_pages(cast, goal) == [(ask, "ondernemers")] * 2
    assert [asked(cast, actor) for actor in (cast.marijke, cast.ilse, cast.bas)] == [[], [], [ask]]


def test_after_a_nee_tenzij_every_seat_is_asked_for_a_new_version(cast: Cast) -> None:
    goal, three = proposed(cast), (cast.marijke, cast.ilse, cast.bas)
    for actor, answer in zip(three, ("ja", "tenzij", "ja"), strict=True):
        agree_goal.answer(
            by=actor, goal=goal, number=1, answer=answer, condition="Een bankje.", at=cast.tick()
        )
    ask = "Niet iedereen zegt ja. Schrijf een versie die antwoord geeft op wat er gevraagd is."
    assert both_pages(cast, goal) == [(ask, "")] * 2
    assert [asked(cast, actor) for actor in three] == [[ask]] * 3
    title = seen(cast, None, f"/opgave/{goal.public_id}/").context["ball"]["title"]
    assert title == "De bal ligt bij wie aan tafel zit"


def test_an_empty_table_asks_nothing_of_the_initiator(cast: Cast) -> None:
    told = {"title": "Een bos", "question": "Waar?", "sit_down": False, "at": cast.tick()}
    goal = open_goal.open_goal(by=cast.samira, initiative=supported(cast), **told)
    assert both_pages(cast, goal) == [("Er zit nu niemand aan tafel. Wie wil, vraagt een stoel.", "")] * 2
    assert asked(cast, cast.marijke) == []
    assert "Schuif aan" in seen(cast, cast.marijke, f"/opgave/{goal.public_id}/").text


def test_when_only_the_initiator_confirmed_every_page_of_the_desk_names_one_step(cast: Cast) -> None:
    case = taken(cast)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    ask = "Bevestig hoe jullie beginnen."
    assert seen(cast, cast.samira, f"/balie/zaak/{case.public_id}/").context["stand"]["step"] == ask
    inbox = seen(cast, cast.samira, "/balie/").context
    assert [inbox["first"]["ask"], inbox["cases"][0]["step_text"]] == [ask, ask]
    page = seen(cast, cast.samira, f"/initiatief/{case.initiative.public_id}/")
    assert page.context["ball"]["question"] == ask
    assert f'href="/balie/zaak/{case.public_id}/#start"' in page.text
    assert [asked(cast, actor) for actor in (cast.samira, cast.marijke)] == [[ask], []]


def test_no_box_is_asked_of_the_verbinder_with_a_possible_act(cast: Cast) -> None:
    case = taken(cast)
    for actor in (cast.samira, cast.marijke):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    told = {"outcome": "no_box", "answer": "Dit is nieuw.", "connector": seat_of(cast.yara)}
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())
    ask = "Dit past in geen hokje. Zoek mensen en een plek die hierbij passen."
    assert [asked(cast, actor) for actor in (cast.yara, cast.marijke)] == [[ask], []]
    stand = seen(cast, cast.yara, f"/balie/zaak/{case.public_id}/").context["stand"]
    table = f"/initiatief/{case.initiative.public_id}/tafel/"
    assert (stand["step"], stand["do"]) == (ask, {"url": table, "label": "Open een tafel"})
    assert seen(cast, cast.yara, table).status_code == 200
