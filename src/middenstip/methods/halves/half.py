"""What one half says in one round."""

from dataclasses import dataclass
from fractions import Fraction

from .ballots import Tally
from .rules import Mode, Rules
from .sentences import consent_sentence, vote_sentence


@dataclass(frozen=True)
class Half:
    """One half in one round: its votes, what it needed, what it says, and why in a sentence.

    ``quorum`` is the number of yes votes it needed; ``share`` its yes share among decisive votes
    (0 when nobody decided).
    """

    name: str
    roll: int
    tally: Tally
    quorum: int
    share: Fraction
    says_yes: bool
    why: str


def count_half(name: str, tally: Tally, roll: int, rules: Rules, mode: Mode = "vote") -> Half:
    """Decide what a half of ``roll`` people says; the other halves play no part in it.

    In a vote it says JA with its yes-quorum and more than half of its decisive votes. In consent
    mode a yes means *geen bezwaar*: it consents with the same quorum, as long as its reasoned
    objections stay below the threshold. O(1), integers and fractions only.

    >>> count_half("overheid", Tally(ja=2, nee=2), 8, Rules()).why
    'De helft overheid zegt NEE: 2 keer ja op 4 beslissende stemmen; gelijk is geen meerderheid.'
    """
    quorum = rules.quorum(roll)
    share = Fraction(tally.ja, tally.decisive) if tally.decisive else Fraction(0)
    if mode == "consent":
        says_yes = tally.ja >= quorum and not rules.withholds(tally.objections, roll)
        why = consent_sentence(name, tally, roll, quorum, says_yes)
    else:
        says_yes = tally.ja >= quorum and share > rules.majority
        why = vote_sentence(name, tally, quorum, share, rules.majority, says_yes)
    return Half(name, roll, tally, quorum, share, says_yes, why)
