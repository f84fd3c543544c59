"""Who is told what about a table."""

from __future__ import annotations

from typing import Any

from django.utils.dateparse import parse_date

from middenstip.domain.goals import facts
from middenstip.domain.goals.lifecycle import (
    ASKED,
    ASKED_OF,
    COMMITMENTS,
    FINISHED,
    GOAL,
    NO,
    PENDING,
    SENT,
    SHARED,
    UNLESS,
)
from middenstip.domain.goals.lifecycle import PROPOSED as ON_THE_TABLE
from middenstip.domain.goals.models import Answer, Chair, Goal, Portfolio
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.domain.goals.selectors.board import portfolio_of
from middenstip.domain.parties.models import Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import NAMED, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import Post, own
from middenstip.notices.rooms.initiatives import INITIATOR, PARTNERS


def goal_of(dossier: Dossier) -> Goal | None:
    return dossier.subject("goal", goal_by_id)


def _table(dossier: Dossier) -> list[Seat]:
    """Seats at the table now that were there when it happened: a seat is not told about earlier events."""
    goal = goal_of(dossier)
    chairs = chairs_at(goal) if goal else []
    return [chair.seat for chair in chairs if chair.joined_at <= dossier.entry.at]


def _must_answer(dossier: Dossier) -> list[Seat]:
    """Seats at the table that have not answered this version."""
    said = Answer.objects.filter(version__goal=goal_of(dossier), version__number=dossier.entry.data["number"])
    answered = set(said.values_list("seat", flat=True))
    return [seat for seat in _table(dossier) if seat.pk not in answered]


TABLE = in_seats("table", "je aan deze tafel zit", _table)
MUST_ANSWER = in_seats("must_answer", "je aan deze tafel zit", _must_answer)


def table_runs(dossier: Dossier) -> bool:
    goal = goal_of(dossier)
    return goal is not None and goal.state not in GOAL.ends


def is_left_empty(dossier: Dossier) -> bool:
    """Whether the table is empty, and the seat of this fact was the last to leave."""
    goal = goal_of(dossier)
    if goal is None or not table_runs(dossier):
        return False
    chairs = goal.chairs.all()
    is_empty = not chairs.filter(left_at=None).exists()
    return is_empty and chairs.latest("left_at", "pk").seat == dossier.named_seat


def is_invited(dossier: Dossier) -> bool:
    """Whether the invited seat has neither joined nor declined yet."""
    goal = goal_of(dossier)
    if goal is None or not table_runs(dossier):
        return False
    return goal.invitations.filter(seat=dossier.named_seat, state=SENT).exists()


def _inviter(dossier: Dossier) -> list[Seat]:
    """The seats that invited the seat of this fact."""
    goal = goal_of(dossier)
    asked = goal.invitations.filter(seat=dossier.named_seat).select_related("by") if goal else []
    return [invitation.by for invitation in asked]


INVITER = in_seats("inviter", "jij deze uitnodiging stuurde", _inviter)


def is_asking(dossier: Dossier) -> bool:
    """Whether the seat that asked for a chair still waits for an answer."""
    goal = goal_of(dossier)
    if goal is None or not table_runs(dossier):
        return False
    return goal.requests.filter(seat=dossier.named_seat, state=ASKED).exists()


def asks_empty_table(dossier: Dossier) -> bool:
    goal = goal_of(dossier)
    return bool(goal and is_asking(dossier) and not chairs_at(goal))


def is_moved(dossier: Dossier) -> bool:
    """Whether the table still has to answer a motion."""
    goal = goal_of(dossier)
    return bool(goal and table_runs(dossier) and goal.motions.filter(state=PENDING).exists())


def version_waits(dossier: Dossier) -> bool:
    return _is_last_version(dossier, ON_THE_TABLE)


def is_shared(dossier: Dossier) -> bool:
    return _is_last_version(dossier, SHARED, FINISHED)


def no_stands(dossier: Dossier) -> bool:
    """Whether a nee to the current version is still the answer of a seat that is still at the table."""
    goal, answer = goal_of(dossier), dossier.entry.data.get("answer")
    if answer not in (UNLESS, NO) or not version_waits(dossier):
        return False
    sits = Chair.objects.filter(goal=goal, seat=dossier.named_seat, left_at=None)
    last = Answer.objects.filter(version__goal=goal, version__number=dossier.entry.data["number"])
    return last.filter(seat__in=sits.values("seat"), answer=answer).exists()


def _is_last_version(dossier: Dossier, *states: str) -> bool:
    goal = goal_of(dossier)
    return goal is not None and goal.state in states and goal.number == dossier.entry.data["number"]


_OF_BOARD = ("goal.portfolio", "goal.commitment", "goal.visit")


def portfolio_in(dossier: Dossier) -> Portfolio | None:
    """The portfolio of the seat in the fact: `holder` when that is told apart from `seat`."""
    if not dossier.entry.kind.startswith(_OF_BOARD):
        return None
    goal, data = goal_of(dossier), dossier.entry.data
    code = str(data.get("holder") or data.get("seat", ""))
    return dossier.once("portfolio", lambda: portfolio_of(goal, code)) if goal and code else None


