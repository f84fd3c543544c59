"""New policy goes down to the initiatives it touches, and their answers come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.signals import facts, rules
from middenstip.domain.signals.lifecycle import POLICIES
from middenstip.domain.signals.models import Policy, Touch
from middenstip.domain.signals.selectors import MOST_TOUCHED, touchable
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require, said
from middenstip.kernel.write import write

NEEDED = {"title": "Vul een titel in.", "text": "Schrijf wat er verandert."}


@write
@once(lambda public_id: Policy.objects.get(public_id=public_id))
def send_policy(
    *,
    by: Actor,
    kind: str,
    area: Area,
    texts: Mapping[str, str],
    initiatives: Sequence[str],
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Policy:
    """Send a new policy, plan or rule to the initiatives (public ids) that people say it touches."""
    require(rules.may_send_policy(by, area))
    policy = Policy(public_id=public_id or new_id(), kind=kind, area=area, seat_id=by.seat_id, at=at)
    policy.title, policy.source = typed.line(texts.get("title", "")), typed.line(texts.get("source", ""))
    policy.text = typed.text(texts.get("text", ""))
    touched = [one for one in touchable(area) if one.public_id in set(initiatives)]
    errors = {name: why for name, why in NEEDED.items() if not getattr(policy, name)}
    if kind not in POLICIES:
        errors["kind"] = "Kies wat er nieuw is."
    if not touched:
        errors["initiatives"] = said("Kies 1 tot en met %(most)s initiatieven.", most=MOST_TOUCHED)
    if errors:
        raise Invalid(errors)
    policy.store()
    Touch.objects.bulk_create(Touch(policy=policy, initiative=one) for one in touched)
    for one in touched:
        _record(facts.PolicySent, policy, one, by, at)
    return policy


@write
def answer_policy(*, by: Actor, policy: Policy, initiative: Initiative, answer: str, at: datetime) -> Touch:
    """The initiator says what it means for the initiative; said again, it replaces the former words."""
    require(rules.may_answer_policy(by, initiative))
    touch = Touch.objects.select_for_update().get(policy=policy, initiative=initiative)
    touch.answer = typed.text(answer)
    if not touch.answer:
        raise Invalid({"answer": "Schrijf wat dit voor jou betekent."})
    touch.answered_at = at
    _record(facts.PolicyAnswered, policy, initiative, by, at)
    return touch.store("answer", "answered_at")


def _record(
    kind: type[facts.PolicySent | facts.PolicyAnswered],
    policy: Policy,
    initiative: Initiative,
    by: Actor,
    at: datetime,
) -> None:
    about = {"subject": policy.public_id, "thread": initiative.public_id, **initiative.area.where}
    record(kind(**about), by=by, at=at)
