"""Lettele votes about the field: what is fixed, who votes, what is refused, and what is published."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.serializers import serialize
from django.urls import reverse

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Ballot, Condition, Counted, Vote, Voter
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, seat_of, table
from tests.domain.deliberation.crowd import (
    QUESTION,
    closed,
    crowd,
    decision_of,
    next_round,
    opened,
    people,
    votes,
)
from tests.web.at_the_door import walk_in


def test_three_halves_say_yes_and_the_decision_stands(cast: Cast) -> None:
    residents, government, business = crowd(cast)
    ballot = opened(cast)
    assert ballot.roll["bewoners"] >= 3
    assert sum(ballot.roll.values()) == Voter.objects.filter(ballot=ballot).count()
    votes(cast, ballot, residents, "ja", "ja", "neutraal")
    votes(cast, ballot, government, "ja")
    votes(cast, ballot, business, "ja", "ja", "tenzij", why="=Laden kan tot elf uur")
    with pytest.raises(NotNow, match="nog open"):
        services.count_ballot(ballot=ballot, at=cast.tick())
    assert Counted.objects.count() == 0
    ballot = closed(cast, ballot)
    assert (ballot.state, ballot.why[-1]) == ("adopted", "Het voorstel is aangenomen in ronde 1.")
    assert [half["ja"] for half in ballot.halves] == [2, 3, 2]
    decision = decision_of(ballot)
    assert (decision.number, decision.outcome, decision.text) == (1, "adopted", ballot.text)
    assert Condition.objects.get(ballot=ballot).text == "Laden kan tot elf uur"
    assert services.count_ballot(ballot=ballot, at=cast.tick()).state == "adopted"  # twice is once
    word = services.add_minority_word(by=business[2], decision=decision, text="Let op laden.", at=cast.tick())
    again = services.add_minority_word(by=business[2], decision=decision, text="Let op.", at=cast.tick())
    assert (word.pk, again.text) == (again.pk, "Let op.")
    for text, reason in (("", "Schrijf eerst"), ("x" * 601, "te lang")):
        with pytest.raises(Invalid, match=reason):
            services.add_minority_word(by=business[2], decision=decision, text=text, at=cast.tick())
    stranger = people(cast, Half.RESIDENTS, 1)[0]
    with pytest.raises(Forbidden, match="kieslijst"):
        services.add_minority_word(by=stranger, decision=decision, text="Ik ook.", at=cast.tick())


def test_a_seat_votes_once_and_may_change_until_the_closing_time(cast: Cast) -> None:
    residents, *_ = crowd(cast)
    ballot = opened(cast)
    first = services.cast_vote(by=residents[0], ballot=ballot, choice="ja", condition="x", at=cast.tick())
    assert first.condition == ""  # a yes has no condition
    second = services.cast_vote(by=residents[0], ballot=ballot, choice="nee", at=cast.tick())
    assert (second.pk, second.code) == (first.pk, first.code)
    assert Vote.objects.count() == 1
    for choice, condition, reason in (
        ("misschien", "", "Kies een"),
        ("tenzij", " ", "wat je nodig hebt"),
        ("nee", "x" * 301, "te lang"),
    ):
        with pytest.raises(Invalid, match=reason):
            services.cast_vote(
                by=residents[0], ballot=ballot, choice=choice, condition=condition, at=cast.tick()
            )
    late = people(cast, Half.RESIDENTS, 1)[0]  # came after the opening
    with pytest.raises(Forbidden, match="kieslijst"):
        services.cast_vote(by=late, ballot=ballot, choice="ja", at=cast.tick())
    cast.at = ballot.closes_at
    with pytest.raises(NotNow, match="gesloten"):  # nobody counted yet
        services.cast_vote(by=residents[0], ballot=ballot, choice="ja", at=cast.at)
    closed(cast, ballot)
    with pytest.raises(NotNow, match="stand"):
        services.cast_vote(by=residents[0], ballot=ballot, choice="ja", at=cast.tick())


def test_the_form_twice_opens_one_ballot(cast: Cast) -> None:
    crowd(cast)
    goal = table(cast)
    told = {"closes_at": cast.at + timedelta(days=14), "key": "2" * 32}
    first, again = (opened(cast, goal, **told) for _ in "12")
    assert (first.pk, Ballot.objects.count()) == (again.pk, 1)


def test_one_person_in_two_halves_has_one_vote(cast: Cast) -> None:
    residents, _, business = crowd(cast)
    both = Person.objects.get(pk=residents[0].person_id)
    other = Seat.objects.get(pk=business[0].seat_id)
    other.memberships.update(person=both)
    ballot = opened(cast)
    one, two = hats_of_person(both, cast.today)
    services.cast_vote(by=one, ballot=ballot, choice="ja", at=cast.tick())
    with pytest.raises(Forbidden, match="andere pet"):
        services.cast_vote(by=two, ballot=ballot, choice="ja", at=cast.tick())


def test_who_leads_the_talk_opens_but_does_not_vote(cast: Cast) -> None:
    crowd(cast)
    goal = table(cast)
    lettele = Area.objects.get(code="WK015014")
    parties.appoint(seat=seat_of(cast.gerrit), role=FACILITATOR, area=lettele, at=cast.tick())
    gerrit = hats_of_person(Person.objects.get(pk=cast.gerrit.person_id), cast.today)[0]
    ballot = opened(cast, goal)
    assert not Voter.objects.filter(ballot=ballot, seat=gerrit.seat_id).exists()
    with pytest.raises(Forbidden, match="leidt hier het gesprek"):
        services.cast_vote(by=gerrit, ballot=ballot, choice="ja", at=cast.tick())
    with pytest.raises(Forbidden, match="Dit doet wie aan tafel zit en meetelt"):
        services.stop_ballot(by=cast.tarik, ballot=ballot, at=cast.tick())


def test_a_ballot_is_refused_with_its_true_reason(cast: Cast) -> None:
    goal = table(cast)
    with pytest.raises(NotNow, match="De helft"):
        opened(cast, goal, who="table")
    crowd(cast)
    soon, far = cast.at + timedelta(minutes=5), cast.at + timedelta(days=90)
    for more, field in (
        ({"closes_at": soon}, "closes_at"),
        ({"closes_at": far}, "closes_at"),
        ({"review_on": cast.today}, "review_on"),
        ({"mode": "loting"}, "mode"),
        ({"who": "iedereen"}, "who"),
        ({"question": ""}, "question"),
        ({"quorum": 60}, "quorum"),
    ):
        with pytest.raises(Invalid) as refused:
            opened(cast, goal, **more)
        assert list(refused.value.errors) == [field]
    first = opened(cast, goal, key="once")
    with pytest.raises(NotNow, match="loopt al een stemming"):
        opened(cast, goal)
    goal.state = "stopped"
    goal.save()
    with pytest.raises(NotNow, match="klaar"):
        opened(cast, goal)
    assert Ballot.objects.get() == first


def test_the_second_round_keeps_roll_and_thresholds_and_ends_in_a_stalemate(cast: Cast) -> None:
    residents, government, business = crowd(cast)
    ballot = opened(cast, quorum=10)
    votes(cast, ballot, [*residents, *business], "ja")
    votes(cast, ballot, government, "tenzij", why="Als het veld open blijft")
    ballot = closed(cast, ballot)
    assert ballot.state == "failed"
    with pytest.raises(NotNow, match="antwoord op elke voorwaarde"):
        next_round(cast, ballot, "De tuin, met een open veld.")
    condition = Condition.objects.get(ballot=ballot)
    for reply, reason, field in (("misschien", "", "reply"), ("decline", "", "reason")):
        with pytest.raises(Invalid) as refused:
            services.answer_condition(
                by=cast.bas, ballot=ballot, condition=condition, reply=reply, reason=reason, at=cast.tick()
            )
        assert list(refused.value.errors) == [field]
    told = {"reply": "adopt", "reason": "Het veld blijft open."}
    services.answer_condition(by=cast.bas, ballot=ballot, condition=condition, **told, at=cast.tick())
    with pytest.raises(Invalid, match="nieuwe tekst"):
        next_round(cast, ballot, ballot.text)
    second = next_round(cast, ballot, "De tuin, met een open veld.")
    people(cast, Half.GOVERNMENT, 5)
    assert (second.roll, second.quorum, second.round) == (ballot.roll, 10, 2)
    assert Ballot.objects.get(pk=ballot.pk).state == "followed"
    second = closed(cast, second)
    with pytest.raises(NotNow, match="stemde niemand"):
        next_round(cast, second, "Nog een tekst.")
    stopped = services.stop_ballot(by=cast.ilse, ballot=second, at=cast.tick())
    decision = decision_of(stopped)
    assert (decision.outcome, decision.text) == ("stalemate", "Het veld blijft gras.")


def test_the_worker_counts_ends_and_the_third_round_is_the_last(cast: Cast) -> None:
    residents, *_ = crowd(cast)
    ballot = opened(cast)
    for text in ("Tekst twee.", "Tekst drie."):
        votes(cast, ballot, residents[:1], "nee")
        ballot = next_round(cast, closed(cast, ballot), text)
    votes(cast, ballot, residents[:1], "nee")
    cast.at = ballot.closes_at
    assert services.count_due(at=cast.at) == 1
    ballot.refresh_from_db()
    assert (ballot.round, ballot.state, decision_of(ballot).outcome) == (3, "ended", "ended")
    other = closed(cast, opened(cast, ballot.goal))
    cast.at += timedelta(days=14)
    assert services.count_due(at=cast.at) == 1
    other.refresh_from_db()
    assert (other.state, decision_of(other).number) == ("stalemate", 2)


def test_an_outage_moves_the_closing_time_by_as_much(cast: Cast) -> None:
    crowd(cast)
    ballot = opened(cast)
    opened_at, closes_at = ballot.opened_at, ballot.closes_at
    cast.at += timedelta(hours=5)
    down = {"from_at": opened_at + timedelta(hours=1), "until_at": opened_at + timedelta(hours=3)}
    for wrong, field in (
        (down | {"until_at": opened_at}, "until_at"),
        (down | {"from_at": opened_at - timedelta(hours=1)}, "from_at"),
        (down | {"until_at": cast.at + timedelta(days=1)}, "from_at"),
    ):
        with pytest.raises(Invalid) as refused:
            services.extend_ballot(by=cast.bas, ballot=ballot, **wrong, reason="Stroom weg", at=cast.tick())
        assert list(refused.value.errors) == [field]
    with pytest.raises(Invalid, match="Zeg wat er was"):
        services.extend_ballot(by=cast.bas, ballot=ballot, **down, reason="", at=cast.tick())
    longer = services.extend_ballot(by=cast.bas, ballot=ballot, **down, reason="Stroom weg", at=cast.tick())
    assert (longer.closes_at - closes_at, longer.planned_at) == (timedelta(hours=2), closes_at)
    with pytest.raises(NotNow, match="staat er al"):
        services.extend_ballot(by=cast.bas, ballot=ballot, **down, reason="Stroom weg", at=cast.tick())


@pytest.mark.parametrize("is_secret", [True, False])
def test_after_the_count_nothing_joins_a_secret_vote_to_a_seat(cast: Cast, is_secret: bool) -> None:
    residents, *_ = crowd(cast, 6, 3, 3)
    ballot = opened(cast, is_secret=is_secret)
    votes(cast, ballot, residents, "tenzij", why="Als het planten rond Pasen is")
    code = Vote.objects.get(voter__seat=residents[0].seat_id).code
    closed(cast, ballot)
    assert Vote.objects.count() == 0
    line = Counted.objects.get(ballot=ballot, code=code)
    assert line.seat_id == (None if is_secret else residents[0].seat_id)
    if is_secret:  # the code and the words stand only in rows without any seat or person
        found = {
            model._meta.label
            for model in apps.get_models()
            for text in ("rond Pasen", code)
            if text in serialize("json", model._default_manager.all())
        }
        assert found == {"deliberation.Counted", "deliberation.Condition", "deliberation.Ballot"}
        assert not Entry.objects.filter(kind__contains="vote").exists()


def test_nothing_that_leaves_the_platform_says_who_voted_what(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    residents, *_ = crowd(cast, 6, 3, 3)
    ballot = opened(cast)
    me, planted = residents[0], "Als de planten uit Zwolle komen"
    with caplog.at_level("DEBUG"):
        votes(cast, ballot, [me], "tenzij", why=planted)
        code = Vote.objects.get().code
        votes(cast, ballot, residents[1:], "ja")
        ballot = closed(cast, ballot)
        services.stop_ballot(by=cast.bas, ballot=ballot, at=cast.tick())
        mine, admin, anyone = (walk_in(one) for one in (me, cast.noor, None))
        record, page = f"/besluit/{decision_of(ballot).public_id}/", f"/stemming/{ballot.public_id}/"
        export = mine.get("/mijn/gegevens/").content.decode()
        shown = {
            (place, who): client.get(place).content.decode()
            for who, client in (("me", mine), ("admin", admin), ("anyone", anyone))
            for place in (
                page,
                record,
                f"{page}stemmen.csv",
                reverse("api-1.0.0:besluiten"),
                f"{page}?bewijs=zzzz-zzzz",
            )
        }
    assert [word for word in (code, planted, "tenzij") if word in export] == []
    seat = Seat.objects.get(pk=me.seat_id)
    for (place, who), text in shown.items():
        assert (code in text) == place.endswith(".csv"), (place, who)
        assert (planted in text) != ("besluiten" in place), (place, who)  # the words, never whose they are
        assert who == "me" or seat.public_id not in text, (place, who)
    logged = " ".join(one.getMessage() for one in caplog.records if one.name.startswith("middenstip"))
    assert [word for word in (code, planted) if word in logged] == []
    assert "jouw stem: nee, tenzij" in anyone.get(f"{page}?bewijs={code}").content.decode()


def test_in_consent_an_objection_says_what_harm_it_sees(cast: Cast) -> None:
    residents, government, business = crowd(cast)
    ballot = opened(cast, mode="consent", is_secret=False)
    with pytest.raises(Invalid, match="welk nadeel"):
        services.cast_vote(by=residents[0], ballot=ballot, choice="nee", at=cast.tick())
    with pytest.raises(Invalid, match="Kies een"):
        services.cast_vote(by=residents[0], ballot=ballot, choice="tenzij", condition="x", at=cast.tick())
    votes(cast, ballot, [*residents, *government], "ja")
    votes(cast, ballot, business, "ja", "ja", "nee", why="Klanten kunnen niet laden")
    ballot = closed(cast, ballot)
    assert ballot.state == "adopted"
    assert Condition.objects.get(ballot=ballot).must_answer


def test_a_ballot_and_its_decision_can_be_hidden_and_shown(cast: Cast) -> None:
    crowd(cast)
    ballot = closed(cast, opened(cast))
    services.stop_ballot(by=cast.marijke, ballot=ballot, at=cast.tick())
    decision, words = decision_of(ballot), "Deze tekst is verborgen."
    told: dict[str, Any] = {"by": cast.noor, "at": cast.tick()}
    services.hide_ballot(code=ballot.public_id, words=words, **told)
    services.hide_decision(code=decision.public_id, words=words, **told)
    ballot.refresh_from_db()
    assert (ballot.question, decision_of(ballot).text) == (words, words)
    services.show_ballot(code=ballot.public_id, **told)
    services.show_decision(code=decision.public_id, **told)
    ballot.refresh_from_db()
    assert (ballot.question, decision_of(ballot).text) == (QUESTION["question"], QUESTION["status_quo"])
