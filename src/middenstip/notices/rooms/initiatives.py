"""Who is told what about an initiative."""

from __future__ import annotations

from typing import Any

from middenstip.domain.initiatives import face, facts
from middenstip.domain.initiatives.lifecycle import ASK, HELP, STAGES
from middenstip.domain.initiatives.models import Update
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import HEARING_MOVES, NAMED, TAKING_PART, Audience, in_seats, taking_part
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import Post, own


def _former_connector(dossier: Dossier) -> list[Seat]:
    """The previous verbinder, unless that seat became verbinder again."""
    before = dossier.entry.data.get("before")
    seat = seat_by_id(before) if before else None
    now = dossier.initiative.connector if dossier.initiative else None
    return [seat] if seat and seat != now else []


INITIATOR = Audience(
    "initiator",
    "dit jouw initiatief is",
    lambda dossier: [dossier.initiative.initiator] if dossier.initiative else [],
)
FORMER_CONNECTOR = in_seats("former_connector", "jij de verbinder van dit initiatief was", _former_connector)
PARTNERS = taking_part(face.PARTNERS)


def idea_runs(dossier: Dossier) -> bool:
    return dossier.initiative is not None and bool(STAGES.acts(dossier.initiative.stage))


def is_still_chosen(dossier: Dossier) -> bool:
    """Whether the place, or the choice to earn money, is still as in this fact."""
    said = dossier.entry.data.items()
    return idea_runs(dossier) and all(getattr(dossier.initiative, key) == value for key, value in said)


def offer_waits(dossier: Dossier) -> bool:
    return idea_runs(dossier) and _helps(dossier, HELP.start)


def ask_is_open(dossier: Dossier) -> bool:
    if dossier.initiative is None:
        return False
    asked = dossier.initiative.asks.filter(pk=dossier.entry.data["ask"], state=ASK.start)
    return idea_runs(dossier) and asked.exists()


def takes_part(dossier: Dossier) -> bool:
    return _helps(dossier, "accepted")


def _helps(dossier: Dossier, state: str) -> bool:
    if dossier.initiative is None or dossier.named_seat is None:
        return False
    return dossier.initiative.partners.filter(seat=dossier.named_seat, state=state).exists()


def is_connector(dossier: Dossier) -> bool:
    return dossier.initiative is not None and dossier.initiative.connector == dossier.named_seat


def _gaps(dossier: Dossier) -> dict[str, Any]:
    """The news itself, as the page shows it: a hidden text is only the words that stand in its place."""
    number = dossier.entry.data.get("update")
    news = Update.objects.filter(pk=number).values_list("text", flat=True).first() if number else ""
    return {"news": news or ""}


_HIDING = Silent("moderation tells the writer and the reporters")

POST = Post(
    heard={
        facts.InitiativeHidden: _HIDING,
        facts.InitiativeShown: _HIDING,
        facts.NewsHidden: _HIDING,
        facts.NewsShown: _HIDING,
        facts.InitiativeSubmitted: (
            own(INITIATOR, page="initiative", also_self=True),
            follow("initiative", area=True, still=idea_runs),
        ),
        facts.InitiativeChanged: Silent("the page shows it; a mail for every comma is too much"),
        facts.InitiativeMoved: (own(*HEARING_MOVES, page="initiative", still=is_still_chosen),),
        facts.ThemesChosen: Silent("the page shows it"),
        facts.HybridChosen: (own(*HEARING_MOVES, page="initiative", still=is_still_chosen),),
        facts.ReinsChanged: (own(PARTNERS, page="initiative", still=idea_runs),),
        facts.InitiativeAdvanced: Silent("the fact it follows from is told"),
        facts.InitiativeUpdated: (own(PARTNERS, page="initiative"), follow("initiative")),
        facts.AskMade: (follow("initiative", still=ask_is_open),),
        facts.AskOffered: (own(INITIATOR, page="initiative", still=idea_runs),),
        facts.AskFilled: Silent("who helped knows it, and the page shows it"),
        facts.AskWithdrawn: Silent("the page shows it"),
        facts.HelpOffered: (own(INITIATOR, page="initiative", still=offer_waits),),
        facts.HelpAccepted: (
            own(NAMED, page="initiative", still=takes_part),
            follow("initiative", still=takes_part),
        ),
        facts.HelpDeclined: (own(NAMED, page="initiative"),),
        facts.HelpEnded: (own(INITIATOR, page="initiative", still=idea_runs),),
        facts.ReinsShared: Silent("it is for the initiator only"),
        facts.PartyAdded: Silent("the page shows it; a party that was written down is not told of it"),
        facts.PartyMoved: Silent("the page shows it"),
        facts.PartyRewritten: Silent("the page shows it"),
        facts.ConnectorNamed: (
            own(NAMED, page="initiative", still=is_connector),
            own(INITIATOR, page="initiative", text="initiator", still=is_connector),
            own(FORMER_CONNECTOR, page="initiative", text="former", still=idea_runs),
        ),
        facts.InitiativeStopped: (own(*TAKING_PART, page="initiative"), follow("initiative")),
        facts.InitiativeFinished: (
            own(*TAKING_PART, page="initiative"),
            follow("initiative", area=True),
        ),
    },
    gaps=_gaps,
    things={"initiative": lambda dossier: dossier.initiative},
)
