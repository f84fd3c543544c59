"""A name and an outline. Shape only; the outline itself is read in the room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from middenstip.web.shared.forms import Form

LARGEST = 500_000  # bytes: some 20,000 corners, far more than a border needs


class DrawForm(Form):
    """Either the text or the file; the file wins."""

    name = forms.CharField(label=_("Hoe heet het gebied?"), max_length=100)
    geometry = forms.CharField(
        label=_("Plak de grens als GeoJSON"),
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        required=False,
    )
    file = forms.FileField(
        label=_("Of kies een bestand"),
        help_text=_("Een GeoJSON-bestand van hooguit 500 kB."),
        widget=forms.FileInput,
        required=False,
        allow_empty_file=True,
    )

    def clean(self) -> dict[str, Any]:
        """`outline`: what was pasted, or what stands in the file."""
        told = super().clean() or {}
        file = told.get("file")
        told["outline"] = self._read(file) if file else told.get("geometry", "").strip()
        if not told["outline"] and not {"geometry", "file"} & set(self.errors):
            self.add_error("file" if file else "geometry", _now("Plak de grens, of kies een bestand."))
        return told

    def _read(self, file: Any) -> str:
        if file.size > LARGEST:
            self.add_error("file", _now("Dit bestand is te groot. Bewaar de grens met minder punten."))
            return ""
        try:
            text: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _now("Dit bestand is geen tekst. Kies een GeoJSON-bestand."))
            return ""
        if "\x00" in text:
            self.add_error("file", _now("Dit bestand is geen tekst. Kies een GeoJSON-bestand."))
            return ""
        return text.strip()
