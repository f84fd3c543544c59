"""What is wrong with an election, in a sentence a person can act on."""

from __future__ import annotations


class BadElection(ValueError):
    """The ballots or the rules cannot be counted.

    Parameters
    ----------
    reason : one Dutch sentence.
    line : line number in the file, when the mistake stands in a file.
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason if line is None else f"regel {line}: {reason}")
