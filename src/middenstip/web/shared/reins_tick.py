"""The tick before the first partner of an initiative."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.web.shared.forms import Form


class ReinsTick(forms.BooleanField):
    """Before the first partner: working together costs some control."""

    def __init__(self) -> None:
        label = _lazy("Ik weet het: wie samenwerkt, verliest altijd een stuk regie.")
        help_text = _lazy("Dit vragen we één keer. Wat vast blijft, staat op je regie-kaart.")
        super().__init__(label=label, help_text=help_text, required=False)


class TickForm(Form):
    """Only the tick, beside buttons that accept an offer."""

    shares_reins = ReinsTick()
