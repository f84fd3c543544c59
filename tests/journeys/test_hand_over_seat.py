"""Somebody leaves a function: each open promise waits for who comes after, or rings at the manager."""

from datetime import date

import pytest

from middenstip.demo.cast import CITY, Member, invite
from middenstip.domain.agreements import services as agreements
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Handover, HandoverLine, Seat
from middenstip.domain.parties.rules import MANAGER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.parties.turns import handover_turn
from middenstip.domain.signals import services as signals
from middenstip.journal.models import Entry
from middenstip.journeys import assess_initiative, hand_over_seat, leave
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of, signed, submitted, taken
from tests.notices.ears import heard, post
from tests.web.at_the_door import walk_in


def successor(cast: Cast, seat: Seat) -> Actor:
    """Joost, who sits in this seat from now on."""
    joost = Member("joost", "Joost Wiegerink", Half.GOVERNMENT, CITY, "regisseur", "gemeente", "x", "")
    actor = invite([joost], cast.tick())["joost"]
    parties.take_seat(person=person(actor), seat=seat, at=cast.tick())
    hats = hats_of_person(person(actor), cast.today)
    return next(hat for hat in hats if hat.seat_id == seat.pk)


def owing(cast: Cast) -> Seat:
    """Samira's seat, with a case, an action in it, and a signal; Ilse leads the desk."""
    parties.appoint(
        seat=seat_of(cast.ilse), role=MANAGER, area=Area.objects.get(code="GM0150"), at=cast.tick()
    )
    case = taken(cast)
    intake.plan_action(by=cast.samira, case=case, text="Bel de buren", owner=case.handler, at=cast.tick())
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    texts = {"title": "Elke boom", "text": "Weken wachten."}
    signal = signals.report_signal(by=cast.marijke, kind="rule", area=area, texts=texts, at=cast.tick())
    signals.address_signal(by=cast.samira, signal=signal, to=seat_of(cast.samira), at=cast.tick())
    return seat_of(cast.samira)


def states() -> list[tuple[str, str]]:
    return list(HandoverLine.objects.order_by("pk").values_list("noun", "state"))


def test_each_line_is_confirmed_or_red_and_everyone_hears(cast: Cast) -> None:
    seat, url = owing(cast), f"/zetel/{cast.samira.seat_public_id}/overdracht/"
    with clock.frozen(cast.tick()):
        page = walk_in(cast.samira).get(url).text
        assert "Ik ga weg uit deze zetel" in page
        gone = walk_in(cast.samira).post(
            f"/zetel/{seat.public_id}/weg/", {"note": "De buurman wil eerst bellen.", "pet": seat.public_id}
        )
        assert gone.status_code == 302
    one = Handover.objects.get()
    assert (one.note, one.due_on) == ("De buurman wil eerst bellen.", date(2026, 11, 16))
    assert states() == [("case", "waits"), ("action", "waits"), ("signal", "waits")]
    cast.at = one.at
    leave.clear_up(at=cast.tick())  # the worker finds the same leaving, and adds nothing
    assert HandoverLine.objects.count() == 3
    joost = successor(cast, seat)
    door = walk_in(joost)
    with clock.frozen(cast.tick()):
        page = door.get(url).text
        assert page.count("Ik neem dit over") == 3
        assert "De buurman wil eerst bellen." in page
        assert url in door.get("/mijn/").text
    case, action, signal = HandoverLine.objects.order_by("pk")
    with pytest.raises(Forbidden, match="wie nu in deze zetel zit"):
        parties.confirm_line(by=cast.ilse, line=case, at=cast.tick())
    with clock.frozen(cast.tick()):
        hat, why = {"pet": seat.public_id}, f"{action.public_id}-why"
        for line in (case, signal):
            assert door.post(f"/zetel/overdracht/{line.public_id}/ja/", hat).status_code == 302
        no = f"/zetel/overdracht/{action.public_id}/nee/"
        assert door.post(no, {why: "", **hat}).status_code == 422
        assert door.post(no, {why: "Dit budget is op.", **hat}).status_code == 302
        assert "Dit budget is op." in door.get(url).text
    with pytest.raises(NotNow, match="overgenomen"):
        parties.confirm_line(by=joost, line=case, at=cast.tick())
    post(cast)
    assert f"Iemand ging weg: {seat.label}" in heard(cast.ilse)
    assert heard(cast.marijke)[-2:] == [
        "Je hebt een nieuw contact: Voedselbos Lettele",
        "Je hebt een nieuw contact: Elke boom",
    ]
    assert heard(cast.ilse)[-1] == "Dit kan niet worden overgenomen: Bel de buren"
    parties.confirm_line(by=joost, line=HandoverLine.objects.get(pk=action.pk), at=cast.tick())
    one.refresh_from_db()
    assert (one.note, one.bell_on, bool(one.closed_at)) == ("", None, True)
    assert handover_turn(one) is None
    assert "Niets open." in walk_in(joost).get(url).text


