"""A name and an outline. Shape only; the areas room reads the outline."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel import typed
from middenstip.web.shared.fields import Pasted, Title
from middenstip.web.shared.forms import Form

LARGEST = 500_000  # bytes: about 20,000 corners, far more than a border needs


class DrawForm(Form):
    """The border as a file, as pasted text, or as corners: the first of these that is given."""

    name = Title(label=_lazy("Hoe heet het gebied?"), max_length=100)
    points = Pasted(
        label=_lazy("De hoeken van het gebied"),
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        required=False,
        help_text=_lazy("Elke hoek op een regel: lengte en breedte in graden, zoals 6,27105 52,27188."),
    )
    geometry = Pasted(
        label=_lazy("Plak de grens als GeoJSON"),
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        required=False,
    )
    file = forms.FileField(
        label=_lazy("Of kies een bestand"),
        help_text=_lazy("Een GeoJSON-bestand van hooguit 500 kB."),
        widget=forms.FileInput,
        required=False,
        allow_empty_file=True,
    )

    def clean(self) -> dict[str, Any]:
        """Set `outline`: the pasted text, or the text of the file."""
        told = super().clean() or {}
        file = told.get("file")
        told["outline"] = self._read(file) if file else told.get("geometry", "")
        empty = not told["outline"] and not told.get("points")
        if empty and not {"points", "geometry", "file"} & set(self.errors):
            self.add_error("file" if file else "points", _("Wijs de hoeken aan, of plak de grens."))
        return told

    def _read(self, file: Any) -> str:
        if file.size > LARGEST:
            self.add_error("file", _("Dit bestand is te groot. Bewaar de grens met minder punten."))
            return ""
        try:
            text: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _("Dit bestand is geen tekst. Kies een GeoJSON-bestand."))
            return ""
        if "\x00" in text:
            self.add_error("file", _("Dit bestand is geen tekst. Kies een GeoJSON-bestand."))
            return ""
        return typed.text(text)
