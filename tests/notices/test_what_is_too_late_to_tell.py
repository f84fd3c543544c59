"""Notices are written some time after the fact: what is out of date by then is not asked or told."""

from __future__ import annotations

import pytest

from middenstip.domain.agreements import services
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    follow,
    open_goal,
    sign_agreement,
    stop_initiative,
)
from middenstip.kernel.actor import Actor
from middenstip.notices.models import Notice
from tests.cast import (
    Cast,
    agreement,
    person,
    proposed,
    seat_of,
    shared,
    stops,
    submitted,
    supported,
    table,
    taken,
)
from tests.notices.ears import heard, post, told

GOAL = "Een voedselbos voor Lettele"
PROMISE = "De grond is schoon en klaar om te planten."


def news(cast: Cast, actor: Actor, before: int) -> list[str]:
    """The subjects a person gets in this round; `before` is the number they had already."""
    post(cast)
    return heard(actor)[before:]


def settled(cast: Cast, actor: Actor) -> int:
    """Write all notices so far; returns how many this person has."""
    post(cast)
    return len(heard(actor))


def stop(cast: Cast) -> None:
    idea = Initiative.objects.select_related("area", "municipality", "district").get()
    stop_initiative.stop(by=cast.marijke, initiative=idea, lesson="Geen grond.", at=cast.tick())


def offered(cast: Cast, initiative: Initiative) -> Partner:
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    return initiatives.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())


def asked(cast: Cast, case: Case) -> Action:
    """Marijke asks Gerrit to carry her action."""
    action = intake.plan_action(by=cast.samira, case=case, text="Bel de buren", at=cast.tick())
    gerrit = seat_of(cast.gerrit)
    return intake.ask_carry(by=cast.marijke, action=action, to=gerrit, until=cast.day(9), at=cast.tick())


def test_a_nee_changed_to_ja_is_not_told(cast: Cast) -> None:
    goal, before = proposed(cast), settled(cast, cast.bas)
    for answer, why in (("nee", "Te duur."), ("ja", "")):
        agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer=answer, condition=why, at=cast.tick())
    assert news(cast, cast.bas, before) == []


def test_a_nee_changed_to_nee_tenzij_is_told_as_nee_tenzij(cast: Cast) -> None:
    goal, before = proposed(cast), settled(cast, cast.bas)
    for answer in ("nee", "tenzij"):
        agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer=answer, condition="Geld.", at=cast.tick())
    assert news(cast, cast.bas, before) == [f"Nee, tenzij aan tafel: {GOAL}"]


def test_the_nee_of_a_seat_that_left_is_not_told(cast: Cast) -> None:
    goal, before = proposed(cast), settled(cast, cast.bas)
    words = {"number": 1, "answer": "nee", "condition": "Te duur."}
    agree_goal.answer(by=cast.ilse, goal=goal, **words, at=cast.tick())
    agree_goal.leave(by=cast.ilse, goal=goal, at=cast.tick())
    assert news(cast, cast.bas, before) == [f"Iemand ging weg bij {GOAL}"]


def test_only_the_current_version_asks_for_an_answer(cast: Cast) -> None:
    goal, before = proposed(cast), settled(cast, cast.marijke)
    assert "eerdere versie" not in told(cast.ilse).text
    agree_goal.propose(by=cast.bas, goal=goal, text="Twee.", number=1, at=cast.tick())
    agree_goal.answer(by=cast.ilse, goal=goal, number=2, answer="nee", condition="Te duur.", at=cast.tick())
    agree_goal.propose(by=cast.bas, goal=goal, text="Drie.", number=2, at=cast.tick())
    assert news(cast, cast.marijke, before) == [f"Er ligt een voorstel op tafel: {GOAL}"]
    assert "versie 3 van het doel op tafel. Antwoorden op een eerdere versie" in told(cast.marijke).text


def test_a_seat_that_answered_is_not_asked_to_answer(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="ja", at=cast.tick())
    post(cast)
    assert heard(cast.bas)[-1] == f"Er ligt een voorstel op tafel: {GOAL}"
    assert f"Er ligt een voorstel op tafel: {GOAL}" not in heard(cast.ilse)


def test_a_seat_that_signed_is_not_asked_to_sign(cast: Cast) -> None:
    sign_agreement.sign(by=cast.ilse, agreement=agreement(cast), number=1, at=cast.tick())
    post(cast)
    assert heard(cast.bas)[-1] == f"Teken deze afspraak: {PROMISE}"
    assert heard(cast.ilse)[-1] == f"Alle drie de helften zeiden ja: {GOAL}"


