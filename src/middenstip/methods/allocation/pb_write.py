"""Write an election as a ``.pb`` file, so that anyone can recount it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from middenstip.methods.reading import same_name, same_words, tidy

from .ballots import POINTS, Ballots
from .election import Election
from .errors import BadElection
from .money import plain
from .pb_projects import KNOWN
from .project import Project

UNSAFE = re.compile(r'[;"\r\n\ufeff]')
Cells: TypeAlias = Sequence[str | None]
WORDS = frozenset({"none", "meta", "projects", "votes"})


def write(election: Election, *, pseudonyms: bool = False) -> str:
    """The text of a ``.pb`` file that reads back as the same election.

    Parameters
    ----------
    election : what to write.
    pseudonyms : number the voters 1, 2, 3 ... in place of their own ids, for publication.
    """
    check(election.projects)
    sections: dict[str, Iterator[Cells]] = {
        "META": meta(election),
        "PROJECTS": project_rows(election.projects),
        "VOTES": vote_rows(election, pseudonyms),
    }
    page = [line for name, rows in sections.items() for line in (name, *map(line_of, rows))]
    return "\n".join([*page, ""])


def check(projects: tuple[Project, ...]) -> None:
    """Raise ``BadElection`` for what the format cannot tell: it has lists with commas between the names."""
    for project in projects:
        if "," in project.id or not same_name(project.id):
            raise BadElection(f"Plan '{project.id}' heeft een nummer dat niet in een .pb-bestand kan.")
        for name in project.categories:
            if "," in name or name.strip() != name or not name:
                raise BadElection(f"Categorie '{name}' kan niet in een .pb-bestand.")
        for name, _ in project.extra:
            if not name or same_words(name) in KNOWN:
                raise BadElection(f"Een kolom erbij kan niet '{name}' heten.")


def line_of(cells: Cells) -> str:
    """One row; None is what a plan does not have."""
    return ";".join("None" if cell is None else quoted(cell) for cell in cells)


def quoted(cell: str) -> str:
    """A cell, between quotes when it would be read as something else without them.

    >>> quoted("bank"), quoted("a;b"), quoted("None")
    ('bank', '"a;b"', '"None"')
    """
    is_plain = cell.lower() not in WORDS and cell.strip() == cell and not UNSAFE.search(cell)
    return cell if is_plain and (cell.isascii() or tidy(cell)) else '"' + cell.replace('"', '""') + '"'


def meta(election: Election) -> Iterator[Cells]:
    """Our own four entries first, then what the file already told."""
    ours = {
        "num_projects": str(len(election.projects)),
        "num_votes": str(len(election.ballots.voters)),
        "budget": plain(election.budget),
        "vote_type": election.ballots.kind,
    }
    yield ["key", "value"]
    yield from ([key, value] for key, value in ours.items())
    yield from ([key, value] for key, value in election.meta if key not in ours)


def project_rows(projects: tuple[Project, ...]) -> Iterator[Cells]:
    """Header and plans; only columns that hold something."""
    rows = [columns_of(project) for project in projects]
    header = list(dict.fromkeys(name for row in rows for name in row))
    yield list(header)
    yield from ([row.get(name) for name in header] for row in rows)


def columns_of(project: Project) -> dict[str, str]:
    """One plan, by column."""
    columns = {"project_id": project.id, "cost": plain(project.cost)}
    if project.name:
        columns["name"] = project.name
    if project.categories:
        columns["category"] = ",".join(project.categories)
    if project.neighbourhood:
        columns["neighborhood"] = project.neighbourhood
    if project.selected is not None:
        columns["selected"] = str(int(project.selected))
    return {**columns, **dict(project.extra)}


def vote_rows(election: Election, pseudonyms: bool) -> Iterator[Cells]:
    """Header and ballots, one row for each person."""
    ballots = election.ballots
    names = [project.id for project in election.projects]
    with_points, with_channel = ballots.kind in POINTS, any(ballots.channel)
    yield ["voter_id", "vote", *["points"] * with_points, *["voting_method"] * with_channel]
    texts = []
    for number, channel in enumerate(ballots.channel):
        part = slice(int(ballots.start[number]), int(ballots.start[number + 1]))
        texts.append(
            [",".join(names[place] for place in ballots.project[part].tolist())]
            + [points_text(ballots, part)] * with_points
            + [channel] * with_channel
        )
    for number, (voter, ballot) in enumerate(zip(ballots.voters, ballots.ballot_of.tolist(), strict=True), 1):
        if not (pseudonyms or voter):
            raise BadElection("Een stemmer heeft geen nummer; dat kan niet in een .pb-bestand.")
        yield [str(number) if pseudonyms else voter, *texts[ballot]]


def points_text(ballots: Ballots, part: slice) -> str:
    """The points of one ballot, as the voter gave them."""
    return ",".join(decimal(Fraction(point, ballots.scale)) for point in ballots.points[part].tolist())


def decimal(number: Fraction) -> str:
    """A number with a point when that says it exactly, else as a fraction.

    >>> decimal(Fraction(5, 2)), decimal(Fraction(1, 3))
    ('2.5', '1/3')
    """
    text = f"{Decimal(number.numerator) / Decimal(number.denominator):f}"
    return text if Fraction(text) == number else str(number)
