"""A movement: proposed from what goes the same way, begun by a second yes, joined, left, and ended."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.matching import rules, services
from middenstip.domain.matching.lifecycle import MOST_MEMBERS
from middenstip.domain.matching.method import kindred_of
from middenstip.domain.matching.models import Movement, MovementMember
from middenstip.domain.matching.selectors.movements import (
    Together,
    members_of,
    movement_by_id,
    movements_in,
    movements_of,
    together,
)
from middenstip.domain.matching.tasks import mend_words
from middenstip.domain.parties.models import Person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.domain.rooms import SEARCHED
from middenstip.journeys import leave
from middenstip.kernel.actor import Actor
from middenstip.kernel.hidden import GONE, HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, person, seat_of
from tests.domain.matching.playing import met, place
from tests.notices.ears import heard, post

WORDS = {"title": "Eetbaar Lettele", "aim": "Overal waar je loopt groeit iets te eten.", "text": "Samen."}


def begun(cast: Cast, by: Actor, title: str, what: str = "Grond vol fruit en noten.") -> Initiative:
    """A public initiative of this person."""
    one = draft(
        cast,
        title,
        initiator=person(by),
        half=by.half,
        seat=seat_of(by),
        texts={"title": title, "what": what, "why": ""},
    )
    initiatives.submit_initiative(by=by, initiative=one, at=cast.tick())
    found = initiative_by_id(one.public_id)
    assert found
    return found


def movement(cast: Cast, *others: Initiative, own: Initiative | None = None) -> Movement:
    """Marijke proposes it."""
    own = own or begun(cast, cast.marijke, "Voedselbos Lettele")
    return services.propose_movement(by=cast.marijke, own=own, others=others, told=WORDS, at=cast.tick())


def states(one: Movement) -> dict[str, str]:
    return {member.initiative.title: member.state for member in members_of(one.pk)}


def fresh(one: Movement) -> Movement:
    found = movement_by_id(one.public_id)
    assert found
    return found


def asks(cast: Cast, who: Actor) -> list[str]:
    return [row.ask for row in waiting_for(person=who.person_id, seats=[], today=cast.today)]


def test_two_who_want_the_same_begin_and_a_third_joins(cast: Cast) -> None:
    orchard = begun(cast, cast.bas, "Fruit langs het fietspad")
    garden = begun(cast, cast.gerrit, "Kruidentuin bij de kerk")
    one = movement(cast, orchard, orchard)
    assert (one.state, states(one)) == (
        "proposed",
        {"Voedselbos Lettele": "joined", "Fruit langs het fietspad": "invited"},
    )
    assert not rules.may_find(cast.gerrit, one, members_of(one.pk))
    assert not rules.may_find(None, one, members_of(one.pk))
    assert rules.may_find(cast.bas, one, members_of(one.pk))
    assert "Doet je initiatief mee met de beweging Eetbaar Lettele?" in asks(cast, cast.bas)
    with pytest.raises(NotNow, match="tweede ja"):
        services.want_movement(by=cast.gerrit, movement=one, initiative=garden, at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        services.answer_movement(
            by=cast.gerrit, movement=one, initiative=orchard, accept=True, at=cast.tick()
        )
    with pytest.raises(NotNow, match="hoort niet bij"):
        services.answer_movement(by=cast.gerrit, movement=one, initiative=garden, accept=True, at=cast.tick())
    services.answer_movement(by=cast.bas, movement=one, initiative=orchard, accept=True, at=cast.tick())
    assert (fresh(one).state, fresh(one).began_at) == ("moving", cast.at)
    assert rules.may_find(None, fresh(one), members_of(one.pk))
    services.want_movement(by=cast.gerrit, movement=one, initiative=garden, at=cast.tick())
    assert "Een initiatief wil meedoen met de beweging Eetbaar Lettele" in asks(cast, cast.bas)
    with pytest.raises(Forbidden, match="in de beweging zitten"):
        services.let_into_movement(
            by=cast.gerrit, movement=one, initiative=garden, accept=True, at=cast.tick()
        )
    services.let_into_movement(by=cast.bas, movement=one, initiative=garden, accept=True, at=cast.tick())
    with pytest.raises(NotNow, match="doet mee"):
        services.let_into_movement(by=cast.bas, movement=one, initiative=garden, accept=True, at=cast.tick())
    services.change_movement(
        by=cast.gerrit, movement=one, told=WORDS | {"title": "Eetbaar dorp"}, at=cast.tick()
    )
    assert movements_in(("GM0150", "gemeente"), 5) == [
        {"public_id": one.public_id, "title": "Eetbaar dorp", "aim": WORDS["aim"], "count": 3}
    ]
    assert [row.movement for row in movements_of(garden.pk)] == [one]
    offer = place(cast, cast.gerrit, "Spade", is_offer=True, initiative=garden)
    deal = met(cast, cast.bas, cast.gerrit, offer)
    services.agree_deal(by=cast.bas, introduction=deal, what="Zaterdag.", due_on=cast.day(3), at=cast.tick())
    services.finish_deal(by=cast.bas, introduction=deal, thanks="Dank!", hours=3, at=cast.tick())
    keys = [orchard.pk, garden.pk]
    assert together(keys) == Together(helpers=2, deals=1, hours=3)
    services.leave_movement(by=cast.gerrit, movement=one, initiative=garden, at=cast.tick())
    assert fresh(one).state == "moving"
    services.leave_movement(by=cast.bas, movement=one, initiative=orchard, at=cast.tick())
    assert (fresh(one).state, fresh(one).ended_at) == ("ended", cast.at)
    post(cast)
    assert heard(cast.marijke)[1:6] == [
        "De beweging begon: Eetbaar dorp",
        "Er doet een initiatief bij mee: Eetbaar dorp",
        "Een initiatief ging uit de beweging Eetbaar dorp",
        "Een initiatief ging uit de beweging Eetbaar dorp",
        "De beweging Eetbaar dorp stopte",
    ]
    assert "Je initiatief doet mee met Eetbaar dorp" in heard(cast.gerrit)


def test_no_stays_no_and_refusals_tell_their_reason(cast: Cast) -> None:
    orchard = begun(cast, cast.bas, "Fruit langs het fietspad")
    garden = begun(cast, cast.gerrit, "Kruidentuin bij de kerk")
    own = begun(cast, cast.marijke, "Voedselbos Lettele")
    with pytest.raises(Invalid) as refusal:
        services.propose_movement(by=cast.marijke, own=own, others=[orchard], told={}, at=cast.tick())
    assert set(refusal.value.errors) == {"title", "aim"}
    with pytest.raises(Invalid, match="minstens één"):
        services.propose_movement(by=cast.marijke, own=own, others=[own], told=WORDS, at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        services.propose_movement(by=cast.bas, own=own, others=[orchard], told=WORDS, at=cast.tick())
    one = movement(cast, orchard, own=own)
    services.answer_movement(by=cast.bas, movement=one, initiative=orchard, accept=False, at=cast.tick())
    with pytest.raises(NotNow, match="al gevraagd"):
        services.invite_to_movement(by=cast.marijke, movement=one, others=[orchard], at=cast.tick())
    services.invite_to_movement(by=cast.marijke, movement=one, others=[garden], at=cast.tick())
    services.answer_movement(by=cast.gerrit, movement=one, initiative=garden, accept=True, at=cast.tick())
    services.want_movement(by=cast.bas, movement=one, initiative=orchard, at=cast.tick())
    services.leave_movement(by=cast.bas, movement=one, initiative=orchard, at=cast.tick())
    services.want_movement(by=cast.bas, movement=one, initiative=orchard, at=cast.tick())
    services.let_into_movement(by=cast.gerrit, movement=one, initiative=orchard, accept=False, at=cast.tick())
    with pytest.raises(NotNow, match="past er niet bij"):
        services.want_movement(by=cast.bas, movement=one, initiative=orchard, at=cast.tick())
    late = begun(cast, cast.ilse, "Nootjes in de berm")
    services.invite_to_movement(by=cast.gerrit, movement=one, others=[late], at=cast.tick())
    services.want_movement(by=cast.ilse, movement=one, initiative=late, at=cast.tick())
    assert states(one)["Nootjes in de berm"] == "joined"
    members = members_of(one.pk)
    assert "hooguit 30" in rules.may_grow(members, MOST_MEMBERS).reason
    services.hide_movement(code=one.public_id, words=HIDDEN, by=None, at=cast.tick())
    assert "verborgen" in rules.may_lead(cast.gerrit, fresh(one), members).reason
    assert movements_in(("GM0150", "gemeente"), 5) == movements_of(late.pk) == []
    services.show_movement(code=one.public_id, by=None, at=cast.tick())
    assert fresh(one).title == WORDS["title"]
    hidden = Initiative(hidden={}, initiator_id=cast.bas.person_id, stage="connecting")
    assert "verborgen" in rules.may_bring(cast.bas, hidden).reason
    assert "niet vragen" in rules.may_invite(hidden).reason
    stopped = Initiative(initiator_id=cast.bas.person_id, stage="stopped")
    assert "afgesloten" in rules.may_bring(cast.bas, stopped).reason
    gone = Initiative(stage="connecting", initiator=Person(erased_at=cast.at))
    assert rules.may_invite(gone).reason == rules.GONE
    post(cast)
    assert "Je initiatief past nu niet bij Eetbaar Lettele" in heard(cast.bas)
    assert "Doe je mee met de beweging Eetbaar Lettele?" not in heard(cast.bas)  # it was answered


def test_who_is_erased_leaves_and_a_proposal_of_one_goes(cast: Cast) -> None:
    orchard = begun(cast, cast.bas, "Fruit langs het fietspad")
    garden = begun(cast, cast.gerrit, "Kruidentuin bij de kerk")
    one = movement(cast, orchard, garden)
    alone = movement(cast, garden, own=begun(cast, cast.marijke, "Notenlaan"))
    services.answer_movement(by=cast.bas, movement=one, initiative=orchard, accept=True, at=cast.tick())
    leave.erase(by=cast.gerrit, person=person(cast.gerrit), at=cast.tick())
    assert (fresh(one).state, states(one)["Kruidentuin bij de kerk"]) == ("moving", "declined")
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert (fresh(one).state, fresh(one).title) == ("ended", WORDS["title"])
    assert (fresh(alone).state, fresh(alone).title) == ("ended", GONE)


def test_what_goes_the_same_way_is_found_by_text_place_and_people(cast: Cast) -> None:
    own = begun(cast, cast.marijke, "Voedselbos Lettele", "Fruit en noten plukken.")
    alike = begun(cast, cast.bas, "Plukfruit langs het fietspad", "Fruit en noten voor iedereen.")
    shared = begun(cast, cast.gerrit, "Zingen bij de kerk", "Een koor.")
    begun(cast, cast.ilse, "Schaakclub", "Elke week een partij.")
    told: dict[str, Any] = {"brings": "Handen.", "gets": "", "fears": "", "has_read": True}
    partner = initiatives.offer_help(by=cast.marijke, initiative=shared, **told, at=cast.tick())
    initiatives.answer_help(by=cast.gerrit, partner=partner, accept=True, has_ticked=True, at=cast.tick())
    mend_words(SEARCHED)
    found = {row.title: [one["kind"] for one in fit.reasons] for row, fit in kindred_of(own)}
    assert set(found) == {alike.title, shared.title}
    assert "words" in found[alike.title]
    assert "people" in found[shared.title]


ACTS = ("join", "decline", "want", "let_in", "refuse", "leave")


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(("bas", "gerrit"))), max_size=7))
def test_whatever_people_do_a_movement_that_runs_has_two_initiatives(
    cast: Cast, acts: list[tuple[str, str]]
) -> None:
    with transaction.atomic():
        of = {"bas": begun(cast, cast.bas, "Fruit"), "gerrit": begun(cast, cast.gerrit, "Kruiden")}
        one = movement(cast, of["bas"])
        for act, who in [("join", "bas"), *acts]:
            told: dict[str, Any] = {"movement": one, "initiative": of[who], "at": cast.tick()}
            with suppress(NotNow, Forbidden):
                if act in ("join", "decline"):
                    services.answer_movement(**told, by=getattr(cast, who), accept=act == "join")
                elif act in ("let_in", "refuse"):
                    services.let_into_movement(**told, by=cast.marijke, accept=act == "let_in")
                elif act == "want":
                    services.want_movement(**told, by=getattr(cast, who))
                else:
                    services.leave_movement(**told, by=getattr(cast, who))
            joined = MovementMember.objects.filter(movement=one, state="joined").count()
            assert (fresh(one).state == "moving") == (joined >= 2)
        transaction.set_rollback(True)
