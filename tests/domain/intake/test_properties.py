"""Whatever people do, in any order: a case has an owner, and what goes round comes to an end."""

from collections.abc import Callable
from random import Random

import pytest

from middenstip.demo.cast import CITY, Member, invite
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case, Challenge, Referral
from middenstip.domain.intake.turns import waits_for_desk
from middenstip.domain.parties.models import Seat
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.lifecycle import OPEN
from middenstip.domain.signals.models import Answer, Signal
from middenstip.journeys import assess_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Refused
from tests.cast import Cast, seat_of, submitted

STEPS = 25


def desks(cast: Cast) -> list[Actor]:
    """Four handlers, each of another organisation."""
    names = ("anna", "bert", "carla")
    told = [
        Member(
            name, name.title(), Half.GOVERNMENT, CITY, f"balie {name}", f"organisatie {name}", "x", "handler"
        )
        for name in names
    ]
    made = invite(told, cast.tick())
    return [cast.samira, *(made[name] for name in names)]


def tries(act: Callable[[], object]) -> bool:
    """Whether the act was allowed."""
    try:
        act()
    except Refused:
        return False
    return True


@pytest.mark.parametrize("seed", [1])
def test_a_case_always_has_an_owner_and_stays_of_its_initiator(cast: Cast, seed: int) -> None:
    luck, everyone = Random(seed), [*desks(cast), cast.marijke, cast.yara, cast.tarik]
    case, initiator = submitted(cast).case, cast.marijke.person_id
    done = 0
    for _ in range(STEPS):
        to, at = seat_of(luck.choice(everyone)), cast.tick(hours=luck.randrange(1, 60))
        case = Case.objects.select_related("initiative__area", "initiative__seat", "handler").get(pk=case.pk)
        referral = Referral.objects.filter(case=case).order_by("-pk").first()
        handler = [one for one in everyone if one.seat_id == case.handler_id]
        by = luck.choice([*handler, cast.marijke, luck.choice(everyone)])
        told = {"by": by, "case": case, "at": at}
        acts: list[Callable[[], object]] = [
            lambda told=told: assess_initiative.take(**told),
            lambda told=told: intake.confirm_start(**told),
            lambda told=told, to=to: intake.hand_over_case(to=to, **told),
            lambda told=told, to=to: intake.refer_case(to=to, why="Jij kunt dit.", **told),
            lambda told=told: assess_initiative.decide(outcome="support", answer="Ja.", **told),
            lambda told=told: intake.open_challenge(**told),
            lambda told=told: intake.plan_action(text="Bel", **told),
        ]
        if referral:
            about = {"by": by, "referral": referral, "at": at}
            acts += [
                lambda about=about: intake.accept_referral(**about),
                lambda about=about: intake.refuse_referral(answer="Nee.", **about),
                lambda about=about: intake.take_back_referral(**about),
            ]
        luck.shuffle(acts)
        done += any(tries(act) for act in acts[:4])
        intake.ring_cases(at=at)
        case = Case.objects.select_related("initiative__area", "handler").get(pk=case.pk)
        assert case.initiative.initiator_id == initiator
        assert case.handler_id or case.state == "new"
        assert case.bell_on or not waits_for_desk(case)  # somebody is reminded, or it is answered
        assert Challenge.objects.filter(case=case).count() <= 1
    assert done > STEPS // 3


def test_a_case_that_everyone_refers_comes_to_rest(cast: Cast) -> None:
    """Each desk hands it to any other that may have it: after each had it once, the chain ends."""
    luck, found = Random(5), desks(cast)
    case = assess_initiative.take(by=found[0], case=submitted(cast).case, at=cast.tick())
    at_desk, hops = found[0], 0
    while True:
        case = Case.objects.get(pk=case.pk)
        others = [one for one in found if one != at_desk]
        luck.shuffle(others)
        to = next((one for one in others if _refers(cast, at_desk, case, seat_of(one))), None)
        if to is None:
            break
        referral = Referral.objects.get(case=case, state="asked")
        intake.accept_referral(by=to, referral=referral, at=cast.tick())
        at_desk, hops = to, hops + 1
        assert hops < len(found)
    assert hops == len(found) - 1
    assert Case.objects.get(pk=case.pk).handler_id == at_desk.seat_id


def _refers(cast: Cast, by: Actor, case: Case, to: Seat) -> bool:
    told = {"by": by, "case": case, "to": to, "why": "Jij kunt dit beter.", "at": cast.tick()}
    return tries(lambda: intake.refer_case(**told))


@pytest.mark.parametrize("seed", [3])
def test_a_signal_ends_with_an_answer_or_is_red(cast: Cast, seed: int) -> None:
    luck, everyone = Random(seed), [cast.samira, cast.ilse, cast.yara, cast.marijke, cast.gerrit]
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    made = [
        signals.report_signal(
            by=cast.marijke,
            kind="rule",
            area=area,
            texts={"title": f"Regel {n}", "text": "x"},
            at=cast.tick(),
        )
        for n in range(3)
    ]
    for _ in range(STEPS):
        signal = Signal.objects.get(pk=luck.choice(made).pk)
        by, at = luck.choice(everyone), cast.tick(hours=luck.randrange(1, 72))
        told = {"by": by, "signal": signal, "at": at}
        into, to = luck.choice(made), seat_of(luck.choice(everyone))
        acts: list[Callable[[], object]] = [
            lambda told=told: signals.join_signal(**told),
            lambda told=told, to=to: signals.address_signal(to=to, **told),
            lambda told=told, into=into: signals.bundle_signal(into=into, **told),
            lambda told=told: signals.study_signal(**told),
            lambda told=told: signals.answer_signal(outcome="stays", text="De wet.", **told),
            lambda told=told: signals.reopen_signal(why="Nee.", **told),
        ]
        tries(luck.choice(acts))
        signals.ring_signals(at=at)
        for one in Signal.objects.all():
            if one.state == "bundled":
                assert one.into_id
            elif one.state in OPEN:
                assert one.bell_on
            else:
                assert Answer.objects.filter(signal=one).exists()
