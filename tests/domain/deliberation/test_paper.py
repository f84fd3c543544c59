"""Voting on paper: two people type every sheet, and it counts as any other vote, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.models import Ballot, Counted, Sheet, Vote, Voter
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast
from tests.domain.deliberation.crowd import closed, crowd, opened, votes
from tests.web.at_the_door import walk_in

WHY = "Als het veld open blijft"


def typed(cast: Cast, by: Actor, ballot: Ballot, number: int, choice: str, why: str = "") -> Vote | None:
    told = {"number": number, "choice": choice, "condition": why}
    return services.type_vote(by=by, ballot=ballot, **told, at=cast.tick())


def test_two_people_type_a_sheet_and_it_counts_once(cast: Cast) -> None:
    residents, officials, business = crowd(cast)
    ballot = opened(cast)
    number = dict(Voter.objects.filter(ballot=ballot).values_list("seat", "number"))
    sheet = number[officials[0].seat_id]
    assert typed(cast, cast.bas, ballot, sheet, "nee") is None
    assert typed(cast, cast.bas, ballot, sheet, "tenzij", WHY) is None  # who typed it, corrects it
    with pytest.raises(Invalid) as refusal:
        typed(cast, cast.marijke, ballot, sheet, "nee")
    assert refusal.value.errors == {"choice": rules.TYPED_OTHERWISE}
    vote = typed(cast, cast.marijke, ballot, sheet, "tenzij", WHY.upper())
    assert vote
    assert (vote.choice, vote.condition, vote.on_paper) == ("tenzij", WHY, True)
    with pytest.raises(NotNow, match=rules.TYPED_TWICE):
        typed(cast, cast.bas, ballot, sheet, "ja")
    votes(cast, ballot, [officials[1]], "ja")
    with pytest.raises(NotNow, match=rules.VOTED_SELF):
        typed(cast, cast.bas, ballot, number[officials[1].seat_id], "ja")
    typed(cast, cast.bas, ballot, number[business[0].seat_id], "nee")
    votes(cast, ballot, [business[0]], "ja")  # a vote of their own replaces a sheet that waits
    typed(cast, cast.bas, ballot, number[residents[0].seat_id], "nee")  # nobody types it a second time
    with pytest.raises(Invalid, match="kieslijst"):
        typed(cast, cast.bas, ballot, 999, "ja")
    with pytest.raises(Forbidden):
        typed(cast, residents[0], ballot, sheet, "ja")
    ballot = closed(cast, ballot)
    assert ballot.on_paper == 1
    assert Sheet.objects.count() == 0
    assert Counted.objects.get(code=vote.code).condition == WHY
    with pytest.raises(NotNow):
        typed(cast, cast.bas, ballot, sheet, "ja")


def test_a_person_who_voted_with_another_seat_has_no_sheet(cast: Cast) -> None:
    residents, _, _ = crowd(cast)
    ballot = opened(cast)
    line = Voter.objects.get(ballot=ballot, seat=residents[0].seat_id)
    other = Voter.objects.get(ballot=ballot, seat=residents[1].seat_id)
    line.seat.memberships.update(person=residents[1].person_id)
    votes(cast, ballot, [residents[1]], "ja")
    with pytest.raises(Forbidden, match="andere pet"):
        typed(cast, cast.bas, ballot, line.number, "ja")
    assert other.number != line.number


def test_the_page_prints_the_sheet_and_types_it_in(cast: Cast) -> None:
    _, officials, _ = crowd(cast)
    until = clock.now() + timedelta(days=7)
    ballot = opened(cast, closes_at=until, review_on=until.date() + timedelta(days=7))
    number = Voter.objects.get(ballot=ballot, seat=officials[0].seat_id).number
    address = f"/stemming/{ballot.public_id}/papier/"
    bas, marijke = walk_in(cast.bas), walk_in(cast.marijke)
    page = bas.get(address).content.decode()
    assert "Kruis één antwoord aan." in page
    sheet = {"number": f"{number}", "choice": "tenzij", "condition": WHY}
    told = bas.post(address, sheet, follow=True).content.decode()
    assert "Nu typt een ander dit blad ook in." in told
    wrong = marijke.post(address, sheet | {"choice": "nee"})
    assert (wrong.status_code, "Kijk samen op het blad" in wrong.content.decode()) == (422, True)
    told = marijke.post(address, sheet, follow=True).content.decode()
    assert Vote.objects.get().code in told
    closed(cast, ballot)
    assert bas.get(address).status_code == 409
