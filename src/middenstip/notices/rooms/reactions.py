"""Who is told about reactions: the one who owes an answer, and the one who gets it."""

from __future__ import annotations

from typing import Any

from middenstip.domain.parties.models import Seat
from middenstip.domain.reactions import facts
from middenstip.domain.reactions.lifecycle import KINDS, SHOWN
from middenstip.domain.reactions.models import Reaction
from middenstip.domain.reactions.selectors import reaction_by_id
from middenstip.domain.reactions.turns import turn
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own
from middenstip.notices.rooms.initiatives import INITIATOR


def reaction_of(dossier: Dossier) -> Reaction | None:
    return dossier.subject("reaction", reaction_by_id)


def reply_of(dossier: Dossier) -> Reaction | None:
    """The reply in the data of the fact, while it can be read."""
    public_id = dossier.entry.data.get("reply", "")
    found = dossier.once("reply", lambda: reaction_by_id(public_id)) if public_id else None
    return found if found and found.state == SHOWN else None


def _writer(dossier: Dossier) -> list[Any]:
    reaction = reaction_of(dossier)
    return [reaction.person] if reaction else []


def _opener(dossier: Dossier) -> list[Seat]:
    """The seat that opened the table, when there is no initiative behind it."""
    reaction = reaction_of(dossier)
    goal = reaction.talk.goal if reaction and reaction.talk.initiative is None else None
    return [goal.raised_by] if goal else []


WRITER = Audience("reaction_writer", "jij deze reactie schreef", _writer)
OPENER = in_seats("table_opener", "jij deze tafel opende", _opener)


def waits(dossier: Dossier) -> bool:
    """Whether an answer is still owed."""
    reaction = reaction_of(dossier)
    return reaction is not None and turn(reaction) is not None


def is_readable(dossier: Dossier) -> bool:
    return reply_of(dossier) is not None


def _gaps(dossier: Dossier) -> dict[str, Any]:
    reaction, reply = reaction_of(dossier), reply_of(dossier)
    talk = reaction.talk if reaction else None
    about = (talk.initiative or talk.goal or talk.question_asked or talk.study) if talk else None
    return {
        "reaction": reaction,
        "reply": reply,
        "sort": KINDS.get(reaction.kind, "") if reaction else "",
        "about": f"{about}" if about else "",
    }


POST = Post(
    heard={
        facts.ReactionPlaced: (own(INITIATOR, OPENER, page="reaction", still=waits),),
        facts.ReactionAnswered: (own(WRITER, page="reaction", still=is_readable),),
        facts.ReactionReplied: (own(WRITER, page="reaction", still=is_readable),),
        facts.ReactionChanged: Silent("the page shows it"),
        facts.ReactionWithdrawn: Silent("the writer did it"),
        facts.ReactionHidden: Silent("who moderates tells the writer why"),
        facts.ReactionRestored: Silent("who moderates tells the writer why"),
    },
    things={"reaction": reaction_of},
    gaps=_gaps,
)
