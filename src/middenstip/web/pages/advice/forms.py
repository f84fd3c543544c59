"""The forms of advice. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.choices import BlankChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.advice.lifecycle import ANSWERS
from middenstip.domain.advice.models import LONG, MIDDLE, SHORT
from middenstip.domain.initiatives.models import PLAIN_THEMES
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import area_groups

THEMES = [("", _lazy("Geen thema")), *((theme.slug, _lazy(theme.word)) for theme in PLAIN_THEMES)]


class AskForm(Form):
    """A request for advice: what, why, until when, and what happens with it."""

    question = fields.Title(
        label=_lazy("Wat willen jullie weten?"), max_length=SHORT, help_text=_lazy("Eén zin, als vraag.")
    )
    context = fields.Text(label=_lazy("Wat speelt er?"), max_length=LONG, rows=5)
    use = fields.Text(
        label=_lazy("Wat doen jullie met het advies?"),
        max_length=MIDDLE,
        help_text=_lazy("Wie beslist, wanneer, en waar kan het advies nog iets aan veranderen?"),
    )
    closes_on = fields.Day(
        label=_lazy("Tot en met welke dag kan iemand advies geven?"),
        help_text=_lazy("Daarna antwoorden jullie binnen tien werkdagen op elk advies."),
    )
    theme = forms.ChoiceField(
        label=_lazy("Thema"),
        choices=THEMES,
        required=False,
        help_text=_lazy("Wie kennis over dit thema aanbiedt, krijgt jullie vraag."),
    )
    area = forms.ChoiceField(label=_lazy("Voor welk gebied?"), required=False)

    def __init__(self, *args: Any, has_area: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_area:  # that of the initiative or the goal that it is about
            del self.fields["area"]
            return
        groups = [
            (wijk, [(code, name) for code, name, _kind in some]) for wijk, some in area_groups() if some
        ]
        self.fields["area"].choices = BlankChoiceIterator(groups, [("", _("De hele gemeente"))])  # type: ignore[attr-defined]


class GiveForm(Form):
    """An advice."""

    text = fields.Text(label=_lazy("Jouw advies"), max_length=LONG, rows=5)
    because = fields.Title(
        label=_lazy("Waarom weet jij hier iets van?"),
        max_length=SHORT,
        required=False,
        help_text=_lazy("Mag leeg. Bijvoorbeeld: ik fiets hier elke dag, of het was mijn werk."),
    )


class AnswerForm(Form):
    """The answer of the organisation to one advice."""

    answer = forms.ChoiceField(
        label=_lazy("Wat doen jullie ermee?"),
        choices=[(answer, _lazy(word)) for answer, word in ANSWERS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    text = fields.Text(
        label=_lazy("Toelichting"),
        max_length=MIDDLE,
        required=False,
        help_text=_lazy("Bij ‘deels’ en ‘niet’ hoort altijd de reden."),
    )

    def __init__(self, *args: Any, row: str, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{row}_%s", **kwargs)
        self.row = row


class ListForm(forms.Form):
    """The filters of the list."""

    stand = forms.ChoiceField(
        label=_lazy("Stand"),
        required=False,
        choices=[
            ("", _lazy("Alles")),
            ("open", _lazy("Je kunt nu advies geven")),
            ("wacht", _lazy("Wacht op antwoord")),
            ("klaar", _lazy("Afgerond")),
        ],
    )
    gebied = forms.ChoiceField(label=_lazy("Gebied"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (wijk, [(code, name) for code, name, _kind in some]) for wijk, some in area_groups() if some
        ]
        self.kinds = {code: kind for _wijk, some in area_groups() for code, _name, kind in some}
        self.fields["gebied"].choices = BlankChoiceIterator(groups, [("", _("Overal"))])  # type: ignore[attr-defined]
