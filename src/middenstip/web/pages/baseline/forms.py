"""The forms of scans and effects. Shape only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.baseline.lifecycle import AGES, NEEDS, VIEWS
from middenstip.domain.baseline.selectors import Series
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.half import Half
from middenstip.web.pages.baseline.present import value_words
from middenstip.web.shared.fields import Day, Line, Text, Title, Written
from middenstip.web.shared.forms import Form


def _number(label: Any, **more: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=14, decimal_places=4, localize=True, **more)


class ChooseForm(Form):
    """Which figures the scan is about."""

    keys = forms.MultipleChoiceField(
        label=_lazy("Welke cijfers wil je lezen?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, series: Iterable[Series], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["keys"].choices = [(one.indicator.key, _choice(one)) for one in series]  # type: ignore[attr-defined]


class StartForm(ChooseForm):
    """The question and the figures."""

    question = Title(
        label=_lazy("Wat wil je weten?"), max_length=200, help_text=_lazy("Eén vraag over dit gebied.")
    )
    field_order = ("question", "keys")


class OwnForm(Form):
    """A figure that people count themselves."""

    word = Title(label=_lazy("Wat meet je?"), max_length=120)
    value = _number(_lazy("Wat is de waarde?"))
    unit = Line(
        label=_lazy("In welke eenheid?"),
        max_length=30,
        required=False,
        help_text=_lazy("Zoals: keer per week."),
    )
    people = forms.IntegerField(
        label=_lazy("Over hoeveel mensen gaat het?"),
        min_value=0,
        max_value=100_000_000,
        required=False,
        help_text=_lazy("Gaat het over minder dan tien mensen, dan laten we de waarde niet zien."),
    )
    source = Title(label=_lazy("Hoe is het gemeten?"), max_length=200)


class MeasureForm(Form):
    """A new value of a figure that people count themselves."""

    line = forms.ChoiceField(label=_lazy("Welk cijfer?"))
    value = _number(_lazy("Wat is de waarde?"))
    people = OwnForm.base_fields["people"]

    def __init__(self, *args: Any, lines: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["line"].choices = [(one.key, one.word) for one in lines]  # type: ignore[attr-defined]


class ObserveForm(Form):
    """What somebody saw, and where."""

    text = Text(label=_lazy("Wat zag je?"), max_length=1000)
    place = Title(label=_lazy("Waar?"), max_length=120, required=False)
    is_sure = forms.BooleanField(label=_lazy("Dit is wat ik zag, geen oplossing."), required=False)


class ProposeForm(Form):
    """What could be done about it."""

    text = Text(label=_lazy("Wat kan er anders?"), max_length=1000)
    place = Title(label=_lazy("Waar?"), max_length=120, required=False)


class ReadForm(Form):
    """Three questions about the figures."""

    view = forms.ChoiceField(
        label=_lazy("Herken je de cijfers?"),
        choices=[(key, _lazy(word)) for key, word in VIEWS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    experience = Text(label=_lazy("Wat zijn jouw ervaringen?"), max_length=1000, required=False)
    stands_out = Text(label=_lazy("Wat valt op?"), max_length=1000, required=False)


class ValueForm(Form):
    """What the three halves want to reach, for one figure."""

    word = Title(label=_lazy("Wat willen jullie bereiken?"), max_length=120)
    figure = forms.ChoiceField(label=_lazy("Bij welk cijfer?"))
    target = _number(_lazy("Waar willen jullie heen?"))
    by_year = forms.IntegerField(label=_lazy("In welk jaar?"), min_value=2000, max_value=2200)
    trade_off = Title(label=_lazy("Wat mag dit kosten, en wat niet?"), max_length=400, required=False)

    def __init__(self, *args: Any, lines: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["figure"].choices = [(one.key, _(one.word)) for one in lines]  # type: ignore[attr-defined]


# The words of the lifecycle that are a choice here: it is plain Python, and does not say what is translated.
_noop("hier moet iets gebeuren")
_noop("dit is goed zo")
_noop("weet ik niet")
_noop("ja, dit herken ik")
_noop("deels")
_noop("nee, dit herken ik niet")
_noop("jonger dan 15 jaar")
_noop("15 tot 25 jaar")
_noop("25 tot 45 jaar")
_noop("45 tot 65 jaar")
_noop("65 jaar of ouder")
AGE_CHOICES = [("", _lazy("zeg ik niet")), *((key, _lazy(word)) for key, word in AGES.items())]


class AnswerForm(Form):
    """Whether something must happen, and how old who answers is."""

    need = forms.ChoiceField(
        label=_lazy("Wat vind jij?"),
        choices=[(key, _lazy(word)) for key, word in NEEDS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    age = forms.ChoiceField(label=_lazy("Hoe oud ben je?"), choices=AGE_CHOICES, required=False)


class PaperAnswersForm(Form):
    """How many people of a half gave an answer on paper."""

    need = forms.ChoiceField(label=_lazy("Welk antwoord?"), choices=AnswerForm.base_fields["need"].choices)  # type: ignore[attr-defined]
    half = forms.ChoiceField(
        label=_lazy("Van welke helft?"), choices=[(half.value, _lazy(half.word)) for half in Half]
    )
    age = forms.ChoiceField(label=_lazy("Van welke leeftijd?"), choices=AGE_CHOICES, required=False)
    number = forms.IntegerField(label=_lazy("Hoeveel op papier?"), min_value=0, max_value=999_999)


class ClaimForm(Form):
    """Which initiative helped which figure along."""

    initiative = Written(label=_lazy("Welk initiatief van jou?"))
    figure = forms.ChoiceField(label=_lazy("Bij welk cijfer hielp het?"))

    def __init__(self, *args: Any, own: Iterable[Initiative], lines: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.own = {one.public_id: one for one in own}
        self.fields["initiative"].choices = [(key, one.title) for key, one in self.own.items()]  # type: ignore[attr-defined]
        self.fields["figure"].choices = [(one.key, _(one.word)) for one in lines]  # type: ignore[attr-defined]


class EffectForm(Form):
    """What should change, and where it began."""

    word = Title(label=_lazy("Wat verandert er?"), max_length=120)
    unit = Line(label=_lazy("In welke eenheid?"), max_length=30, required=False)
    start = _number(_lazy("Wat was de eerste meting?"))
    start_on = Day(label=_lazy("Wanneer was dat?"))
    target = _number(_lazy("Waar wil je heen?"), required=False)


class EffectValueForm(Form):
    """What was measured on a day."""

    value = _number(_lazy("Wat meet je nu?"))
    value_on = Day(label=_lazy("Wanneer?"))


def _choice(one: Series) -> str:
    about, now = one.indicator, one.newest
    return f"{_(about.word)} | {value_words(now.value, about.style, about.unit)}, {now.source} {now.year}"
