"""An evening in Lettele: Deep Democracy in five steps with two people on paper, and a consent round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.lifecycle import CONSENT_ROUND, DIALOGUE, LIVES
from middenstip.domain.deliberation.models import Attendee, Dialogue, Stance, View
from middenstip.domain.deliberation.services.dialogues import MOVES
from middenstip.kernel.actor import Actor
from middenstip.kernel.lifecycle import Lifecycle
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, stops, table
from tests.domain.deliberation.crowd import crowd


def begun(cast: Cast, method: str = "deep", **more: Any) -> Dialogue:
    told = {"question": "Hoe maken we het veld koel?", "goal": table(cast)} | more
    return services.open_dialogue(by=cast.bas, method=method, **told, at=cast.tick())


def steps(cast: Cast, dialogue: Dialogue, *acts: str) -> Dialogue:
    for act in acts:
        dialogue.refresh_from_db()
        services.move_dialogue(by=cast.bas, dialogue=dialogue, act=act, step=dialogue.state, at=cast.tick())
    dialogue.refresh_from_db()
    return dialogue


def come_in(cast: Cast, dialogue: Dialogue, actors: list[Actor]) -> None:
    for actor in actors:
        services.join_dialogue(by=actor, dialogue=dialogue, at=cast.tick())


def answers(cast: Cast, dialogue: Dialogue, actors: list[Actor], choice: str, need: str = "") -> None:
    for actor in actors:
        told: dict[str, Any] = {"choice": choice, "need": need}
        services.answer_round(by=actor, dialogue=dialogue, **told, at=cast.tick())


def test_an_evening_with_paper_ends_in_an_amended_text(cast: Cast) -> None:
    dialogue = begun(cast)
    (one, two), (official,), (baker,) = crowd(cast, 2, 1, 1)
    told: dict[str, Any] = {"dialogue": dialogue}
    with pytest.raises(NotNow, match="Maak dat eerst af"):
        begun(cast, goal=dialogue.goal)
    with pytest.raises(NotNow, match="niemand van de bewoners"):
        steps(cast, dialogue, "seek")
    come_in(cast, dialogue, [one, two, official, baker])
    assert services.join_dialogue(by=one, **told, at=cast.tick()).number == 1  # twice is once
    with pytest.raises(Forbidden, match="stem je niet mee"):
        services.join_dialogue(by=cast.bas, **told, at=cast.tick())
    with pytest.raises(Forbidden, match="wie het gesprek leidt"):
        services.join_on_paper(by=one, **told, half="overheid", number=5, at=cast.tick())
    with pytest.raises(Invalid, match="helft"):
        services.join_on_paper(by=cast.bas, **told, half="kerk", number=5, at=cast.tick())
    for _ in range(2):  # the same form twice
        paper = services.join_on_paper(by=cast.bas, **told, half="ondernemers", number=5, at=cast.tick())
    with pytest.raises(NotNow, match="net vergeven"):
        services.join_on_paper(by=cast.bas, **told, half="bewoners", number=5, at=cast.tick())
    assert (paper.number, paper.seat_id, Attendee.objects.count()) == (5, None, 5)

    # 1. Everything is collected; nothing can be liked.
    for actor, text in ((one, "Er is te weinig schaduw."), (baker, "Klanten parkeren er.")):
        services.say(by=actor, **told, text=text, key=text, at=cast.tick())
        services.say(by=actor, **told, text=text, key=text, at=cast.tick())
    view = View.objects.order_by("pk")[0]
    assert View.objects.count() == 2
    with pytest.raises(NotNow, match="alle kanten horen"):
        services.recognise(by=two, **told, view=view, is_yes=True, at=cast.tick())
    with pytest.raises(Invalid, match="Schrijf eerst"):
        services.say(by=two, **told, text=" ", at=cast.tick())
    with pytest.raises(Invalid, match="te lang"):
        services.say(by=two, **told, text="a" * 301, at=cast.tick())
    with pytest.raises(NotNow, match="Doe eerst mee"):
        services.say(by=cast.tarik, **told, text="Ik ben er niet.", at=cast.tick())
    with pytest.raises(NotNow, match="zeggen het zelf"):
        services.say(by=cast.bas, **told, text="Voor een ander.", number=1, at=cast.tick())

    # 2. Nobody is skipped when another sound is asked for.
    steps(cast, dialogue, "seek")
    services.say(by=two, **told, text="Oude mensen kunnen nergens zitten.", at=cast.tick())
    for actor in (one, official, baker):
        services.pass_turn(by=actor, **told, at=cast.tick())
    with pytest.raises(NotNow, match="Nummer 5 zei nog niets"):
        steps(cast, dialogue, "spread")
    services.pass_turn(by=cast.bas, **told, number=5, at=cast.tick())
    assert services.pass_turn(by=cast.bas, **told, number=5, at=cast.tick()).has_spoken
    steps(cast, dialogue, "spread")

    # 3. A lone voice is carried.
    with pytest.raises(NotNow, match="Schrijf eerst het voorstel"):
        steps(cast, dialogue, "ask")
    with pytest.raises(Invalid, match="Schrijf eerst het voorstel"):
        services.propose_text(by=cast.bas, **told, text="", at=cast.tick())
    with pytest.raises(Invalid, match="te lang"):
        services.propose_text(by=cast.bas, **told, text="a" * 1501, at=cast.tick())
    services.propose_text(by=cast.bas, **told, text="Er komen bomen op het veld.", at=cast.tick())
    with pytest.raises(NotNow, match="wie het herkent"):
        steps(cast, dialogue, "ask")
    lone = View.objects.get(kind="other")
    with pytest.raises(NotNow, match="zei je zelf"):
        services.recognise(by=two, **told, view=lone, is_yes=True, at=cast.tick())
    with pytest.raises(NotNow, match="Bij deze zin"):
        services.recognise(by=two, **told, view=view, is_yes=True, at=cast.tick())
    services.recognise(by=one, **told, view=lone, is_yes=False, at=cast.tick())
    services.recognise(by=one, **told, view=lone, is_yes=True, words="Mijn moeder ook.", at=cast.tick())
    steps(cast, dialogue, "ask")
    with pytest.raises(NotNow, match="iedereen antwoordt"):
        services.join_dialogue(by=cast.gerrit, **told, at=cast.tick())

    # Voting, then the wisdom of the no.
    with pytest.raises(Invalid, match="Kies een"):
        answers(cast, dialogue, [one], "misschien")
    with pytest.raises(Invalid, match="na het tellen"):
        answers(cast, dialogue, [one], "nee", "Een bank.")
    answers(cast, dialogue, [one, official, baker], "ja")
    answers(cast, dialogue, [two], "nee")
    with pytest.raises(NotNow, match="Wacht op nummer 5"):
        steps(cast, dialogue, "close")
    services.answer_round(by=cast.bas, **told, choice="nee", number=5, at=cast.tick())
    assert steps(cast, dialogue, "close").state == "wisdom"
    assert steps(cast, dialogue).round == 1
    with pytest.raises(NotNow, match="nieuwe tekst"):
        steps(cast, dialogue, "ask")
    with pytest.raises(NotNow, match="Vraag nummer 2"):
        steps(cast, dialogue, "decide")
    with pytest.raises(NotNow, match="tweede ronde"):
        steps(cast, dialogue, "dive")
    with pytest.raises(NotNow, match="wie nee zei"):
        services.say_need(by=one, **told, need="Niets.", at=cast.tick())
    services.say_need(by=two, **told, need="Een bank met een leuning.", at=cast.tick())
    services.say_need(by=cast.bas, **told, need="", number=5, at=cast.tick())
    with pytest.raises(NotNow, match="Geef eerst antwoord"):
        steps(cast, dialogue, "decide")
    mine = Stance.objects.get(need="Een bank met een leuning.")
    other = Stance.objects.get(needs_nothing=True)
    reply: dict[str, Any] = {"reply": "decline", "reason": ""}
    with pytest.raises(Invalid, match="waarom niet"):
        services.reply_to_need(by=cast.bas, **told, stance=mine, **reply, at=cast.tick())
    reply = {"reply": "adopt", "reason": "Er komt een bank."}
    with pytest.raises(NotNow, match="niets te antwoorden"):
        services.reply_to_need(by=cast.bas, **told, stance=other, **reply, at=cast.tick())
    services.reply_to_need(by=cast.bas, **told, stance=mine, **reply, at=cast.tick())
    with pytest.raises(NotNow, match="kwam al een antwoord"):
        services.say_need(by=two, **told, need="Twee banken.", at=cast.tick())
    with pytest.raises(NotNow, match="Van de bewoners"):
        steps(cast, dialogue, "decide")
    services.propose_text(by=cast.bas, **told, text="Er komen bomen en een bank.", at=cast.tick())
    with pytest.raises(NotNow, match="tekst is veranderd"):
        steps(cast, dialogue, "decide")
    steps(cast, dialogue, "ask")
    answers(cast, dialogue, [one, two, official, baker], "ja")
    services.leave_dialogue(by=cast.bas, **told, number=5, at=cast.tick())
    with pytest.raises(NotNow, match="niet meer"):
        services.answer_round(by=cast.bas, **told, choice="ja", number=5, at=cast.tick())
    assert steps(cast, dialogue, "close").state == "decided"  # nobody said no
    assert Attendee.objects.exclude(seat=None).count() == 0  # nobody can be joined to what they said
    assert services.move_dialogue(by=cast.bas, **told, act="close", step="ask", at=cast.tick()).round == 2
    begun(cast, goal=dialogue.goal)


def test_under_the_surface_has_rules_first(cast: Cast) -> None:
    dialogue = begun(cast)
    groups = crowd(cast, 1, 1, 1)
    people = [one for group in groups for one in group]
    told: dict[str, Any] = {"dialogue": dialogue}
    come_in(cast, dialogue, people)
    steps(cast, dialogue, "seek")
    for one in people:
        services.pass_turn(by=one, **told, at=cast.tick())
    steps(cast, dialogue, "spread")
    for text in ("Er komen bomen.", "Er komen veel bomen."):
        services.propose_text(by=cast.bas, **told, text=text, at=cast.tick())
        steps(cast, dialogue, "ask")
        answers(cast, dialogue, people[:2], "ja")
        answers(cast, dialogue, people[2:], "nee")
        steps(cast, dialogue, "close")
        services.say_need(by=people[2], **told, need="", at=cast.tick())
    steps(cast, dialogue, "dive")
    with pytest.raises(NotNow, match="ja tegen de regels"):
        services.say(by=people[0], **told, text="Jullie luisteren niet.", at=cast.tick())
    for one in people:
        services.agree_safety(by=one, **told, at=cast.tick())
    services.say(by=people[0], **told, text="Jullie luisteren niet.", at=cast.tick())
    with pytest.raises(NotNow, match="twee kanten"):
        steps(cast, dialogue, "surface")
    services.say(by=people[2], **told, text="Jullie denken niet aan ons brood.", at=cast.tick())
    with pytest.raises(NotNow, match="welke pijl raakt"):
        steps(cast, dialogue, "surface")
    arrow = View.objects.filter(kind="arrow").order_by("pk")[0]
    with pytest.raises(Invalid, match="wat je ervan leert"):
        services.recognise(by=people[0], **told, view=arrow, is_yes=True, at=cast.tick())
    for one in people:
        services.recognise(by=one, **told, view=arrow, is_yes=True, words="Eerst vragen.", at=cast.tick())
    assert steps(cast, dialogue, "surface").state == "wisdom"
    with pytest.raises(NotNow, match="Van de ondernemers"):
        steps(cast, dialogue, "decide")
    assert steps(cast, dialogue, "park").state == "parked"
    with pytest.raises(NotNow, match="geparkeerd"):
        steps(cast, dialogue, "park")


def test_more_yes_than_no_in_every_half_may_go_on_with_a_no_that_was_answered(cast: Cast) -> None:
    dialogue = begun(cast, text="Er komen bomen.")
    people = [one for group in crowd(cast, 3, 1, 1) for one in group]
    told: dict[str, Any] = {"dialogue": dialogue}
    come_in(cast, dialogue, people)
    steps(cast, dialogue, "seek")
    services.say(by=people[0], **told, text="Laat het gras.", at=cast.tick())
    for one in people[1:]:
        services.pass_turn(by=one, **told, at=cast.tick())
    steps(cast, dialogue, "spread")
    lone = View.objects.get()
    for one in people[1:]:  # nobody recognises it, but everybody was asked
        services.recognise(by=one, **told, view=lone, is_yes=False, at=cast.tick())
    steps(cast, dialogue, "ask")
    answers(cast, dialogue, people[1:], "ja")
    answers(cast, dialogue, people[:1], "nee")
    steps(cast, dialogue, "close")
    services.leave_dialogue(by=people[0], **told, number=1, at=cast.tick())  # nobody waits for who is gone
    assert services.leave_dialogue(by=people[0], **told, number=1, at=cast.tick()).left_at
    with pytest.raises(NotNow, match="Doe eerst mee"):
        services.leave_dialogue(by=people[0], **told, number=9, at=cast.tick())
    with pytest.raises(Forbidden):
        services.leave_dialogue(by=people[0], **told, number=2, at=cast.tick())
    assert steps(cast, dialogue, "decide").state == "decided"


def test_a_consent_round_works_an_objection_in(cast: Cast) -> None:
    with pytest.raises(Invalid, match="gaat over een voorstel"):
        begun(cast, "rounds")
    goal = table(cast)
    with pytest.raises(Invalid, match="Kies hoe"):
        begun(cast, "loten", goal=goal)
    dialogue = begun(cast, "rounds", goal=goal, text="Het hek gaat een jaar open.")
    people = [one for group in crowd(cast, 2, 1, 1) for one in group]
    told: dict[str, Any] = {"dialogue": dialogue}
    come_in(cast, dialogue, people)
    services.say(by=people[0], **told, text="Ook in de nacht?", at=cast.tick())
    steps(cast, dialogue, "discuss")
    with pytest.raises(Invalid, match="Kies een stap"):
        steps(cast, dialogue, "dansen")
    services.leave_dialogue(by=people[1], **told, number=2, at=cast.tick())
    services.join_dialogue(by=people[1], **told, at=cast.tick())  # and comes back
    services.say(by=people[0], **told, text="Dat vind ik goed.", at=cast.tick())
    with pytest.raises(NotNow, match="Nummer 2, 3, 4"):
        steps(cast, dialogue, "ask")
    for one in people[1:]:
        services.pass_turn(by=one, **told, at=cast.tick())
    steps(cast, dialogue, "ask")
    with pytest.raises(Invalid, match="welke schade"):
        answers(cast, dialogue, people[:1], "nee")
    answers(cast, dialogue, people[:1], "nee", "Dan wordt er ingebroken.")
    answers(cast, dialogue, people[1:], "ja", "Dit telt niet.")
    steps(cast, dialogue, "close")
    objection = Stance.objects.get(choice="nee")
    services.propose_text(by=cast.bas, **told, text="Het hek gaat overdag open.", at=cast.tick())
    with pytest.raises(NotNow, match="Geef eerst antwoord"):
        steps(cast, dialogue, "ask")
    reply = {"reply": "adopt", "reason": "Alleen overdag."}
    services.reply_to_need(by=cast.bas, **told, stance=objection, **reply, at=cast.tick())
    steps(cast, dialogue, "ask")
    answers(cast, dialogue, people, "ja")
    assert steps(cast, dialogue, "close").state == "decided"


def test_a_talk_opens_once_and_has_a_number_for_three_hundred_people(cast: Cast) -> None:
    goal, told = table(cast), {"method": "deep", "question": "Wat doen we met het veld?", "key": "1" * 32}
    first, again = (services.open_dialogue(by=cast.bas, goal=goal, **told, at=cast.tick()) for _ in "12")
    assert (first.pk, Dialogue.objects.count()) == (again.pk, 1)
    Attendee.objects.create(dialogue=first, half="bewoners", number=300, on_paper=True)
    with pytest.raises(NotNow, match="gesprek is vol"):
        services.join_dialogue(by=cast.gerrit, dialogue=first, at=cast.tick())


def test_a_table_that_stopped_has_no_new_talk(cast: Cast) -> None:
    goal = table(cast)
    stops(cast, goal)
    with pytest.raises(NotNow, match="klaar"):
        begun(cast, goal=goal)


@given(
    acts=st.lists(st.sampled_from([*MOVES, "adopt"]), max_size=30), life=st.sampled_from([*LIVES.values()])
)
@settings(max_examples=200)
def test_a_dialogue_decides_only_after_everybody_was_asked(acts: list[str], life: Lifecycle) -> None:
    state, seen = life.start, []
    for act in acts:
        if life.allows(state, act):
            state = life.after(state, act)
            seen.append(act)
    if state == "decided":
        assert "ask" in seen
        assert "spread" in seen or "discuss" in seen
    assert (not life.acts(state)) == (state in ("decided", "parked"))


def test_nothing_is_liked_while_collecting() -> None:
    for state in DIALOGUE.words:
        assert DIALOGUE.allows(state, "recognise") == (state in ("spread", "under"))
    assert not any(act == "recognise" for _, act in CONSENT_ROUND.steps)
