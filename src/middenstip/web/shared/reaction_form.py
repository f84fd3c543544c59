"""The form to react, which also stands on the page of an initiative. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.reactions.lifecycle import KINDS, TIP
from middenstip.domain.reactions.models import LENGTH
from middenstip.web.shared.fields import Text
from middenstip.web.shared.forms import Form

WORDS = [(kind, _lazy(word)) for kind, word in KINDS.items()]


class ReactionForm(Form):
    """Say something of a kind about a thing. Its ids differ from those of other forms on the page."""

    kind = forms.ChoiceField(
        label=_lazy("Wat wil je zeggen?"),
        choices=WORDS,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=TIP,
    )
    text = Text(
        label=_lazy("Jouw reactie"),
        max_length=LENGTH,
        help_text=_lazy("Een zorg of vraag krijgt antwoord. Je e-mailadres staat er nooit bij."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="reactie_%s", **kwargs)
