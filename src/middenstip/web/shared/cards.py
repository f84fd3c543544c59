"""Initiatives as they stand in a list: every word, address and ring ready, so a card is only printed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypedDict

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from middenstip.domain.initiatives.lifecycle import LEARNING, STEPS, STOPPED
from middenstip.domain.initiatives.models import THEMES
from middenstip.web.shared.svg import ring_svg
from middenstip.web.shared.words import stage_words

SUMMARY = 150  # characters of the idea on a card
MARKS = {"gelukt": "gelukt", "deels": "deels gelukt", "mislukt": "ging mis"}


class Card(TypedDict):
    """One initiative, ready to print. `mark` tells how it ended, "" while it runs."""

    url: str
    ring: SafeString
    title: str
    summary: str
    line: str
    mark: str
    is_good: bool


def as_cards(rows: Iterable[dict[str, Any]], *, numbered: bool = False) -> list[Card]:
    """Rows of `initiatives.selectors.cards` as cards; `numbered` puts the number of the map in the ring."""
    words = _words(get_language())
    return [_card(row, words, number if numbered else "") for number, row in enumerate(rows, start=1)]


def address(public_id: str) -> str:
    """The address of an initiative, without asking the URL resolver for every card."""
    return f"/initiatief/{public_id}/"


def beginning(text: str) -> str:
    """The first words of a text, whole words, at most `SUMMARY` characters."""
    if len(text) <= SUMMARY:
        return text
    return (
        text[:SUMMARY].rpartition(" ")[0].rstrip(" ,.;:-") + "…"
        if " " in text[:SUMMARY]
        else text[:SUMMARY] + "…"
    )


def _card(row: dict[str, Any], words: dict[str, str], number: int | str) -> Card:
    theme = words.get(row["theme"] or "")
    parts = (row["area__name"], words[row["stage"]], theme)
    return Card(
        url=address(row["public_id"]),
        ring=ring_svg(row["halves"], number, 36),
        title=row["title"],
        summary=beginning(row["what"]),
        line=" · ".join(part for part in parts if part),
        mark=words.get(f"{row['stage']} {row['outcome']}".strip() + "!", ""),
        is_good=row["outcome"] == "gelukt",
    )


@lru_cache(maxsize=8)
def _words(language: str | None) -> dict[str, str]:
    """Stages, themes and endings in the language of the reader; kept, because a page asks it 25 times."""
    words = {slug: gettext(theme.word) for slug, theme in THEMES.items()}
    words |= {stage: stage_words(stage) for stage in STEPS} | {STOPPED: ""}
    words[f"{STOPPED}!"] = gettext("gestopt")
    return words | {f"{LEARNING} {outcome}!": gettext(word) for outcome, word in MARKS.items()}
