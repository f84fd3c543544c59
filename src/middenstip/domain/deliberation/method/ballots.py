"""The bridge to the method `halves`: from stored rows to votes, and from an outcome to what is stored."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from middenstip.domain.deliberation.lifecycle import CONSENT, STALEMATE
from middenstip.domain.deliberation.models import Ballot, Counted
from middenstip.methods.halves import Decision, Rules, Vote, decide

COMMAND = "python -m middenstip.methods.halves count"


def rules_of(ballot: Ballot) -> Rules:
    """The thresholds as they were fixed at opening."""
    return Rules(quorum_percent=ballot.quorum, mean_share=Fraction(ballot.mean_share))


def last_round() -> int:
    """After so many rounds the matter ends."""
    return Rules().max_rounds


def count(ballot: Ballot, lines: Iterable[tuple[int, Counted]], new_text: bool = True) -> Decision:
    """Count every round up to this ballot; `lines` are pairs of a round and one of its votes."""
    votes = [Vote(number, one.half, one.choice, one.condition) for number, one in lines]
    mode = "consent" if ballot.mode == CONSENT else "vote"
    return decide(votes, ballot.roll, rules_of(ballot), mode, new_text)  # type: ignore[arg-type]


def halves_of(decision: Decision) -> list[dict[str, Any]]:
    """The last round per half, as it is stored and shown."""
    return [
        {
            "half": half.name,
            "roll": half.roll,
            "ja": half.tally.ja,
            "tenzij": half.tally.tenzij,
            "nee": half.tally.nee,
            "neutraal": half.tally.neutraal,
            "quorum": half.quorum,
            "share": f"{half.share}",
            "says_yes": half.says_yes,
            "why": half.why,
        }
        for half in decision.last.halves
    ]


def command(ballot: Ballot, file: str) -> str:
    """The command with which anyone recounts the published list of this ballot."""
    roll = ",".join(f"{half}={number}" for half, number in ballot.roll.items())
    options = [f"--roll {roll}", f"--quorum {ballot.quorum}", f"--mean-share {ballot.mean_share}"]
    options += ["--mode consent"] if ballot.mode == CONSENT else []
    options += ["--no-new-text"] if ballot.state == STALEMATE else []
    return " ".join([COMMAND, file, *options])
