"""Ballots in bulk: all names are looked up in one pass and the rest is arithmetic on arrays.

Empty ballots, quotes, ``None`` and a plan named twice are read here as well: one such ballot among a
hundred thousand must not make the others slow. A row with other columns, white space around a name, points
with a part behind the point, a person without a number or a mistake is left to the slow reader:
:func:`read_fast` then gives None, and the slow reader finds the mistake and its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from .ballots import MOST, POINTS, Ballots, Ints, distinct, merged
from .pb_rows import Cells, Record, Section, filled, header, known
from .spelling import distinct_names

COLUMNS = ("voter_id", "vote", "points", "voting_method")


def read_fast(section: Section, kind: str, place: dict[str, int]) -> Ballots | None:
    """All ballots of a section without surprises; O(names on distinct ballots)."""
    columns = table(section)
    if columns is None or "voter_id" not in columns or "vote" not in columns:
        return None
    voters, wanted = columns["voter_id"], ["vote"]
    if distinct_names(voters) < len(voters) or "" in voters or not plain(voters):
        return None
    wanted += [name for name in ("points", "voting_method") if name in columns]
    different, ballot_of = distinct(zip(*(columns[name] for name in wanted), strict=True))
    parts = dict(zip(wanted, zip(*different, strict=True), strict=True))
    channel = parts.get("voting_method", ("",) * len(different))
    if not plain(set(channel)):
        return None
    try:
        project, lengths = named(parts["vote"], place)
        points = given(parts.get("points", ()), lengths) if kind in POINTS else np.ones_like(project)
    except (KeyError, ValueError):
        return None
    owner = np.repeat(np.arange(len(lengths)), lengths)
    named_before = len(project)
    owner, project, points = once(owner, project, points, len(place))
    if not points.all():  # no points is no support
        owner, project, points = (column[points > 0] for column in (owner, project, points))
    lengths = np.bincount(owner, minlength=len(different)).astype(np.int64)
    ends = np.cumsum(lengths)
    if kind == "ordinal":
        points = np.repeat(ends, lengths) - np.arange(len(project))
    ballots = Ballots(
        kind=kind,
        start=np.concatenate([np.zeros(1, dtype=np.int64), ends]),
        project=project,
        points=points,
        count=np.bincount(ballot_of).astype(np.int64),
        scale=1,
        channel=channel,
        voters=tuple(voters),
        ballot_of=ballot_of,
    )
    return ballots if len(project) == named_before else merged(ballots)


def table(section: Section) -> dict[str, list[str]] | None:
    """The columns by name, or None when a row has more or fewer cells."""
    first, *records = filter(filled, section.records)
    names = header(first.split(";") if isinstance(first, str) else first, COLUMNS)
    cells = cells_of(records, len(names))
    if cells is None:
        return None
    return {name: cells[number :: len(names)] for number, name in enumerate(names)}


def cells_of(records: list[Record], width: int) -> Cells | None:
    """All cells in one list, ``None`` as empty text; None when a row has not this many cells."""
    lines = [record for record in records if isinstance(record, str)]
    if len(lines) == len(records):
        text = ";".join(lines)
        even, cells = all(line.count(";") == width - 1 for line in lines), text.split(";")
    else:
        rows = [record.split(";") if isinstance(record, str) else record for record in records]
        even, cells = all(len(row) == width for row in rows), list(chain.from_iterable(rows))
        text = ";".join(cells)
    if not even:
        return None
    return [cell and known(cell) for cell in cells] if "none" in text.lower() else cells


def plain(texts: Iterable[str]) -> bool:
    """Whether there is no white space in these texts."""
    return len("".join(texts).split()) <= 1


def named(votes: Sequence[str], place: dict[str, int]) -> tuple[Ints, Ints]:
    """The position of every plan named, and how many each ballot names; ``KeyError`` when unknown."""
    lengths = np.asarray([vote.count(",") + 1 if vote else 0 for vote in votes], dtype=np.int64)
    names = ",".join(filter(None, votes)).split(",") if lengths.any() else []
    return np.fromiter(map(place.__getitem__, names), dtype=np.int64, count=len(names)), lengths


def given(points: Sequence[str], lengths: Ints) -> Ints:
    """The points as they stand there; ``ValueError`` unless they are whole, one a plan, none below zero."""
    if [text.count(",") + 1 if text else 0 for text in points] != lengths.tolist():
        raise ValueError
    numbers = ",".join(filter(None, points)).split(",") if lengths.any() else []
    values = list(map(int, numbers))
    if max(values, default=0) > MOST or min(values, default=0) < 0:
        raise ValueError
    return np.asarray(values, dtype=np.int64)


def once(owner: Ints, project: Ints, points: Ints, plans: int) -> tuple[Ints, Ints, Ints]:
    """A plan named twice on one ballot counts once: in the first place, with the last points."""
    pair = owner * plans + project
    ordered = np.sort(pair)
    if (ordered[1:] != ordered[:-1]).all():
        return owner, project, points
    _, first = np.unique(pair, return_index=True)
    _, last = np.unique(pair[::-1], return_index=True)
    order = np.argsort(first)
    first, last = first[order], len(pair) - 1 - last[order]
    return owner[first], project[first], points[last]
