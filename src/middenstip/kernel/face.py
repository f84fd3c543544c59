"""The declaration of a room: everything that is read across rooms, in one typed value.

It holds only texts and plain values: a model is named by its label ("goals.Chair"), a column by its path from
there ("goal__initiative"). So settings can read the list of rooms before Django has loaded a model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

Saying = TypeVar("Saying")  # Told | Silent of the journal, which is above the kernel
Where = Mapping[str, Any]  # a filter: path of a column to a value


@dataclass(frozen=True, kw_only=True)
class Acted:
    """The rows of `model` that say which halves acted on a thing: `thing` leads to it, `half` to the half."""

    model: str
    thing: str
    half: str
    only: Where = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Noun:
    """What a fact can be about. `key` is the part of the kind before the dot: *goal* in `goal.opened`.

    `word` is the Dutch word for it. `path` is the page of one of them, with {} for its public id; a path
    without {} is a page that lists it among other things. `model` holds the rows, with the public
    id in column `code`; `name` is the column with the name, `more` a second column that readers may need:
    when a person was erased, the organisation of a seat, the last day of an agreement.

    With `is_long` only the beginning of the name is shown. With `is_linked` the name in a sentence links to
    its page.
    """

    key: str
    word: str
    path: str
    model: str
    name: str
    code: str = "public_id"
    more: str = ""
    acted: Acted | None = None
    is_long: bool = False
    is_linked: bool = False


@dataclass(frozen=True, kw_only=True)
class Retention:
    """A line of the privacy page: what is kept, why, and how long. Dutch, as the visitor reads it."""

    what: str
    why: str
    long: str


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The data that a room stores about one person: its rows are under `word` in that person's export.

    `path` leads from a row of `model` to the person (`of` "person"), or to the person's own seat (`of`
    "seat"): acts in the seat of an organisation belong to that organisation. `columns` are the
    words of the export with the path to their value; `with_` names relations to load too, when a value is
    computed from them. `wiped` says what remains after the person asks to be erased: the row is deleted,
    or it stays without a name because others depend on it. `under` is its line on the privacy page.
    """

    word: str
    model: str
    of: Literal["person", "seat"]
    path: str
    columns: Mapping[str, str]
    wiped: Literal["gone", "unnamed"]
    under: Retention
    with_: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TakesPart:
    """A way to take part in an initiative: rows of `model` that lead to an `initiative` and to a `seat`.

    People in those seats are told how the initiative ends, for the reason `why` (the end of *Je krijgt deze
    mail omdat …*), and with `hears_moves` also when it moves. Rows count that match `only`, not `never`, and
    only while the seat holds `role`, if any. The half of a seat takes part when a row also fits `half_only`
    and not `half_never`, unless `half` is false. A person who takes part in several ways gets the reason with
    the lowest `place`.
    """

    key: str
    why: str
    model: str
    initiative: str
    seat: str
    place: int
    only: Where = field(default_factory=dict)
    never: Where = field(default_factory=dict)
    role: str = ""
    hears_moves: bool = False
    half: bool = False
    half_only: Where = field(default_factory=dict)
    half_never: Where = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Below:
    """Rows whose words lead to what they belong to, as answers do to a question.

    `to` is the column of `model` that leads there, `text` the one with the words; `only` are the rows that
    everyone may read.
    """

    model: str
    to: str
    text: str
    only: Where = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Searched:
    """What can be found by words: the noun, and the columns with the words, the name first.

    For the index of all texts, `reader` is the journal reader that keeps it up to date, on facts of these
    `kinds`, whose subject is the noun. `index` is its kind in that index; "" keeps it out of a search of
    everything. `only` are the rows that everyone may read. `place` leads to the row with the columns area and
    municipality (without `gemeente` only area); `half` and `theme` are the columns of those filters ("": it
    has none).
    It is found by the words `below` it too.
    With `is_beside` a person who writes something like it is shown this beside the form.
    """

    noun: str
    texts: tuple[str, ...]
    reader: str = ""
    kinds: tuple[str, ...] = ()
    index: str = ""
    only: Where = field(default_factory=dict)
    place: str = ""
    gemeente: bool = True
    half: str = ""
    theme: str = ""
    below: Below | None = None
    is_beside: bool = False


@dataclass(frozen=True, kw_only=True)
class Reportable:
    """A public text that readers can report and a moderator can hide.

    `key` stands in the address of the report form, `word` names it in a Dutch sentence. `model` is a
    `kernel.hidden.Hideable`, with its code in column `code`. `writer` leads to the person (`of` "person") or
    the seat (`of` "seat") that wrote it, `area` to its area. It stands on the page of the noun `noun`, of
    which `page` is the code. `only` are the rows that everyone may read. `with_` are the relations to load
    too, when `area` is computed from them. `hides` and `shows` are services of
    this room: `hides(code=, words=, by=, at=)` and `shows(code=, by=, at=)`.
    """

    key: str
    word: str
    model: str
    writer: str
    of: Literal["person", "seat"]
    area: str
    noun: str
    page: str
    hides: str
    shows: str
    code: str = "public_id"
    only: Where = field(default_factory=dict)
    with_: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Face(Generic[Saying]):
    """One room. `told` has an entry for every fact of the room.

    `not_kept` are the relations to people and seats ("goals.Invitation.by") that no `kept` covers, each with
    the reason. `turns` returns whose turn it is in this room, `holders` its things with photos and documents
    (a tuple of `Holder`); they are functions, because they need the models.
    """

    name: str
    nouns: tuple[Noun, ...] = ()
    told: Mapping[type[Any], Saying] = field(default_factory=dict)
    turns: Callable[[], Any] | None = None
    holders: Callable[[], Any] | None = None
    kept: tuple[Kept, ...] = ()
    not_kept: Mapping[str, str] = field(default_factory=dict)
    retention: tuple[Retention, ...] = ()
    takes_part: tuple[TakesPart, ...] = ()
    searched: tuple[Searched, ...] = ()
    reportable: tuple[Reportable, ...] = ()
