"""The VOTES section of a ``.pb`` file, row by row, with a line number for every mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from middenstip.methods.reading import same_name

from .ballots import POINTS, Ballots, Choice, choice, distinct, pack
from .errors import BadElection
from .pb_rows import Cells, Section, header, known, rows_of
from .pb_votes_fast import COLUMNS, read_fast
from .project import Project

Rows = list[tuple[int, Cells]]
POINT = re.compile(r"[+-]?\d{1,15}(?:[./]\d{1,15})?")  # 3, 2.5 or 1/3; a power of ten could take for ever


def read_votes(section: Section, kind: str, projects: Sequence[Project]) -> Ballots:
    """All ballots; raises ``BadElection`` for an unknown plan or a person who votes twice.

    A tidy section is read in bulk. Anything unusual (quotes, spaces, mistakes) is read row by row.
    """
    place = {same_name(project.id): number for number, project in enumerate(projects)}
    return read_fast(section, kind, place) or read_slow(section, kind, place)


def read_slow(section: Section, kind: str, place: dict[str, int]) -> Ballots:
    """Row by row."""
    rows = list(rows_of(section))
    header_line, names = rows[0]
    columns = {name: number for number, name in enumerate(header(names, COLUMNS))}
    for name in ("voter_id", "vote", *(("points",) if kind in POINTS else ())):
        if name not in columns:
            raise BadElection(f"In VOTES ontbreekt de kolom {name}.", header_line)
    voters = read_voters(rows, columns["voter_id"])
    wanted = [columns.get(name) for name in ("vote", "points", "voting_method")]
    cells = [tuple(cell(row, number) for number in wanted) for _, row in rows[1:]]
    different, ballot_of = distinct(cells)
    choices = []
    for key in different:
        try:
            choices.append(read_choice(kind, place, *key))
        except BadElection as wrong:
            raise BadElection(wrong.reason, rows[1 + cells.index(key)][0]) from None
    return pack(kind, choices, voters, ballot_of)


def read_voters(rows: Rows, column: int) -> tuple[str, ...]:
    """Who voted, in the order of the file; nobody twice."""
    seen: dict[str, int] = {}
    found = []
    for line, row in rows[1:]:
        voter = cell(row, column)
        name = same_name(voter)
        if name in seen:
            raise BadElection(f"Stemmer {voter} staat ook al op regel {seen[name]}.", line)
        seen[name] = line
        found.append(voter)
    return tuple(found)


def cell(row: Cells, column: int | None) -> str:
    """One cell; empty when the row is shorter or says None."""
    return "" if column is None or column >= len(row) else known(row[column])


def read_choice(kind: str, place: dict[str, int], vote: str, points: str, channel: str) -> Choice:
    """Take one ballot apart."""
    try:
        places = [place_of(place, name.strip()) for name in vote.split(",")] if vote else []
    except KeyError as unknown:
        raise BadElection(f"Er is gestemd op plan {unknown.args[0]}, maar dat plan bestaat niet.") from None
    try:
        given = [point_of(point.strip()) for point in points.split(",")] if points and kind in POINTS else []
    except (ValueError, ZeroDivisionError):
        raise BadElection(f"De punten '{points}' zijn geen getallen.") from None
    return choice(kind, places, given, channel)


def place_of(place: dict[str, int], name: str) -> int:
    """Where this plan stands in the list, also when its number is spelled in another way."""
    return place[name] if name in place else place[same_name(name)]


def point_of(text: str) -> Fraction:
    """One number of points; ``ValueError`` when it is none."""
    if POINT.fullmatch(text) is None:
        raise ValueError(text)
    return Fraction(text)
