"""The forms of case studies. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.learning.lifecycle import LICENCES, OUTCOMES, SIZES
from middenstip.domain.learning.models import LONG, MIDDLE, SHORT, TEXTS, CaseStudy
from middenstip.kernel.half import HALF_CHOICES, bits_of, halves_of
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form

WORDS = [(half, _lazy(word)) for half, word in HALF_CHOICES]
ENDS = [(key, _lazy(word)) for key, word in OUTCOMES.items()]
CHOSEN = ("size", "origin_half", "outcome", "is_nameless", "licence")


def _text(label: Any, help_text: Any = "", length: int = MIDDLE, rows: int = 3) -> fields.Text:
    return fields.Text(label=label, help_text=help_text, max_length=length, required=False, rows=rows)


class FiveForm(Form):
    """The five questions to an initiator whose initiative has ended."""

    how = _text(_lazy("Hoe ontstond de samenwerking?"), _lazy("Wie zocht wie op? Wat was de eerste stap?"))
    broke_where = _text(_lazy("Waar liep het vast?"), _lazy("Ook als het lukte: wat was het moeilijkst?"))
    broke_cost = _text(_lazy("Wat kostte het?"), _lazy("Geld, tijd, of iets anders."))
    broke_now = _text(_lazy("Wat zou je nu anders doen?"))
    visit = fields.Line(label=_lazy("Mag iemand komen kijken? Wanneer?"), max_length=SHORT, required=False)


class StudyForm(Form):
    """The whole case study."""

    title = fields.Title(label=_lazy("Titel"), max_length=100)
    outcome = forms.ChoiceField(
        label=_lazy("Hoe liep het af?"),
        choices=ENDS,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        help_text=_lazy("Alle drie zijn evenveel waard. Van mislukt leert een ander vaak het meest."),
    )
    what = _text(_lazy("Wat was het?"), length=LONG, rows=6)
    place = fields.Line(label=_lazy("Waar was het?"), max_length=120, required=False)
    size = forms.ChoiceField(
        label=_lazy("Hoe groot is die plek?"),
        required=False,
        choices=[("", _lazy("Weet ik niet")), *((key, _lazy(word)) for key, word in SIZES.items())],
    )
    origin_half = forms.ChoiceField(
        label=_lazy("Wie begon?"), required=False, choices=[("", _lazy("Weet ik niet")), *WORDS]
    )
    took_part = forms.MultipleChoiceField(
        label=_lazy("Welke helften deden mee?"),
        choices=WORDS,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ms-keuzes--rij"}),
    )
    how = _text(
        _lazy("Hoe ontstond de samenwerking?"),
        _lazy("Hier leert een ander het meest van. Dit moet erin staan."),
        rows=5,
    )
    money = _text(_lazy("Hoeveel geld was er, en van wie?"))
    rules_met = _text(_lazy("Welke regels kwam je tegen?"))
    agreements_used = _text(_lazy("Welke afspraken maakten jullie?"))
    as_resident = _text(_lazy("Hoe kijkt een bewoner ernaar?"))
    as_professional = _text(_lazy("Hoe kijkt een professional ernaar?"))
    as_literature = _text(_lazy("Wat zeggen boeken en onderzoek?"), _lazy("Noem de bron."))
    broke_where = _text(_lazy("Waar liep het vast?"))
    broke_cost = _text(_lazy("Wat kostte dat?"))
    broke_now = _text(_lazy("Wat zou je nu doen?"))
    is_nameless = forms.BooleanField(label=_lazy("Zonder namen publiceren"), required=False)
    visit = fields.Title(
        label=_lazy("Neem gerust een kijkje"),
        max_length=SHORT,
        required=False,
        help_text=_lazy("Mag iemand langskomen? Zeg waar en wanneer."),
    )
    organisation = fields.Line(label=_lazy("Namens welke organisatie?"), max_length=120, required=False)
    licence = forms.ChoiceField(
        label=_lazy("Wat mag een ander ermee?"),
        choices=[(key, _lazy(word)) for key, word in LICENCES.items()],
        initial="by",
    )

    @property
    def texts(self) -> dict[str, str]:
        """The typed texts, for the services."""
        return {name: self.cleaned_data[name] for name in TEXTS}

    @property
    def choices(self) -> dict[str, Any]:
        """The choices, for the services."""
        chosen = {name: self.cleaned_data[name] for name in CHOSEN}
        return chosen | {"halves": bits_of(self.cleaned_data["took_part"])}


class CorrectForm(Form):
    """What is not right, according to somebody who was part of it."""

    remark = fields.Text(label=_lazy("Wat klopt er niet?"), max_length=MIDDLE)


class ListForm(forms.Form):
    """The filters of the list."""

    q = fields.Line(label=_lazy("Zoek in voorbeelden"), required=False, max_length=200)
    afloop = forms.ChoiceField(label=_lazy("Afloop"), required=False, choices=[("", _lazy("Alles")), *ENDS])
    plek = forms.ChoiceField(
        label=_lazy("Hoe groot"),
        required=False,
        choices=[("", _lazy("Alles")), *((key, _lazy(word)) for key, word in SIZES.items())],
    )
    helft = forms.ChoiceField(
        label=_lazy("Begonnen door"), required=False, choices=[("", _lazy("Iedereen")), *WORDS]
    )
    samen = forms.ChoiceField(
        label=_lazy("Wie deed mee"),
        required=False,
        choices=[("", _lazy("Alles")), ("drie", _lazy("Alle drie de helften"))],
    )


def start_of(study: CaseStudy) -> dict[str, Any]:
    """The values of a stored case study for its form."""
    told = {name: getattr(study, name) for name in (*TEXTS, *CHOSEN)}
    return told | {"took_part": [half.value for half in halves_of(study.halves)]}
