"""The base class of all our forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, Refused
from middenstip.web.shared.fields import Line
from middenstip.web.shared.words import in_words

FILL_IN = forms.Field.default_error_messages["required"]


class Form(forms.Form):
    """Checks only shape: length, type, choice. Rules are in the rooms; `absorb` shows their refusals.

    `key` makes sending the form twice the same as sending it once; the view passes it to the journey.
    """

    key = Line(widget=forms.HiddenInput, required=False, max_length=64, initial=new_id)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField) and field.error_messages["required"] == FILL_IN:
                field.error_messages["required"] = _lazy("Maak een keuze.")

    def absorb(self, refusal: Refused) -> int:
        """Put a refusal at its field, or above the form; returns the HTTP status of the answer.

        After a refusal because of the state (409) the form gets a new key: sent again, it is a new form.
        """
        if not isinstance(refusal, Invalid):
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data[self.add_prefix("key")] = new_id()  # type: ignore[index]
            self.add_error(None, in_words(refusal.reason))
            return 409
        for name, sentence in refusal.errors.items():
            self.add_error(name if name in self.fields else None, in_words(sentence))
        return 422
