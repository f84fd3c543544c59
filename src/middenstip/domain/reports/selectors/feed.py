"""The feed of an area: a few lines with the words of people in them, of all halves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.reports.selectors.names import GONE, Names
from middenstip.domain.reports.selectors.quotes import quotes_of
from middenstip.domain.reports.selectors.sentences import TOLD, words_for
from middenstip.domain.reports.selectors.story import Line, entries_in, line_of
from middenstip.journal.models import Entry
from middenstip.journal.told import Halves, Together

POOL = 40  # entries to choose the lines from
AHEAD = 8  # places that a line with words is ahead
FROM_ONE = 2  # lines about one initiative, so that a busy one leaves room
_WORDS: tuple[str, ...] = (
    _noop("Twee"),
    _noop("Drie"),
    _noop("Vier"),
    _noop("Vijf"),
    _noop("Zes"),
    _noop("Zeven"),
    _noop("Acht"),
    _noop("Negen"),
    _noop("Tien"),
    _noop("Elf"),
    _noop("Twaalf"),
)


@dataclass(frozen=True)
class Told:
    """One line of the feed.

    `quote` is the text it is about ("" when the sentence says all); then the sentence of `line` stands below
    it, and `who` with the function `seat` above it. `who` is "" when more than one person acted.
    """

    line: Line
    quote: str
    who: str
    seat: str
    thread: str


def feed_in(kind: str, codes: Sequence[str], limit: int) -> list[Told]:
    """At most `limit` lines in these areas, newest first. Two queries."""
    entries, names = entries_in(kind, codes, POOL)
    speaking = [entry for entry in entries if words_for(entry.kind, entry.data)]
    quotes = quotes_of(speaking)
    lines = [_told(entry, names, quotes.get(entry.pk, "")) for entry in speaking]
    return mixed(joined(list(zip(speaking, lines, strict=True)), names, quotes), limit)


def joined(told: Sequence[tuple[Entry, Told]], names: Names, quotes: Mapping[int, str]) -> list[Told]:
    """These lines, with facts that belong together as one line in the place of the newest of them.

    Each list of entries is newest first. One counted fact alone stays as it is.
    """
    groups: dict[tuple[str, str, str], list[tuple[Entry, Told]]] = {}
    for one in told:
        if key := _group(one[0]):
            groups.setdefault(key, []).append(one)
    lines, seen = [], set()
    for entry, line in told:
        key = _group(entry)
        if key is None or _counted(groups[key]) < 2:
            lines.append(line)
        elif key not in seen:
            seen.add(key)
            lines.append(_as_one(groups[key], names, quotes))
    return lines


def mixed(lines: Iterable[Told], limit: int) -> list[Told]:
    """At most `limit` of these lines, in their order: each set of halves in turn gives its newest one.

    A line with the words of people goes before a line without them that is a little newer.
    """
    turns: Counter[int] = Counter()
    about: Counter[str] = Counter()
    left = list(lines)
    chosen: list[Told] = []
    order = {id(one): place for place, one in enumerate(left)}
    while left and len(chosen) < limit:
        free = [one for one in left if about[one.thread] < FROM_ONE] or left
        best = min(free, key=lambda one: (turns[one.line.halves], order[id(one)] - AHEAD * bool(one.quote)))
        left.remove(best)
        turns[best.line.halves] += 1
        about[best.thread] += 1
        chosen.append(best)
    return sorted(chosen, key=lambda one: order[id(one)])


def _told(entry: Entry, names: Names, quote: str) -> Told:
    said = TOLD[entry.kind]
    quote = quote if said.quote else ""
    words = said.quote.below if quote and said.quote else words_for(entry.kind, entry.data)
    line = line_of(entry, _(words), names)
    by_one = bool(quote and entry.actor) and not isinstance(said.halves, Halves)
    who = names.name("person", entry.actor) if by_one else ""
    if by_one and names.more("person", entry.actor):
        who = _(GONE).capitalize()
    seat = _function(entry.seat, names) if by_one else ""
    return Told(line=line, quote=quote, who=who, seat=seat, thread=entry.thread)


def _function(seat: str, names: Names) -> str:
    """*bewoner van Lettele*, or *hoofd Groen van gemeente Deventer*."""
    return names.seat(seat) if names.more("seat", seat) else names.name("seat", seat)


def _group(entry: Entry) -> tuple[str, str, str] | None:
    """The facts that this entry belongs together with; None when it stands alone."""
    together = TOLD[entry.kind].together
    if together is None or any(str(entry.data.get(key)) != value for key, value in together.only.items()):
        return None
    return (together.name, entry.subject, str(entry.data.get(together.number)))


def _counting(entries: Iterable[tuple[Entry, Told]]) -> list[tuple[Entry, Together]]:
    found = ((entry, TOLD[entry.kind].together) for entry, _line in entries)
    return [(entry, together) for entry, together in found if together and together.sentence]


def _counted(entries: Iterable[tuple[Entry, Told]]) -> int:
    return len({entry.seat for entry, _together in _counting(entries)})


def _as_one(group: Sequence[tuple[Entry, Told]], names: Names, quotes: Mapping[int, str]) -> Told:
    """One line for the group: its number, all its halves, and the words and the mark of the one with them."""
    newest, newest_line = group[0]
    _entry, together = _counting(group)[0]
    count = _counted(group)
    number = _(_WORDS[count - 2]) if count - 2 < len(_WORDS) else str(count)
    told = line_of(newest, _(together.sentence).replace("{count}", number), names)
    halves = 0
    for _one, line in group:
        halves |= line.line.halves
    marked = next((line.line for _one, line in group if line.line.mark), newest_line.line)
    told = replace(told, halves=halves, mark=marked.mark, is_good=marked.is_good)
    quote = next((quotes[one.pk] for one, _line in group if one.pk in quotes), "")
    return Told(line=told, quote=quote, who="", seat="", thread=newest.thread)
