"""The facts of this room. What two people say to each other is never public."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ListingPlaced(Fact):
    """`way` is need or offer; `sort` is what it is about."""

    kind = "listing.placed"

    way: str
    sort: str


@dataclass(frozen=True, kw_only=True)
class ListingChanged(Fact):
    kind = "listing.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class ListingConfirmed(Fact):
    """Its owner said that it is still true."""

    kind = "listing.confirmed"
    public = False


@dataclass(frozen=True, kw_only=True)
class ListingQuestioned(Fact):
    """Nobody confirmed it for half a year: is it still true?"""

    kind = "listing.questioned"
    public = False


@dataclass(frozen=True, kw_only=True)
class ListingSlept(Fact):
    """There was no answer to that question."""

    kind = "listing.slept"
    public = False


@dataclass(frozen=True, kw_only=True)
class ListingWithdrawn(Fact):
    kind = "listing.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class ListingHidden(Fact):
    kind = "listing.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class ListingShown(Fact):
    """A hidden one can be read again."""

    kind = "listing.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class SuggestionMade(Fact):
    """Something new may help a person; `person` is their public id, `count` the number of new ones."""

    kind = "suggestion.made"
    public = False

    person: str
    count: int


@dataclass(frozen=True, kw_only=True)
class IntroductionAsked(Fact):
    kind = "introduction.asked"
    public = False


@dataclass(frozen=True, kw_only=True)
class IntroductionAccepted(Fact):
    """Both said yes."""

    kind = "introduction.accepted"
    public = False


@dataclass(frozen=True, kw_only=True)
class IntroductionDeclined(Fact):
    """The owner said no, or agreed with another."""

    kind = "introduction.declined"
    public = False


@dataclass(frozen=True, kw_only=True)
class IntroductionWritten(Fact):
    """One of the two wrote the other a message."""

    kind = "introduction.written"
    public = False


@dataclass(frozen=True, kw_only=True)
class IntroductionEnded(Fact):
    kind = "introduction.ended"
    public = False


@dataclass(frozen=True, kw_only=True)
class DealMade(Fact):
    """The two agreed. `agreement` is the public id of its draft, "" without one."""

    kind = "introduction.agreed"
    public = False

    agreement: str = ""


@dataclass(frozen=True, kw_only=True)
class DealUndone(Fact):
    """It will not happen after all."""

    kind = "introduction.undone"
    public = False


@dataclass(frozen=True, kw_only=True)
class DealDone(Fact):
    """It happened, with a thank-you. `listing` is the public id of the need or offer, "" without one."""

    kind = "introduction.done"

    listing: str = ""


@dataclass(frozen=True, kw_only=True)
class MovementProposed(Fact):
    """Somebody saw that initiatives have one aim. Nobody else reads it until a second one says yes."""

    kind = "movement.proposed"
    public = False


@dataclass(frozen=True, kw_only=True)
class MovementInvited(Fact):
    """`initiative` is the public id of the one that is asked to join."""

    kind = "movement.invited"
    public = False

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementWanted(Fact):
    """An initiative asks to join."""

    kind = "movement.wanted"
    public = False

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementBegun(Fact):
    """A second initiative said yes."""

    kind = "movement.begun"

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementJoined(Fact):
    """One more initiative is in it."""

    kind = "movement.joined"

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementDeclined(Fact):
    """An initiative that was asked says no."""

    kind = "movement.declined"
    public = False

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementRefused(Fact):
    """An initiative that asked to join does not fit."""

    kind = "movement.refused"
    public = False

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementLeft(Fact):
    """An initiative is not in it any more."""

    kind = "movement.left"

    initiative: str


@dataclass(frozen=True, kw_only=True)
class MovementChanged(Fact):
    kind = "movement.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class MovementEnded(Fact):
    """Fewer than two initiatives are left."""

    kind = "movement.ended"


@dataclass(frozen=True, kw_only=True)
class MovementHidden(Fact):
    kind = "movement.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class MovementShown(Fact):
    """A hidden one can be read again."""

    kind = "movement.shown"
    public = False
