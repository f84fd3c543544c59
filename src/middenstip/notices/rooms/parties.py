"""Who is told what about seats and roles."""

from __future__ import annotations

from typing import Any

from django.utils.dateparse import parse_date

from middenstip.domain.agreements.selectors.agreement import agreement_by_id
from middenstip.domain.intake.selectors import action_by_id, case_by_id
from middenstip.domain.parties import facts
from middenstip.domain.parties.models import Application, HandoverLine, Person, Seat
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.parties.selectors import (
    application_by_id,
    deciders_of,
    line_left,
    open_handover_of,
    seat_by_id,
)
from middenstip.domain.signals.selectors import reporters_of, signal_by_id
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats, sitting
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import MINE, Post, own


def _subject_seat(dossier: Dossier) -> Seat | None:
    found = (dossier.subject(noun, seat_by_id) for noun in ("seat", "role", "handover"))
    return next((seat for seat in found if seat), None)


def _gaps(dossier: Dossier) -> dict[str, Any]:
    role = ROLES.get(str(dossier.entry.data.get("role", "")))
    return {
        "role": role.word if role else "",
        "application": _application(dossier),
        "line": _line(dossier),
        "left": (_subject_seat(dossier) or "") if dossier.noun == "handover" else "",
        "due": parse_date(str(dossier.entry.data.get("due", ""))),
    }


def _line(dossier: Dossier) -> HandoverLine | None:
    """The line of a handover that was answered."""
    data = dossier.entry.data
    if "about" not in data:
        return None
    return dossier.once("line", lambda: line_left(dossier.entry.subject, data["about"], data["target"]))


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


def _other_side(dossier: Dossier) -> list[Any]:
    """The people to whom the line was promised, or who wait for it."""
    about, target = (str(dossier.entry.data.get(key, "")) for key in ("about", "target"))
    if about == "agreement":
        agreement = agreement_by_id(target)
        return sitting([agreement.promisee], dossier) if agreement else []
    if about == "signal":
        signal = signal_by_id(target)
        return reporters_of(signal) if signal else []
    action = action_by_id(target) if about == "action" else None
    case = action.case if action else case_by_id(target)
    return [case.initiative.initiator] if case else []


def still_waits(dossier: Dossier) -> bool:
    seat = _subject_seat(dossier)
    return seat is not None and open_handover_of(seat.pk) is not None


HANDOVER_MANAGER = in_seats(
    "handover_manager", "jij leiding geeft in dit gebied", lambda dossier: [dossier.named_seat]
)
OTHER_SIDE = Audience("handover_other_side", "dit aan jou beloofd is", _other_side)
DECIDERS = in_seats("application_deciders", "jij hier voor deze helft zit of beheert", _deciders)
APPLICANT = Audience("applicant", "jij dit vroeg", _applicant)

POST = Post(
    things={"application": _application, "handover": _subject_seat},
    heard={
        facts.ApplicationMade: (own(DECIDERS, page="application"),),
        facts.ApplicationAccepted: (own(APPLICANT, page="application"),),
        facts.ApplicationRefused: (own(APPLICANT, page="application"),),
        facts.PersonRegistered: _OWN_ACT,
        facts.PersonErased: Silent("the reader throws the notices of this person away"),
        facts.SideChosen: Silent("the page of the organisation shows it"),
        facts.TermChosen: Silent("the page of the organisation shows it"),
        facts.LogicWritten: Silent("its tables show it to who meets this organisation there"),
        facts.LogicChecked: Silent("the page of the organisation shows the day"),
        facts.SeatTaken: _OWN_ACT,
        facts.SeatGiven: (own(SUBJECT_SEAT, page=MINE),),
        facts.SeatLeft: _OWN_ACT,
        facts.SeatConfirmed: (own(SUBJECT_SEAT, page=MINE),),
        facts.HandoverOpened: (
            own(SUBJECT_SEAT, page="handover", still=still_waits),
            own(HANDOVER_MANAGER, page="handover", text="manager", still=still_waits),
        ),
        facts.HandoverConfirmed: (own(OTHER_SIDE, page=MINE),),
        facts.HandoverDeclined: (own(HANDOVER_MANAGER, page="handover"),),
        facts.HandoverRang: (
            own(SUBJECT_SEAT, page="handover", still=still_waits),
            own(HANDOVER_MANAGER, page="handover", text="manager", still=still_waits),
        ),
        facts.RoleGranted: (own(SUBJECT_SEAT, page=MINE),),
        facts.RoleEnded: (own(SUBJECT_SEAT, page=MINE),),
    },
    gaps=_gaps,
)
