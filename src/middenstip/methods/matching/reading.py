"""Read texts and queries from JSON Lines, one object a line, with an error that names file and line."""

import codecs
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from middenstip.methods.reading import same_name, tidy


class BadInput(Exception):
    """A file cannot be used; the message names file and line and says what is wrong."""


@dataclass(frozen=True)
class Text:
    """A text that can be found."""

    id: str
    text: str


@dataclass(frozen=True)
class Query:
    """What is asked, with the ids of the texts that are right."""

    id: str
    text: str
    relevant: tuple[str, ...]


def texts(path: Path) -> Iterator[Text]:
    """Yield the texts of a file. Raises BadInput, also for an id that stands there twice."""
    for where, name, row in _rows(path):
        yield Text(name, _text(row, where))


def queries(path: Path, known: Collection[str]) -> list[Query]:
    """Return the queries of a file; `known` holds the ids of the texts. Raises BadInput."""
    found = []
    for where, name, row in _rows(path):
        found.append(Query(name, _text(row, where), _relevant(row, where, known)))
    return found


def _rows(path: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield where a row stands, its id and the row; each id once."""
    seen: set[str] = set()
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if line.strip():
                    where = f"{path}, line {number}"
                    row = _object(line, where)
                    name = _id(row.get("id"), f'{where}: "id"')
                    if name in seen:
                        raise BadInput(f"{where}: the id {name!r} stands there twice")
                    seen.add(name)
                    yield where, name, row
    except OSError as reason:
        raise BadInput(f"{path}: {reason.strerror}") from reason
    if not seen:
        raise BadInput(f"{path}, line 1: the file is empty")


def _object(line: bytes, where: str) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as reason:
        raise BadInput(f"{where}: not written in UTF-8") from reason
    except json.JSONDecodeError as reason:
        raise BadInput(f"{where}: not JSON ({reason.msg})") from reason
    if not isinstance(row, dict):
        raise BadInput(f"{where}: not an object between braces")
    return row


def _id(value: object, what: str) -> str:
    """Return an id as text; a whole number may stand for itself."""
    name = "" if isinstance(value, bool) or not isinstance(value, str | int) else same_name(str(value))
    if not name:
        raise BadInput(f"{what} is missing or is not a text")
    return name


def _text(row: dict[str, object], where: str) -> str:
    value = row.get("text")
    if not isinstance(value, str) or not tidy(value):
        raise BadInput(f'{where}: "text" is missing, empty or not a text')
    return value


def _relevant(row: dict[str, object], where: str, known: Collection[str]) -> tuple[str, ...]:
    value = row.get("relevant")
    if not isinstance(value, list) or not value:
        raise BadInput(f'{where}: "relevant" must be a list with at least one id')
    names = tuple(_id(name, f'{where}: an id in "relevant"') for name in value)
    for name in names:
        if name not in known:
            raise BadInput(f'{where}: "relevant" names {name!r}, which is not in the texts')
    return names
