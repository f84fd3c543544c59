"""The small form: a file, what is on it, who made it, and a tick."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.files.content.kinds import DOCUMENT_BYTES
from middenstip.domain.files.content.wrong import EMPTY, TOO_LARGE
from middenstip.domain.files.models import ALT_LENGTH, CREDIT_LENGTH
from middenstip.domain.files.services import NOT_KEPT
from middenstip.kernel.holder import Holder
from middenstip.web.shared.fields import Line
from middenstip.web.shared.forms import Form
from middenstip.web.shared.upload import Lost

_PHOTOS = "image/*"
_ALL = f"{_PHOTOS},.pdf,.odt,.ods,.docx,.xlsx,.csv,.txt"


class Sent(forms.FileField):
    """A file of any name: only its bytes count."""

    def to_python(self, data: Any) -> Any:
        if isinstance(data, Lost):
            raise forms.ValidationError(_(NOT_KEPT), code="lost")
        if data is None:
            return None
        if data.size > DOCUMENT_BYTES:
            raise forms.ValidationError(_(TOO_LARGE), code="large")
        if not data.size:
            raise forms.ValidationError(_(EMPTY), code="empty")
        return data


class FileForm(Form):
    file = Sent(
        label=_lazy("Kies een foto of document"),
        help_text=_lazy(
            "Een foto tot 20 MB (JPEG, PNG, WebP, HEIC) of een document tot 25 MB (PDF, ODT, ODS, DOCX, XLSX,"
            " CSV, TXT)."
        ),
        error_messages={"required": _lazy("Kies eerst een bestand.")},
    )
    alt = Line(
        label=_lazy("Wat is er te zien of te lezen?"),
        help_text=_lazy("Eén zin, voor wie het niet ziet. Bijvoorbeeld: Zes buren planten een notenboom."),
        max_length=ALT_LENGTH,
    )
    credit = Line(label=_lazy("Wie maakte dit?"), max_length=CREDIT_LENGTH, required=False)
    has_consent = forms.BooleanField(
        label=_lazy("Wie herkenbaar op de foto staat, vond het goed"),
        help_text=_lazy("Staat er niemand herkenbaar op? Zet dan ook een vinkje."),
        required=False,
    )
    is_cover = forms.BooleanField(label=_lazy("Laat deze foto bovenaan zien"), required=False)

    def __init__(self, *args: Any, holder: Holder, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = _PHOTOS if holder.holds_one else _ALL
        if holder.noun != "initiative":
            del self.fields["is_cover"]
        if holder.asks_everyone:
            del self.fields["has_consent"]
        if holder.holds_one:
            self.fields["file"].label = _("Kies een foto")
            self.fields["file"].help_text = _("Tot 20 MB: JPEG, PNG, WebP of HEIC.")