def test_a_stopped_table_asks_nobody_to_join_or_answer(cast: Cast) -> None:
    goal, before = proposed(cast), settled(cast, cast.yara)
    at_table = len(heard(cast.marijke))
    goals.invite_seat(by=cast.marijke, goal=goal, seat=seat_of(cast.yara), at=cast.tick())
    agree_goal.propose(by=cast.bas, goal=goal, text="Twee.", number=1, at=cast.tick())
    stops(cast, goal)
    assert news(cast, cast.yara, before) == []
    assert heard(cast.marijke)[at_table:] == [f"De tafel is gestopt: {GOAL}"]


def test_a_seat_that_joined_is_not_told_of_its_invitation(cast: Cast) -> None:
    goal, before = table(cast), settled(cast, cast.yara)
    goals.invite_seat(by=cast.marijke, goal=goal, seat=seat_of(cast.yara), at=cast.tick())
    agree_goal.join(by=cast.yara, goal=goal, at=cast.tick())
    assert news(cast, cast.yara, before) == []


def test_a_table_opened_and_stopped_is_told_as_stopped(cast: Cast) -> None:
    initiative = supported(cast)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())
    words = {"title": GOAL, "question": "Waar?"}
    goal = open_goal.open_goal(by=cast.marijke, initiative=initiative, **words, at=cast.tick())
    stops(cast, goal)
    post(cast)
    assert heard(cast.tarik) == [f"De tafel is gestopt: {GOAL}"]


def test_a_goal_that_is_discussed_again_is_not_told_as_shared(cast: Cast) -> None:
    goal = shared(cast)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=goal.initiative, at=cast.tick())
    agree_goal.propose(by=cast.ilse, goal=goal, text="Eén hectare.", number=1, at=cast.tick())
    post(cast)
    assert heard(cast.tarik) == []
    assert heard(cast.bas)[-2:] == [
        f"De briefjes zijn open: {GOAL}",
        f"Er ligt een voorstel op tafel: {GOAL}",
    ]


def test_a_withdrawn_agreement_asks_nobody_to_sign(cast: Cast) -> None:
    made = agreement(cast)
    services.withdraw_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    post(cast)
    assert heard(cast.ilse)[-2:] == [
        f"Alle drie de helften zeiden ja: {GOAL}",
        f"De afspraak is ingetrokken: {PROMISE}",
    ]


def test_only_the_last_of_two_changed_texts_asks_for_a_signature(cast: Cast) -> None:
    made = agreement(cast)
    for number, what in ((1, "Twee."), (2, "Drie.")):
        words = {"what": what, "due_on": made.due_on, "conditions": "", "number": number}
        made = services.change_agreement(by=cast.bas, agreement=made, **words, at=cast.tick())
    post(cast)
    assert heard(cast.ilse)[-2:] == [
        f"Alle drie de helften zeiden ja: {GOAL}",
        "De afspraak is veranderd, teken opnieuw: Drie.",
    ]


def test_a_dropped_action_asks_nobody_to_do_or_carry_it(cast: Cast) -> None:
    action = asked(cast, taken(cast))
    intake.close_action(by=cast.marijke, action=action, act="drop", at=cast.tick())
    post(cast)
    assert heard(cast.gerrit) == []
    assert heard(cast.marijke)[-1] == "De balie nam je idee aan: Voedselbos Lettele"


def test_only_the_last_seat_asked_to_carry_gets_the_notice(cast: Cast) -> None:
    action, until = asked(cast, taken(cast)), cast.day(9)
    intake.ask_carry(by=cast.marijke, action=action, to=seat_of(cast.ilse), until=until, at=cast.tick())
    post(cast)
    assert heard(cast.gerrit) == []
    assert heard(cast.ilse) == ["Wil jij deze actie overnemen? Bel de buren"]


def test_an_expired_request_gives_no_notice(cast: Cast) -> None:
    asked(cast, taken(cast))
    cast.tick(days=10)
    post(cast)
    assert heard(cast.gerrit) == []


def test_a_case_already_taken_is_not_announced_to_the_desk(cast: Cast) -> None:
    case, ilse = taken(cast), seat_of(cast.ilse)
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    post(cast)
    for actor in (cast.ilse, cast.samira):
        assert heard(actor) == ["Je hebt een nieuwe rol: behandelaar"]
    assert case.handler_id == cast.samira.seat_id


