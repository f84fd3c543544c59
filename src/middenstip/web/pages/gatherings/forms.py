"""The forms of gatherings. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.choices import BlankChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.gatherings.lifecycle import ANSWERS, CAME, KINDS, OLDEST
from middenstip.domain.gatherings.models import Gathering, NoteLine
from middenstip.domain.initiatives.models import PLAIN_THEMES
from middenstip.domain.parties.models import Seat
from middenstip.domain.signals.lifecycle import KINDS as SIGNALS
from middenstip.kernel.half import Half
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.gatherings import band_words
from middenstip.web.shared.place_choices import area_groups, districts
from middenstip.web.shared.reins_tick import ReinsTick

TOLD = (
    *("kind", "title", "what", "place", "online", "access", "theme", "places"),
    *("age_from", "age_to", "is_closed"),
)
THEMES = [("", _lazy("Geen thema")), *((theme.slug, _lazy(theme.word)) for theme in PLAIN_THEMES)]


class Clock(forms.TimeField):
    """A time of the clock on the wall."""

    def __init__(self, **more: Any) -> None:
        wrong = {"invalid": _lazy("Dit is geen tijd. Schrijf hem als 19:30.")}
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        super().__init__(input_formats=["%H:%M", "%H.%M"], widget=widget, error_messages=wrong, **more)


class GatheringForm(Form):
    """A gathering: what, when, where, and for how many."""

    kind = forms.ChoiceField(
        label=_lazy("Wat is het?"),
        choices=[(kind, _lazy(word)) for kind, word in KINDS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial="meeting",
    )
    title = fields.Title(label=_lazy("Hoe heet het?"), max_length=120)
    what = fields.Text(
        label=_lazy("Waar gaat het over?"),
        max_length=2000,
        required=False,
        rows=5,
        help_text=_lazy("Wat doen jullie, en voor wie is het?"),
    )
    day = fields.Day(label=_lazy("Welke dag?"))
    start = Clock(label=_lazy("Hoe laat begint het?"))
    until = fields.Day(
        label=_lazy("Welke dag eindigt het?"), required=False, help_text=_lazy("Leeg: dezelfde dag.")
    )
    end = Clock(label=_lazy("Hoe laat is het afgelopen?"))
    place = fields.Title(
        label=_lazy("Waar?"), max_length=200, required=False, help_text=_lazy("Straat en nummer, of de plek.")
    )
    online = fields.Line(
        label=_lazy("Online meedoen"),
        max_length=300,
        required=False,
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_lazy("Het adres van de video-vergadering."),
    )
    area = forms.ChoiceField(label=_lazy("Welk gebied?"), required=False)
    access = fields.Text(
        label=_lazy("Toegankelijkheid"),
        max_length=500,
        required=False,
        rows=2,
        help_text=_lazy("Drempels, toilet, ringleiding, bus, rust."),
    )
    theme = forms.ChoiceField(label=_lazy("Thema"), required=False, choices=THEMES)
    places = forms.IntegerField(
        label=_lazy("Hoeveel plekken zijn er?"),
        required=False,
        help_text=_lazy("Leeg: zoveel als er komen. Is het vol, dan komt er een wachtlijst."),
    )
    age_from = forms.IntegerField(
        label=_lazy("Voor jongeren: vanaf welke leeftijd?"), required=False, min_value=0, max_value=OLDEST
    )
    age_to = forms.IntegerField(
        label=_lazy("En tot en met?"),
        required=False,
        min_value=1,
        max_value=OLDEST,
        help_text=_lazy("Leeg: voor iedereen. Anders zeggen jongeren zonder account dat ze komen."),
    )
    is_closed = forms.BooleanField(
        label=_lazy("Besloten: alleen wie meedoet, leest het onderwerp en wat is opgeschreven"),
        required=False,
        help_text=_lazy("Bij ‘Waar gaat het over’ schrijf je dan waarom. Die reden leest iedereen."),
    )

    def __init__(self, *args: Any, has_area: bool = True, is_new: bool = True, **more: Any) -> None:
        super().__init__(*args, **more)
        if not has_area:
            del self.fields["area"]
            # An area is open to all: only what belongs to something can be closed.
        else:
            places = [(code, name) for _city, code, name in districts()]
            self.fields["area"].choices = [("", _("Kies een gebied")), *places]  # type: ignore[attr-defined]
        if has_area or not is_new:
            del self.fields["is_closed"]

    @property
    def told(self) -> dict[str, Any]:
        """The words and choices, as the service takes them."""
        return {name: self.cleaned_data.get(name) for name in TOLD if name in self.fields}

    @property
    def starts(self) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["start"])

    @property
    def ends(self) -> datetime:
        return datetime.combine(
            self.cleaned_data["until"] or self.cleaned_data["day"], self.cleaned_data["end"]
        )

    def absorb(self, refusal: Any) -> int:
        """The service speaks of moments; the form has a day and a time for each."""
        errors = getattr(refusal, "errors", {})
        for ours, theirs in (("start", "starts"), ("end", "ends")):
            if theirs in errors:
                refusal.errors = {ours if name == theirs else name: text for name, text in errors.items()}
                errors = refusal.errors
        return super().absorb(refusal)


class AgeForm(forms.Form):
    """One question a screen: in which age band somebody is, never a date of birth."""

    leeftijd = forms.ChoiceField(label=_lazy("Hoe oud ben je?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, bands: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["leeftijd"].choices = [  # type: ignore[attr-defined]
            (band, band_words(band)) for band in bands
        ]


class ComeYoungForm(Form):
    """The last screen: the age band goes along."""

    leeftijd = fields.Line(widget=forms.HiddenInput, max_length=8)


class CancelForm(Form):
    """Why it does not take place."""

    why = fields.Text(label=_lazy("Waarom gaat het niet door?"), max_length=500)


class HoldForm(Form):
    """The follow-up day."""

    follow_up_on = fields.Day(
        label=_lazy("Op welke dag is minstens één vervolgactie klaar?"),
        help_text=_lazy("Op die dag kijken we: is er één gedaan?"),
    )
    is_reviewed = forms.BooleanField(
        label=_lazy("Plan een terugkomsessie na drie maanden, en een na een jaar"),
        required=False,
        initial=True,
    )


class CameForm(Form):
    """What came of a line of the notes, asked in a terugkomsessie."""

    outcome = forms.ChoiceField(
        label=_lazy("Wat is ervan gekomen?"),
        choices=[(key, _lazy(word)) for key, word in CAME.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    text = fields.Text(label=_lazy("Toelichting"), max_length=500, required=False, rows=2)

    def __init__(self, *args: Any, line: NoteLine, **more: Any) -> None:
        super().__init__(*args, auto_id=f"terug{line.public_id}_%s", **more)
        self.line = line


class NoteForm(Form):
    """A line of the notes."""

    text = fields.Title(label=_lazy("Wat is er gezegd of afgesproken?"), max_length=200)


class CountForm(Form):
    """How many came without an account, per half."""

    residents = forms.IntegerField(label=_lazy("Bewoners"), min_value=0, required=False)
    government = forms.IntegerField(label=_lazy("Overheid"), min_value=0, required=False)
    business = forms.IntegerField(label=_lazy("Ondernemers"), min_value=0, required=False)
    others = forms.IntegerField(label=_lazy("Weet ik niet"), min_value=0, required=False)

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers by half."""
        halves = {"residents": Half.RESIDENTS, "government": Half.GOVERNMENT, "business": Half.BUSINESS}
        return {half: self.cleaned_data[name] or 0 for name, half in {**halves, "others": ""}.items()}


