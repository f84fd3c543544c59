"""Read a ``.pb`` file: the format of Pabulib for participatory budgeting elections.

Three sections, ``;`` between columns: ``META`` (key, value), ``PROJECTS`` and ``VOTES``. Every
mistake is reported with its line. Reference: Stolicki, Szufa and Talmon, *Pabulib: A Participatory
Budgeting Library*, arXiv 2012.06539, and pabulib.org/format.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from middenstip.methods.reading import NoNumber, same_words

from .ballots import KINDS
from .election import Election
from .errors import BadElection
from .money import cents
from .pb_projects import read_projects
from .pb_rows import Cells, Record, Section, filled, header, records_of, rows_of, value
from .pb_votes import read_votes

SECTIONS = ("META", "PROJECTS", "VOTES")
USED = ("num_projects", "num_votes", "budget", "vote_type")


def read(path: str | Path) -> Election:
    """Read an election from a file; raises ``BadElection`` (with the line) when it cannot be counted."""
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except OSError as missing:
        raise BadElection("Dit bestand is niet te openen.") from missing
    except UnicodeDecodeError as broken:
        raise BadElection("Dit bestand is geen leesbare tekst: bewaar het als UTF-8.") from broken
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
    meta = read_meta(rows_of(sections["META"]))
    budget = amount_of(meta, "budget")
    kind_line, told = entry(meta, "vote_type")
    kind = same_words(told)
    if kind not in KINDS:
        raise BadElection(f"Stemwijze '{told}' is onbekend. Kies uit: {', '.join(sorted(KINDS))}.", kind_line)
    projects = read_projects(list(rows_of(sections["PROJECTS"])))
    check_number(meta, "num_projects", len(projects), "plannen")
    votes = sections["VOTES"]
    number = max(0, sum(map(filled, votes.records)) - 1)
    check_number(meta, "num_votes", number, "stemmen")
    if not number:
        raise BadElection(
            "Er zijn geen stemmen: er valt niets te tellen.", votes.lines[0] if votes.lines else None
        )
    kept = tuple((key, value) for key, (_, value) in meta.items())
    return Election(projects, budget, read_votes(votes, kind, projects), kept)


def split(text: str) -> dict[str, Section]:
    """The records of each section; the first record of a section names its columns."""
    whole = records_of(text.removeprefix("\ufeff"))
    starts = [(number, name) for number, record in enumerate(whole.records) if (name := section_name(record))]
    if not starts or any(map(filled, whole.records[: starts[0][0]])):
        raise BadElection("Het bestand begint niet met META, PROJECTS of VOTES.", 1)
    ends = [number for number, _ in starts[1:]] + [len(whole.records)]
    sections: dict[str, Section] = {}
    for (number, name), end in zip(starts, ends, strict=True):
        if name in sections:
            raise BadElection(f"Het deel {name} staat er twee keer in.", whole.lines[number])
        below = slice(number + 1, end)
        sections[name] = Section(whole.records[below], whole.lines[below])
    return sections


def section_name(record: Record) -> str:
    """The section that starts with this record, if one does; a name between quotes is just a word."""
    if not isinstance(record, str) or len(record) >= 40:
        return ""
    name = record.strip("; \t").upper()
    return name if name in SECTIONS else ""


def read_meta(rows: Iterator[tuple[int, Cells]]) -> dict[str, tuple[int, str]]:
    """Key to (line, value), below the heading; an entry the count uses may not be given twice."""
    meta: dict[str, tuple[int, str]] = {}
    next(rows, None)
    for line, row in rows:
        key = header(row[:1], USED)[0]
        if len(row) < 2:
            raise BadElection(f"Bij '{key}' staat geen waarde.", line)
        if key in meta and key in USED:
            raise BadElection(f"'{key}' staat twee keer in META.", line)
        meta[key] = (line, value(row[1]))
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
    except NoNumber as wrong:
        raise BadElection(f"Het budget '{text}' {wrong}.", line) from None
    if amount <= 0:
        raise BadElection("Het budget is nul of minder: er valt niets te verdelen.", line)
    return amount


def check_number(meta: dict[str, tuple[int, str]], key: str, found: int, what: str) -> None:
    """The number META promises must be the number that is there."""
    line, text = entry(meta, key)
    if text != str(found):
        raise BadElection(f"META noemt {text} {what}, maar er staan er {found} in het bestand.", line)
