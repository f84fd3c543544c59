"""The thresholds of the rule, fixed before a vote opens and stored with its result."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Mode = Literal["vote", "consent"]


@dataclass(frozen=True)
class Rules:
    """Every number the rule knows; the defaults are the rule as written.

    Percentages are whole numbers, so that everything is decided in integers or fractions.

    Parameters
    ----------
    quorum_percent:
        Turnout of a half (percentage of its roll, 5 to 50) from which the yes-quorum follows:
        half of that turnout must say yes. Only yes votes count towards it, so staying away never
        helps a no (a turnout quorum would: three yes of twenty fail, one extra no makes it four and
        it passes).
    quorum_minimum:
        Fewest yes votes a half ever needs.
    majority:
        A half says JA above this share of its decisive votes; a tie is a no.
    mean_share:
        The three yes shares must average at least this.
    answer_percent, answer_minimum:
        A condition carried by this percentage of the decisive votes of a half, and by at least so
        many people, must be answered.
    objection_percent, objection_minimum:
        Consent mode: a half withholds consent from this percentage of its roll in reasoned
        objections, and from at least so many people.
    max_rounds:
        After so many rounds the matter ends without a joint decision.
    smallest_half:
        A half opens with at least so many people on its roll.

    Raises
    ------
    ValueError
        When a threshold lies outside the range in which the rule keeps its promises.

    >>> Rules().quorum(40)
    4
    >>> Rules(quorum_percent=50).quorum(40)
    10
    """

    quorum_percent: int = 20
    quorum_minimum: int = 2
    majority: Fraction = Fraction(1, 2)
    mean_share: Fraction = Fraction(2, 3)
    answer_percent: int = 10
    answer_minimum: int = 2
    objection_percent: int = 10
    objection_minimum: int = 2
    max_rounds: int = 3
    smallest_half: int = 3

    def __post_init__(self) -> None:
        within = {
            "quorum_percent": 5 <= self.quorum_percent <= 50,
            "quorum_minimum": self.quorum_minimum >= 1,
            "majority": Fraction(1, 2) <= self.majority < 1,
            "mean_share": 0 <= self.mean_share <= 1,
            "answer_percent": 0 <= self.answer_percent <= 100,
            "answer_minimum": self.answer_minimum >= 1,
            "objection_percent": 0 <= self.objection_percent <= 100,
            "objection_minimum": self.objection_minimum >= 1,
            "max_rounds": self.max_rounds >= 1,
            "smallest_half": self.smallest_half >= 1,
        }
        wrong = [name for name, good in within.items() if not good]
        if wrong:
            raise ValueError(f"Deze grens past niet bij de regel: {wrong[0]} = {getattr(self, wrong[0])}.")

    def quorum(self, roll: int) -> int:
        """Yes votes a half of ``roll`` people needs: max(minimum, ceil(percentage × roll / 2))."""
        return max(self.quorum_minimum, -(-self.quorum_percent * roll // 200))

    def must_answer(self, people: int, decisive: int) -> bool:
        """Whether a condition of ``people`` among ``decisive`` votes of a half must be answered."""
        return people >= self.answer_minimum and 100 * people >= self.answer_percent * decisive

    def withholds(self, objections: int, roll: int) -> bool:
        """Whether so many reasoned objections keep a half of ``roll`` people from consenting."""
        return objections >= self.objection_minimum and 100 * objections >= self.objection_percent * roll
