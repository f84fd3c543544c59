"""The facts at the desk. The subject is the case, or one of its actions."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class CaseOpened(Fact):
    kind = "case.opened"
    public = False


@dataclass(frozen=True, kw_only=True)
class CaseTaken(Fact):
    """A handler took the case, perhaps from another handler; from now on it has one contact person."""

    kind = "case.taken"

    seat: str
    is_over: bool = False


@dataclass(frozen=True, kw_only=True)
class CaseHandedOver(Fact):
    kind = "case.handed_over"

    seat: str


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Fact):
    """An intake note was written, for the initiator and the desk only."""

    kind = "case.note_written"
    public = False


@dataclass(frozen=True, kw_only=True)
class MessageWritten(Fact):
    """The initiator or the desk wrote a message; `message` is its public id."""

    kind = "case.message_written"
    public = False

    message: str


@dataclass(frozen=True, kw_only=True)
class PhoneChanged(Fact):
    """The initiator gave a phone number for this case, or took it back."""

    kind = "case.phone_changed"
    public = False

    is_given: bool


@dataclass(frozen=True, kw_only=True)
class StartConfirmed(Fact):
    """The initiator or the handler confirmed the start statement."""

    kind = "case.start_confirmed"
    public = False

    side: str


@dataclass(frozen=True, kw_only=True)
class CaseStarted(Fact):
    """Both confirmed that the initiator stays initiator. `with_half` is the half of the first to confirm."""

    kind = "case.started"

    with_half: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionPlanned(Fact):
    kind = "action.planned"
    public = False

    owner: str


@dataclass(frozen=True, kw_only=True)
class ActionCarryAsked(Fact):
    """The owner asked a seat to carry the action for a while."""

    kind = "action.carry_asked"
    public = False

    carrier: str
    until: str


@dataclass(frozen=True, kw_only=True)
class ActionCarried(Fact):
    """A seat took over the action (aap) until a day."""

    kind = "action.carried"
    public = False

    carrier: str
    until: str


@dataclass(frozen=True, kw_only=True)
class ActionGivenBack(Fact):
    """The action went back to its owner."""

    kind = "action.given_back"
    public = False

    carrier: str


@dataclass(frozen=True, kw_only=True)
class ActionClosed(Fact):
    """An action is done, or no longer needed."""

    kind = "action.closed"
    public = False

    state: str


@dataclass(frozen=True, kw_only=True)
class SearchTaken(Fact):
    """Another verbinder continues the search for a way: the previous one left the seat or lost the role."""

    kind = "case.search_taken"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class CaseDecided(Fact):
    """The desk gave its outcome. With no_box, `broker` is the seat that looks for a way."""

    kind = "case.decided"

    outcome: str
    broker: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseStopped(Fact):
    kind = "case.stopped"
    public = False


@dataclass(frozen=True, kw_only=True)
class CaseReminded(Fact):
    """The last day of the case comes near: at two thirds of the term, and on the working day before."""

    kind = "case.reminded"
    public = False

    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class CaseEscalated(Fact):
    """The last day of the case is today or past, and there is no answer; again each week.

    `seat` is the manager who is told. With `is_up` the seat of the nearest manager was empty.
    """

    kind = "case.escalated"
    public = False

    bell: str
    due: str
    seat: str = ""
    is_up: bool = False


@dataclass(frozen=True, kw_only=True)
class ReferralAsked(Fact):
    """The handler asked another desk (`seat`) to take the case. The subject is the referral."""

    kind = "referral.asked"

    seat: str


@dataclass(frozen=True, kw_only=True)
class ReferralAccepted(Fact):
    """The other desk took the case."""

    kind = "referral.accepted"

    seat: str


@dataclass(frozen=True, kw_only=True)
class ReferralRefused(Fact):
    """The other desk said no, with a reason: the case stays where it is."""

    kind = "referral.refused"
    public = False


@dataclass(frozen=True, kw_only=True)
class ReferralTakenBack(Fact):
    """The question is not asked any more."""

    kind = "referral.taken_back"
    public = False


@dataclass(frozen=True, kw_only=True)
class ReferralRang(Fact):
    """An answer to the referral is awaited: a reminder, or too late."""

    kind = "referral.rang"
    public = False

    bell: str


@dataclass(frozen=True, kw_only=True)
class SupportPointAdded(Fact):
    kind = "support_point.added"


@dataclass(frozen=True, kw_only=True)
class SupportPointChanged(Fact):
    kind = "support_point.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class SupportPointClosed(Fact):
    kind = "support_point.closed"
    public = False


@dataclass(frozen=True, kw_only=True)
class IntakeFilledIn(Fact):
    """Somebody wrote what the initiator and the neighbours can do themselves."""

    kind = "case.intake_filled_in"
    public = False

    channel: str


@dataclass(frozen=True, kw_only=True)
class CheckFilledIn(Fact):
    """One side filled in the ACTIE-check."""

    kind = "case.check_filled_in"
    public = False

    side: str


@dataclass(frozen=True, kw_only=True)
class ChallengeOpened(Fact):
    """The initiator wants to take over a task. The subject of these facts is the challenge."""

    kind = "challenge.opened"
    public = False


@dataclass(frozen=True, kw_only=True)
class ChallengeSent(Fact):
    """The request was sent, again or for the first time."""

    kind = "challenge.sent"
    public = False

    due: str


@dataclass(frozen=True, kw_only=True)
class ChallengeChecked(Fact):
    """The desk said whether the request is complete."""

    kind = "challenge.checked"
    public = False

    is_complete: bool


@dataclass(frozen=True, kw_only=True)
class ChallengeDecided(Fact):
    """The organisation answered: grant, grant_part or refuse, with its reason."""

    kind = "challenge.decided"

    answer: str


@dataclass(frozen=True, kw_only=True)
class ChallengeAgreed(Fact):
    """The task, the result, the money and the time stand in an agreement that both sides sign."""

    kind = "challenge.agreed"
    public = False

    agreement: str


@dataclass(frozen=True, kw_only=True)
class ChallengeTalked(Fact):
    kind = "challenge.talked"
    public = False


@dataclass(frozen=True, kw_only=True)
class ChallengeEvaluated(Fact):
    """It continues, or the task goes back."""

    kind = "challenge.evaluated"

    ending: str


@dataclass(frozen=True, kw_only=True)
class ChallengeWithdrawn(Fact):
    kind = "challenge.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class ChallengeRang(Fact):
    """A decision is awaited: a reminder, or too late. `seat` is the manager who is told, "" nobody."""

    kind = "challenge.rang"
    public = False

    bell: str
    due: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class PrincipleAdded(Fact):
    """An organisation says what it answers by. The subject is the principle."""

    kind = "principle.added"


@dataclass(frozen=True, kw_only=True)
class PrincipleEnded(Fact):
    kind = "principle.ended"
    public = False


@dataclass(frozen=True, kw_only=True)
class RuleBent(Fact):
    """A rule was bent in a case. The subject is the case."""

    kind = "case.rule_bent"
    public = False

    precedent: str
