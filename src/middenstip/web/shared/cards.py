"""Initiatives as cards in a list: texts, URL and ring are computed here, so the template only prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypedDict

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from middenstip.domain.files.selectors import covers
from middenstip.domain.initiatives.lifecycle import LEARNING, STEPS, STOPPED
from middenstip.domain.initiatives.method import stems
from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.rooms import path_to
from middenstip.web.shared.files import photo
from middenstip.web.shared.matched import marked, passage
from middenstip.web.shared.svg import ring_svg
from middenstip.web.shared.words import stage_words

SUMMARY = 150  # characters of the idea on a card
MARKS = {"gelukt": "gelukt", "deels": "deels gelukt", "mislukt": "ging mis"}


class Card(TypedDict):
    """One initiative, ready to print. `mark` says how it ended, "" while it runs."""

    url: str
    ring: SafeString
    number: str
    title: str
    summary: str
    line: str
    mark: str
    is_good: bool
    photo: dict[str, Any] | None


def as_cards(rows: Sequence[dict[str, Any]], *, numbered: bool = False, asked: str = "") -> list[Card]:
    """Rows of `initiatives.selectors.cards` as cards; `numbered` puts the number of the map in the ring.

    With a search text in `asked` the words that match are marked, so that a reader sees why it was found.
    One query, for the covers of all of them.
    """
    words = _words(get_language())
    if parts := stems(asked):
        passages = [{**row, "what": passage(row["what"], parts, SUMMARY)} for row in rows]
        cards = as_cards(passages, numbered=numbered)
        for card in cards:
            card["title"], card["summary"] = marked(card["title"], parts), marked(card["summary"], parts)
        return cards
    photos = covers("initiative", [row["public_id"] for row in rows])
    listed = [_card(row, words, number if numbered else "") for number, row in enumerate(rows, start=1)]
    for row, card in zip(rows, listed, strict=True):
        if cover := photos.get(row["public_id"]):
            card["photo"] = photo(cover, "klein")
    return listed


def address(public_id: str) -> str:
    """The URL of an initiative, built without the URL resolver, which is slow for a list of cards."""
    return path_to("initiative", public_id)


def beginning(text: str) -> str:
    """The first words of a text, whole words, at most `SUMMARY` characters."""
    if len(text) <= SUMMARY:
        return text
    return (
        text[:SUMMARY].rpartition(" ")[0].rstrip(" ,.;:-") + "…"
        if " " in text[:SUMMARY]
        else text[:SUMMARY] + "…"
    )


def ending(row: Mapping[str, Any]) -> str:
    """How an initiative ended: *gelukt*, *gestopt*; "" while it runs."""
    return _words(get_language()).get(f"{row['stage']} {row['outcome']}".strip() + "!", "")


def _card(row: dict[str, Any], words: dict[str, str], number: int | str) -> Card:
    theme = words.get(row["theme"] or "")
    parts = (row["area__name"], words[row["stage"]], theme)
    return Card(
        url=address(row["public_id"]),
        ring=ring_svg(row["halves"], number, 36),
        number=row["number"],
        title=row["title"],
        summary=beginning(row["what"]),
        line=" · ".join(part for part in parts if part),
        mark=words.get(f"{row['stage']} {row['outcome']}".strip() + "!", ""),
        is_good=row["outcome"] == "gelukt",
        photo=None,
    )


@lru_cache(maxsize=8)
def _words(language: str | None) -> dict[str, str]:
    """Stages, themes and endings in the language of the reader; cached, as a page needs them 25 times."""
    words = {slug: _(word) for slug, word in THEME_WORDS.items()}
    words |= {stage: stage_words(stage) for stage in STEPS} | {STOPPED: ""}
    words[f"{STOPPED}!"] = _("gestopt")
    return words | {f"{LEARNING} {outcome}!": _(word) for outcome, word in MARKS.items()}
