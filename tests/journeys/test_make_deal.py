"""Gerrit lends what Marijke looks for: they meet, agree, sign, and she thanks him."""

from __future__ import annotations

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.matching import services
from middenstip.domain.matching.models import ContactMessage, Suggestion
from middenstip.domain.matching.selectors import listings_of, suggestions_for, value_in
from middenstip.domain.parties.models import Person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journeys import leave, make_deal
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, submitted
from tests.domain.matching.playing import VILLAGE, fresh, met, place
from tests.notices.ears import heard, post, told


def my_turns(actor: Actor, cast: Cast) -> list[str]:
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=cast.today)
    return [row.ask for row in rows if row.kind in ("meet", "deal", "still")]


def test_a_need_of_an_initiative_meets_an_offer_and_ends_with_a_thank_you(cast: Cast) -> None:
    initiative = submitted(cast)
    need = place(cast, cast.marijke, "Aanhanger gezocht voor boompjes", initiative=initiative)
    offer = place(cast, cast.gerrit, "Aanhanger te leen", is_offer=True, text="Ook voor boompjes.")
    post(cast)

    (mine,) = suggestions_for(cast.marijke.person_id, cast.today)
    assert mine.listing == offer
    assert [one["kind"] for one in mine.reasons] == ["sort", "words", "area"]
    assert mine.reasons[1]["words"] == ["Aanhanger", "boompjes"]
    assert heard(cast.marijke)[-1] == "Dit kan je helpen"
    (theirs,) = suggestions_for(cast.gerrit.person_id, cast.today)
    assert theirs.listing == need

    place(cast, cast.bas, "Aanhanger voor boompjes", is_offer=True)
    post(cast)
    (later,) = (one for one in suggestions_for(cast.marijke.person_id, cast.today) if one != mine)
    assert make_deal.answer(by=cast.marijke, suggestion=later, answer="not_now", at=cast.tick()) is None
    asked = make_deal.answer(by=cast.marijke, suggestion=mine, answer="yes", at=cast.tick())
    post(cast)
    assert asked
    assert asked.state == "asked"
    assert my_turns(cast.gerrit, cast) == ["Wil je kennismaken? Het gaat over: Aanhanger te leen"]
    assert heard(cast.gerrit)[-1] == "Iemand wil kennismaken: Aanhanger te leen"

    both = make_deal.answer(by=cast.gerrit, suggestion=theirs, answer="yes", at=cast.tick())
    post(cast)
    assert both
    assert (both.pk, both.state) == (asked.pk, "met")
    assert fresh(offer).state == "talking"
    assert suggestions_for(cast.gerrit.person_id, cast.today) == []
    assert heard(cast.marijke)[-1] == "Jullie kunnen elkaar schrijven: Aanhanger te leen"

    services.write_message(by=cast.marijke, introduction=both, text=" Zaterdag? ", at=cast.tick())
    post(cast)
    assert ContactMessage.objects.get().text == "Zaterdag?"
    assert heard(cast.gerrit)[-1] == "Een bericht voor jou: Aanhanger te leen"
    assert "Zaterdag" not in told(cast.gerrit).text

    agreed = make_deal.agree(
        by=cast.marijke,
        introduction=both,
        what="Ik leen mijn aanhanger uit.",
        due_on=cast.day(7),
        at=cast.tick(),
    )
    drafted = Agreement.objects.get(public_id=agreed.agreement)
    assert (drafted.initiative, drafted.state) == (initiative, "proposed")
    assert (drafted.promisor_id, drafted.promisee_id) == (cast.gerrit.seat_id, cast.marijke.seat_id)
    agreements.sign_agreement(by=cast.gerrit, agreement=drafted, number=1, at=cast.tick())
    agreements.sign_agreement(by=cast.marijke, agreement=drafted, number=1, at=cast.tick())
    with pytest.raises(NotNow, match="tekenden deze afspraak al"):
        make_deal.undo(by=cast.gerrit, introduction=agreed, at=cast.tick())

    done = services.finish_deal(
        by=cast.marijke, introduction=agreed, thanks="Dank je, Gerrit!", hours=2, goods=40, at=cast.tick()
    )
    post(cast)
    assert (done.state, fresh(offer).state) == ("done", "done")
    assert value_in((VILLAGE, "wijk")) == {"deals": 1, "hours": 2, "goods": 40, "euros": 0}
    assert heard(cast.gerrit)[-1] == "Een bedankje: Aanhanger te leen"
    with pytest.raises(NotNow):
        services.finish_deal(by=cast.gerrit, introduction=done, thanks="Graag gedaan", at=cast.tick())


def test_the_first_who_agrees_wins_and_the_others_hear_it(cast: Cast) -> None:
    offer = place(cast, cast.gerrit, "Oude stoeptegels", is_offer=True)
    one = met(cast, cast.marijke, cast.gerrit, offer)
    two = met(cast, cast.bas, cast.gerrit, offer)
    three = services.ask_introduction(by=cast.ilse, about=offer, at=cast.tick())
    deal = {"what": "Ik haal ze op.", "due_on": cast.day(3)}
    make_deal.agree(by=cast.marijke, introduction=one, **deal, at=cast.tick())
    with pytest.raises(NotNow, match="net iets afgesproken"):
        make_deal.agree(by=cast.bas, introduction=two, **deal, at=cast.tick())
    post(cast)
    assert [fresh(other).state for other in (one, two, three)] == ["agreed", "declined", "declined"]
    assert fresh(one).agreement == ""
    assert heard(cast.ilse)[-1] == heard(cast.bas)[-1] == "Het past nu niet: Oude stoeptegels"
    with pytest.raises(Forbidden, match="kun je nu niet reageren"):
        services.ask_introduction(by=cast.tarik, about=offer, at=cast.tick())

    make_deal.undo(by=cast.gerrit, introduction=one, at=cast.tick())
    assert (fresh(offer).state, fresh(one).state, fresh(one).deal) == ("talking", "met", "")
    services.end_introduction(by=cast.marijke, introduction=one, at=cast.tick())
    assert fresh(offer).state == "open"
    again = met(cast, cast.bas, cast.gerrit, offer)
    assert fresh(again).state == "met"