def test_only_the_last_handler_is_told_of_a_case_handed_over_twice(cast: Cast) -> None:
    case, ilse = taken(cast), seat_of(cast.ilse)
    parties.appoint(seat=ilse, role=HANDLER, area=ilse.area, at=cast.tick())
    intake.hand_over_case(by=cast.samira, case=case, to=ilse, at=cast.tick())
    (hat,) = hats_of_person(person(cast.ilse), cast.today)
    intake.hand_over_case(by=hat, case=case, to=seat_of(cast.samira), at=cast.tick())
    post(cast)
    assert heard(cast.ilse) == ["Je hebt een nieuwe rol: behandelaar"]
    assert heard(cast.samira)[-1] == "Jij hebt een zaak gekregen: Voedselbos Lettele"
    assert heard(cast.marijke)[-2:] == [
        "De balie nam je idee aan: Voedselbos Lettele",
        "Je krijgt een ander contact bij de balie: Voedselbos Lettele",
    ]


def test_a_stopped_initiative_asks_for_no_start_help_or_answer(cast: Cast) -> None:
    initiative = submitted(cast)
    parties.follow_area(person=cast.tarik.person_id, area=Area.objects.get(code="GM0150"), at=cast.at)
    case = assess_initiative.take(by=cast.samira, case=initiative.case, at=cast.tick())
    for actor in (cast.samira, cast.marijke):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    offered(cast, initiative)
    stop(cast)
    post(cast)
    assert heard(cast.marijke) == ["Je idee staat online: Voedselbos Lettele"]
    assert heard(cast.samira)[1:] == ["Gestopt: Voedselbos Lettele"]


def test_followers_of_an_area_are_not_told_of_an_idea_that_stopped(cast: Cast) -> None:
    parties.follow_area(person=cast.tarik.person_id, area=Area.objects.get(code="GM0150"), at=cast.at)
    submitted(cast)
    stop(cast)
    post(cast)
    assert heard(cast.tarik) == []


@pytest.mark.parametrize("is_decided", [True, False])
def test_a_start_is_asked_for_while_it_can_be_confirmed(cast: Cast, is_decided: bool) -> None:
    case = taken(cast)
    if is_decided:
        for actor in (cast.samira, cast.marijke):
            intake.confirm_start(by=actor, case=case, at=cast.tick())
    post(cast)
    said = Notice.objects.get(person=cast.marijke.person_id, subject__startswith="De balie nam je idee aan")
    assert ("bevestig de start" in said.text) != is_decided


def test_help_that_ended_before_the_round_is_not_told_as_accepted(cast: Cast) -> None:
    initiative = submitted(cast)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())
    partner = initiatives.answer_help(
        by=cast.marijke, partner=offered(cast, initiative), accept=True, at=cast.tick()
    )
    initiatives.stop_help(by=cast.bas, partner=partner, at=cast.tick())
    post(cast)
    assert heard(cast.bas) == heard(cast.tarik) == []
    assert heard(cast.marijke)[-1] == "Iemand stopt met helpen bij Voedselbos Lettele"


def test_only_the_last_named_verbinder_is_told(cast: Cast) -> None:
    initiative, before = submitted(cast), settled(cast, cast.yara)
    for actor in (cast.yara, cast.ilse):
        initiatives.name_connector(by=cast.samira, initiative=initiative, seat=seat_of(actor), at=cast.tick())
    assert news(cast, cast.yara, before) == ["Een ander is nu verbinder voor Voedselbos Lettele"]
    assert heard(cast.ilse) == ["Jij bent verbinder voor Voedselbos Lettele"]
    assert heard(cast.marijke).count("Je initiatief heeft een verbinder: Voedselbos Lettele") == 1


def test_a_reversed_choice_is_told_as_it_is_now(cast: Cast) -> None:
    initiative = submitted(cast)
    initiatives.answer_help(by=cast.marijke, partner=offered(cast, initiative), accept=True, at=cast.tick())
    for version, choice in ((1, True), (2, False)):
        initiatives.change_initiative(
            by=cast.marijke,
            initiative=Initiative.objects.select_related("area", "municipality", "district").get(),
            change=initiatives.Change(is_hybrid=choice),
            version=version,
            at=cast.tick(),
        )
    post(cast)
    assert heard(cast.bas)[1:] == ["Geld verdienen hoeft niet meer: Voedselbos Lettele"]
