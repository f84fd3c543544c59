"""Placing, changing, confirming, sleeping and withdrawing; and what is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services.hiding import hide_initiative
from middenstip.domain.matching import services
from middenstip.domain.matching.lifecycle import INTRODUCTION, LISTING, MOST_A_WEEK, MOST_ASKED, MOST_OPEN
from middenstip.domain.matching.models import Introduction, Listing, Suggestion
from middenstip.domain.matching.rules import may_ask, may_meet, may_place
from middenstip.domain.matching.selectors import (
    Wanted,
    introductions_of,
    listing_rows,
    suggestion_by_id,
    suggestions_for,
)
from middenstip.domain.matching.selectors.listings import helped_by
from middenstip.domain.matching.tasks import learn_words, suggest, tend
from middenstip.domain.parties.models import Person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.domain.rooms import SEARCHED
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, submitted
from tests.domain.matching.playing import fresh, met, place
from tests.notices.ears import heard, post


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "abc\u202edef"}, "title"),
        ({"sort": "boats"}, "sort"),
        ({"size": 9}, "size"),
        ({"theme": "bloemen"}, "theme"),
        ({"until_on": None}, "until_on"),
        ({"until_on": -1}, "until_on"),
        ({"until_on": 400}, "until_on"),
        ({"square_metres": 5}, "place_kind"),
        ({"place_kind": "boat"}, "place_kind"),
        ({"place_kind": "plot"}, "place_kind"),
    ],
)
def test_what_cannot_be_placed_says_why(cast: Cast, wrong: dict[str, Any], field: str) -> None:
    told = {"title": "Iets"} | wrong
    if isinstance(told.get("until_on"), int):
        told["until_on"] = cast.day(told["until_on"])
    with pytest.raises(Invalid) as refused:
        place(cast, cast.gerrit, told.pop("title"), **told)
    assert list(refused.value.errors) == [field]


def test_a_free_place_is_offered_space(cast: Cast) -> None:
    told = {"place_kind": "plot", "square_metres": 900, "access": "Vlak."}
    plot = place(cast, cast.ilse, "Veld", is_offer=True, sort="space", **told)
    assert (plot.noun, plot.square_metres, str(plot)) == ("offer", 900, "Veld")
    with pytest.raises(Invalid):
        place(cast, cast.ilse, "Veld", sort="space", **told)
    place(cast, cast.bas, "Stoelen", is_offer=True, size=1)
    place(cast, cast.bas, "Bank gezocht", theme="wonen")
    titles = lambda **wanted: [row["title"] for row in listing_rows(Wanted(**wanted), cast.today, 9)]  # noqa: E731
    assert titles() == ["Bank gezocht", "Stoelen", "Veld"]
    assert titles(is_place=True) == titles(half="overheid") == titles(sort="space") == ["Veld"]
    assert titles(is_offer=False) == titles(theme="wonen") == ["Bank gezocht"]
    assert titles(size=1) == ["Stoelen"]
    assert titles(area=("GM0957", "gemeente")) == []


def test_who_may_place_and_how_many(cast: Cast) -> None:
    idea = draft(cast)
    for initiative in (idea, submitted(cast)):
        assert not may_place(cast.gerrit, initiative, 0)
    with pytest.raises(Forbidden, match="nog een concept"):
        place(cast, cast.marijke, "Iets", initiative=idea)
    assert "20 vragen" in may_place(cast.gerrit, None, MOST_OPEN).reason
    assert may_place(cast.gerrit, None, MOST_OPEN - 1)


def test_the_owner_changes_and_withdraws(cast: Cast) -> None:
    need = place(cast, cast.gerrit, "Ladder gezocht")
    told = {"sort": "goods", "title": "Lange ladder gezocht", "until_on": cast.day(30)}
    changed = services.change_listing(by=cast.gerrit, listing=need, told=told, area=need.area, at=cast.tick())
    assert (changed.title, changed.confirmed_at) == ("Lange ladder gezocht", cast.at)
    for act in (services.confirm_listing, services.withdraw_listing):
        with pytest.raises(Forbidden, match="haalt het weg"):
            act(by=cast.bas, listing=need, at=cast.tick())
    with pytest.raises(Forbidden, match="past het aan"):
        services.change_listing(by=cast.bas, listing=need, told=told, area=need.area, at=cast.tick())
    asked = services.ask_introduction(by=cast.bas, about=need, at=cast.tick())
    services.withdraw_listing(by=cast.gerrit, listing=need, at=cast.tick())
    assert (fresh(need).state, fresh(asked).state) == ("lapsed", "declined")
    with pytest.raises(NotNow):
        services.withdraw_listing(by=cast.gerrit, listing=need, at=cast.tick())


def test_after_half_a_year_it_is_asked_and_then_it_sleeps(cast: Cast) -> None:
    need = place(cast, cast.gerrit, "Ladder gezocht", until_on=cast.day(360))
    other = place(cast, cast.gerrit, "Emmers gezocht", until_on=cast.day(360))
    gone = place(cast, cast.gerrit, "Touw gezocht", until_on=cast.day(360))
    assert tend(cast.tick(days=100)) == 0
    assert tend(cast.tick(days=90)) == 3
    assert tend(cast.at) == 0
    post(cast)
    assert heard(cast.gerrit)[-1] == "Klopt dit nog: Touw gezocht?"
    rows = waiting_for(person=cast.gerrit.person_id, seats=[], today=cast.today)
    assert "Klopt dit nog: Ladder gezocht?" in [row.ask for row in rows]
    services.confirm_listing(by=cast.gerrit, listing=other, at=cast.tick())
    services.withdraw_listing(by=cast.gerrit, listing=gone, at=cast.tick())
    assert tend(cast.tick(days=15)) == 1
    assert (fresh(need).state, fresh(other).state) == ("asleep", "open")
    assert not services.put_to_sleep(listing=need, at=cast.tick())
    assert not services.put_to_sleep(listing=other, at=cast.tick())
    assert not services.question_listing(listing=other, at=cast.tick())
    with pytest.raises(Forbidden):
        services.ask_introduction(by=cast.bas, about=need, at=cast.tick())


def test_what_fell_asleep_during_a_talk_stays_asleep_when_the_talk_ends(cast: Cast) -> None:
    need = place(cast, cast.gerrit, "Ladder gezocht", until_on=cast.day(360))
    talk = met(cast, cast.bas, cast.gerrit, need)
    for days in (190, 15):
        assert tend(cast.tick(days=days)) == 1
    assert (fresh(need).state, fresh(talk).state) == ("asleep", "met")
    services.end_introduction(by=cast.bas, introduction=talk, at=cast.tick())
    assert (fresh(need).state, fresh(talk).state) == ("asleep", "ended")
    services.confirm_listing(by=cast.gerrit, listing=need, at=cast.tick())
    assert fresh(need).state == "open"
    services.confirm_listing(by=cast.gerrit, listing=need, at=cast.tick())
    assert fresh(need).state == "open"


def test_asking_has_limits(cast: Cast) -> None:
    need = place(cast, cast.gerrit, "Ladder gezocht", until_on=cast.day(2))
    with pytest.raises(Forbidden, match="plaatste je zelf"):
        services.ask_introduction(by=cast.gerrit, about=need, at=cast.tick())
    assert "20 mensen" in may_ask(cast.bas, need, MOST_ASKED).reason
    with pytest.raises(NotNow, match="laatste dag"):
        services.ask_introduction(by=cast.bas, about=need, at=cast.at + timedelta(days=3))
    initiative = submitted(cast)
    hide_initiative(code=initiative.public_id, words=HIDDEN, by=None, at=cast.tick())
    assert not may_meet(cast.bas, Initiative.objects.get(), 0)
    Person.objects.filter(pk=cast.marijke.person_id).update(erased_at=cast.at)
    assert "hier weg" in may_meet(cast.bas, Initiative.objects.get(), 0).reason


def test_five_new_suggestions_a_week_and_a_no_does_not_come_back(cast: Cast) -> None:
    need = place(cast, cast.gerrit, "Planten gezocht")
    for number in range(8):
        place(cast, cast.bas, f"Planten over {number}", is_offer=True)
    learn_words(SEARCHED)
    assert suggest(cast.tick()) == 2 * MOST_A_WEEK
    found = suggestions_for(cast.gerrit.person_id, cast.today)
    assert len(found) == MOST_A_WEEK
    with pytest.raises(Forbidden, match="voor een ander"):
        services.answer_suggestion(by=cast.bas, suggestion=found[0], answer="yes", at=cast.tick())
    with pytest.raises(Invalid):
        services.answer_suggestion(by=cast.gerrit, suggestion=found[0], answer="maybe", at=cast.tick())
    services.answer_suggestion(by=cast.gerrit, suggestion=found[0], answer="never", at=cast.tick())
    with pytest.raises(NotNow, match="al op geantwoord"):
        services.answer_suggestion(by=cast.gerrit, suggestion=found[0], answer="yes", at=cast.tick())
    known = set(Suggestion.objects.filter(person=cast.gerrit.person_id).values_list("pair", flat=True))
    cast.tick(days=8)
    services.make_suggestions(about=fresh(need), at=cast.at)
    pairs = list(Suggestion.objects.filter(person=cast.gerrit.person_id).values_list("pair", flat=True))
    assert len(pairs) == len(set(pairs))
    assert known <= set(pairs)
    again = suggestion_by_id(found[0].public_id)
    assert again
    assert again.answer == "never"
    assert again not in suggestions_for(cast.gerrit.person_id, cast.today)
    services.hide_listing(code=need.public_id, words=HIDDEN, by=None, at=cast.tick())
    services.withdraw_listing(by=cast.gerrit, listing=need, at=cast.tick())
    assert suggestions_for(cast.gerrit.person_id, cast.today) == []


ACTS = ("ask", "accept", "decline", "agree", "undo", "finish", "end", "withdraw", "confirm")
WHO = ("bas", "ilse")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(WHO)), max_size=9))
def test_whatever_people_do_a_listing_has_one_deal_at_most(cast: Cast, acts: list[tuple[str, str]]) -> None:
    with transaction.atomic():
        offer = place(cast, cast.gerrit, "Ladder", is_offer=True)
        made: dict[str, Introduction] = {}
        for act, who in acts:
            with suppress(NotNow, Forbidden):
                _play(cast, offer, made, act, who)
            listing = Listing.objects.get(pk=offer.pk)
            states = [one.state for one in Introduction.objects.filter(listing=offer)]
            assert listing.state in LISTING.words
            assert set(states) <= set(INTRODUCTION.words)
            assert sum(state in ("agreed", "done") for state in states) <= 1
            assert ("agreed" in states) == (listing.state == "agreed")
            assert ("done" in states) == (listing.state == "done")
            assert listing.state != "talking" or "met" in states
        transaction.set_rollback(True)


def _play(cast: Cast, offer: Listing, made: dict[str, Introduction], act: str, who: str) -> None:
    by, at = getattr(cast, who), cast.tick()
    if act == "ask":
        made[who] = services.ask_introduction(by=by, about=offer, at=at)
    elif act == "withdraw":
        services.withdraw_listing(by=cast.gerrit, listing=offer, at=at)
    elif act == "confirm":
        services.confirm_listing(by=cast.gerrit, listing=offer, at=at)
    elif who in made:
        one = made[who]
        if act == "accept":
            services.accept_introduction(by=cast.gerrit, introduction=one, at=at)
        elif act == "decline":
            services.decline_introduction(by=cast.gerrit, introduction=one, at=at)
        elif act == "agree":
            services.agree_deal(by=by, introduction=one, what="Zaterdag.", due_on=cast.day(3), at=at)
        elif act == "undo":
            services.undo_deal(by=by, introduction=one, at=at)
        elif act == "finish":
            services.finish_deal(by=by, introduction=one, thanks="Dank!", at=at)
        else:
            services.end_introduction(by=by, introduction=one, at=at)


def test_a_person_sees_their_introductions(cast: Cast) -> None:
    offer = place(cast, cast.gerrit, "Ladder", is_offer=True)
    one = met(cast, cast.bas, cast.gerrit, offer)
    assert introductions_of(cast.bas.person_id) == introductions_of(cast.gerrit.person_id) == [one]
    assert introductions_of(cast.ilse.person_id) == []
    assert one.title == "Ladder"


def test_a_mentor_is_an_initiative_that_was_there_before(cast: Cast) -> None:
    initiative = submitted(cast)
    told = {"is_offer": True, "sort": "knowledge", "asset": "mentor", "claim": "can"}
    for about in (None, initiative):
        with pytest.raises(Forbidden, match="al afspraken"):
            place(cast, cast.marijke, "Zo begonnen wij", initiative=about, **told)
    Initiative.objects.update(stage="project")
    initiative.refresh_from_db()
    one = place(cast, cast.marijke, "Zo begonnen wij", initiative=initiative, **told)
    columns = {"sort": "knowledge", "title": "Zo ging het", "until_on": cast.day(90), "asset": "mentor"}
    area = one.area
    services.change_listing(by=cast.marijke, listing=one, told=columns, area=area, at=cast.tick())
    with pytest.raises(Invalid) as refusal:
        place(cast, cast.gerrit, "Hulp gezocht", asset="people", claim="can")
    assert set(refusal.value.errors) == {"asset", "claim"}
    deal = met(cast, cast.gerrit, cast.marijke, one)
    services.agree_deal(by=cast.gerrit, introduction=deal, what="Bellen.", due_on=cast.day(3), at=cast.tick())
    assert helped_by(initiative.pk) == 0
    services.finish_deal(by=cast.gerrit, introduction=deal, thanks="Dank!", at=cast.tick())
    assert helped_by(initiative.pk) == 1
    spar = place(cast, cast.gerrit, "Sparren over bodem", **told | {"asset": "sparring"})
    mentors = Wanted(assets=("mentor", "sparring"))
    assert [row["public_id"] for row in listing_rows(mentors, cast.today, 5)] == [spar.public_id]
