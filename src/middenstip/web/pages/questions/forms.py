"""The forms of questions. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.choices import BlankChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.questions.lifecycle import KINDS, TIP
from middenstip.domain.questions.models import LONG, MIDDLE, SHORT, Line
from middenstip.kernel.half import HALF_CHOICES
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import area_groups, spots

SEEN = "ja"


class AskForm(Form):
    """A question: *Vraag, Toelichting, Motivatie, Werkgebied*. `seen`: what is like it was shown before."""

    text = fields.Title(label=_lazy("Vraag"), max_length=SHORT, help_text=_lazy("Eén zin, als vraag."))
    explanation = fields.Text(
        label=_lazy("Toelichting"),
        max_length=LONG,
        required=False,
        rows=5,
        help_text=_lazy("Wat speelt er? Wat heb je al geprobeerd?"),
    )
    motivation = fields.Text(
        label=_lazy("Motivatie"),
        max_length=MIDDLE,
        required=False,
        help_text=_lazy("Waarom wil je dit weten? Wat ga je ermee doen?"),
    )
    place = fields.Line(
        label=_lazy("Werkgebied"),
        max_length=120,
        required=False,
        help_text=_lazy("Vaag is prima: een dorp bij Deventer."),
    )
    area = forms.ChoiceField(
        label=_lazy("Welke wijk, welk dorp of welke buurt?"),
        required=False,
        help_text=_lazy("Mag leeg. Met een gebied weten we welke verbinder kan helpen."),
    )
    initiative = fields.Written(
        label=_lazy("Voor welk initiatief van jou?"),
        required=False,
        help_text=_lazy("Dan kun je van antwoorden taken maken."),
    )
    is_beginner = forms.BooleanField(
        label=_lazy("Ik begin net. Antwoord me vriendelijk en zonder vaktaal."), required=False
    )
    seen = fields.Line(widget=forms.HiddenInput, required=False, max_length=2)

    def __init__(self, *args: Any, own: Iterable[Initiative], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {one.public_id: one for one in own}
        places = spots()
        now = self.initial.get("area")
        if now and not any(now == code for _wijk, some in places for code, _name in some):
            places.insert(0, ("", [(now, self.initial["area_name"])]))
        self.fields["area"].choices = BlankChoiceIterator(places, [("", _("Dat weet ik niet"))])  # type: ignore[attr-defined]
        titles = [(one.public_id, one.title) for one in self.own.values()]
        self.fields["initiative"].choices = [("", _("Nog geen initiatief")), *titles]  # type: ignore[attr-defined]
        if not titles:
            del self.fields["initiative"]


class AnswerForm(Form):
    """An answer of a kind."""

    kind = forms.ChoiceField(
        label=_lazy("Wat voor antwoord is het?"),
        choices=[(kind, _lazy(word)) for kind, word in KINDS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=TIP,
    )
    text = fields.Text(
        label=_lazy("Jouw antwoord"),
        max_length=LONG,
        rows=4,
        help_text=_lazy("Je e-mailadres staat er nooit bij."),
    )


class LineForm(Form):
    """An own line of the list to prepare with."""

    text = fields.Title(label=_lazy("Zelf iets op de lijst zetten"), max_length=SHORT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="regel_%s", **kwargs)


class PlanForm(Form):
    """The lines that become actions."""

    lines = forms.MultipleChoiceField(
        label=_lazy("Wat wordt een taak?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="taak_%s", **kwargs)
        self.by_id = {one.public_id: one for one in lines if not one.action}
        self.fields["lines"].choices = [(key, one.text) for key, one in self.by_id.items()]  # type: ignore[attr-defined]


class ListForm(forms.Form):
    """The filters of the list."""

    q = fields.Line(label=_lazy("Zoek in vragen"), required=False, max_length=200)
    stand = forms.ChoiceField(
        label=_lazy("Stand"),
        required=False,
        choices=[
            ("", _lazy("Alle vragen")),
            ("open", _lazy("Wacht op antwoord")),
            ("beantwoord", _lazy("Heeft antwoord")),
        ],
    )
    helft = forms.ChoiceField(
        label=_lazy("Gevraagd door"),
        required=False,
        choices=[("", _lazy("Iedereen")), *((half, _lazy(word)) for half, word in HALF_CHOICES)],
    )
    gebied = forms.ChoiceField(label=_lazy("Gebied"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (wijk, [(code, name) for code, name, _kind in some]) for wijk, some in area_groups() if some
        ]
        self.kinds = {code: kind for _wijk, some in area_groups() for code, _name, kind in some}
        self.fields["gebied"].choices = BlankChoiceIterator(groups, [("", _("Overal"))])  # type: ignore[attr-defined]
