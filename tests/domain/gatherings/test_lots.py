"""Invitees by lot: anyone can do the draw again, and whoever says no or nothing makes room for the next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings import rules, services, tasks
from middenstip.domain.gatherings.lifecycle import LOT
from middenstip.domain.gatherings.models import Attendance, Gathering, Lot, Lottery, Willing
from middenstip.domain.gatherings.selectors.lots import (
    lot_figures,
    lot_of,
    lots_of,
    lottery_by_id,
    lottery_of,
    people_asked,
    pool_of,
    willing_numbers,
    willing_of,
)
from middenstip.domain.gatherings.services import lots as service
from middenstip.domain.moderation.models import Posting
from middenstip.domain.parties.models import Membership
from middenstip.journal.models import Entry
from middenstip.journeys import leave
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from middenstip.methods.lots import Ticket, draw, mark, seal
from tests.cast import Cast, person, supported
from tests.journeys.test_follow_up_gathering import announces, comes, held, moves
from tests.notices.ears import heard, post

VILLAGE = "WK015014"


def village() -> Area:
    return Area.objects.select_related("municipality", "district").get(code=VILLAGE)


def willing(cast: Cast, *actors: Actor, area: Area | None = None) -> None:
    for by in actors:
        services.be_drawn(by=by, area=area or village(), at=cast.tick())


def everybody(cast: Cast) -> tuple[Actor, ...]:
    return (cast.gerrit, cast.tarik, cast.yara, cast.bas, cast.ilse, cast.samira)


def seals(cast: Cast, one: Gathering, **more: Any) -> Lottery:
    told: dict[str, Any] = {"by": cast.marijke, "places": {"bewoners": 1, "overheid": 1}, "days": 3} | more
    return services.seal_lots(gathering=one, **told, at=cast.tick())


def draws(cast: Cast, lottery: Lottery, **more: Any) -> Lottery:
    told: dict[str, Any] = {"by": cast.marijke, "word": " Zeven  Bomen "} | more
    return services.draw_lots(lottery=lottery, **told, at=cast.tick())


def says(cast: Cast, lot: Lot, is_yes: bool, by: Actor | None = None) -> Lot:
    return services.answer_lot(by=by or actor_of(cast, lot), lot=lot, is_yes=is_yes, at=cast.tick())


def actor_of(cast: Cast, lot: Lot) -> Actor:
    return next(by for by in everybody(cast) if by.person_id == lot.person_id)


def states(lottery: Lottery, half: str) -> list[str]:
    return [lot.state for lot in lots_of(lottery) if lot.half == half]


def asked(lottery: Lottery, half: str) -> Lot:
    return Lot.objects.get(lottery=lottery, half=half, state="asked")


def drawn(cast: Cast, **more: Any) -> Lottery:
    """A meet-up in twenty days to which a resident and somebody of the government are drawn."""
    willing(cast, *everybody(cast))
    return draws(cast, seals(cast, announces(cast, days=20, **more)))


def test_people_say_where_they_may_be_drawn_and_stop_it(cast: Cast) -> None:
    willing(cast, cast.gerrit, cast.gerrit, cast.ilse)
    assert [(row.area.code, row.half) for row in willing_of(cast.gerrit.person_id)] == [(VILLAGE, "bewoners")]
    one = announces(cast)
    assert willing_numbers(one, cast.today, 10) == {"bewoners": 1, "overheid": 1}
    for _twice in range(2):
        services.stop_being_drawn(by=cast.gerrit, area=village())
    assert willing_numbers(one, cast.today, 10) == {"overheid": 1}


def test_the_pool_has_everybody_once_who_can_be_drawn_here(cast: Cast) -> None:
    city, other = Area.objects.get(code="GM0150"), Area.objects.get(code="GM0957")
    willing(cast, cast.gerrit, area=city)
    willing(cast, cast.gerrit, cast.marijke, cast.bas)
    willing(cast, cast.tarik, area=other)
    willing(cast, cast.yara, area=city)
    one = announces(cast)
    comes(cast, cast.bas, one)
    Willing.objects.filter(person=cast.yara.person_id).update(half="overheid")  # spoke for another half then
    assert pool_of(one, cast.today, 10) == [(cast.gerrit.person_id, "bewoners")]


def test_the_draw_can_be_done_again_by_anybody(cast: Cast) -> None:
    willing(cast, *everybody(cast))
    one = announces(cast, days=20)
    lottery = seals(cast, one)
    listed = [Ticket(lot.number, lot.half) for lot in lots_of(lottery)]
    assert (len(listed), lottery.mark, lottery.is_drawn) == (6, mark(listed), False)
    assert [lot.place for lot in lots_of(lottery)] == [None] * 6
    lottery = draws(cast, lottery)
    found = lottery_by_id(lottery.public_id)
    assert found
    assert (found.word, found.is_drawn) == ("zeven bomen", True)
    assert seal(found.secret) == found.seal
    order = draw(found.secret, "Zeven bomen", listed)
    for half, numbers in order.items():
        assert [lot.number for lot in lots_of(lottery) if lot.half == half] == numbers
    assert states(lottery, "bewoners") == ["asked", "listed", "listed"]
    assert states(lottery, "overheid")[0] == "asked"
    assert states(lottery, "ondernemers") == ["listed"] * len(order["ondernemers"])
    assert lottery_of(one) == lottery
    with pytest.raises(NotNow, match="getrokken"):
        draws(cast, lottery)
    told = list(
        Entry.objects.filter(kind__startswith="lottery").order_by("pk").values_list("kind", flat=True)
    )
    assert told == ["lottery.sealed", "lottery.drawn", "lottery.asked", "lottery.asked"]


def test_whoever_is_drawn_hears_it_and_says_yes(cast: Cast) -> None:
    lottery = drawn(cast)
    lot = asked(lottery, "bewoners")
    by = actor_of(cast, lot)
    post(cast)
    assert "Je bent geloot: Koffie in het bos" in heard(by)
    assert not any("geloot" in one for one in heard(cast.marijke))
    with pytest.raises(Forbidden, match="van een ander"):
        says(cast, lot, True, by=cast.marijke)
    for _twice in range(2):
        assert says(cast, lot, True).state == "yes"
    comes_now = Attendance.objects.get(gathering=lottery.gathering, person=by.person_id)
    assert (comes_now.state, comes_now.half) == ("coming", "bewoners")
    assert states(lottery, "bewoners") == ["yes", "listed", "listed"]
    assert lot_figures(lottery)["bewoners"] == {
        "listed": 3,
        "drawn": 1,
        "yes": 1,
        "no": 0,
        "silent": 0,
        "waits": 0,
        "gone": 0,
    }


def test_no_and_silence_make_room_for_the_next_of_the_same_half(cast: Cast) -> None:
    lottery = drawn(cast)
    first = asked(lottery, "bewoners")
    assert says(cast, first, False).state == "no"
    assert states(lottery, "bewoners") == ["no", "asked", "listed"]
    with pytest.raises(NotNow, match="nee"):
        says(cast, first, True)
    second = asked(lottery, "bewoners")
    cast.tick(days=4)
    with pytest.raises(NotNow, match="te laat"):
        says(cast, second, True)
    assert services.lapse_lots(at=cast.at) == 1
    assert services.lapse_lots(at=cast.at) == 0
    assert states(lottery, "bewoners") == ["no", "silent", "asked"]
    with pytest.raises(NotNow, match="gaf geen antwoord"):
        says(cast, second, True)
    says(cast, asked(lottery, "bewoners"), False)
    assert states(lottery, "bewoners") == ["no", "silent", "no"]  # nobody is left: the place stays empty
    figures = lot_figures(lottery)["bewoners"]
    assert (figures["drawn"], figures["no"], figures["silent"]) == (3, 2, 1)


def test_the_worker_lapses_once_a_day(cast: Cast) -> None:
    lottery = drawn(cast)
    cast.tick(days=4)
    tasks.look_over(cast.at)
    assert states(lottery, "bewoners")[:2] == ["silent", "asked"]


def test_who_comes_no_longer_makes_room_too(cast: Cast) -> None:
    lottery = drawn(cast)
    lot = asked(lottery, "bewoners")
    says(cast, lot, True)
    services.leave_gathering(by=actor_of(cast, lot), gathering=lottery.gathering, at=cast.tick())
    assert states(lottery, "bewoners") == ["no", "asked", "listed"]


def test_places_are_kept_for_whoever_is_drawn(cast: Cast) -> None:
    willing(cast, *everybody(cast))
    one = announces(cast, days=20, places=2)
    with pytest.raises(Invalid, match="nog 2 plekken vrij"):
        seals(cast, one, places={"bewoners": 3})
    lottery = seals(cast, one)
    assert comes(cast, cast.marijke, one).state == "waiting"
    draws(cast, lottery)
    says(cast, asked(lottery, "overheid"), True)
    now = Gathering.objects.get(pk=one.pk)
    assert (now.coming_count, now.waiting_count) == (1, 1)
    while left := Lot.objects.filter(lottery=lottery, half="bewoners", state="asked").first():
        says(cast, left, False)
    assert Attendance.objects.get(gathering=one, person=cast.marijke.person_id).state == "coming"


def test_who_waits_for_a_place_and_is_drawn_has_one(cast: Cast) -> None:
    willing(cast, *everybody(cast))
    one = announces(cast, days=20, places=1)
    lottery = seals(cast, one, places={"bewoners": 1})
    for by in (cast.gerrit, cast.tarik, cast.yara):
        assert comes(cast, by, one).state == "waiting"
    draws(cast, lottery)
    lot = asked(lottery, "bewoners")
    says(cast, lot, True)
    assert Attendance.objects.get(gathering=one, person=lot.person_id).state == "coming"
    assert Gathering.objects.get(pk=one.pk).waiting_count == 2
    services.leave_gathering(by=actor_of(cast, lot), gathering=one, at=cast.tick())
    second = asked(lottery, "bewoners")
    Attendance.objects.filter(gathering=one, person=second.person_id).update(state="coming")
    assert says(cast, second, True).state == "yes"


def test_a_lottery_is_refused_in_words(cast: Cast) -> None:
    one = announces(cast, days=20)
    with pytest.raises(NotNow, match="niemand hier wil geloot"):
        seals(cast, one)
    willing(cast, *everybody(cast))
    bad = (
        ({"places": {}}, "minstens één helft"),
        ({"places": {"bewoners": -1}}, "0 of meer"),
        ({"places": {"bewoners": 4}}, "Er zijn er 3"),
        ({"places": {"bewoners": 999}}, "hooguit 200"),
        ({"days": 1}, "Kies 2 tot 30"),
        ({"days": 21}, "Zoveel dagen"),
    )
    for told, words in bad:
        with pytest.raises(Invalid, match=words):
            seals(cast, one, **told)
    with pytest.raises(Forbidden, match="wie dit aankondigde"):
        seals(cast, one, by=cast.bas)
    lottery = seals(cast, one)
    with pytest.raises(NotNow, match="al een loting"):
        seals(cast, one)
    with pytest.raises(Invalid, match="hardop"):
        draws(cast, lottery, word=" ")
    with pytest.raises(Forbidden):
        draws(cast, lottery, by=cast.bas)
    with pytest.raises(NotNow, match="staat op de lijst"):
        says(cast, lots_of(lottery)[0], True)


def test_a_closed_a_cancelled_or_a_past_gathering_has_no_lottery(cast: Cast) -> None:
    willing(cast, *everybody(cast))
    closed = announces(cast, days=20, initiative=supported(cast), is_closed=True, what="Over mensen.")
    with pytest.raises(Forbidden, match="besloten"):
        seals(cast, closed)
    off = announces(cast, days=20)
    sealed = seals(cast, off)
    services.cancel_gathering(by=cast.marijke, gathering=off, why="De zaal is dicht.", at=cast.tick())
    with pytest.raises(NotNow, match="afgelast"):
        draws(cast, sealed)
    Posting.objects.all().delete()  # three texts in ten minutes would be looked at first
    over = announces(cast, days=4)
    late = seals(cast, over)
    cast.at = over.starts_at - timedelta(hours=3)
    with pytest.raises(NotNow, match="vandaag of geweest"):
        draws(cast, late)
    held(cast, over)
    with pytest.raises(NotNow, match="geweest"):
        seals(cast, over)


def test_who_was_drawn_hears_that_it_is_off_or_moves_and_is_asked_no_more(cast: Cast) -> None:
    lottery = drawn(cast)
    one, lot = lottery.gathering, asked(lottery, "bewoners")
    by = actor_of(cast, lot)
    assert by.person_id in {who.pk for who in people_asked(one)}
    moves(cast, one, 21)
    services.cancel_gathering(by=cast.marijke, gathering=one, why="Te nat.", at=cast.tick())
    post(cast)
    assert "Gaat niet door: Koffie in het bos" in heard(by)
    with pytest.raises(NotNow, match="afgelast"):
        says(cast, lot, True)
    cast.tick(days=5)
    assert services.lapse_lots(at=cast.at) == 0
    assert states(lottery, "bewoners") == ["asked", "listed", "listed"]


def test_an_answer_after_the_beginning_is_too_late_and_nobody_is_asked_any_more(cast: Cast) -> None:
    lottery = drawn(cast)
    lot = asked(lottery, "bewoners")
    cast.at = lottery.gathering.starts_at
    with pytest.raises(NotNow, match="al begonnen"):
        says(cast, lot, True)
    assert services.lapse_lots(at=cast.tick()) == 1
    assert states(lottery, "bewoners") == ["silent", "listed", "listed"]


def test_the_term_ends_before_the_gathering(cast: Cast) -> None:
    lottery = drawn(cast)
    moves(cast, lottery.gathering, 2)
    says(cast, asked(lottery, "bewoners"), False)
    assert asked(lottery, "bewoners").until_on == cast.day(1)


def test_an_erased_person_leaves_a_list_that_can_still_be_checked(cast: Cast) -> None:
    lottery = drawn(cast)
    before = lottery_by_id(lottery.public_id)
    lot = asked(lottery, "bewoners")
    by = actor_of(cast, lot)
    leave.erase(by=by, person=person(by), at=cast.tick())
    assert willing_of(by.person_id) == []
    assert states(lottery, "bewoners") == ["gone", "asked", "listed"]
    listed = [Ticket(one.number, one.half) for one in lots_of(lottery)]
    assert before
    assert mark(listed) == before.mark
    assert lot_of(lottery, by.person_id) is None
    second = asked(lottery, "bewoners")
    says(cast, second, False)
    refuser = actor_of(cast, second)
    leave.erase(by=refuser, person=person(refuser), at=cast.tick())
    assert states(lottery, "bewoners") == ["gone", "no", "asked"]


def test_who_is_erased_before_the_draw_makes_room_at_the_draw(cast: Cast) -> None:
    willing(cast, cast.gerrit, cast.tarik)
    lottery = seals(cast, announces(cast, days=20), places={"bewoners": 1})
    leave.erase(by=cast.gerrit, person=person(cast.gerrit), at=cast.tick())
    draws(cast, lottery)
    assert asked(lottery, "bewoners").person_id == cast.tarik.person_id


def test_who_speaks_for_another_half_by_now_is_passed_over(cast: Cast) -> None:
    willing(cast, cast.gerrit, cast.tarik)
    lottery = seals(cast, announces(cast, days=20), places={"bewoners": 1})
    Membership.objects.filter(person=cast.gerrit.person_id).update(until_on=cast.today)
    draws(cast, lottery)
    assert asked(lottery, "bewoners").person_id == cast.tarik.person_id
    assert "andere helft" in rules.may_take_place(cast.bas, asked(lottery, "bewoners")).reason


def test_a_hidden_gathering_asks_nobody(cast: Cast) -> None:
    lottery = drawn(cast)
    lot = asked(lottery, "bewoners")
    services.hide_gathering(code=lottery.gathering.public_id, words="Verborgen.", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        says(cast, lot, True)
    says(cast, lot, False)
    assert states(lottery, "bewoners") == ["no", "listed", "listed"]


def test_long_after_nobody_knows_whose_numbers_they_were(cast: Cast) -> None:
    lottery = drawn(cast)
    held(cast, lottery.gathering)
    services.forget_attendances(at=cast.tick(days=91))
    assert set(Lot.objects.values_list("person", flat=True)) == {None}
    assert len(lots_of(lottery)) == 6


def test_a_number_that_comes_out_twice_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter(("aaaaaaaaaa", "aaaaaaaaaa", "bbbbbbbbbb"))
    monkeypatch.setattr(service, "new_id", lambda: next(made))
    assert service._numbers(2) == ["aaaaaa", "bbbbbb"]


@given(st.lists(st.sampled_from(["ask", "yes", "no", "lapse", "drop"]), max_size=8))
def test_a_lot_that_is_over_never_comes_back(steps: list[str]) -> None:
    state, was_over = LOT.start, False
    for act in steps:
        if LOT.allows(state, act):
            assert not was_over
            state = LOT.after(state, act)
            was_over = Lot(state=state).is_out
    assert {one for one in LOT.words if Lot(state=one).is_out} == set(LOT.ends)
