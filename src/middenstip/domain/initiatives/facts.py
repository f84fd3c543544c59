"""The facts about an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class InitiativeSubmitted(Fact):
    """An idea was submitted. `has_place` is false for "nog geen plek"; `on_paper`: the desk typed it in."""

    kind = "initiative.submitted"

    has_place: bool
    on_paper: bool = False


@dataclass(frozen=True, kw_only=True)
class InitiativeChanged(Fact):
    """The initiator changed the texts; `fields` are the names of the changed fields."""

    kind = "initiative.changed"

    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InitiativeMoved(Fact):
    """The initiator set or changed the place; `has_place` is false for "nog geen plek"."""

    kind = "initiative.moved"

    has_place: bool


@dataclass(frozen=True, kw_only=True)
class ThemesChosen(Fact):
    """The initiator changed the themes."""

    kind = "initiative.themes_chosen"


@dataclass(frozen=True, kw_only=True)
class HybridChosen(Fact):
    """The initiator changed whether the initiative is meant to earn money."""

    kind = "initiative.hybrid_chosen"

    is_hybrid: bool


@dataclass(frozen=True, kw_only=True)
class ReinsChanged(Fact):
    """The initiator wrote a new version of the regie-kaart."""

    kind = "initiative.reins_changed"

    number: int


@dataclass(frozen=True, kw_only=True)
class InitiativeAdvanced(Fact):
    """The initiative went to its next stage."""

    kind = "initiative.advanced"
    public = False

    stage: str


@dataclass(frozen=True, kw_only=True)
class InitiativeUpdated(Fact):
    """The initiator posted news; `update` is the key of the text."""

    kind = "initiative.updated"

    update: int


@dataclass(frozen=True, kw_only=True)
class AskMade(Fact):
    """The initiator asked for something concrete; `ask` is the key of the question."""

    kind = "initiative.ask_made"

    ask: int


@dataclass(frozen=True, kw_only=True)
class AskOffered(Fact):
    """A seat that already helps or offered to said yes to a question. `seat` is its public id."""

    kind = "initiative.ask_offered"
    public = False

    ask: int
    seat: str


@dataclass(frozen=True, kw_only=True)
class AskFilled(Fact):
    """The initiator found the help that was asked."""

    kind = "initiative.ask_filled"

    ask: int


@dataclass(frozen=True, kw_only=True)
class AskWithdrawn(Fact):
    """The initiator no longer needs it."""

    kind = "initiative.ask_withdrawn"
    public = False

    ask: int


@dataclass(frozen=True, kw_only=True)
class HelpOffered(Fact):
    """A seat offered to help. `seat` is its public id."""

    kind = "initiative.help_offered"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class HelpAccepted(Fact):
    """The initiator accepted an offer of help; from now on that seat takes part."""

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
class ReinsShared(Fact):
    """Before the first partner, the initiator ticked that who works together always gives up some control."""

    kind = "initiative.reins_shared"
    public = False


@dataclass(frozen=True, kw_only=True)
class PartyAdded(Fact):
    """The initiator wrote down a party that belongs to the initiative; `half` is its half."""

    kind = "initiative.party_added"
    public = False

    half: str


@dataclass(frozen=True, kw_only=True)
class PartyMoved(Fact):
    """A party that was written down is approached, joins or refuses: `state`."""

    kind = "initiative.party_moved"
    public = False

    half: str
    state: str


@dataclass(frozen=True, kw_only=True)
class PartyRewritten(Fact):
    """The initiator changed what was written about a party, or took the party away (`is_gone`)."""

    kind = "initiative.party_rewritten"
    public = False

    is_gone: bool


@dataclass(frozen=True, kw_only=True)
class ConnectorNamed(Fact):
    """A verbinder was named for the initiative; `before` is the seat of the previous one, or ""."""

    kind = "initiative.connector_named"

    seat: str
    is_self: bool = False
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class InitiativeStopped(Fact):
    """The initiator stopped it, or the desk did when the initiator was erased. The lesson is kept with it."""

    kind = "initiative.stopped"

    by_desk: bool = False


@dataclass(frozen=True, kw_only=True)
class InitiativeFinished(Fact):
    """The project ended. `outcome` is gelukt, deels or mislukt: all three count as an outcome."""

    kind = "initiative.finished"

    outcome: str


@dataclass(frozen=True, kw_only=True)
class InitiativeHidden(Fact):
    """Its text can no longer be read: a moderator hid it, or it waits to be checked."""

    kind = "initiative.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class InitiativeShown(Fact):
    """Its text can be read again."""

    kind = "initiative.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class NewsHidden(Fact):
    """A message of news can no longer be read."""

    kind = "initiative.news_hidden"
    public = False

    update: int


@dataclass(frozen=True, kw_only=True)
class NewsShown(Fact):
    """A message of news can be read again."""

    kind = "initiative.news_shown"
    public = False

    update: int
