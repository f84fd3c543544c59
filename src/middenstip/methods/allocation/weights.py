"""How heavily each ballot weighs, when paper and internet get a fixed share each."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import lcm

import numpy as np

from middenstip.methods.reading import same_words

from .ballots import Ballots, Ints
from .errors import BadElection


def weights(ballots: Ballots, channels: tuple[tuple[str, int], ...]) -> tuple[Ints, int]:
    """Whole weights for each distinct ballot (times how often it was cast), and their unit.

    Without ``channels`` every person weighs 1. With them the ballots of one channel weigh together what
    that channel gets, and all ballots together still weigh as many as there are people. Divide by the
    unit for a weight in people. Raises ``BadElection`` for a ballot from a channel that has no share.
    """
    if not channels:
        return ballots.count, 1
    shares = {same_words(name): share for name, share in channels}
    through = [same_words(channel) for channel in ballots.channel]
    cast: Counter[str] = Counter()
    for told, channel, count in zip(ballots.channel, through, ballots.count.tolist(), strict=True):
        if channel not in shares:
            raise BadElection(f"Een stem kwam binnen via '{told}', maar dat kanaal heeft geen gewicht.")
        cast[channel] += count
    people, present = sum(cast.values()), sum(shares[channel] for channel in cast)
    if present == 0:
        raise BadElection("Alle stemmen kwamen binnen via een kanaal met gewicht nul.")
    each = {channel: Fraction(shares[channel] * people, present * number) for channel, number in cast.items()}
    unit = lcm(*{weight.denominator for weight in each.values()})
    whole = np.asarray([int(each[channel] * unit) for channel in through], dtype=np.int64)
    return whole * ballots.count, unit
