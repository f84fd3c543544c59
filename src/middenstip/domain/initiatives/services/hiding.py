"""Hiding the text of an initiative or of its news, and showing it again; journeys of moderation call this."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import facts
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.initiatives.services.record import record_about
from middenstip.kernel import hidden
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def hide_initiative(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts. It is in no list until it is shown again."""
    initiative = _initiative(code)
    hidden.hide(initiative, words)
    initiative.themes.update(submitted_at=None)
    record_about(facts.InitiativeHidden, initiative, by, at)


@write
def show_initiative(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    initiative = _initiative(code)
    hidden.show(initiative)
    initiative.themes.update(submitted_at=initiative.submitted_at)
    record_about(facts.InitiativeShown, initiative, by, at)


@write
def hide_news(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of one message of news."""
    update = _update(code)
    hidden.hide(update, words)
    record_about(facts.NewsHidden, update.initiative, by, at, update=update.pk)


@write
def show_news(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the message back. `NotNow` when it is not hidden."""
    update = _update(code)
    hidden.show(update)
    record_about(facts.NewsShown, update.initiative, by, at, update=update.pk)


def _initiative(code: str) -> Initiative:
    return Initiative.objects.select_for_update(of=("self",)).select_related("area").get(public_id=code)


def _update(code: str) -> Update:
    rows = Update.objects.select_for_update(of=("self",)).select_related("initiative__area")
    return rows.get(pk=int(code))
