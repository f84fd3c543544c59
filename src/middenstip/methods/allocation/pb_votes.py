"""The VOTES section of a ``.pb`` file, read fast: equal ballots are taken apart only once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .ballots import POINTS, Ballots, Choice, choice, distinct, pack
from .election import Project
from .errors import BadElection

Rows = list[tuple[int, list[str]]]


def read_votes(rows: Rows, kind: str, projects: Sequence[Project]) -> Ballots:
    """All ballots; raises ``BadElection`` for an unknown plan or a person who votes twice."""
    header_line, header = rows[0]
    columns = {name.strip(): place for place, name in enumerate(header)}
    for name in ("voter_id", "vote", *(("points",) if kind in POINTS else ())):
        if name not in columns:
            raise BadElection(f"In VOTES ontbreekt de kolom {name}.", header_line)
    voters = read_voters(rows, columns["voter_id"])
    wanted = [columns.get(name) for name in ("vote", "points", "voting_method")]
    cells = [tuple(cell(row, place) for place in wanted) for _, row in rows[1:]]
    different, ballot_of = distinct(cells)
    place = {project.id: number for number, project in enumerate(projects)}
    choices = []
    for key in different:
        try:
            choices.append(read_choice(kind, place, *key))
        except BadElection as wrong:
            raise BadElection(wrong.reason, rows[1 + cells.index(key)][0]) from None
    return pack(kind, choices, voters, ballot_of)


def read_voters(rows: Rows, column: int) -> tuple[str, ...]:
    """Who voted, in the order of the file; nobody twice."""
    voters = tuple([cell(row, column) for _, row in rows[1:]])
    if len(set(voters)) < len(voters):
        seen: dict[str, int] = {}
        for (line, _), voter in zip(rows[1:], voters, strict=True):
            if voter in seen:
                raise BadElection(f"Stemmer {voter} staat ook al op regel {seen[voter]}.", line)
            seen[voter] = line
    return voters


def cell(row: list[str], column: int | None) -> str:
    """One cell; empty when the row is shorter or says None."""
    if column is None or column >= len(row):
        return ""
    text = row[column].strip()
    return "" if text.lower() == "none" else text


def read_choice(kind: str, place: dict[str, int], vote: str, points: str, channel: str) -> Choice:
    """Take one ballot apart."""
    try:
        places = [place[name.strip()] for name in vote.split(",")] if vote else []
    except KeyError as unknown:
        raise BadElection(f"Er is gestemd op plan {unknown.args[0]}, maar dat plan bestaat niet.") from None
    try:
        given = [Fraction(point.strip()) for point in points.split(",")] if points and kind in POINTS else []
    except (ValueError, ZeroDivisionError):
        raise BadElection(f"De punten '{points}' zijn geen getallen.") from None
    return choice(kind, places, given, channel)
