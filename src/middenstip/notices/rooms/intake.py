"""Who is told what about the desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_date

from middenstip.domain.initiatives.facts import InitiativeSubmitted
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake import face, facts
from middenstip.domain.intake.lifecycle import ACTION, ASKED, ASSESSED, CASE, DECIDED, IN_HAND, SENT, STARTED
from middenstip.domain.intake.models import Action, Case, Challenge, Referral
from middenstip.domain.intake.rules import has_question
from middenstip.domain.intake.selectors import action_by_id, case_for_initiative
from middenstip.domain.intake.selectors.challenge import challenge_by_id
from middenstip.domain.intake.selectors.page import message_by_id
from middenstip.domain.intake.selectors.refer import referral_by_id
from middenstip.domain.intake.turns import waits_for_desk
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER as HANDLES
from middenstip.domain.parties.selectors import seats_with_role
from middenstip.journal.told import Silent
from middenstip.kernel.term import TOMORROW
from middenstip.notices.audience import NAMED, Audience, Seats, in_seats, sitting, taking_part
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import MINE, Post, own
from middenstip.notices.rooms.initiatives import INITIATOR


def case_of(dossier: Dossier) -> Case | None:
    initiative = dossier.initiative
    return dossier.once("case", lambda: case_for_initiative(initiative.pk)) if initiative else None


def action_of(dossier: Dossier) -> Action | None:
    return dossier.subject("action", action_by_id)


def _task(key: str, why: str, seats: Seats) -> Audience:
    """The people in these seats. An action of the initiator stays with the initiator, also after leaving the
    seat that owns it."""

    def people(dossier: Dossier) -> list[Any]:
        found, initiative = list(seats(dossier)), dossier.initiative
        keys = [seat.pk for seat in found if seat]
        others = [initiative.initiator] if initiative and initiative.seat_id in keys else []
        return sitting(found, dossier) + others

    return Audience(key, why, people)


def _desk(dossier: Dossier) -> list[Seat]:
    if dossier.initiative is None:
        return []
    return seats_with_role(HANDLES, area_codes(dossier.initiative), dossier.on)


def _seat_of_task(dossier: Dossier) -> Seat | None:
    return dossier.seat_in("carrier", "owner")


def _owner(dossier: Dossier) -> list[Seat | None]:
    action = action_of(dossier)
    return [action.owner] if action else []


def _carrier(dossier: Dossier) -> list[Seat | None]:
    action = action_of(dossier)
    return [action.carrier] if action else []


DESK = in_seats("desk", "je bij de balie van dit gebied werkt", _desk)
HANDLER = taking_part(face.HANDLER)
TASK_OF = _task(NAMED.key, NAMED.why, lambda dossier: [_seat_of_task(dossier)])
ACTION_OWNER = _task("action_owner", "deze actie van jou is", _owner)
ACTION_CARRIER = _task("action_carrier", "jij deze actie overnam", _carrier)


def _waits_for(dossier: Dossier) -> list[Seat | None]:
    """The seat that must act: the handler, the verbinder after the answer, or the whole desk."""
    case = case_of(dossier)
    if case is None:
        return []
    seat = case.initiative.connector if case.state == DECIDED else case.handler
    return [seat] if seat else list(_desk(dossier))


MUST_ANSWER = in_seats("desk_must_answer", "jouw zetel deze zaak behandelt", _waits_for)
MANAGER = in_seats("manager", "jij leiding geeft aan deze balie", lambda dossier: [dossier.named_seat])


def waits_for_desk_still(dossier: Dossier) -> bool:
    case = case_of(dossier)
    return case is not None and waits_for_desk(case)


def tells_initiator(dossier: Dossier) -> bool:
    """The initiator is told at two thirds of the term; the reminder of the last day is for the desk only."""
    return dossier.entry.data.get("bell") != TOMORROW and waits_for_desk_still(dossier)


def referral_of(dossier: Dossier) -> Referral | None:
    return dossier.subject("referral", referral_by_id)


def _referred(end: str) -> Seats:
    def seats(dossier: Dossier) -> list[Seat]:
        referral = referral_of(dossier)
        return [getattr(referral, end)] if referral else []

    return seats


REFERRED_TO = in_seats("referred_to", "een balie deze zaak aan jouw zetel vroeg", _referred("to"))
REFERRED_BY = in_seats("referred_by", "jouw zetel deze zaak doorverwees", _referred("by"))


def referral_waits(dossier: Dossier) -> bool:
    referral = referral_of(dossier)
    return referral is not None and referral.state == ASKED


def challenge_of(dossier: Dossier) -> Challenge | None:
    return dossier.subject("challenge", challenge_by_id)


def _challenge_handler(dossier: Dossier) -> list[Seat | None]:
    challenge = challenge_of(dossier)
    return [challenge.case.handler] if challenge else []


CHALLENGE_HANDLER = in_seats("challenge_handler", "jouw zetel deze zaak behandelt", _challenge_handler)


def challenge_waits(dossier: Dossier) -> bool:
    challenge = challenge_of(dossier)
    return challenge is not None and challenge.state in (SENT, ASSESSED)


def nobody_took_it(dossier: Dossier) -> bool:
    case = case_of(dossier)
    return case is not None and case.state == CASE.start


def case_runs(dossier: Dossier) -> bool:
    case = case_of(dossier)
    return case is not None and bool(CASE.acts(case.state))


def is_handler(dossier: Dossier) -> bool:
    case = case_of(dossier)
    return case is not None and case_runs(dossier) and case.handler == dossier.named_seat


def action_is_open(dossier: Dossier) -> bool:
    action = action_of(dossier)
    return action is not None and action.state == ACTION.start


def is_asked_to_carry(dossier: Dossier) -> bool:
    action = action_of(dossier)
    if action is None or not action_is_open(dossier):
        return False
    return action.asked == _seat_of_task(dossier) and has_question(action, dossier.on)


def _message(dossier: Dossier) -> str:
    public_id = dossier.entry.data.get("message", "")
    message = message_by_id(public_id) if public_id else None
    return message.text if message else ""


def _gaps(dossier: Dossier) -> dict[str, Any]:
    entry = dossier.entry
    is_first = entry.kind == InitiativeSubmitted.kind  # its letter says where to read how the case stands
    case = case_of(dossier) if is_first or dossier.noun == "case" else None
    return {
        "action": action_of(dossier),
        "until": parse_date(str(entry.data.get("until", ""))),
        "due": parse_date(str(entry.data.get("due", ""))) or (case.due_on if case else None),
        "status_url": f"{settings.SITE_URL}/zaak/{case.code}/" if case else "",
        "referral": referral_of(dossier),
        "challenge": challenge_of(dossier),
        "message": _message(dossier),
        "answer": case.answer if entry.kind == facts.CaseDecided.kind and case else "",
        "is_started": case is not None and case.state in (STARTED, DECIDED),
        "must_confirm": case is not None and case.state == IN_HAND and not case.initiator_confirmed_at,
        "is_by_carrier": entry.seat == entry.data.get("carrier"),
    }


POST = Post(
    heard={
        InitiativeSubmitted: (own(DESK, page="case", text="desk", still=nobody_took_it),),
        facts.CaseOpened: Silent("the desk hears of initiative.submitted"),
        facts.CaseTaken: (own(INITIATOR, page="case", still=case_runs),),
        facts.CaseHandedOver: (
            own(NAMED, page="case", still=is_handler),
            own(INITIATOR, page="case", text="initiator", still=is_handler),
        ),
        facts.NoteWritten: (own(INITIATOR, page="case"),),
        facts.MessageWritten: (
            own(INITIATOR, HANDLER, page="case"),
            own(DESK, page="case", still=nobody_took_it),
        ),
        facts.PhoneChanged: Silent("the page of the case shows it"),
        facts.StartConfirmed: (own(INITIATOR, HANDLER, page="case", still=case_runs),),
        facts.CaseStarted: Silent("the second case.start_confirmed tells it"),
        facts.ActionPlanned: (own(TASK_OF, page="case", still=action_is_open),),
        facts.ActionCarryAsked: (own(TASK_OF, page="case", still=is_asked_to_carry),),
        facts.ActionCarried: (own(ACTION_OWNER, page="case"),),
        facts.ActionGivenBack: (
            own(ACTION_OWNER, page="case"),
            own(TASK_OF, page=MINE),  # the former carrier can no longer read the case
        ),
        facts.ActionClosed: (own(ACTION_OWNER, ACTION_CARRIER, page="case"),),
        facts.SearchTaken: Silent("initiative.connector_named tells it"),
        facts.CaseDecided: (own(INITIATOR, page="case"), follow("initiative")),
        facts.CaseReminded: (
            own(MUST_ANSWER, page="case", still=waits_for_desk_still),
            own(INITIATOR, page="case", text="initiator", still=tells_initiator),
        ),
        facts.CaseEscalated: (
            own(MANAGER, page="case", text="manager", still=waits_for_desk_still),
            own(MUST_ANSWER, page="case", still=waits_for_desk_still),
            own(INITIATOR, page="case", text="initiator", still=waits_for_desk_still),
        ),
        facts.ReferralAsked: (
            own(REFERRED_TO, page="referral", still=referral_waits),
            own(INITIATOR, page="case", text="initiator", still=referral_waits),
        ),
        facts.ReferralAccepted: (
            own(REFERRED_BY, page="referral"),
            own(INITIATOR, page="case", text="initiator"),
        ),
        facts.ReferralRefused: (own(REFERRED_BY, page="referral"),),
        facts.ReferralTakenBack: (own(REFERRED_TO, page="referral"),),
        facts.ReferralRang: (own(REFERRED_TO, REFERRED_BY, page="referral", still=referral_waits),),
        facts.SupportPointAdded: Silent("the list of support points shows it"),
        facts.SupportPointChanged: Silent("the list of support points shows it"),
        facts.SupportPointClosed: Silent("the list of support points shows it"),
        facts.IntakeFilledIn: Silent("the page of the case shows it"),
        facts.CheckFilledIn: Silent("the page of the case shows it"),
        facts.ChallengeOpened: (own(CHALLENGE_HANDLER, page="challenge"),),
        facts.ChallengeSent: (own(CHALLENGE_HANDLER, page="challenge", still=challenge_waits),),
        facts.ChallengeChecked: (own(INITIATOR, page="challenge"),),
        facts.ChallengeDecided: (own(INITIATOR, page="challenge"),),
        facts.ChallengeAgreed: Silent("agreement.proposed tells who must sign"),
        facts.ChallengeTalked: (own(INITIATOR, CHALLENGE_HANDLER, page="challenge"),),
        facts.ChallengeEvaluated: (own(INITIATOR, page="challenge"),),
        facts.ChallengeWithdrawn: (own(CHALLENGE_HANDLER, page="challenge"),),
        facts.ChallengeRang: (
            own(CHALLENGE_HANDLER, MANAGER, page="challenge", still=challenge_waits),
            own(INITIATOR, page="challenge", text="initiator", still=challenge_waits),
        ),
        facts.PrincipleAdded: Silent("the page of the organisation shows it"),
        facts.PrincipleEnded: Silent("the page of the organisation shows it"),
        facts.RuleBent: Silent("the page of the case shows it"),
        facts.CaseStopped: Silent("initiative.stopped tells it"),
    },
    things={"case": case_of, "referral": referral_of, "challenge": challenge_of},
    gaps=_gaps,
)