def test_a_draft_that_is_undone_lapses(cast: Cast) -> None:
    need = place(cast, cast.marijke, "Wie graaft mee?", sort="hands", initiative=submitted(cast))
    one = met(cast, cast.gerrit, cast.marijke, need)
    agreed = make_deal.agree(
        by=cast.gerrit, introduction=one, what="Ik graaf.", due_on=cast.day(3), at=cast.tick()
    )
    drafted = Agreement.objects.get(public_id=agreed.agreement)
    assert (drafted.promisor_id, drafted.promisee_id) == (cast.gerrit.seat_id, cast.marijke.seat_id)
    make_deal.undo(by=cast.marijke, introduction=agreed, at=cast.tick())
    drafted.refresh_from_db()
    assert (drafted.state, fresh(need).state) == ("lapsed", "talking")


def test_an_introduction_to_another_initiative_and_a_no(cast: Cast) -> None:
    initiative = submitted(cast)
    own = {"by": cast.gerrit, "about": initiative}
    one = services.ask_introduction(**own, at=cast.tick())
    assert services.ask_introduction(**own, at=cast.tick()) == one
    with pytest.raises(Forbidden, match="eigen initiatief"):
        services.ask_introduction(by=cast.marijke, about=initiative, at=cast.tick())
    with pytest.raises(Forbidden, match="van een ander"):
        services.ask_introduction(by=cast.bas, about=initiative, helps=initiative, at=cast.tick())
    with pytest.raises(Forbidden, match="wie gevraagd is"):
        services.decline_introduction(by=cast.gerrit, introduction=one, at=cast.tick())
    services.decline_introduction(by=cast.marijke, introduction=one, at=cast.tick())
    assert fresh(one).state == "declined"
    with pytest.raises(NotNow):
        services.write_message(by=cast.gerrit, introduction=one, text="Toch?", at=cast.tick())
    two = services.ask_introduction(**own, at=cast.tick())
    services.accept_introduction(by=cast.marijke, introduction=two, at=cast.tick())
    for wrong in ({"what": "", "due_on": None}, {"what": "Planten", "due_on": cast.day(-1)}):
        with pytest.raises(Invalid):
            make_deal.agree(by=cast.gerrit, introduction=two, **wrong, at=cast.tick())
    agreed = make_deal.agree(
        by=cast.gerrit, introduction=two, what="Planten", due_on=cast.day(2), at=cast.tick()
    )
    with pytest.raises(Invalid):
        services.finish_deal(by=cast.gerrit, introduction=agreed, thanks=" ", at=cast.tick())
    with pytest.raises(Invalid):
        services.write_message(by=cast.gerrit, introduction=agreed, text=" ", at=cast.tick())
    with pytest.raises(Forbidden, match="twee anderen"):
        services.write_message(by=cast.bas, introduction=agreed, text="Hoi", at=cast.tick())
    with pytest.raises(Forbidden, match="twee anderen"):
        services.end_introduction(by=cast.bas, introduction=agreed, at=cast.tick())
    services.finish_deal(by=cast.gerrit, introduction=agreed, thanks="Mooi gewerkt.", at=cast.tick())
    assert value_in((VILLAGE, "wijk"))["deals"] == 0  # only needs and offers count


def test_who_left_is_not_met_any_more(cast: Cast) -> None:
    offer = place(cast, cast.gerrit, "Ladder", is_offer=True)
    one = met(cast, cast.marijke, cast.gerrit, offer)
    services.write_message(by=cast.gerrit, introduction=one, text="Mijn adres is geheim.", at=cast.tick())
    other = place(cast, cast.marijke, "Ladder gezocht")
    again = place(cast, cast.gerrit, "Emmer", is_offer=True)
    services.withdraw_listing(by=cast.gerrit, listing=again, at=cast.tick())
    waits = services.ask_introduction(by=cast.gerrit, about=other, text="Ik heb er een.", at=cast.tick())
    leave.erase(by=cast.gerrit, person=Person.objects.get(pk=cast.gerrit.person_id), at=cast.tick())
    again, gone = listings_of(cast.gerrit.person_id)
    assert (gone.title, gone.text, gone.state) == ("Deze tekst is weg.", "", "lapsed")
    assert not ContactMessage.objects.exists()
    assert not Suggestion.objects.exists()
    assert (fresh(one).state, fresh(waits).state, fresh(waits).text) == ("declined", "ended", "")
    with pytest.raises(Forbidden, match="hier weg"):
        services.accept_introduction(by=cast.marijke, introduction=waits, at=cast.tick())
    with pytest.raises(Forbidden, match="hier weg"):
        services.ask_introduction(by=cast.marijke, about=fresh(gone), at=cast.tick())
