"""*Nee, tenzij*: which conditions must be answered before the next round."""

from collections.abc import Iterable
from dataclasses import dataclass

from middenstip.methods.reading import same_words, tidy

from .ballots import HALVES, Vote
from .rules import Mode, Rules


@dataclass(frozen=True)
class Condition:
    """One condition (in consent mode: objection) of one half, with the people who share it.

    ``text`` is as first written; ``decisive`` the decisive votes of that half.
    """

    half: str
    text: str
    people: int
    decisive: int
    must_answer: bool

    @property
    def why(self) -> str:
        """The duty in a sentence."""
        duty = "moet antwoord krijgen" if self.must_answer else "hoeft geen antwoord"
        people = "1 persoon" if self.people == 1 else f"{self.people} mensen"
        return f"'{self.text}' {duty}: {people} van de {self.decisive} in de helft {self.half}."


def gather(votes: Iterable[Vote], rules: Rules, mode: Mode = "vote") -> tuple[Condition, ...]:
    """Group the conditions of one round per half, most shared first.

    People confirm a grouping by giving the same sentence; capitals, spaces, kinds of quotes and dashes and
    a closing full stop make no difference, nor signs that cannot be seen. A vote without a sentence has no
    condition to answer. In consent mode every objection with a reason must be answered. O(votes).

    >>> votes = [Vote(1, "overheid", "tenzij", "Begin later."), Vote(1, "overheid", "tenzij", "begin later")]
    >>> gather(votes, Rules())[0].why
    "'Begin later.' moet antwoord krijgen: 2 mensen van de 2 in de helft overheid."
    """
    kinds = ("tenzij", "nee") if mode == "consent" else ("tenzij",)
    decisive = dict.fromkeys(HALVES, 0)
    groups: dict[tuple[str, str], list[str]] = {}
    for vote in votes:
        decisive[vote.half] += vote.vote != "neutraal"
        words = " ".join(tidy(vote.condition).split())
        if words and vote.vote in kinds:
            groups.setdefault((vote.half, same_words(words)), []).append(words)
    found = [
        Condition(
            half,
            texts[0],
            len(texts),
            decisive[half],
            mode == "consent" or rules.must_answer(len(texts), decisive[half]),
        )
        for (half, _), texts in groups.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.people, HALVES.index(each.half), each.text)))
