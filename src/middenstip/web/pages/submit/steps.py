"""One form in three screens: what, where, why.

The answers of the other screens travel along as hidden fields, so that nothing is stored for a visitor, the
form works without JavaScript, and a form in which everything is filled in can be sent at once.
"""

from __future__ import annotations

from django import forms

from middenstip.domain.initiatives.selectors.themes import guessed_themes
from middenstip.web.shared.fields import Line
from middenstip.web.shared.place_form import PlaceForm

SCREENS = (
    ("what", "title"),
    ("where", "area", "lon", "lat"),
    ("why", "themes", "half", "home", "name", "email"),
)
LAST = len(SCREENS)


class Steps(PlaceForm):
    """`step` is the screen that was sent (1 to 3); `guessed` the themes that were guessed for it."""

    step = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=LAST)
    guessed = Line(widget=forms.HiddenInput, required=False, max_length=200)

    def wrong_until(self, screen: int) -> int:
        """The first screen up to this one with a mistake; 0 when there is none."""
        asked = enumerate(SCREENS[:screen], start=1)
        return next((number for number, names in asked if self.errors.keys() & {*names}), 0)

    def show(self, screen: int, with_errors: bool = True) -> Steps:
        """Make this screen the visible one. Mistakes on another screen are told there."""
        shown = SCREENS[screen - 1]
        if self.is_bound:
            elsewhere = {name for names in SCREENS if names != shown for name in names}
            self._drop_errors(elsewhere if with_errors else {*self.errors})
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["step"] = str(screen)  # type: ignore[index]
            if screen == LAST:
                self._guess()
        self.initial["step"] = screen
        for name, field in self.fields.items():
            if name not in shown:
                field.widget = field.hidden_widget()
        self.screen = screen
        return self

    def _drop_errors(self, names: set[str]) -> None:
        for name in names & self.errors.keys():
            del self.errors[name]

    def _guess(self) -> None:
        """Tick the themes that the text seems to be about, unless the writer chose others."""
        chosen, before = self.data.getlist("themes"), self.data.get("guessed", "")  # type: ignore[attr-defined]
        if sorted(chosen) != sorted(before.split()):
            return
        guess = guessed_themes(" ".join(self.data.get(name, "") for name in ("title", "what")))
        self.data.setlist("themes", guess)  # type: ignore[attr-defined]
        self.data["guessed"] = " ".join(guess)  # type: ignore[index]

    @property
    def is_last(self) -> bool:
        return self.screen == LAST
