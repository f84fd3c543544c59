"""The page of a case: which forms and buttons each reader has at each step, and what was agreed and said."""

from __future__ import annotations

from typing import Any

from middenstip.demo.cast import CITY, Member, invite
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Person
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.journeys import assess_initiative, stop_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from tests.cast import Cast, person, seat_of, submitted, taken
from tests.web.at_the_door import walk_in

NOTE, PLAN, DECIDE, OVER = "note_form", "plan_form", "decide_form", "hand_over_form"
TAKE, SEARCH, STOP, EARLY = "may_take", "may_search", "may_stop", "too_early"
CONFIRM, PAPER = "can_confirm", "on_paper"


def seen(cast: Cast, actor: Actor, case: Case) -> Any:
    """What stands on the page of the case for this reader, now."""
    with clock.frozen(cast.at):
        return walk_in(actor).get(f"/balie/zaak/{case.public_id}/").context


def can(cast: Cast, actor: Actor, case: Case) -> list[str]:
    """The forms and buttons this reader has."""
    page = seen(cast, actor, case)
    found = [name for name in (NOTE, PLAN, DECIDE, OVER, TAKE, SEARCH, STOP, EARLY) if page[name]]
    return found + [name for name in (CONFIRM, PAPER) if page["start"][name]]


def confirm(cast: Cast, case: Case, *actors: Actor) -> None:
    for actor in actors:
        intake.confirm_start(by=actor, case=case, at=cast.tick())


def end_roles(cast: Cast, actor: Actor) -> None:
    for grant in Grant.objects.filter(seat=actor.seat_id):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())


def colleague(cast: Cast, role: str) -> Actor:
    """Joost, who works at the desk too."""
    joost = Member("joost", "Joost Wiegerink", Half.GOVERNMENT, CITY, "regisseur", "gemeente", "x", role)
    return invite([joost], cast.tick())["joost"]


