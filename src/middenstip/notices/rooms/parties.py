"""Who is told what about seats and roles."""

from __future__ import annotations

from typing import Any

from middenstip.domain.parties import facts
from middenstip.domain.parties.models import Application, Person, Seat
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.parties.selectors import application_by_id, deciders_of, seat_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import MINE, Post, own


def _subject_seat(dossier: Dossier) -> Seat | None:
    return dossier.subject("seat", seat_by_id) or dossier.subject("role", seat_by_id)


def _gaps(dossier: Dossier) -> dict[str, Any]:
    role = ROLES.get(str(dossier.entry.data.get("role", "")))
    return {"role": role.word if role else "", "application": _application(dossier)}


SUBJECT_SEAT = in_seats("subject_seat", "dit over jouw zetel gaat", lambda dossier: [_subject_seat(dossier)])
_OWN_ACT = Silent("the person did it, and saw it happen")


def _application(dossier: Dossier) -> Application | None:
    return dossier.subject("application", application_by_id)


def _deciders(dossier: Dossier) -> list[Seat]:
    application = _application(dossier)
    keys = deciders_of(application, dossier.on) if application else []
    return list(Seat.objects.filter(pk__in=keys))


def _applicant(dossier: Dossier) -> list[Person]:
    application = _application(dossier)
    return [application.person] if application else []


DECIDERS = in_seats("application_deciders", "jij hier voor deze helft zit of beheert", _deciders)
APPLICANT = Audience("applicant", "jij dit vroeg", _applicant)

POST = Post(
    things={"application": _application},
    heard={
        facts.ApplicationMade: (own(DECIDERS, page="application"),),
        facts.ApplicationAccepted: (own(APPLICANT, page="application"),),
        facts.ApplicationRefused: (own(APPLICANT, page="application"),),
        facts.PersonRegistered: _OWN_ACT,
        facts.PersonErased: Silent("the reader throws the notices of this person away"),
        facts.SideChosen: Silent("the page of the organisation shows it"),
        facts.TermChosen: Silent("the page of the organisation shows it"),
        facts.SeatTaken: _OWN_ACT,
        facts.SeatGiven: (own(SUBJECT_SEAT, page=MINE),),
        facts.SeatLeft: _OWN_ACT,
        facts.SeatConfirmed: (own(SUBJECT_SEAT, page=MINE),),
        facts.RoleGranted: (own(SUBJECT_SEAT, page=MINE),),
        facts.RoleEnded: (own(SUBJECT_SEAT, page=MINE),),
    },
    gaps=_gaps,
)
