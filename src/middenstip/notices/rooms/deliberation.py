"""Who is told about a ballot, a decision and a dialogue: the seats on the roll, and the table."""

from __future__ import annotations

from typing import Any

from middenstip.domain.deliberation import facts
from middenstip.domain.deliberation.lifecycle import BALLOT, FAILED, RUNNING, SUPPORT
from middenstip.domain.deliberation.models import Ballot, Covenant, Decision, Dialogue, Inquiry, Support
from middenstip.domain.deliberation.selectors.ballots import ballot_by_id
from middenstip.domain.deliberation.selectors.covenants import covenant_by_id
from middenstip.domain.deliberation.selectors.decisions import decision_by_id
from middenstip.domain.deliberation.selectors.dialogues import dialogue_by_id
from middenstip.domain.deliberation.selectors.opinions import inquiry_of
from middenstip.domain.deliberation.selectors.support import support_by_id
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.parties.models import Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.followers import follow
from middenstip.notices.policy import Post, own


def ballot_of(dossier: Dossier) -> Ballot | None:
    return dossier.subject("ballot", ballot_by_id)


def covenant_about(dossier: Dossier) -> Covenant | None:
    return dossier.subject("covenant", covenant_by_id)


def decision_of(dossier: Dossier) -> Decision | None:
    return dossier.subject("decision", decision_by_id)


def dialogue_of(dossier: Dossier) -> Dialogue | None:
    return dossier.subject("dialogue", dialogue_by_id)


def support_about(dossier: Dossier) -> Support | None:
    return dossier.subject("support", support_by_id)


def inquiry_about(dossier: Dossier) -> Inquiry | None:
    return dossier.subject("inquiry", inquiry_of)


def _goal_asked(dossier: Dossier) -> Goal | None:
    """The page of an inquiry has the id of its goal."""
    inquiry = inquiry_about(dossier)
    return inquiry.goal if inquiry else None


def _on_roll(dossier: Dossier) -> list[Seat]:
    ballot = ballot_of(dossier)
    return [one.seat for one in ballot.voters.select_related("seat").order_by("pk")] if ballot else []


def _decided(dossier: Dossier) -> list[Seat]:
    decision = decision_of(dossier)
    if decision is None:
        return []
    return [one.seat for one in decision.ballot.voters.select_related("seat").order_by("pk")]


def _at_table(dossier: Dossier) -> list[Seat]:
    dialogue = dialogue_of(dossier)
    return [one.seat for one in chairs_at(dialogue.goal)] if dialogue else []


def _signers(dossier: Dossier) -> list[Seat]:
    covenant = covenant_about(dossier)
    return [one.seat for one in chairs_at(covenant.goal)] if covenant else []


def _supported(dossier: Dossier) -> list[Seat]:
    support = support_about(dossier)
    return [one.seat for one in chairs_at(support.goal)] if support else []


SUPPORTED = in_seats("support_table", "jij aan deze tafel zit", _supported)
SIGNERS = in_seats("covenant_signers", "jij dit convenant kunt tekenen", _signers)
AT_TABLE = in_seats("talkers", "jij aan deze tafel zit", _at_table)
VOTERS = in_seats("voters", "jouw zetel op de kieslijst staat", _on_roll)
DECIDERS = in_seats("deciders", "jouw zetel op de kieslijst stond", _decided)


def is_open(dossier: Dossier) -> bool:
    """Whether people can still vote."""
    ballot = ballot_of(dossier)
    return ballot is not None and ballot.state == BALLOT.start


def is_running(dossier: Dossier) -> bool:
    """Whether people can still take part."""
    dialogue = dialogue_of(dossier)
    return dialogue is not None and dialogue.state in RUNNING


def is_asked(dossier: Dossier) -> bool:
    """Whether people can still say that they support the plan."""
    support = support_about(dossier)
    return support is not None and support.state == SUPPORT.start


def needs_text(dossier: Dossier) -> bool:
    """Whether the table can come with a new text: else the mail about the decision tells it."""
    ballot = ballot_of(dossier)
    return ballot is not None and ballot.state == FAILED


def _gaps(dossier: Dossier) -> dict[str, Any]:
    ballot, decision = ballot_of(dossier), decision_of(dossier)
    return {
        "inquiry": inquiry_about(dossier),
        "ballot": ballot,
        "dialogue": dialogue_of(dossier),
        "decision": decision,
        "covenant": covenant_about(dossier),
        "support": support_about(dossier),
        "question": ballot.question if ballot else decision.question if decision else "",
    }


POST = Post(
    heard={
        facts.BallotOpened: (own(VOTERS, page="ballot", still=is_open), follow("ballot")),
        facts.BallotExtended: (own(VOTERS, page="ballot", still=is_open),),
        facts.BallotCounted: (own(VOTERS, page="ballot", still=needs_text),),
        facts.ConditionAnswered: Silent("the page of the ballot shows it"),
        facts.DecisionMade: (own(DECIDERS, page="decision", also_self=True), follow("decision")),
        facts.MinoritySpoke: Silent("the page of the decision shows it"),
        facts.CovenantWritten: (own(SIGNERS, page="covenant"), follow("covenant")),
        facts.CovenantSigned: Silent("the page of the covenant shows who signed"),
        facts.DialogueOpened: (own(AT_TABLE, page="dialogue", still=is_running), follow("dialogue")),
        facts.DialogueMoved: Silent("who takes part sees it on the page"),
        facts.DialogueEnded: (own(AT_TABLE, page="dialogue"), follow("dialogue")),
        facts.MandateSet: Silent("the page of the table and of every question shows it"),
        facts.GainWritten: Silent("the page of the table shows it"),
        facts.InquiryOpened: (follow("inquiry"),),
        facts.InquiryClosed: (follow("inquiry"),),
        facts.ScenarioWritten: Silent("the page of the table shows it"),
        facts.SupportOpened: (own(SUPPORTED, page="support", still=is_asked), follow("support")),
        facts.SupportClosed: (own(SUPPORTED, page="support"), follow("support")),
    },
    things={
        "dialogue": dialogue_of,
        "ballot": ballot_of,
        "decision": decision_of,
        "covenant": covenant_about,
        "support": support_about,
        "inquiry": _goal_asked,
    },
    gaps=_gaps,
)