def test_each_reader_has_what_is_theirs_at_each_step(cast: Cast) -> None:
    case = submitted(cast).case
    marijke, samira, yara = cast.marijke, cast.samira, cast.yara
    assert [can(cast, actor, case) for actor in (marijke, samira, yara)] == [[STOP], [TAKE], []]
    assert seen(cast, samira, case)["start"]["is_new"] is True
    assess_initiative.take(by=samira, case=case, at=cast.tick())
    assert seen(cast, samira, case)["start"]["is_new"] is False
    handles = [NOTE, PLAN, OVER, EARLY]
    assert can(cast, samira, case) == [*handles, CONFIRM]
    assert can(cast, marijke, case) == [PLAN, STOP, CONFIRM]
    assert can(cast, yara, case) == []
    confirm(cast, case, samira)
    assert can(cast, samira, case) == handles
    assert can(cast, marijke, case) == [PLAN, STOP, CONFIRM]
    confirm(cast, case, marijke)
    assert can(cast, samira, case) == [NOTE, PLAN, DECIDE, OVER]
    assert can(cast, marijke, case) == [PLAN, STOP]
    assess_initiative.decide(by=samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert can(cast, samira, case) == [NOTE, PLAN, OVER]
    assert can(cast, marijke, case) == [PLAN, STOP]
    initiative = Initiative.objects.select_related("area").get()
    stop_initiative.stop(by=marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    assert [can(cast, actor, case) for actor in (marijke, samira, yara)] == [[], [], []]


def test_what_a_handler_left_is_taken_by_a_colleague(cast: Cast) -> None:
    case = taken(cast)
    joost = colleague(cast, HANDLER)
    assert can(cast, joost, case) == []
    end_roles(cast, cast.samira)
    assert can(cast, joost, case) == [TAKE]
    assert can(cast, cast.yara, case) == []


def test_what_a_verbinder_left_is_taken_by_another_one(cast: Cast) -> None:
    case = taken(cast)
    confirm(cast, case, cast.samira, cast.marijke)
    told = {"outcome": "no_box", "answer": "Dit is nieuw.", "connector": seat_of(cast.yara)}
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())
    joost = colleague(cast, CONNECTOR)
    assert can(cast, joost, case) == []
    end_roles(cast, cast.yara)
    assert can(cast, joost, case) == [SEARCH]
    assert seen(cast, cast.marijke, case)["answer"]["connector"] == "verbinder, Stadslab De Stip"


def test_without_e_mail_the_handler_says_that_it_was_signed(cast: Cast) -> None:
    case = taken(cast)
    assert seen(cast, cast.samira, case)["no_mail"] is False
    Person.objects.filter(pk=cast.marijke.person_id).update(email=None)
    assert can(cast, cast.samira, case)[-2:] == [CONFIRM, PAPER]
    assert PAPER not in can(cast, cast.yara, case)
    assert seen(cast, cast.samira, case)["no_mail"] is True
    intake.confirm_on_paper(by=cast.samira, case=case, at=cast.tick())
    assert can(cast, cast.samira, case)[-1:] == [CONFIRM]
    confirm(cast, case, cast.samira)
    Case.objects.update(initiator_confirmed_at=None)
    assert can(cast, cast.samira, case) == [NOTE, PLAN, DECIDE, OVER]


def test_the_page_leads_back_to_where_its_reader_came_from(cast: Cast) -> None:
    case = taken(cast)
    desk, mine = {"url": "/balie/", "label": "De balie"}, {"url": "/mijn/", "label": "Mijn"}
    readers = ((cast.samira, desk, "balie"), (cast.yara, desk, "balie"), (cast.marijke, mine, "mijn"))
    for actor, back, menu in readers:
        page = seen(cast, actor, case)
        assert (page["crumbs"], page["menu"], page["at_desk"]) == ([back], menu, back is desk)
    assert [seen(cast, actor, case)["is_initiator"] for actor, *_ in readers] == [False, False, True]


def test_both_sides_of_the_start_stand_there_with_when_they_said_yes(cast: Cast) -> None:
    case = submitted(cast).case
    sides = [{"name": "Marijke Wolterink", "role": "initiatiefnemer", "at": ""}]
    page = seen(cast, cast.marijke, case)
    assert (page["start"]["sides"], page["opened"]) == (sides, "2 november 2026")
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    sides.append({"name": "Samira Haddou", "role": "behandelaar", "at": ""})
    assert seen(cast, cast.marijke, case)["start"]["sides"] == sides
    confirm(cast, case, cast.samira)
    sides[1]["at"] = "2 november 2026, 10.04 uur"
    assert seen(cast, cast.marijke, case)["start"]["sides"] == sides
    confirm(cast, case, cast.marijke)
    sides[0]["at"] = "2 november 2026, 10.05 uur"
    end_roles(cast, cast.samira)
    sides[1]["name"] = "gebiedsregisseur dorpen, gemeente Deventer"
    assert seen(cast, cast.marijke, case)["start"]["sides"] == sides


def test_what_lies_fixed_and_what_is_open_stands_line_by_line(cast: Cast) -> None:
    reins = {"fixed": ["Plukken is gratis", "Geen gif"], "negotiable": ["Hoe groot"], "open": ["De naam"]}
    assert seen(cast, cast.samira, taken(cast))["reins"] == reins


def test_the_answer_and_the_talk_name_who_gave_them(cast: Cast) -> None:
    case = taken(cast)
    assert seen(cast, cast.marijke, case)["answer"] is None
    intake.write_note(by=cast.samira, case=case, text="We belden.", at=cast.tick())
    intake.write_note(by=cast.samira, case=case, text="We liepen er langs.", at=cast.tick())
    confirm(cast, case, cast.samira, cast.marijke)
    told = {"outcome": "no_box", "answer": "Dit is nieuw.", "connector": seat_of(cast.yara)}
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())
    where = "gebiedsregisseur dorpen, gemeente Deventer"
    answer = {
        "text": "Dit is nieuw.",
        "outcome": "past in geen hokje: de verbinder zoekt de weg",
        "at": "2 november 2026",
        "who": "Samira Haddou",
        "connector": "Yara Timmer",
    }
    page = seen(cast, cast.marijke, case)
    assert page["answer"] == answer
    assert page["notes"] == [
        {"text": "We liepen er langs.", "who": f"Samira Haddou, {where}", "at": "2 november 2026, 10.05 uur"},
        {"text": "We belden.", "who": f"Samira Haddou, {where}", "at": "2 november 2026, 10.04 uur"},
    ]
    parties.leave_seat(person=person(cast.samira), seat=seat_of(cast.samira), at=cast.tick())
    page = seen(cast, cast.marijke, case)
    assert page["answer"] == answer | {"who": where}
    assert [note["who"] for note in page["notes"]] == [where, where]


def test_a_plain_yes_names_no_verbinder(cast: Cast) -> None:
    case = taken(cast)
    confirm(cast, case, cast.samira, cast.marijke)
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert seen(cast, cast.marijke, case)["answer"]["connector"] == ""


def test_who_has_a_task_in_it_reads_no_notes_and_no_empty_list_of_them(cast: Cast) -> None:
    case = taken(cast)
    action = intake.plan_action(by=cast.marijke, case=case, text="Maai het gras", at=cast.tick())
    intake.ask_carry(by=cast.marijke, action=action, to=seat_of(cast.bas), until=cast.day(9), at=cast.tick())
    assert [seen(cast, actor, case)["has_notes"] for actor in (cast.bas, cast.marijke)] == [False, True]
