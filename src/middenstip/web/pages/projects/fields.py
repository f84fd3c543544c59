"""A typed amount in euros, kept as whole cents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.projects import method
from middenstip.kernel.verdict import Invalid
from middenstip.web.shared.fields import Line
from middenstip.web.shared.words import in_words


class Amount(Line):
    """Euros as people write them in Dutch: *12,50* or *1.250,00*. What could be two amounts is refused."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("help_text", _lazy("In euro’s, bijvoorbeeld 1.250,00."))
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=30, widget=widget, **more)

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(value)
        if not typed:
            return None
        try:
            return method.cents(typed)
        except Invalid as wrong:
            raise forms.ValidationError(in_words(wrong.reason), code="amount") from wrong

    def prepare_value(self, value: Any) -> Any:
        """Cents as they were typed: *12,50*."""
        if not isinstance(value, int):
            return value
        return f"{value // 100},{value % 100:02}"

    def run_validators(self, value: Any) -> None:
        """The length was that of the typed text; the amount itself was checked."""