def count_start(gathering: Gathering) -> dict[str, int]:
    """The numbers as they are, to show in `CountForm`."""
    names = ("residents", "government", "business", "others")
    return {name: gathering.walked_in.get(half, 0) for name, half in zip(names, (*Half, ""), strict=True)}


class DraftForm(Form):
    """Who promises a line of the notes, to whom, and when."""

    promisor = forms.ChoiceField(label=_lazy("Wie belooft het?"))
    promisee = forms.ChoiceField(label=_lazy("Aan wie?"))
    due_on = fields.Day(label=_lazy("Wanneer is het klaar?"))

    def __init__(self, *args: Any, seats: Iterable[Seat], line: NoteLine, **more: Any) -> None:
        super().__init__(*args, auto_id=f"{line.public_id}_%s", **more)
        self.by_id = {seat.public_id: seat for seat in seats}
        choices = [("", _("Kies een zetel")), *((key, seat.label) for key, seat in self.by_id.items())]
        for name in ("promisor", "promisee"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class SignalForm(Form):
    """A line of the notes tells what holds people up."""

    kind = forms.ChoiceField(
        label=_lazy("Wat houdt je tegen?"), choices=[(key, _lazy(word)) for key, word in SIGNALS.items()]
    )
    text = fields.Text(label=_lazy("Wat gebeurt er dan?"), max_length=2000, rows=2)

    def __init__(self, *args: Any, line: NoteLine, **more: Any) -> None:
        super().__init__(*args, auto_id=f"signaal{line.public_id}_%s", **more)


class InviteForm(Form):
    """An institution is asked to join."""

    seat = forms.ChoiceField(label=_lazy("Wie vraag je?"))
    what_for = fields.Title(label=_lazy("Waarvoor?"), max_length=200)

    def __init__(self, *args: Any, seats: Iterable[Seat], asks_tick: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if asks_tick:
            self.fields["shares_reins"] = ReinsTick()
        self.by_id = {seat.public_id: seat for seat in seats}
        choices = [("", _("Kies een zetel")), *((key, seat.label) for key, seat in self.by_id.items())]
        self.fields["seat"].choices = choices  # type: ignore[attr-defined]


class SealForm(Form):
    """How many places per half are drawn, and the days to answer."""

    bewoners = forms.IntegerField(label=_lazy("Hoeveel bewoners?"), required=False, min_value=0)
    overheid = forms.IntegerField(label=_lazy("Hoeveel van de overheid?"), required=False, min_value=0)
    ondernemers = forms.IntegerField(label=_lazy("Hoeveel ondernemers?"), required=False, min_value=0)
    days = forms.IntegerField(
        label=_lazy("Hoeveel dagen heeft iemand om te antwoorden?"),
        initial=5,
        help_text=_lazy("Wie dan niets zei, maakt plaats voor de volgende."),
    )

    @property
    def places(self) -> dict[str, int]:
        """The places per half, as the service takes them."""
        return {half.value: self.cleaned_data[half.value] or 0 for half in Half}


class DrawForm(Form):
    """What was said aloud."""

    word = fields.Title(
        label=_lazy("Wat is er hardop gezegd?"),
        max_length=60,
        help_text=_lazy("Laat iemand een woord of getal noemen. Daarmee kan iedereen de loting nadoen."),
    )


class WillingForm(Form):
    """Where somebody may be drawn."""

    area = forms.ChoiceField(label=_lazy("Voor bijeenkomsten in"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        places = [(code, name) for _city, code, name in districts()]
        self.fields["area"].choices = [("", _("Kies een gebied")), *places]  # type: ignore[attr-defined]


class AnswerForm(Form):
    """Yes, yes if, or no because."""

    answer = forms.ChoiceField(
        label=_lazy("Doet je organisatie mee?"),
        choices=[(key, _lazy(word)) for key, word in ANSWERS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    text = fields.Text(label=_lazy("Toelichting"), max_length=500, required=False)


class PhotoForm(Form):
    """Who can be recognised on a photo, before it is chosen."""

    people = fields.Text(
        label=_lazy("Wie is herkenbaar op de foto?"),
        max_length=4000,
        required=False,
        rows=3,
        help_text=_lazy("In woorden en zonder naam, één per regel. Bijvoorbeeld: de vrouw met de gele jas."),
    )
    young = fields.Text(
        label=_lazy("En wie is jonger dan 16?"),
        max_length=4000,
        required=False,
        rows=2,
        help_text=_lazy("Ook één per regel. Voor hen geeft een ouder of voogd toestemming."),
    )
    is_empty = forms.BooleanField(label=_lazy("Er staat niemand herkenbaar op"), required=False)


class PortraitForm(Form):
    """Somebody who was forgotten."""

    words = fields.Title(
        label=_lazy("Wie staat er nog meer op?"),
        max_length=120,
        help_text=_lazy("In woorden en zonder naam."),
    )
    is_young = forms.BooleanField(label=_lazy("Jonger dan 16"), required=False)


class PaperForm(Form):
    """A signature on paper, or the answer by link."""

    by_guardian = forms.BooleanField(label=_lazy("Een ouder of voogd zegt ja"), required=False)


class ListForm(forms.Form):
    """The filters of the agenda."""

    soort = forms.ChoiceField(
        label=_lazy("Soort"),
        required=False,
        choices=[("", _lazy("Alles")), *((kind, _lazy(word)) for kind, word in KINDS.items())],
        widget=fields.LongSelect,
    )
    thema = forms.ChoiceField(
        label=_lazy("Thema"),
        required=False,
        choices=[("", _lazy("Alle thema’s")), *THEMES[1:]],
        widget=fields.LongSelect,
    )
    gebied = forms.ChoiceField(label=_lazy("Gebied"), required=False, widget=fields.LongSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (wijk, [(code, name) for code, name, _kind in some]) for wijk, some in area_groups() if some
        ]
        self.kinds = {code: kind for _wijk, some in area_groups() for code, _name, kind in some}
        self.fields["gebied"].choices = BlankChoiceIterator(groups, [("", _("Overal"))])  # type: ignore[attr-defined]
