"""The forms of the podium. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.podium.lifecycle import PROMISES
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import districts

TOLD = ("kind", "what", "euros", "until")


class EditionForm(Form):
    """The next edition."""

    title = fields.Title(label=_lazy("Hoe heet deze editie?"), max_length=120)
    what = fields.Text(label=_lazy("Waar gaat het over?"), max_length=2000, required=False, rows=4)
    area = forms.ChoiceField(label=_lazy("Welk gebied?"))
    place = fields.Title(label=_lazy("Waar?"), max_length=200)
    on = fields.Day(label=_lazy("Welke dag?"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        places = [(code, name) for _city, code, name in districts()]
        self.fields["area"].choices = [("", _("Kies een gebied")), *places]  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        """The words and the day, as the service takes them."""
        return {name: self.cleaned_data[name] for name in ("title", "what", "place", "on")}


class PitchForm(Form):
    """A pitch: which initiative, its one ask, and for how long."""

    initiative = fields.Written(label=_lazy("Welk initiatief?"))
    ask = fields.Title(
        label=_lazy("Wat vraag je aan de zaal?"), max_length=200, help_text=_lazy("Eén vraag.")
    )
    minutes = forms.IntegerField(label=_lazy("Hoeveel minuten?"), min_value=1, max_value=30, initial=5)

    def __init__(self, *args: Any, initiatives: Iterable[Initiative], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {one.public_id: one for one in initiatives}
        choices = [(key, masked(one.title)) for key, one in self.by_id.items()]
        self.fields["initiative"].choices = [("", _("Kies een initiatief")), *choices]  # type: ignore[attr-defined]


class PromiseForm(Form):
    """What somebody in the audience promises."""

    kind = forms.ChoiceField(
        label=_lazy("Wat beloof je?"),
        choices=[(key, _lazy(word)) for key, word in PROMISES.items()],
        widget=forms.RadioSelect,
    )
    what = fields.Title(label=_lazy("Wat precies?"), max_length=200)
    euros = forms.IntegerField(
        label=_lazy("Hoeveel euro?"), required=False, help_text=_lazy("Alleen als je geld geeft.")
    )
    until = fields.Day(label=_lazy("Wanneer is het klaar?"))

    @property
    def told(self) -> dict[str, Any]:
        """The promise, as the service takes it."""
        return {name: self.cleaned_data[name] for name in TOLD}


class CardForm(PromiseForm):
    """A card that the host types in."""

    name = fields.Title(label=_lazy("Welke naam staat op de kaart?"), max_length=80)
    half = forms.ChoiceField(
        label=_lazy("Welke helft?"),
        choices=[(half.value, _lazy(half.value)) for half in Half],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, auto_id="kaart_%s", **more)
