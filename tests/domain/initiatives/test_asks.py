"""The initiator asks for something concrete, and another person does it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import ASK
from middenstip.domain.initiatives.models import Ask, Initiative, Partner, Size
from middenstip.domain.initiatives.selectors.asks import asks_in, open_asks
from middenstip.journal.models import Entry
from middenstip.journeys import stop_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, submitted

LOAN = "Leen zaterdag je aanhanger uit"


def asked(cast: Cast, initiative: Initiative, text: str = LOAN, size: int = Size.DAY, days: int = 7) -> Ask:
    """A question of Marijke for so many days."""
    at = cast.tick()
    day = at.date() + timedelta(days=days)
    return initiatives.ask_for_help(
        by=cast.marijke, initiative=initiative, text=text, size=size, until_on=day, at=at
    )


def open_in_village(cast: Cast, on: int = 0) -> list[str]:
    village = Area.objects.get(code="WK015014")
    return [one.text for one in asks_in(village.pk, "wijk", cast.at.date() + timedelta(days=on), 9)]


def test_the_smallest_question_comes_first_until_its_last_day(cast: Cast) -> None:
    idea = submitted(cast)
    asked(cast, idea, "Beheer de sleutel", Size.LONGER)
    asked(cast, idea, "Bel de buren", Size.MINUTES, days=2)
    assert open_in_village(cast) == ["Bel de buren", "Beheer de sleutel"]
    assert open_in_village(cast, on=3) == ["Beheer de sleutel"]
    assert [one.text for one in open_asks(idea)] == ["Bel de buren", "Beheer de sleutel"]


def test_what_is_filled_withdrawn_or_of_a_stopped_initiative_is_asked_no_more(cast: Cast) -> None:
    idea = submitted(cast)
    filled, withdrawn = asked(cast, idea), asked(cast, idea, "Bel de buren")
    asked(cast, idea, "Graaf een gat")
    assert initiatives.end_ask(by=cast.marijke, ask=filled, is_filled=True, at=cast.tick()).state == "filled"
    gone = initiatives.end_ask(by=cast.marijke, ask=withdrawn, is_filled=False, at=cast.tick())
    assert gone.state == "withdrawn"
    assert open_in_village(cast) == ["Graaf een gat"]
    stop_initiative.stop(by=cast.marijke, initiative=idea, lesson="Te nat.", at=cast.tick())
    assert open_in_village(cast) == []


def test_who_says_yes_offers_help_with_what_was_asked(cast: Cast) -> None:
    ask = asked(cast, submitted(cast))
    partner = initiatives.answer_ask(by=cast.bas, ask=ask, at=cast.tick())
    assert (partner.state, partner.brings, partner.ask) == ("offered", LOAN, ask)
    with pytest.raises(NotNow, match="al gezegd"):
        initiatives.answer_ask(by=cast.bas, ask=ask, at=cast.tick())


def test_a_helper_who_does_one_thing_more_stays_one_helper(cast: Cast) -> None:
    idea = submitted(cast)
    first, second = asked(cast, idea), asked(cast, idea, "Bel de buren")
    for ask in (first, second):
        initiatives.answer_ask(by=cast.bas, ask=ask, at=cast.tick())
    assert Partner.objects.get().ask == second
    assert list(Entry.objects.filter(kind="initiative.ask_offered").values_list("data", flat=True)) == [
        {"ask": second.pk, "seat": cast.bas.seat_public_id}
    ]


def test_only_the_initiator_asks_and_ends_and_another_answers(cast: Cast) -> None:
    idea = submitted(cast)
    ask = asked(cast, idea)
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        initiatives.end_ask(by=cast.bas, ask=ask, is_filled=True, at=cast.tick())
    with pytest.raises(Forbidden, match="je eigen initiatief"):
        initiatives.answer_ask(by=cast.marijke, ask=ask, at=cast.tick())
    with pytest.raises(Forbidden, match="nog een concept"):
        asked(cast, draft(cast, "Geheim"))


def test_a_closed_or_past_question_is_refused_with_its_reason(cast: Cast) -> None:
    ask = asked(cast, submitted(cast), days=1)
    with pytest.raises(NotNow, match="verlopen"):
        initiatives.answer_ask(by=cast.bas, ask=ask, at=cast.at + timedelta(days=2))
    initiatives.end_ask(by=cast.marijke, ask=ask, is_filled=True, at=cast.tick())
    with pytest.raises(NotNow, match="vervuld"):
        initiatives.answer_ask(by=cast.bas, ask=ask, at=cast.tick())
    with pytest.raises(NotNow, match="vervuld"):
        initiatives.end_ask(by=cast.marijke, ask=ask, is_filled=False, at=cast.tick())


def test_a_broken_question_is_refused_with_every_reason(cast: Cast) -> None:
    idea, told = submitted(cast), {"by": cast.marijke, "text": "\u200b", "size": 9}
    reasons = {"text", "size", "until_on"}
    for day in (None, cast.at.date() - timedelta(days=1), cast.at.date() + timedelta(days=400)):
        with pytest.raises(Invalid) as refused:
            initiatives.ask_for_help(initiative=idea, until_on=day, at=cast.tick(), **told)
        assert refused.value.errors.keys() == reasons


def test_one_form_sent_twice_is_one_question(cast: Cast) -> None:
    idea, at = submitted(cast), cast.tick()
    told = {"text": LOAN, "size": Size.DAY, "until_on": at.date(), "key": "k", "at": at}
    first, again = (initiatives.ask_for_help(by=cast.marijke, initiative=idea, **told) for _ in range(2))
    assert first == again
    assert Ask.objects.count() == 1


def test_an_initiative_asks_at_most_ten_things_at_once(cast: Cast) -> None:
    idea = submitted(cast)
    for number in range(initiatives.MOST_ASKS):
        asked(cast, idea, f"Vraag {number}")
    with pytest.raises(NotNow, match="al 10 vragen open"):
        asked(cast, idea)


@given(st.lists(st.sampled_from(["fill", "withdraw"]), max_size=4))
def test_a_question_ends_once(acts: list[str]) -> None:
    state, done = ASK.start, []
    for act in acts:
        if ASK.allows(state, act):
            state = ASK.after(state, act)
            done.append(act)
    assert len(done) <= 1
    assert (state == ASK.start) == (not acts)
