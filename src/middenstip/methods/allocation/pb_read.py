"""Read a ``.pb`` file: the format of Pabulib for participatory budgeting elections.

Three sections, ``;`` between columns: ``META`` (key, value), ``PROJECTS`` and ``VOTES``. Every
mistake is reported with its line. Reference: Stolicki, Szufa and Talmon, *Pabulib: A Participatory
Budgeting Library*, arXiv 2012.06539, and pabulib.org/format.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from .ballots import KINDS
from .election import Election
from .errors import BadElection
from .money import cents
from .pb_projects import read_projects
from .pb_votes import read_votes

SECTIONS = ("META", "PROJECTS", "VOTES")
Rows = list[tuple[int, list[str]]]


def read(path: str | Path) -> Election:
    """Read an election from a file; raises ``BadElection`` (with the line) when it cannot be counted."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as missing:
        raise BadElection("Dit bestand is niet te openen.") from missing
    except UnicodeDecodeError as broken:
        raise BadElection("Dit bestand is geen leesbare tekst (UTF-8).") from broken
    return parse(text)


def parse(text: str) -> Election:
    """Read an election from the text of a ``.pb`` file.

    >>> paper = "META|key;value|num_projects;1|num_votes;1|budget;9|vote_type;approval"
    >>> paper += "|PROJECTS|project_id;cost|p;9|VOTES|voter_id;vote|ann;p"
    >>> parse(paper.replace("|", chr(10))).budget
    900
    """
    sections = split(text)
    for name in SECTIONS:
        if name not in sections:
            raise BadElection(f"Het deel {name} ontbreekt.")
    meta = read_meta(sections["META"])
    budget = amount_of(meta, "budget")
    kind_line, kind = entry(meta, "vote_type")
    if kind not in KINDS:
        raise BadElection(f"Stemwijze '{kind}' is onbekend. Kies uit: {', '.join(sorted(KINDS))}.", kind_line)
    projects = read_projects(sections["PROJECTS"], budget)
    check_number(meta, "num_projects", len(projects), "plannen")
    votes = sections["VOTES"]
    check_number(meta, "num_votes", max(len(votes) - 1, 0), "stemmen")
    if len(votes) < 2:
        raise BadElection("Er zijn geen stemmen: er valt niets te tellen.", line_of(votes))
    kept = tuple((key, value) for key, (_, value) in meta.items())
    return Election(projects, budget, read_votes(votes, kind, projects), kept)


def split(text: str) -> dict[str, Rows]:
    """The rows of each section, with their line numbers; the first row of a section names its columns."""
    sections: dict[str, Rows] = {}
    rows: Rows | None = None
    for line, row in numbered(text):
        name = row[0].strip().upper()
        if len(row) == 1 and name in SECTIONS:
            rows = sections.setdefault(name, [])
        elif rows is None:
            raise BadElection("Het bestand begint niet met META, PROJECTS of VOTES.", line)
        else:
            rows.append((line, row))
    return sections


def numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """All rows that hold something, with the number of their last line."""
    reader = csv.reader(text.splitlines(), delimiter=";")
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as broken:
        raise BadElection("Deze regel is niet te lezen.", reader.line_num) from broken


def read_meta(rows: Rows) -> dict[str, tuple[int, str]]:
    """Key to (line, value); a key given twice is a mistake."""
    meta: dict[str, tuple[int, str]] = {}
    for line, row in rows[1:]:
        key = row[0].strip()
        if len(row) < 2:
            raise BadElection(f"Bij '{key}' staat geen waarde.", line)
        if key in meta:
            raise BadElection(f"'{key}' staat twee keer in META.", line)
        meta[key] = (line, row[1].strip())
    return meta


def entry(meta: dict[str, tuple[int, str]], key: str) -> tuple[int, str]:
    """The line and value of a key that must be there."""
    if key not in meta:
        raise BadElection(f"In META ontbreekt '{key}'.")
    return meta[key]


def amount_of(meta: dict[str, tuple[int, str]], key: str) -> int:
    """A positive amount of money from META, in cents."""
    line, text = entry(meta, key)
    try:
        amount = cents(text)
    except ValueError:
        raise BadElection(f"Het budget '{text}' is geen bedrag in euro's en hele centen.", line) from None
    if amount <= 0:
        raise BadElection("Het budget is nul of minder: er valt niets te verdelen.", line)
    return amount


def check_number(meta: dict[str, tuple[int, str]], key: str, found: int, what: str) -> None:
    """The number META promises must be the number that is there."""
    line, text = entry(meta, key)
    if text != str(found):
        raise BadElection(f"META noemt {text} {what}, maar er staan er {found} in het bestand.", line)


def line_of(rows: Rows) -> int | None:
    """The line of the heading of a section, if it has one."""
    return rows[0][0] if rows else None
