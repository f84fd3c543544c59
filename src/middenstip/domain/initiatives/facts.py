"""What can have happened to an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class InitiativeSubmitted(Fact):
    """Somebody told an idea. `has_place` is false for "nog geen plek"; `on_paper`: the desk typed it in."""

    kind = "initiative.submitted"

    has_place: bool
    on_paper: bool = False


@dataclass(frozen=True, kw_only=True)
class InitiativeChanged(Fact):
    """The initiator changed the texts; `fields` are the keys that changed."""

    kind = "initiative.changed"

    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InitiativeMoved(Fact):
    """The initiator chose a place, or another one; `has_place` is false for "nog geen plek"."""

    kind = "initiative.moved"

    has_place: bool


@dataclass(frozen=True, kw_only=True)
class ThemesChosen(Fact):
    """The initiator said anew what it is about."""

    kind = "initiative.themes_chosen"


@dataclass(frozen=True, kw_only=True)
class HybridChosen(Fact):
    """The initiator wants to earn money with it, or not any more."""

    kind = "initiative.hybrid_chosen"

    is_hybrid: bool


@dataclass(frozen=True, kw_only=True)
class ReinsChanged(Fact):
    """The initiator wrote a new version of the regie-kaart."""

    kind = "initiative.reins_changed"

    number: int


@dataclass(frozen=True, kw_only=True)
class InitiativeAdvanced(Fact):
    """The initiative went from one stage to the next."""

    kind = "initiative.advanced"
    public = False

    stage: str


@dataclass(frozen=True, kw_only=True)
class InitiativeUpdated(Fact):
    """The initiator told news; `update` is the key of the text."""

    kind = "initiative.updated"

    update: int


@dataclass(frozen=True, kw_only=True)
class HelpOffered(Fact):
    """A seat offered to help. `seat` is its public id."""

    kind = "initiative.help_offered"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class HelpAccepted(Fact):
    """The initiator said yes to help; from now on that seat takes part."""

    kind = "initiative.help_accepted"

    seat: str
    helping_half: str


@dataclass(frozen=True, kw_only=True)
class HelpDeclined(Fact):
    kind = "initiative.help_declined"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class HelpEnded(Fact):
    kind = "initiative.help_ended"

    seat: str
    helping_half: str


@dataclass(frozen=True, kw_only=True)
class ConnectorNamed(Fact):
    """A verbinder looks after the initiative from now on; `before` is the seat that did until then, or ""."""

    kind = "initiative.connector_named"

    seat: str
    is_self: bool = False
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class InitiativeStopped(Fact):
    """The initiator stopped, or the desk for one who is gone. What was learned is kept with it."""

    kind = "initiative.stopped"

    by_desk: bool = False


@dataclass(frozen=True, kw_only=True)
class InitiativeFinished(Fact):
    """The project ended. `outcome` is gelukt, deels or mislukt: all three count as an outcome."""

    kind = "initiative.finished"

    outcome: str
