"""The PROJECTS section of a ``.pb`` file."""

from __future__ import annotations

from middenstip.methods.reading import NoNumber, same_name

from .errors import BadElection
from .money import cents
from .pb_rows import Cells, header, known, value
from .project import Project

CATEGORY = ("category", "categories")
NEIGHBOURHOOD = ("neighborhood", "neighbourhood")
KNOWN = frozenset({"project_id", "cost", "name", "selected", *CATEGORY, *NEIGHBOURHOOD})


def read_projects(rows: list[tuple[int, Cells]]) -> tuple[Project, ...]:
    """All plans; raises ``BadElection`` for a plan twice or an unreadable price.

    A price above the whole budget is no mistake: such a plan loses (Pabulib writes 999999999 for a plan that
    turned out to be impossible).
    """
    if not rows:
        raise BadElection("Het deel PROJECTS heeft geen kolomnamen.")
    header_line, names = rows[0]
    columns = header(names, KNOWN)
    for name in ("project_id", "cost"):
        if name not in columns:
            raise BadElection(f"In PROJECTS ontbreekt de kolom {name}.", header_line)
    seen: dict[str, int] = {}
    projects = []
    for line, row in rows[1:]:
        cells = {
            name: value(cell)
            for name, cell in zip(columns, row, strict=False)
            if known(cell) or value(cell).lower() != "none"
        }
        project = read_project(cells, line)
        name = same_name(project.id)
        if name in seen:
            raise BadElection(f"Plan {project.id} staat ook al op regel {seen[name]}.", line)
        seen[name] = line
        projects.append(project)
    return tuple(projects)


def read_project(cells: dict[str, str], line: int) -> Project:
    """One plan from its cells by column name."""
    name = cells.get("project_id", "")
    if not same_name(name):
        raise BadElection("Een plan heeft geen nummer.", line)
    text = cells.get("cost", "")
    try:
        cost = cents(text)
    except NoNumber as wrong:
        raise BadElection(f"De prijs '{text}' van plan {name} {wrong}.", line) from None
    if cost < 0:
        raise BadElection(f"Plan {name} kost minder dan nul euro.", line)
    return Project(
        id=name,
        cost=cost,
        name=cells.get("name", ""),
        categories=tuple(part.strip() for part in first(cells, CATEGORY).split(",") if part.strip()),
        neighbourhood=first(cells, NEIGHBOURHOOD),
        selected=selected(cells),
        extra=tuple((key, value) for key, value in cells.items() if key not in KNOWN),
    )


def first(cells: dict[str, str], names: tuple[str, ...]) -> str:
    """The first of these columns that is filled."""
    return next((cells[name] for name in names if name in cells), "")


def selected(cells: dict[str, str]) -> bool | None:
    """The official outcome, if the file tells it (0 is lost; other numbers are kinds of winning)."""
    return cells["selected"] != "0" if "selected" in cells else None