def _holder(dossier: Dossier) -> list[Seat]:
    portfolio = portfolio_in(dossier)
    return [portfolio.seat] if portfolio else []


def _asked_by(dossier: Dossier) -> list[Seat]:
    portfolio = portfolio_in(dossier)
    return [portfolio.by] if portfolio else []


HOLDER = in_seats("portfolio_holder", "jij portefeuillehouder bent of gevraagd bent", _holder)
ASKED_BY = in_seats("portfolio_asked_by", "jij deze portefeuillehouder vroeg", _asked_by)
BOARD_MANAGER = in_seats(
    "portfolio_manager", "jij leiding geeft in dit gebied", lambda dossier: [dossier.named_seat]
)


def commitment_waits(dossier: Dossier) -> bool:
    portfolio = portfolio_in(dossier)
    return portfolio is not None and table_runs(dossier) and portfolio.state in ASKED_OF


def _gaps(dossier: Dossier) -> dict[str, Any]:
    portfolio, data = portfolio_in(dossier), dossier.entry.data
    return {
        "goal": goal_of(dossier),
        "portfolio": portfolio,
        "answer": COMMITMENTS.get(str(data.get("answer", "")), ""),
        "due": parse_date(str(data.get("due", ""))),
        "on": parse_date(str(data.get("on", ""))),
    }


_HIDING = Silent("moderation tells the writer and the reporters")

POST = Post(
    heard={
        facts.GoalHidden: _HIDING,
        facts.GoalShown: _HIDING,
        facts.GoalOpened: (
            own(INITIATOR, PARTNERS, page="goal", still=table_runs),
            follow("goal", area=True, still=table_runs),
        ),
        facts.ChairTaken: (own(TABLE, page="goal"),),
        facts.ChairLeft: (
            own(TABLE, page="goal"),
            own(INITIATOR, page="goal", text="empty", still=is_left_empty),
        ),
        facts.SeatInvited: (own(NAMED, page="goal", still=is_invited),),
        facts.InvitationDeclined: (own(INVITER, page="goal"),),
        facts.ChairAsked: (
            own(TABLE, page="goal", still=is_asking),
            own(INITIATOR, page="goal", still=asks_empty_table),
        ),
        facts.ChairRefused: (own(NAMED, page="goal"),),
        facts.ChairGiven: (own(NAMED, page="goal"),),
        facts.MotionMade: (own(TABLE, page="goal", still=is_moved),),
        facts.ChairSentAway: (own(NAMED, TABLE, INITIATOR, page="goal"),),
        facts.ChairBroughtBack: (own(NAMED, TABLE, INITIATOR, page="goal"),),
        facts.GoalResumed: (own(TABLE, INITIATOR, page="goal"), follow("goal")),
        facts.LetterSealed: Silent("the table waits for each other; the reveal is the news"),
        facts.LettersRevealed: (own(TABLE, page="goal", still=table_runs),),
        facts.LetterRestated: (own(NAMED, page="goal", still=table_runs),),
        facts.RestatementConfirmed: (own(NAMED, page="goal"),),
        facts.RestatementCorrected: (own(NAMED, page="goal", still=table_runs),),
        facts.GoalProposed: (own(MUST_ANSWER, page="goal", still=version_waits),),
        facts.GoalAnswered: (own(TABLE, page="goal", still=no_stands),),
        facts.HalfSaidYes: Silent("goal.shared is the news"),
        facts.GoalShared: (
            own(TABLE, INITIATOR, page="goal", also_self=True, still=is_shared),
            follow("goal", area=True, still=is_shared),
        ),
        facts.GoalStopped: (own(TABLE, INITIATOR, page="goal"), follow("goal")),
        facts.GoalFinished: Silent("initiative.stopped and initiative.finished tell it"),
        facts.PortfolioAsked: (own(HOLDER, page="board", still=commitment_waits),),
        facts.PortfolioAccepted: (own(ASKED_BY, page="board"),),
        facts.PortfolioDeclined: (own(ASKED_BY, page="board"),),
        facts.PortfolioReleased: (own(HOLDER, page="board"),),
        facts.CommitmentSaid: (
            own(TABLE, INITIATOR, page="board", still=table_runs),
            follow("board", still=table_runs),
        ),
        facts.CommitmentWaits: (
            own(HOLDER, page="board", still=commitment_waits),
            own(TABLE, page="board", text="table", still=commitment_waits),
        ),
        facts.CommitmentConfirmed: (own(TABLE, INITIATOR, page="board", still=table_runs),),
        facts.CommitmentReminded: (own(HOLDER, page="board", still=commitment_waits),),
        facts.CommitmentEscalated: (
            own(BOARD_MANAGER, page="board", text="manager", still=commitment_waits),
            own(HOLDER, page="board", still=commitment_waits),
        ),
        facts.VisitLogged: (own(HOLDER, TABLE, page="board", still=table_runs),),
        facts.VisitConfirmed: (own(NAMED, page="board"),),
        facts.VisitDenied: (own(NAMED, page="board"),),
    },
    things={"goal": goal_of, "board": goal_of},
    gaps=_gaps,
)
