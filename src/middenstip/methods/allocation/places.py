"""What a place on an ordinal ballot is worth.

Cities count ``max-length``: the first place gets as many points as a ballot may name plans (``max_length`` in
the file), the next one fewer, also on a ballot that names fewer plans. Kraków, three plans: 3, 2 and 1, and 3
for somebody's only plan. ``own-length`` begins at the number of plans on the ballot itself, so an only plan
gets 1. ``2-1-0`` is one less than that: Borda's own count, as pabutools does it, and the last gets nothing.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from middenstip.methods.reading import NoNumber, whole

from .ballots import Ballots
from .election import Election
from .errors import BadElection
from .rules import Places


def scored(election: Election, places: Places) -> Ballots:
    """The ballots, with points for each place when they are ordinal."""
    ballots = election.ballots
    if ballots.kind != "ordinal":
        return ballots
    lengths = ballots.lengths
    place = np.arange(len(ballots.project)) - np.repeat(ballots.start[:-1], lengths)
    first = np.repeat(lengths, lengths) if places != "max-length" else longest(election)
    return replace(ballots, points=first - place - (places == "2-1-0"))


def longest(election: Election) -> int:
    """How many plans a ballot may name; never fewer than one of them does.

    Raises ``BadElection`` when the file says so in words that are no number.
    """
    stated, named = election.info("max_length"), int(election.ballots.lengths.max(initial=0))
    if not stated:
        return named
    try:
        return max(whole(stated), named)
    except NoNumber:
        raise BadElection(f"'max_length' in META is geen heel getal: '{stated}'.") from None
