"""Reading the published vote list and the roll."""

from pathlib import Path

from middenstip.methods.reading import InputError, blocks, same_name, same_words, tidy

from .ballots import HALVES, Vote
from .rules import Mode

COLUMNS = ("round", "half", "vote")
SAID = {"nee, tenzij": "tenzij", "nee,tenzij": "tenzij", "nee tenzij": "tenzij"}  # as the rules write it


def parse_roll(text: str) -> dict[str, int]:
    """Read ``bewoners=40,overheid=8,ondernemers=12``; raise :class:`InputError` when unreadable.

    >>> parse_roll("bewoners=40, overheid=8, ondernemers=12")["overheid"]
    8
    """
    roll: dict[str, int] = {}
    for part in text.replace(";", ",").split(","):
        told, _, number = (tidy(piece) for piece in part.partition("="))
        name = same_words(told)
        if not _is_count(number):
            raise InputError(
                f"--roll: '{part.strip()}' is niet te lezen; schrijf bijvoorbeeld {HALVES[0]}=40, "
                "zonder punt of komma in het getal."
            )
        if name in roll:
            raise InputError(f"--roll: de helft {name} staat er twee keer.")
        roll[name] = int(number)
    return roll


def read_votes(path: Path, mode: Mode = "vote") -> list[Vote]:
    """Read a CSV with the columns ``round,half,vote`` and, if published, ``condition``.

    In consent mode ``condition`` must be there: only objections with a reason count, so a list without
    the reasons would give another outcome than the one that was stored.

    Raises :class:`InputError` with file and line for a missing file or column, text that is not
    UTF-8, a row of another length or a round that is not a number. O(rows).
    """
    wanted, optional = (COLUMNS, ["condition"]) if mode == "vote" else ((*COLUMNS, "condition"), [])
    return [
        _vote(path, line, *fields)
        for block in blocks(path, wanted, optional=optional)
        for line, fields in block.filled().lines()
    ]


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _vote(path: Path, line: int, number: str, half: str, vote: str, condition: str) -> Vote:
    if not _is_count(same_name(number)):
        raise InputError(f"{path}, regel {line}: '{tidy(number)}' is geen nummer van een ronde.")
    plain = same_words(vote)
    return Vote(int(same_name(number)), same_words(half), SAID.get(plain, plain), tidy(condition), line)
