"""The facts about reactions. The subject of each fact is the reaction, also when somebody replies to it."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ReactionPlaced(Fact):
    """`sort` is the kind of reaction; `about` is initiative, goal, agreement, question, study or news."""

    kind = "reaction.placed"

    sort: str
    about: str


@dataclass(frozen=True, kw_only=True)
class ReactionAnswered(Fact):
    """The side of the initiator answered; `reply` is the public id of the answer."""

    kind = "reaction.answered"

    sort: str
    reply: str


@dataclass(frozen=True, kw_only=True)
class ReactionReplied(Fact):
    """Another person replied."""

    kind = "reaction.replied"
    public = False

    reply: str


@dataclass(frozen=True, kw_only=True)
class ReactionChanged(Fact):
    kind = "reaction.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class ReactionWithdrawn(Fact):
    kind = "reaction.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class ReactionHidden(Fact):
    kind = "reaction.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class ReactionRestored(Fact):
    """A hidden reaction can be read again."""

    kind = "reaction.restored"
    public = False
