"""How a kind of fact is told to an outsider: one Dutch sentence, or `Silent` with the reason.

A sentence is short, active and in the past tense. Its placeholders are {who} (the actor), the data of the
fact, and at most one noun: {initiative}, {goal}, which becomes a link with the name of the thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Generic, TypeVar

from middenstip.journal.fact import Fact

T = TypeVar("T")


@dataclass(frozen=True)
class Choice(Generic[T]):
    """The value for one key of the data; `other` when there is none for it."""

    key: str
    words: Mapping[str, T]
    other: T

    def of(self, data: Mapping[str, Any]) -> T:
        return self.words.get(str(data.get(self.key, "")), self.other)


@dataclass(frozen=True)
class Mark:
    """A label beside a sentence: *gestopt*, *gedeeld doel*."""

    word: str
    is_good: bool = False


@dataclass(frozen=True)
class ByDay:
    """The mark depends on the last day of the thing, which is the `more` of its noun."""

    in_time: Mark
    late: Mark


class Halves(Enum):
    """Which halves acted, when that is more than the half of the actor."""

    ALL = "all three"
    OF_THING = "those in the `acted` of the noun"


@dataclass(frozen=True, kw_only=True)
class Quote:
    """The text a fact is about, shown in the feed of an area: the journal itself holds no text.

    It is column `text` of the row of `model` whose column `thing` holds the subject of the fact (with
    `by_thread`: its initiative). When there are more rows for one subject, the data of the fact has the
    right number under the key `number`, and the row has it in `column`.

    `below` is the sentence under the text, with the placeholders of a `Told`.
    """

    model: str
    text: str
    thing: str
    below: str
    by_thread: bool = False
    number: str = ""
    column: str = ""


@dataclass(frozen=True, kw_only=True)
class Together:
    """Facts with the same `name`, subject and `number` (a key of the data) become one line in a feed.

    `sentence` is for two or more facts that are counted, with their number in {count}; a fact that is not
    counted only joins them. `only` are the data that a fact must have. `quote` is the text of the one
    line, when the fact alone shows none.
    """

    name: str
    number: str
    sentence: str = ""
    only: Mapping[str, str] = field(default_factory=dict)
    quote: Quote | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A fact that is told. `halves` names the data keys with a further half that acted, or a `Halves` value;
    `seats` names the data keys with a seat, which the sentence shows by its function. `quote` and `together`
    say how the feed of an area shows it; `short` is what moved, in a few words behind a day: *gisteren: er is
    nieuws*."""

    sentence: str | Choice[str]
    mark: Mark | Choice[Mark | None] | ByDay | None = None
    halves: tuple[str, ...] | Halves = ()
    seats: tuple[str, ...] = ()
    short: str = "er gebeurde iets"
    quote: Quote | None = None
    together: Together | None = None

    @property
    def quoted(self) -> Quote | None:
        """Its own text, or else the text it shares with the facts that it is together with."""
        return self.quote or (self.together.quote if self.together else None)

    def words(self, data: Mapping[str, Any]) -> str:
        """The sentence with its placeholders."""
        return self.sentence.of(data) if isinstance(self.sentence, Choice) else self.sentence

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every sentence that it can give."""
        said = self.sentence
        return (*said.words.values(), said.other) if isinstance(said, Choice) else (said,)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark that it can give."""
        mark = self.mark
        if isinstance(mark, Choice):
            return tuple(one for one in (*mark.words.values(), mark.other) if one)
        if isinstance(mark, ByDay):
            return (mark.in_time, mark.late)
        return (mark,) if mark else ()


@dataclass(frozen=True)
class Silent:
    """A fact that is not told, and why."""

    why: str


Sayings = Mapping[type[Fact], Told | Silent]
