"""Hiding a public text: its words leave their columns, so no page, list, search, API or mail can show them.

The words wait in the column `hidden` of the same row, which no page reads. Showing puts them back; a text
that was written anew in the meantime stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models

from middenstip.kernel.verdict import NotNow

HIDDEN = "Deze tekst is verborgen."
HELD = "Deze tekst wacht op nakijken."
GONE = "Deze tekst is weg."
PLACEHOLDERS = (HIDDEN, HELD, GONE)


class Hideable(models.Model):
    """A row with texts that can be hidden. `hidden` holds the words while they are; None: they can be read.

    `public_texts` are its columns, `belonging` relations to rows with more of the text.
    """

    public_texts: ClassVar[Sequence[str]] = ()
    belonging: ClassVar[Mapping[str, Sequence[str]]] = {}
    hidden = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_hidden(self) -> bool:
        return self.hidden is not None


def hide(row: Hideable, words: str) -> None:
    """Put `words` in place of every text. Hiding what is hidden changes only the words that stand there."""
    kept: dict[str, Any] = row.hidden or {}
    kept[""] = _replace(row, row.public_texts, words, kept.get("", {}))
    for name, columns in row.belonging.items():
        before = kept.get(name, {})
        rows = getattr(row, name).order_by("pk")
        kept[name] = {f"{one.pk}": _replace(one, columns, words, before.get(f"{one.pk}", {})) for one in rows}
    row.hidden = kept
    type(row)._default_manager.filter(pk=row.pk).update(hidden=kept)


def show(row: Hideable) -> None:
    """Put every text back where a placeholder still stands. `NotNow` when nothing is hidden."""
    if row.hidden is None:
        raise NotNow("Deze tekst is niet verborgen.")
    _put_back(row, row.hidden.get("", {}))
    for name in row.belonging:
        kept = row.hidden.get(name, {})
        for one in getattr(row, name).filter(pk__in=kept):
            _put_back(one, kept[f"{one.pk}"])
    row.hidden = None
    type(row)._default_manager.filter(pk=row.pk).update(hidden=None)


def drop(row: Hideable) -> None:
    """Delete the kept words for good; the placeholder stays."""
    row.hidden = {}
    type(row)._default_manager.filter(pk=row.pk).update(hidden={})


def words_of(hidden: Mapping[str, Any] | None) -> list[str]:
    """The kept words, for the person who wrote them and for a moderator."""
    if not hidden:
        return []
    own, others = hidden.get("", {}), [some for name, some in hidden.items() if name]
    return [*own.values(), *(text for some in others for one in some.values() for text in one.values())]


def _replace(
    row: models.Model, columns: Sequence[str], words: str, kept: Mapping[str, str]
) -> dict[str, str]:
    found = {key: text for key in columns if (text := getattr(row, key)) and text not in PLACEHOLDERS}
    filled = [key for key in columns if getattr(row, key)]
    _set(row, dict.fromkeys(filled, words))
    return {**kept, **found}


def _put_back(row: models.Model, kept: Mapping[str, str]) -> None:
    _set(row, {key: text for key, text in kept.items() if getattr(row, key) in PLACEHOLDERS})


def _set(row: models.Model, values: Mapping[str, str]) -> None:
    for key, value in values.items():
        setattr(row, key, value)
    if values:
        type(row)._default_manager.filter(pk=row.pk).update(**values)