def test_nobody_comes_so_the_bell_rings_at_the_manager(cast: Cast) -> None:
    seat = owing(cast)
    waiting = submitted(cast, "Nog een plan").case
    assess_initiative.take(by=cast.samira, case=waiting, at=cast.tick())
    hand_over_seat.stand_up(person=person(cast.samira), seat=seat, at=cast.tick())
    one = Handover.objects.select_related("seat__side__organisation").get()
    turn = handover_turn(one)
    assert turn
    assert (turn.seats, turn.due) == ((seat.pk,), one.due_on)
    assess_initiative.take(by=successor_at_desk(cast), case=waiting, at=cast.tick())
    for _ in range(20):
        cast.tick(days=1)
        hand_over_seat.ring(at=cast.at)
        hand_over_seat.ring(at=cast.at)  # twice is once
    rang = Entry.objects.filter(kind="handover.rang").order_by("pk")
    assert [one.data["bell"] for one in rang] == ["halfway", "tomorrow", "due"]
    assert {one.data["seat"] for one in rang} == {cast.ilse.seat_public_id}
    assert states() == [("case", "waits"), ("case", "gone"), ("action", "waits"), ("signal", "waits")]
    with clock.frozen(cast.at):
        page = walk_in(cast.ilse).get(f"/zetel/{seat.public_id}/overdracht/").text
        assert "Deze zetel is leeg sinds" in page
        assert "Deze zetel is leeg" in walk_in(None).get(f"/zetel/{seat.public_id}/").text


def successor_at_desk(cast: Cast) -> Actor:
    """Another handler, in another seat."""
    joost = Member("joost", "Joost Wiegerink", Half.GOVERNMENT, CITY, "regisseur", "gemeente", "x", "handler")
    return invite([joost], cast.tick())["joost"]


def test_a_successor_who_leaves_too_hands_it_all_over_again(cast: Cast) -> None:
    seat = owing(cast)
    hand_over_seat.stand_up(person=person(cast.samira), seat=seat, at=cast.tick())
    joost = successor(cast, seat)
    line = HandoverLine.objects.order_by("pk").first()
    assert line
    parties.confirm_line(by=joost, line=line, at=cast.tick())
    leave.erase(by=joost, person=person(joost), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert states() == [("case", "waits"), ("action", "waits"), ("signal", "waits")]
    assert Handover.objects.count() == 1
    with pytest.raises(Invalid):
        parties.decline_line(by=cast.samira, line=line, why=" ", at=cast.tick())


def test_a_promise_of_a_seat_and_an_own_seat(cast: Cast) -> None:
    """Ilse's promise waits, and Marijke hears who does it now; Marijke's own seat is cleared instead."""
    made = signed(cast)
    seat = seat_of(cast.ilse)
    assert hand_over_seat.stand_up(person=person(cast.bas), seat=seat_of(cast.bas), at=cast.tick()) is None
    hand_over_seat.stand_up(person=person(cast.ilse), seat=seat, at=cast.tick())
    line = HandoverLine.objects.get()
    assert (line.noun, line.target, line.due_on) == ("agreement", made.public_id, made.due_on)
    joost = successor(cast, seat)
    parties.confirm_line(by=joost, line=line, at=cast.tick())
    post(cast)
    assert any(one.startswith("Je hebt een nieuw contact") for one in heard(cast.marijke))
    marijke = seat_of(cast.marijke)
    assert hand_over_seat.stand_up(person=person(cast.marijke), seat=marijke, at=cast.tick()) is None
    hand_over_seat.stand_up(person=person(joost), seat=seat, at=cast.tick())
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    cast.tick(days=30)
    assert hand_over_seat.ring(at=cast.at) == 1  # what was kept meanwhile needs no yes
    assert not Entry.objects.filter(kind="handover.rang").exists()
    assert not Handover.objects.filter(closed_at=None).exists()
