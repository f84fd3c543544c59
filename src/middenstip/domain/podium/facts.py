"""The facts about editions of the podium and about pitches."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class EditionAnnounced(Fact):
    kind = "edition.announced"


@dataclass(frozen=True, kw_only=True)
class EditionStepped(Fact):
    """It is a step further: `state`."""

    kind = "edition.stepped"
    public = False

    state: str


@dataclass(frozen=True, kw_only=True)
class EditionArchived(Fact):
    kind = "edition.archived"


@dataclass(frozen=True, kw_only=True)
class EditionHidden(Fact):
    kind = "edition.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class EditionShown(Fact):
    kind = "edition.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class PitchOffered(Fact):
    kind = "pitch.offered"


@dataclass(frozen=True, kw_only=True)
class PitchChosen(Fact):
    kind = "pitch.chosen"
    public = False


@dataclass(frozen=True, kw_only=True)
class PitchDropped(Fact):
    kind = "pitch.dropped"
    public = False


@dataclass(frozen=True, kw_only=True)
class PitchPromised(Fact):
    """Somebody promised something, or a card was typed in; `promise` is its public id."""

    kind = "pitch.promised"
    public = False

    promise: str
    on_card: bool


@dataclass(frozen=True, kw_only=True)
class CardClaimed(Fact):
    """Somebody came for what stands on a card."""

    kind = "pitch.card_claimed"
    public = False

    promise: str


@dataclass(frozen=True, kw_only=True)
class PitchHidden(Fact):
    kind = "pitch.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class PitchShown(Fact):
    kind = "pitch.shown"
    public = False
