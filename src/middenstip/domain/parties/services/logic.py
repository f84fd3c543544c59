"""An organisation writes how it works, and says later that this is still right."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.parties import facts, rules
from middenstip.domain.parties.models import LogicCard, Organisation
from middenstip.domain.parties.selectors import organisation_of_seat
from middenstip.journal.record import record
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, Stale, require
from middenstip.kernel.write import write


@write
def write_logic(
    *,
    by: Actor,
    organisation: Organisation,
    decides: str,
    takes: str,
    budget_month: int | None,
    may_not: str,
    words: str,
    number: int,
    at: datetime,
) -> LogicCard:
    """A seat of the organisation writes how it works: a new version, after version `number` (0: the first).

    Raises `Stale` when a colleague wrote another version since that one. The same text twice is one version.
    """
    require(rules.may_write_logic(by, organisation.pk, organisation_of_seat(by.seat_id)))
    told: dict[str, Any] = {
        "decides": typed.text(decides),
        "takes": typed.line(takes),
        "budget_month": budget_month,
        "may_not": typed.text(may_not),
        "words": "\n".join(filter(None, map(typed.line, typed.text(words).splitlines()))),
    }
    rules.check_logic(**told)
    last = _that_holds(organisation)
    if last and all(getattr(last, name) == value for name, value in told.items()):
        return last  # the same form twice
    if last and last.number != number:
        raise Stale(
            "Een collega schreef intussen een nieuwe versie. Lees die eerst.", {"number": f"{last.number}"}
        )
    if last:
        last.replaced_at = at
        last.store("replaced_at")
    card = LogicCard(
        organisation=organisation,
        number=last.number + 1 if last else 1,
        by_id=by.seat_id,
        at=at,
        checked_on=timezone.localdate(at),
        **told,
    ).store()
    record(facts.LogicWritten(subject=organisation.public_id, number=card.number), by=by, at=at)
    return card


@write
def check_logic(*, by: Actor, organisation: Organisation, at: datetime) -> LogicCard:
    """A seat of the organisation says that the version that holds is still right. Twice a day is once."""
    require(rules.may_write_logic(by, organisation.pk, organisation_of_seat(by.seat_id)))
    card = _that_holds(organisation)
    if card is None:
        raise NotNow("Er is nog geen kaart. Schrijf haar eerst.")
    today = timezone.localdate(at)
    if card.checked_on < today:
        card.checked_on = today
        card.store("checked_on")
        record(facts.LogicChecked(subject=organisation.public_id, number=card.number), by=by, at=at)
    return card


@write
def hide_logic(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of the texts of this version; a next version can be written."""
    hidden.hide(LogicCard.objects.select_for_update().get(public_id=code), words)


@write
def show_logic(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    hidden.show(LogicCard.objects.select_for_update().get(public_id=code))


def _that_holds(organisation: Organisation) -> LogicCard | None:
    return LogicCard.objects.select_for_update().filter(organisation=organisation, replaced_at=None).first()
