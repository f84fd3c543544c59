"""The desk takes a case, plans actions, and answers."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller
from middenstip.domain.intake import services
from middenstip.domain.intake.models import Case
from middenstip.journeys import assess_initiative


def assess(teller: Teller) -> None:
    story, handler = teller.story, teller.cast[teller.story.handler]
    case = Case.objects.get(initiative=teller.initiative)
    case = assess_initiative.take(by=handler, case=case, at=teller.at())
    services.write_note(
        by=handler,
        case=case,
        text="We spraken elkaar aan de keukentafel. Het plan is van de buurt, wij helpen.",
        next_step=story.next_step,
        at=teller.at(),
    )
    for is_initiator, text in story.messages:
        by = teller.initiator if is_initiator else handler
        services.write_message(by=by, case=case, text=text, at=teller.at())
    for text, due, carrier in story.actions:
        _action(teller, case, text, due, carrier)
    if story.reach == "desk":
        return
    for by in (teller.initiator, handler):
        services.confirm_start(by=by, case=case, at=teller.at())
    assess_initiative.decide(
        by=handler,
        case=case,
        outcome=story.outcome,
        answer=story.answer,
        connector=teller.seat("yara") if story.outcome == "no_box" else None,
        at=teller.at(),
    )


def _action(teller: Teller, case: Case, text: str, due: int, carrier: str) -> None:
    day = timezone.localdate(teller.now) + timedelta(days=due)
    action = services.plan_action(by=teller.initiator, case=case, text=text, due_on=day, at=teller.at())
    if carrier:
        at = teller.at()
        until = max(day, timezone.localdate(at))
        services.ask_carry(by=teller.initiator, action=action, to=teller.seat(carrier), until=until, at=at)
        services.carry_action(by=teller.cast[carrier], action=action, until=until, at=at)


STEPS = (Step(40, assess),)
