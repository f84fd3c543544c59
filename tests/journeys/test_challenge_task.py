"""Marijke challenges the municipality for a task, up to an agreement; and what the desk answers by."""

from datetime import date

import pytest

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import PARTS
from middenstip.domain.intake.models import Case, Challenge, Principle
from middenstip.domain.intake.selectors.challenge import challenge_by_id
from middenstip.domain.intake.tasks import ring_bells
from middenstip.domain.intake.turns import challenge_turn
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Organisation, Seat
from middenstip.domain.parties.rules import MANAGER
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.models import Entry
from middenstip.journeys import hand_over_seat
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of, submitted, taken
from tests.notices.ears import heard, post
from tests.web.at_the_door import Visitor, walk_in

WRITTEN = {name: f"Antwoord: {question}" for name, question in PARTS.items()}


def opened(cast: Cast, case: Case | None = None) -> Challenge:
    return intake.open_challenge(by=cast.marijke, case=case or taken(cast), at=cast.tick())


def sent(cast: Cast, case: Case | None = None) -> Challenge:
    one = opened(cast, case)
    return intake.write_challenge(by=cast.marijke, challenge=one, parts=WRITTEN, send=True, at=cast.tick())


def assessed(cast: Cast) -> Challenge:
    return intake.check_challenge(by=cast.samira, challenge=sent(cast), is_complete=True, at=cast.tick())


def agreed(cast: Cast) -> Challenge:
    told = {"answer": "grant_part", "why": "Het maaien wel, de bomen niet.", "at": cast.tick()}
    one = intake.decide_challenge(by=cast.samira, challenge=assessed(cast), **told)
    return intake.join_challenge(by=cast.samira, challenge=one, agreement="abcd", at=cast.tick())


def lead(cast: Cast) -> Actor:
    """Ilse leads the desk of her organisation from now on."""
    parties.appoint(
        seat=seat_of(cast.ilse), role=MANAGER, area=Area.objects.get(code="GM0150"), at=cast.tick()
    )
    return hats_of_person(person(cast.ilse), cast.today)[0]


def government(actor: Actor) -> Organisation:
    side = Seat.objects.select_related("side__organisation").get(pk=actor.seat_id).side
    assert side
    return side.organisation


def says(cast: Cast, door: Visitor, one: Challenge, act: str, **told: str) -> int:
    """Send one form on the page of the challenge; the status of the answer."""
    data = {f"{act}-{key}": value for key, value in told.items()} if act != "schrijf" else told
    names = {"check": "volledig", "decide": "antwoord", "agree": "overeenkomst", "talk": "gesprek"}
    with clock.frozen(cast.tick()):
        where = names.get(act, {"evaluate": "evaluatie"}.get(act, act))
        return int(door.post(f"/uitdaging/{one.public_id}/{where}/", data).status_code)


def test_from_a_talk_to_an_agreement_and_an_evaluation(cast: Cast) -> None:
    case = taken(cast)
    marijke, samira = walk_in(cast.marijke), walk_in(cast.samira)
    with clock.frozen(cast.tick()):
        page = marijke.get(f"/uitdaging/zaak/{case.public_id}/").text
        assert "Begin een uitdaging" in page
        assert marijke.post(f"/uitdaging/zaak/{case.public_id}/begin/").status_code == 302
        assert marijke.get(f"/uitdaging/zaak/{case.public_id}/").status_code == 302
    one = Challenge.objects.get()
    half = {"task": "Het groen in de wijk"}
    assert says(cast, marijke, one, "schrijf", **half) == 302
    assert says(cast, marijke, one, "schrijf", verstuur="1", **half) == 422
    assert Challenge.objects.get().task == "Het groen in de wijk"
    assert says(cast, marijke, one, "schrijf", verstuur="1", **WRITTEN) == 302
    one.refresh_from_db()
    assert (one.state, one.due_on) == ("sent", date(2026, 12, 29))
    assert says(cast, samira, one, "check", is_complete="nee") == 422
    assert says(cast, samira, one, "check", is_complete="nee", why="Wat kost het per jaar?") == 302
    assert says(cast, marijke, one, "schrijf", verstuur="1", **WRITTEN) == 302
    assert says(cast, samira, one, "check", is_complete="ja") == 302
    assert says(cast, samira, one, "decide", answer="grant", why="Jullie kennen de buurt.") == 302
    assert says(cast, marijke, one, "agree", what="x", due_on="2027-12-01") == 403
    assert says(cast, samira, one, "agree", what="", due_on="2027-12-01") == 422
    what = "De buurt maait, de gemeente betaalt 4.000 euro per jaar."
    assert says(cast, samira, one, "agree", what=what, due_on="2027-12-01") == 302
    made = Agreement.objects.get()
    assert (made.what, made.promisor_id, made.promisee_id) == (
        what,
        cast.marijke.seat_id,
        cast.samira.seat_id,
    )
    assert says(cast, marijke, one, "talk", text="Het gras is gemaaid.") == 302
    assert says(cast, samira, one, "evaluate", ending="continue", text="Het gaat goed.") == 302
    post(cast)
    assert "Antwoord op je uitdaging: Voedselbos Lettele" in heard(cast.marijke)
    assert "Nieuw verslag over de taak: Voedselbos Lettele" in heard(cast.samira)
    page = samira.get(f"/uitdaging/{one.public_id}/").text
    assert "Het gras is gemaaid." in page
    assert f"/afspraak/{made.public_id}/" in page


