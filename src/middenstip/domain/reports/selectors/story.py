"""Facts told as lines a page can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from middenstip.domain.areas.models import Kind
from middenstip.domain.reports.selectors.names import Names, apart, names_in, newest_with_names
from middenstip.domain.reports.selectors.sentences import LINKS, words_for
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half, bits_of
from middenstip.kernel.prepared import Prepared

_ALL = bits_of(Half)
_EVERY_HALF = ("goal.shared", "goal.letters_revealed")
_MARKS = {
    "initiative.stopped": "gestopt",
    "goal.stopped": "gestopt",
    "goal.shared": "gedeeld doel",
    "agreement.made": "afspraak",
    "agreement.withdrawn": "ingetrokken",
    "agreement.not_met": "niet gehaald",
}
_OUTCOMES = {"gelukt": "gelukt", "deels": "deels gelukt", "mislukt": "ging mis"}
_GOOD = ("afspraak", "gedeeld doel", "gelukt", "op tijd")


@dataclass(frozen=True)
class Line:
    """One fact in one sentence: `before`, the linked part (may be empty) and `after`, all plain text.

    `halves` is the bit set of the halves that acted, `half` that of whoever did it ("" for the clock);
    the link goes to the page of `href_kind` (initiative, goal, agreement or "") and `href_id`. `mark` is
    a word to set apart (gestopt, te laat, …) or "". (`at`, `id`) is the place in the list, for paging.
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

    @property
    def text(self) -> str:
        return self.before + self.link + self.after

    @property
    def is_good(self) -> bool:
        """Whether the `mark` is good news."""
        return self.mark in _GOOD


def told(entries: Sequence[Entry]) -> list[Line]:
    """These entries as lines, in the same order, without the silent ones. One query."""
    speaking = [entry for entry in entries if words_for(entry.kind, entry.data)]
    return _lines(speaking, names_in(speaking)) if speaking else []


def story_of(thread: str, limit: int = 50) -> list[Line]:
    """The newest public lines of one initiative, newest first. Two queries."""
    return told(readers.story(thread=thread, limit=limit))


def whole_story_of(thread: str, limit: int) -> list[Line]:
    """The same in one query: for a page that asks much else."""
    return _lines(*apart(_whole_story(limit).rows(thread=thread)))


def news_in(kind: str, codes: Sequence[str], limit: int) -> list[Line]:
    """The newest lines in the areas of this kind with these codes, newest first. One query."""
    return _lines(*apart(_news(_level(kind), limit).rows(codes=codes)))


def news_after(
    kind: str, codes: Sequence[str], before: tuple[datetime, int] | None, limit: int
) -> tuple[list[Line], tuple[datetime, int] | None]:
    """A page of the news: the lines after the place `before`, and the place to go on from. One query."""
    level = _level(kind)
    if before:
        at, pk = before
        newest = _newest(**{f"{level}__in": codes}, at__lte=at).exclude(at=at, pk__gte=pk)
        entries, names = apart(newest_with_names(newest, limit + 1))
    else:
        entries, names = apart(_news(level, limit + 1).rows(codes=codes))
    last = entries[limit - 1] if len(entries) > limit else None
    return _lines(entries[:limit], names), (last.at, last.pk) if last else None


def _level(kind: str) -> str:
    """The column of an entry that holds the code of an area of this kind.

    So everything in a gemeente is one comparison, and its index holds the order too: nothing is sorted.
    """
    return {Kind.MUNICIPALITY.value: "municipality", Kind.DISTRICT.value: "district"}.get(kind, "area")


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
    return [_line(entry, gettext(words), names) for entry, words in told if words]


def _line(entry: Entry, words: str, names: Names) -> Line:
    noun = next((noun for noun in LINKS if f"{{{noun}}}" in words), "")
    href = (entry.thread if noun == "initiative" else entry.subject) if noun else ""
    gaps = _gaps(entry, names)
    before, _, after = words.partition(f"{{{noun}}}") if noun else (words, "", "")
    before = before.format_map(gaps)
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
        mark=_mark(entry, names),
    )


def _gaps(entry: Entry, names: Names) -> dict[str, str]:
    gaps = defaultdict(str, {key: str(value) for key, value in entry.data.items()})
    gaps["who"] = names.who(entry.actor, entry.seat)
    gaps["organisation"] = names.name("organisation", entry.subject)
    for key in ("seat", "broker"):
        gaps[key] = names.seat(str(entry.data.get(key, ""))) or gettext("iemand")
    gaps["chosen"] = gettext(gaps["chosen"])
    return gaps


def _halves(entry: Entry, names: Names) -> int:
    if entry.kind in _EVERY_HALF:
        return _ALL
    if entry.kind == "agreement.made":
        return names.signers(entry.subject)
    named = (entry.data.get(key) for key in ("helping_half", "with_half", "said", "chosen"))
    return _bits(str(half) for half in (entry.half, *named) if half)


def _bits(halves: Iterable[str]) -> int:
    return bits_of(half for half in halves if half in list(Half))


def _mark(entry: Entry, names: Names) -> str:
    if entry.kind == "agreement.kept":
        due = names.more("agreement", entry.subject)
        is_late = bool(due) and timezone.localdate(entry.at) > date.fromisoformat(due)
        return "te laat" if is_late else "op tijd"
    if entry.kind == "initiative.finished":
        return _OUTCOMES[str(entry.data["outcome"])]
    return "vervallen" if entry.data.get("lapsed") else _MARKS.get(entry.kind, "")
