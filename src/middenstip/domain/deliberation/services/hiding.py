"""Hide and show the texts of this room: called by journeys of moderation.

What was counted stays: a hidden statement is only asked no more.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.deliberation.models import (
    Backing,
    Ballot,
    Covenant,
    Decision,
    Scenario,
    ScenarioReaction,
    Statement,
    Support,
)
from middenstip.kernel import hidden
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def hide_ballot(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts and of the conditions of its voters."""
    hidden.hide(_locked(Ballot, code), words)


@write
def show_ballot(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    hidden.show(_locked(Ballot, code))


@write
def hide_decision(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts and of what the minority gave along."""
    hidden.hide(_locked(Decision, code), words)


@write
def show_decision(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    hidden.show(_locked(Decision, code))


@write
def hide_covenant(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its name, ambition and themes; nobody signs it meanwhile."""
    hidden.hide(_locked(Covenant, code), words)


@write
def show_covenant(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    hidden.show(_locked(Covenant, code))


@write
def hide_statement(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its text; nobody is asked about it any more."""
    hidden.hide(_locked(Statement, code), words)


@write
def show_statement(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the text back. `NotNow` when it is not hidden."""
    hidden.show(_locked(Statement, code))


@write
def hide_support(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts, and of every condition and reason that people gave."""
    hidden.hide(_locked(Support, code), words)


@write
def show_support(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    hidden.show(_locked(Support, code))


@write
def hide_backing(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of this condition or reason; the answer still counts."""
    hidden.hide(_locked(Backing, code), words)


@write
def show_backing(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the words back. `NotNow` when they are not hidden."""
    hidden.show(_locked(Backing, code))


@write
def hide_scenario(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts, and of what it brings and costs each half."""
    hidden.hide(_locked(Scenario, code), words)


@write
def show_scenario(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    hidden.show(_locked(Scenario, code))


@write
def hide_scenario_reaction(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of this sentence; the reaction still counts."""
    hidden.hide(_locked(ScenarioReaction, code), words)


@write
def show_scenario_reaction(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the sentence back. `NotNow` when it is not hidden."""
    hidden.show(_locked(ScenarioReaction, code))


def _locked(model: Any, code: str) -> Any:
    return model.objects.select_for_update().get(public_id=code)