def test_what_cannot_be(cast: Cast) -> None:
    new = submitted(cast).case
    with pytest.raises(NotNow, match="neemt iemand van de balie"):
        opened(cast, new)
    one = sent(cast, taken(cast, "Een tweede plan"))
    with pytest.raises(NotNow, match="loopt al een uitdaging"):
        opened(cast, one.case)
    with pytest.raises(Forbidden, match="doet de initiatiefnemer"):
        intake.open_challenge(by=cast.samira, case=one.case, at=cast.tick())
    told = {"by": cast.samira, "challenge": one, "at": cast.tick()}
    with pytest.raises(Invalid, match="Kies een antwoord"):
        intake.decide_challenge(**told, answer="misschien", why="x")
    with pytest.raises(NotNow, match="ingediend"):
        intake.decide_challenge(**told, answer="grant", why="x")
    intake.check_challenge(**told, is_complete=True)
    with pytest.raises(Invalid, match="Schrijf waarom"):
        intake.decide_challenge(**told, answer="refuse", why=" ")
    assert intake.decide_challenge(**told, answer="refuse", why="Dit is uitgesloten.").bell_on is None
    again = opened(cast, one.case)  # a no is no end: a better request may follow
    assert intake.withdraw_challenge(by=cast.marijke, challenge=again, at=cast.tick()).state == "withdrawn"
    done = challenge_by_id(again.public_id)
    assert done
    assert challenge_turn(done) is None


def test_after_the_agreement_both_sides_write_how_it_goes(cast: Cast) -> None:
    one = agreed(cast)
    told = {"challenge": one, "at": cast.tick()}
    with pytest.raises(Forbidden, match="schrijven de initiatiefnemer en de behandelaar"):
        intake.talk_about(by=cast.tarik, text="x", **told)
    with pytest.raises(Invalid, match="Schrijf op hoe het gaat"):
        intake.talk_about(by=cast.samira, text=" ", **told)
    with pytest.raises(Invalid, match="Kies hoe het verder gaat"):
        intake.evaluate_challenge(by=cast.samira, ending="x", text="x", **told)
    assert (
        intake.evaluate_challenge(by=cast.samira, ending="return", text="Te zwaar.", **told).state
        == "returned"
    )


def test_the_answer_has_a_term_of_its_own_and_is_handed_over(cast: Cast) -> None:
    ilse = lead(cast)
    parties.choose_term(by=ilse, organisation=government(ilse), kind="challenge", days=5, at=cast.tick())
    one = sent(cast)
    assert one.due_on == date(2026, 11, 9)
    found = challenge_by_id(one.public_id)
    assert found
    turn = challenge_turn(found)
    assert turn
    assert (turn.seats, turn.due) == ((cast.samira.seat_id,), one.due_on)
    for _ in range(8):
        ring_bells(cast.tick(days=1))
        ring_bells(cast.at)
    rang = Entry.objects.filter(kind="challenge.rang").order_by("pk").values_list("data", flat=True)
    assert [(told["bell"], told["seat"]) for told in rang] == [
        ("halfway", ""),
        ("tomorrow", ""),
        ("due", cast.ilse.seat_public_id),
    ]
    left = hand_over_seat.stand_up(person=person(cast.samira), seat=seat_of(cast.samira), at=cast.tick())
    assert left
    assert [line.noun for line in left.lines.order_by("pk")] == ["case", "challenge"]


def test_what_the_desk_answers_by_and_where_it_bent_a_rule(cast: Cast) -> None:
    case, ilse = taken(cast), lead(cast)
    organisation, url = government(ilse), f"/balie/zaak/{case.public_id}/maatwerk/"
    door = walk_in(cast.ilse)
    with clock.frozen(cast.tick()):
        add = f"/principes/{organisation.public_id}/nieuw/"
        assert door.post(add, {"text": ""}).status_code == 422
        assert door.post(add, {"text": "Ja, tenzij iemand er last van heeft."}).status_code == 302
        assert walk_in(cast.tarik).post(add, {"text": "Nee."}).status_code == 403
        principle = Principle.objects.get()
        samira = walk_in(cast.samira)
        told = {
            "rule": "Geen bomen langs de weg",
            "why": "Het is een doodlopende weg.",
            "precedent": "example",
            "principle": principle.public_id,
            "is_kept": "nee",
        }
        assert samira.post(url, {"rule": "x"}).status_code == 422
        assert samira.post(url, told).status_code == 302
        assert "Geen bomen langs de weg" in samira.get(url).text
        page = walk_in(None).get(f"/principes/{organisation.public_id}/").text
        assert "0 keer gevolgd, 1 keer niet" in page
        assert "Het is een doodlopende weg." in page
        assert door.post(f"/principes/eind/{principle.public_id}/").status_code == 302
        assert door.post(f"/principes/eind/{principle.public_id}/").status_code == 409
    words = {"case": case, "rule": " ", "why": "", "precedent": "", "at": cast.tick()}
    other = Principle(organisation=_other(), text="x", by_id=ilse.seat_id, at=cast.at).store()
    with pytest.raises(Invalid) as refusal:
        intake.bend_rule(by=cast.samira, principle=other, **words)
    assert set(refusal.value.errors) == {"rule", "why", "precedent", "principle"}
    Seat.objects.filter(pk=cast.samira.seat_id).update(side=None)
    words |= {"rule": "Een regel", "why": "Omdat.", "precedent": "once"}
    with pytest.raises(NotNow, match="Alleen een organisatie"):
        intake.bend_rule(by=cast.samira, **words)
    with pytest.raises(Invalid, match="één zin"):
        intake.add_principle(by=ilse, organisation=organisation, text=" ", at=cast.tick())


def _other() -> Organisation:
    return Organisation(name="Waterschap").store()
