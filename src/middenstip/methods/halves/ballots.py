"""What goes in: votes, the rolls of the halves, and what may be wrong with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from middenstip.methods.reading import InputError, tidy

from .rules import Rules

HALVES = ("bewoners", "overheid", "ondernemers")
KINDS = ("ja", "tenzij", "nee", "neutraal")


@dataclass(frozen=True)
class Vote:
    """One vote: round (1 and up), half, kind, and the condition or reason in the voter's words.

    ``tenzij`` is *nee, tenzij*: a no in this round, with the condition under which it becomes a yes.
    ``line`` is where the vote stood in a file, for error messages only.
    """

    round: int
    half: str
    vote: str
    condition: str = ""
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Tally:
    """How a half voted in one round: numbers of people. ``objections`` are noes with a reason."""

    ja: int = 0
    tenzij: int = 0
    nee: int = 0
    neutraal: int = 0
    objections: int = 0

    @property
    def decisive(self) -> int:
        """Votes that decide: all but *neutraal*."""
        return self.ja + self.tenzij + self.nee

    @property
    def votes(self) -> int:
        """All votes cast."""
        return self.decisive + self.neutraal


def check_roll(roll: Mapping[str, int], rules: Rules) -> None:
    """Raise :class:`InputError` unless each of the three halves, and no other, is large enough."""
    for half in roll:
        if half not in HALVES:
            raise InputError(
                f"Onbekende helft in de kieslijst: '{half}'. De helften zijn {', '.join(HALVES)}."
            )
    for half in HALVES:
        if half not in roll:
            raise InputError(f"De helft {half} ontbreekt in de kieslijst.")
        if roll[half] < rules.smallest_half:
            raise InputError(
                f"De helft {half} telt {roll[half]} mensen op de kieslijst; "
                f"een stemming opent pas bij {rules.smallest_half}."
            )


def check_votes(votes: Iterable[Vote], roll: Mapping[str, int], rules: Rules) -> None:
    """Raise :class:`InputError` at the first vote that cannot be counted, naming its line."""
    cast: dict[tuple[int, str], int] = {}
    for vote in votes:
        where = f"regel {vote.line}: " if vote.line is not None else ""
        if not 1 <= vote.round <= rules.max_rounds:
            raise InputError(f"{where}ronde {vote.round} bestaat niet; er zijn hoogstens {rules.max_rounds}.")
        if vote.half not in HALVES:
            raise InputError(f"{where}onbekende helft '{vote.half}'. De helften zijn {', '.join(HALVES)}.")
        if vote.vote not in KINDS:
            raise InputError(f"{where}onbekende stem '{vote.vote}'. Kies uit {', '.join(KINDS)}.")
        place = (vote.round, vote.half)
        cast[place] = cast.get(place, 0) + 1
        if cast[place] > roll[vote.half]:
            raise InputError(
                f"{where}de helft {vote.half} heeft in ronde {vote.round} meer stemmen "
                f"dan de {roll[vote.half]} mensen op haar kieslijst."
            )
    held = {number for number, _ in cast}
    for number in range(1, max(held, default=0)):
        if number not in held:
            raise InputError(f"ronde {number} heeft geen stemmen, maar een latere ronde wel.")


def tally(votes: Iterable[Vote]) -> Tally:
    """Count the votes of one half in one round.

    >>> tally([Vote(1, "overheid", "ja"), Vote(1, "overheid", "tenzij", "als het later begint")])
    Tally(ja=1, tenzij=1, nee=0, neutraal=0, objections=1)
    """
    count = dict.fromkeys((*KINDS, "objections"), 0)
    for vote in votes:
        count[vote.vote] += 1
        count["objections"] += vote.vote in ("tenzij", "nee") and bool(tidy(vote.condition))
    return Tally(**count)
