"""A meet-up of fourteen people: what they agreed is asked again, and counts for the host."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Gathering, NoteLine
from middenstip.domain.gatherings.selectors import came_of, figures_of_host, gathering_by_id, reviews_of
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.signals.models import Report, Signal
from middenstip.journeys import follow_up_gathering, sign_agreement
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, seat_of, submitted, taken
from tests.journeys.test_follow_up_gathering import announces, comes, writes
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, send, walk_in

PROMISED = ("De sleutel van de zaal.", "Elke week koffie.", "Een kaart van het bos.")
STUCK = "Zonder vergunning mag er geen soep."


def evening(cast: Cast) -> Gathering:
    """Five come with an account, of whom one without a half; nine walk in. No entrepreneur is there."""
    one = announces(cast, initiative=taken(cast).initiative)
    unseated = Unseated(cast.tarik.person_id, cast.tarik.person_public_id, "Tarik")
    for by in (cast.marijke, cast.gerrit, cast.ilse, cast.samira, unseated):
        comes(cast, by, one)
    return one


def afterwards(cast: Cast, one: Gathering) -> None:
    cast.at = one.ends_at
    told: dict[str, Any] = {"by": cast.marijke, "gathering": one}
    services.hold_gathering(**told, follow_up_on=cast.day(30), is_reviewed=True, at=cast.tick())
    walked_in = {Half.RESIDENTS: 6, Half.GOVERNMENT: 2, "": 1}
    services.count_walk_ins(**told, numbers=walked_in, at=cast.tick())


def agrees(cast: Cast, line: NoteLine, promisor: Actor, promisee: Actor) -> Agreement:
    made = follow_up_gathering.promise_on_line(
        by=cast.marijke,
        line=line,
        promisor=seat_of(promisor),
        promisee=seat_of(promisee),
        due_on=cast.day(20),
        at=cast.tick(),
    )
    for by in (promisor, promisee):
        made = sign_agreement.sign(by=by, agreement=made, number=1, at=cast.tick())
    return made


def signals(cast: Cast, line: NoteLine, by: Actor | None = None, **more: Any) -> Signal:
    told = {"kind": "rule", "text": "Dan staat de pan koud."} | more
    return follow_up_gathering.signal_on_line(by=by or cast.marijke, line=line, **told, at=cast.tick())


def test_fourteen_people_agree_on_three_things_and_are_asked_again(cast: Cast) -> None:
    one = evening(cast)
    visitor, here = walk_in(None), f"/bijeenkomst/{one.public_id}/"
    with clock.frozen(cast.at):
        invitation = page(visitor, here)
    assert "Nog niemand van: ondernemers." in invitation
    assert f"Dorpshuis, {one.area.name}" in invitation
    afterwards(cast, one)
    now = gathering_by_id(one.public_id)
    assert now
    assert (now.coming_count, sum(now.walked_in.values())) == (5, 9)
    assert now.coming == {"bewoners": 2, "overheid": 2, "": 1}
    with clock.frozen(cast.at):
        told = page(visitor, here)
    assert "Er was niemand van: ondernemers." in told

    sides = ((cast.ilse, cast.marijke), (cast.gerrit, cast.marijke), (cast.samira, cast.gerrit))
    promised = [
        agrees(cast, writes(cast, one, text), *both) for text, both in zip(PROMISED, sides, strict=True)
    ]
    stuck = writes(cast, one, STUCK)
    signal = signals(cast, stuck)
    assert signals(cast, stuck) == signal == Signal.objects.get()
    assert (signal.title, signal.kind, Report.objects.get().initiative) == (STUCK, "rule", one.initiative)
    writes(cast, one, "Het regende.")
    with clock.frozen(cast.at):
        told = page(visitor, here)
    assert (told.count("is een afspraak"), told.count("is een signaal")) == (3, 1)
    assert f'href="/signaal/{signal.public_id}/"' in told

    agreements.keep_agreement(by=cast.marijke, agreement=promised[0], at=cast.tick(days=9))
    agreements.miss_agreement(
        by=cast.marijke, agreement=promised[1], why_not="De oven is stuk.", at=cast.tick()
    )
    cast.tick(days=30)
    assert follow_up_gathering.measure(cast.at) == 1
    now = gathering_by_id(one.public_id)
    assert now
    assert (now.state, now.follow_up_done) == ("followed_up", 1)
    assert figures_of_host(cast.marijke.person_id) == {"held": 1, "measured": 1, "met": 1}

    soon, _later = reviews_of(one)
    cast.at = soon.ends_at + timedelta(days=1)
    services.hold_gathering(by=cast.marijke, gathering=soon, follow_up_on=cast.day(9), at=cast.tick())
    asked = [line for line, came in came_of(soon) if came is None]
    assert [line.text for line in asked] == [*PROMISED, STUCK]
    with clock.frozen(cast.at):
        shown = page(walk_in(cast.marijke), f"/bijeenkomst/{soon.public_id}/")
    assert [text in shown for text in PROMISED] == [True, True, True]
    for line, outcome, text in zip(asked, ("done", "not", "runs"), ("", "De oven.", ""), strict=False):
        services.tell_outcome(
            by=cast.marijke, review=soon, line=line, outcome=outcome, text=text, at=cast.tick()
        )
    assert [came.outcome for _line, came in came_of(soon) if came] == ["done", "not", "runs"]
    cast.tick(days=30)
    assert follow_up_gathering.measure(cast.at) == 1
    assert figures_of_host(cast.marijke.person_id) == {"held": 2, "measured": 2, "met": 1}
    post(cast)
    assert heard(cast.marijke).count("Vervolgdag: Koffie in het bos") == 1


def test_the_figures_of_a_host_are_of_that_host_alone(cast: Cast) -> None:
    mine = evening(cast)
    afterwards(cast, mine)
    action = follow_up_gathering.act_on_line(
        by=cast.marijke, line=writes(cast, mine, "Bel de school."), at=cast.tick()
    )
    assert action == Action.objects.get()
    intake.close_action(by=cast.marijke, action=action, at=cast.tick())
    theirs = announces(cast, by=cast.ilse, title="Wandelen langs de beek", kind="walk")
    cast.at = theirs.ends_at
    services.hold_gathering(by=cast.ilse, gathering=theirs, follow_up_on=cast.day(3), at=cast.tick())
    cast.tick(days=40)
    assert follow_up_gathering.measure(cast.at) == 2
    assert figures_of_host(cast.marijke.person_id) == {"held": 1, "measured": 1, "met": 1}
    assert figures_of_host(cast.ilse.person_id) == {"held": 1, "measured": 1, "met": 0}
    assert figures_of_host(cast.bas.person_id) == {"held": 0, "measured": 0, "met": 0}
    with clock.frozen(cast.at):
        shown = page(walk_in(None), f"/bijeenkomst/{mine.public_id}/")
    assert "Bij 1 van de 1 bijeenkomsten van deze organisator" in shown


def test_a_line_becomes_one_thing_and_the_host_makes_it(cast: Cast) -> None:
    at_area = announces(cast)
    cast.at = at_area.ends_at
    services.hold_gathering(by=cast.marijke, gathering=at_area, follow_up_on=cast.day(9), at=cast.tick())
    stuck = writes(cast, at_area, STUCK)
    with pytest.raises(Forbidden):
        signals(cast, stuck, by=cast.bas)
    for wrong in ({"kind": "weer"}, {"text": " "}, {"text": "Bel mij: 06 12345678."}):
        with pytest.raises(Invalid):
            signals(cast, stuck, **wrong)
    host, here = walk_in(cast.marijke), f"/notulen/{stuck.public_id}/signaal/"
    assert send(host, here, kind="rule", text="") == 422
    assert send(host, here, kind="rule", text="Bel mij: 06 12345678.") == 422
    assert Signal.objects.count() == 0
    assert send(host, here, kind="rule", text="Dan staat de pan koud.") == 302
    assert Report.objects.get().initiative is None
    other = writes(cast, at_area, "Iets anders.")
    NoteLine.objects.filter(pk=other.pk).update(noun="action", code="x")
    with pytest.raises(NotNow, match="al iets gemaakt"):
        signals(cast, other)


def test_a_signal_of_a_table_is_about_its_initiative(cast: Cast) -> None:
    idea = submitted(cast)
    one = announces(cast, initiative=idea)
    cast.at = one.ends_at
    services.hold_gathering(by=cast.marijke, gathering=one, follow_up_on=cast.day(9), at=cast.tick())
    signals(cast, writes(cast, one, STUCK))
    assert Report.objects.get().initiative == idea
