"""Who is told about advice: who knows something, who gave advice, and who owes an answer."""

from __future__ import annotations

from typing import Any

from django.utils.dateparse import parse_date

from middenstip.domain.advice import facts
from middenstip.domain.advice.lifecycle import ANSWERED, ANSWERS, CLOSED, OPEN, TAKEN_BACK
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.selectors import advice_by_id, request_by_id, who_know
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import Post, own


def request_of(dossier: Dossier) -> AdviceRequest | None:
    return dossier.subject("advice", request_by_id)


def advice_of(dossier: Dossier) -> Advice | None:
    """The advice in the data of the fact, while it can be read."""
    public_id = str(dossier.entry.data.get("advice", ""))
    found = dossier.once("advice_given", lambda: advice_by_id(public_id)) if public_id else None
    return found if found and found.state != TAKEN_BACK and not found.is_hidden else None


def _knowing(dossier: Dossier) -> list[Person]:
    request = request_of(dossier)
    return who_know(request, dossier.on) if request else []


def _writer(dossier: Dossier) -> list[Person]:
    advice = advice_of(dossier)
    return [advice.person] if advice else []


def _asking(dossier: Dossier) -> list[Seat]:
    request = request_of(dossier)
    return [request.seat] if request else []


KNOWING = Audience("advice_knowing", "jij kennis over dit thema aanbiedt", _knowing)
ADVISER = Audience("advice_writer", "jij dit advies gaf", _writer)
ASKING = in_seats("advice_asking", "jouw zetel om dit advies vroeg", _asking)
MANAGER = in_seats("advice_manager", "jij leiding geeft in dit gebied", lambda dossier: [dossier.named_seat])


def is_open(dossier: Dossier) -> bool:
    request = request_of(dossier)
    return request is not None and request.state == OPEN and not request.is_hidden


def is_readable(dossier: Dossier) -> bool:
    return advice_of(dossier) is not None


def is_answered(dossier: Dossier) -> bool:
    advice = advice_of(dossier)
    return advice is not None and advice.state in ANSWERED


def waits(dossier: Dossier) -> bool:
    request = request_of(dossier)
    return request is not None and request.state == CLOSED


def _gaps(dossier: Dossier) -> dict[str, Any]:
    request, data = request_of(dossier), dossier.entry.data
    return {
        "request": request,
        "advice": advice_of(dossier),
        "answer": ANSWERS.get(str(data.get("answer", "")), ""),
        "due": parse_date(str(data.get("due", ""))) or (request.due_on if request else None),
    }


_ON_PAGE = Silent("the page shows it; nobody waits for it")
_MODERATED = Silent("who moderates tells the writer why")

POST = Post(
    heard={
        facts.AdviceAsked: (
            own(KNOWING, page="advice", still=is_open),
            follow("advice", area=True, still=is_open),
        ),
        facts.AdviceGiven: (own(ASKING, page="advice", still=is_readable),),
        facts.AdviceAnswered: (own(ADVISER, page="advice", still=is_answered),),
        facts.AdviceClosed: (own(ASKING, page="advice", still=waits),),
        facts.AdviceSettled: _ON_PAGE,
        facts.AdviceWithdrawn: _ON_PAGE,
        facts.AdviceTakenBack: _ON_PAGE,
        facts.AdviceReminded: (own(ASKING, page="advice", still=waits),),
        facts.AdviceEscalated: (
            own(MANAGER, page="advice", text="manager", still=waits),
            own(ASKING, page="advice", still=waits),
        ),
        facts.AdviceRequestHidden: _MODERATED,
        facts.AdviceRequestShown: _MODERATED,
        facts.AdviceHidden: _MODERATED,
        facts.AdviceShown: _MODERATED,
    },
    things={"advice": request_of},
    gaps=_gaps,
)
