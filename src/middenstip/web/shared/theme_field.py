"""Choosing themes: eight in plain words, each with its icon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models import PLAIN_THEMES, THEME_WORDS, THEMES

ICONS = {
    "natuur-en-milieu": "blad",
    "cultuur-en-recreatie": "spel",
    "zorg-en-gezondheid": "hart",
    "wonen": "huis",
    "verkeer": "straat",
    "onderwijs-en-wetenschap": "boek",
    "economie": "winkel",
    "sociale-zekerheid": "handen",
}
PLAIN = [(theme.slug, _lazy(theme.word)) for theme in PLAIN_THEMES]


class ThemeBoxes(forms.CheckboxSelectMultiple):
    """Choice cards in a row, with the icon of each theme."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs or {"class": "ms-keuzes--rij"})

    def create_option(self, name: str, value: Any, *more: Any, **words: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *more, **words)
        return option | {"icon": ICONS.get(str(value), "")}


class ThemesField(forms.MultipleChoiceField):
    """Shows the eight; every main theme of the official list stays valid, so that none is lost."""

    widget = ThemeBoxes

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=PLAIN, **more)

    def offer(self, offered: Sequence[str], had: Iterable[str]) -> None:
        """Show the themes that the administrator offers (none: the eight), and those the initiative has."""
        shown = dict.fromkeys([*(offered or dict(PLAIN)), *had])
        self.choices = [(slug, dict(PLAIN).get(slug) or _lazy(THEME_WORDS[slug])) for slug in shown]

    def valid_value(self, value: Any) -> bool:
        return value in THEMES
