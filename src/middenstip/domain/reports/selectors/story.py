"""Facts as lines that a page can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import level_of
from middenstip.domain.reports.selectors.names import Names, apart, names_in, newest_with_names
from middenstip.domain.reports.selectors.sentences import LINKED, SEATS, TOLD, UNLINKED, words_for
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.journal.told import ByDay, Choice, Halves, Mark
from middenstip.kernel.clock import is_past
from middenstip.kernel.half import ALL_HALVES, Half, bits_of
from middenstip.kernel.prepared import Prepared


@dataclass(frozen=True)
class Line:
    """One fact as one sentence: `before`, the linked part (may be empty) and `after`, all plain text.

    `halves` is the bit set of the halves that acted, `half` that of the actor ("" for the clock);
    the link goes to the page of `href_kind` (a noun, or "") and `href_id`. `mark` is a label
    (gestopt, te laat, …) or "", `is_good` whether it is good news. (`at`, `id`) is the position in the list,
    for paging.
    """

    id: int
    at: datetime
    halves: int
    half: str
    before: str
    link: str
    after: str
    href_kind: str
    href_id: str
    kind: str
    mark: str
    is_good: bool = False

    @property
    def text(self) -> str:
        return self.before + self.link + self.after


def told(entries: Sequence[Entry]) -> list[Line]:
    """These entries as lines, in the same order, without silent ones. One query."""
    speaking = [entry for entry in entries if words_for(entry.kind, entry.data)]
    return _lines(speaking, names_in(speaking)) if speaking else []


def story_of(thread: str, limit: int = 50) -> list[Line]:
    """The newest public lines of one initiative, newest first. Two queries."""
    return told(readers.story(thread=thread, limit=limit))


def whole_story_of(thread: str, limit: int) -> list[Line]:
    """The same in one query, for a page that has many other queries."""
    return _lines(*apart(_whole_story(limit).rows(thread=thread)))


def entries_in(kind: str, codes: Sequence[str], limit: int) -> tuple[list[Entry], Names]:
    """The newest public entries in these areas, newest first, with the names they need. One query."""
    return apart(_news(level_of(kind), limit).rows(codes=codes))


def news_in(kind: str, codes: Sequence[str], limit: int) -> list[Line]:
    """The newest lines in the areas of this kind with these codes, newest first. One query."""
    return _lines(*entries_in(kind, codes, limit))


def news_after(
    kind: str, codes: Sequence[str], before: tuple[datetime, int] | None, limit: int
) -> tuple[list[Line], tuple[datetime, int] | None]:
    """A page of news: the lines after the position `before`, and the position to continue from. One query."""
    level = level_of(kind)
    if before:
        at, pk = before
        newest = _newest(**{f"{level}__in": codes}, at__lte=at).exclude(at=at, pk__gte=pk)
        entries, names = apart(newest_with_names(newest, limit + 1))
    else:
        entries, names = apart(_news(level, limit + 1).rows(codes=codes))
    last = entries[limit - 1] if len(entries) > limit else None
    return _lines(entries[:limit], names), (last.at, last.pk) if last else None


@cache
def _whole_story(limit: int) -> Prepared:
    return Prepared(lambda thread: newest_with_names(_newest(thread=thread), limit), texts=["thread"])


@cache
def _news(level: str, limit: int) -> Prepared:
    return Prepared(
        lambda codes: newest_with_names(_newest(**{f"{level}__in": codes}), limit), lists=["codes"]
    )


def _newest(**where: Any) -> QuerySet[Entry]:
    return Entry.objects.filter(public=True, **where).order_by("-at", "-pk")


def _lines(entries: Sequence[Entry], names: Names) -> list[Line]:
    told = ((entry, words_for(entry.kind, entry.data)) for entry in entries)
    return [line_of(entry, _(words), names) for entry, words in told if words]


def line_of(entry: Entry, words: str, names: Names) -> Line:
    """This entry with these translated words as its sentence."""
    noun = next((noun for noun in LINKED if f"{{{noun}}}" in words), "")
    href = (entry.thread if noun == "initiative" else entry.subject) if noun else ""
    gaps = _gaps(entry, names)
    before, _, after = words.partition(f"{{{noun}}}") if noun else (words, "", "")
    before = before.format_map(gaps)
    mark = _mark(entry, names)
    return Line(
        id=entry.pk,
        at=entry.at,
        halves=_halves(entry, names),
        half=entry.half,
        before=before[:1].upper() + before[1:],
        link=names.thing(noun, href) if noun else "",
        after=after.format_map(gaps),
        href_kind=noun,
        href_id=href,
        kind=entry.kind,
        mark=mark.word if mark else "",
        is_good=mark.is_good if mark else False,
    )


def _gaps(entry: Entry, names: Names) -> dict[str, str]:
    gaps = defaultdict(str, {key: str(value) for key, value in entry.data.items()})
    halves = TOLD[entry.kind].halves
    if isinstance(halves, tuple):
        gaps |= {key: _(gaps[key]) for key in halves if gaps[key]}
    gaps |= {noun: names.thing(noun, entry.subject) for noun in UNLINKED}
    gaps |= {key: names.seat(str(entry.data.get(key, ""))) or _("iemand") for key in SEATS}
    gaps["who"] = names.who(entry.actor, entry.seat)
    return gaps


def _halves(entry: Entry, names: Names) -> int:
    halves = TOLD[entry.kind].halves
    if halves is Halves.ALL:
        return ALL_HALVES
    if halves is Halves.OF_THING:
        return names.halves(_noun(entry), entry.subject)
    named = (entry.data.get(key) for key in halves)
    return _bits(str(half) for half in (entry.half, *named) if half)


def _bits(halves: Iterable[str]) -> int:
    return bits_of(half for half in halves if half in list(Half))


def _mark(entry: Entry, names: Names) -> Mark | None:
    mark = TOLD[entry.kind].mark
    if isinstance(mark, Choice):
        return mark.of(entry.data)
    if isinstance(mark, ByDay):
        due = names.more(_noun(entry), entry.subject)
        is_late = bool(due) and is_past(date.fromisoformat(due), timezone.localdate(entry.at))
        return mark.late if is_late else mark.in_time
    return mark


def _noun(entry: Entry) -> str:
    return entry.kind.partition(".")[0]
