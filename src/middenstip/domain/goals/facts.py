"""The facts about a table. The subject of each fact is the goal."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class GoalOpened(Fact):
    """A table was opened for an opgave; `raised` is the half of the seat that opened it."""

    kind = "goal.opened"

    raised: str


@dataclass(frozen=True, kw_only=True)
class ChairTaken(Fact):
    """A seat joined the table."""

    kind = "goal.chair_taken"

    seat: str
    joined: str


@dataclass(frozen=True, kw_only=True)
class ChairLeft(Fact):
    kind = "goal.chair_left"

    seat: str
    left: str


@dataclass(frozen=True, kw_only=True)
class SeatInvited(Fact):
    """A seat at the table invited another seat."""

    kind = "goal.seat_invited"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class InvitationDeclined(Fact):
    """The invited seat does not come: now, or at all."""

    kind = "goal.invitation_declined"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class ChairAsked(Fact):
    """A seat that was not invited asked for a chair."""

    kind = "goal.chair_asked"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class ChairRefused(Fact):
    """The table answered *niet nu* to the seat that asked."""

    kind = "goal.chair_refused"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class ChairGiven(Fact):
    """The table let in the seat that asked; `ChairTaken` tells the rest."""

    kind = "goal.chair_given"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class MotionMade(Fact):
    """A seat asked to stop the table (`seat` is ""), or to send this seat away."""

    kind = "goal.motion_made"
    public = False

    act: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class ChairSentAway(Fact):
    """A seat had to leave the table, by a yes of every half or by the facilitator."""

    kind = "goal.chair_sent_away"

    seat: str
    left: str


@dataclass(frozen=True, kw_only=True)
class ChairBroughtBack(Fact):
    """A seat that was sent away sits at the table again."""

    kind = "goal.chair_brought_back"

    seat: str
    joined: str


@dataclass(frozen=True, kw_only=True)
class GoalResumed(Fact):
    """A stopped table goes on where it was."""

    kind = "goal.resumed"


@dataclass(frozen=True, kw_only=True)
class LetterSealed(Fact):
    """A seat wrote its version of the goal alone. Nobody else can read it before the reveal."""

    kind = "goal.letter_sealed"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class LettersRevealed(Fact):
    """All letters became readable at the same moment."""

    kind = "goal.letters_revealed"

    letters: int


@dataclass(frozen=True, kw_only=True)
class LetterRestated(Fact):
    """A seat said in its own words what a letter means; `seat` wrote the letter."""

    kind = "goal.letter_restated"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class RestatementConfirmed(Fact):
    """The writer of a letter said: yes, that is what I mean; `seat` is who restated it."""

    kind = "goal.restatement_confirmed"

    seat: str


@dataclass(frozen=True, kw_only=True)
class RestatementCorrected(Fact):
    """The writer of a letter said what is meant instead; `seat` is who restated it."""

    kind = "goal.restatement_corrected"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class GoalProposed(Fact):
    """A new version of the goal was proposed; every earlier answer lapsed."""

    kind = "goal.proposed"

    number: int


@dataclass(frozen=True, kw_only=True)
class GoalAnswered(Fact):
    """A seat answered this version: ja, tenzij or nee."""

    kind = "goal.answered"

    number: int
    seat: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class HalfSaidYes(Fact):
    """Every seat of this half said ja to this version."""

    kind = "goal.half_said_yes"

    number: int
    said: str


@dataclass(frozen=True, kw_only=True)
class GoalShared(Fact):
    """All three halves said JA to this version."""

    kind = "goal.shared"

    number: int


@dataclass(frozen=True, kw_only=True)
class GoalStopped(Fact):
    """The table ended itself, without a shared goal."""

    kind = "goal.stopped"


@dataclass(frozen=True, kw_only=True)
class GoalFinished(Fact):
    """The initiative ended, and its table with it."""

    kind = "goal.finished"
    public = False


@dataclass(frozen=True, kw_only=True)
class GoalHidden(Fact):
    """Its text can no longer be read: a moderator hid it, or it waits to be checked."""

    kind = "goal.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class GoalShown(Fact):
    """Its text can be read again."""

    kind = "goal.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class PortfolioAsked(Fact):
    """A seat of the government asked `seat`, of the same organisation, to be portefeuillehouder."""

    kind = "goal.portfolio_asked"

    seat: str
    due: str


@dataclass(frozen=True, kw_only=True)
class PortfolioAccepted(Fact):
    kind = "goal.portfolio_accepted"

    seat: str


@dataclass(frozen=True, kw_only=True)
class PortfolioDeclined(Fact):
    """`asked_by` is the seat that asked."""

    kind = "goal.portfolio_declined"
    public = False

    seat: str
    asked_by: str


@dataclass(frozen=True, kw_only=True)
class PortfolioReleased(Fact):
    kind = "goal.portfolio_released"

    seat: str


@dataclass(frozen=True, kw_only=True)
class CommitmentSaid(Fact):
    """The portefeuillehouder says in public: ja, ja mits, or nee want."""

    kind = "goal.commitment_said"

    seat: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class CommitmentWaits(Fact):
    """Somebody left the seat: who comes after is asked whether the commitment still stands."""

    kind = "goal.commitment_waits"
    public = False

    seat: str
    due: str


@dataclass(frozen=True, kw_only=True)
class CommitmentConfirmed(Fact):
    kind = "goal.commitment_confirmed"

    seat: str


@dataclass(frozen=True, kw_only=True)
class CommitmentReminded(Fact):
    kind = "goal.commitment_reminded"
    public = False

    seat: str
    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class CommitmentEscalated(Fact):
    """`seat` is the manager's seat, `holder` that of the portefeuillehouder."""

    kind = "goal.commitment_escalated"
    public = False

    seat: str
    holder: str
    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class VisitLogged(Fact):
    """`seat` is the portefeuillehouder who came by on the day `on`."""

    kind = "goal.visit_logged"

    seat: str
    on: str


@dataclass(frozen=True, kw_only=True)
class VisitConfirmed(Fact):
    kind = "goal.visit_confirmed"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class VisitDenied(Fact):
    kind = "goal.visit_denied"
    public = False

    seat: str
