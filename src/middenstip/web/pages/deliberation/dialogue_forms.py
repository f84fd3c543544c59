"""The forms of a dialogue. Shape only. `number` is somebody on paper, for whom the one who leads types."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.deliberation.lifecycle import METHODS, ROUNDS, STANCES
from middenstip.domain.deliberation.models import CONDITION_LENGTH, QUESTION_LENGTH, TEXT_LENGTH, VIEW_LENGTH
from middenstip.kernel.half import HALF_CHOICES
from middenstip.web.shared.fields import Text, Title
from middenstip.web.shared.forms import Form

METHOD_HELP = {
    "deep": _lazy("Deep Democracy | In vijf stappen, ook voor wat moeilijk ligt. Elk nee telt."),
    "rounds": _lazy("Consent | Het gaat door zonder bezwaar. Voor wat je kunt terugdraaien."),
}
OBJECTS = {"ja": _lazy("geen bezwaar"), "nee": _lazy("bezwaar"), "neutraal": _lazy("blanco")}
RECOGNISES = [("ja", _lazy("Ja, ook een beetje")), ("nee", _lazy("Nee, dit herken ik niet"))]
HITS = [("ja", _lazy("Ja, deze raakt mij")), ("nee", _lazy("Nee, deze niet"))]
ROW = {"class": "ms-keuzes--rij"}


class DialogueForm(Form):
    question = Title(label=_lazy("Waar gaat het gesprek over?"), max_length=QUESTION_LENGTH)
    method = forms.ChoiceField(
        label=_lazy("Hoe praten jullie?"),
        choices=[(method, METHOD_HELP[method]) for method in METHODS],
        initial="deep",
        widget=forms.RadioSelect,
    )
    text = Text(
        label=_lazy("Wat is het voorstel?"),
        help_text=_lazy("Nodig bij consent. Bij Deep Democracy komt het in het gesprek zelf."),
        max_length=TEXT_LENGTH,
        required=False,
    )


class SpeakingForm(Form):
    """A form of somebody who takes part; with `paper` the numbers of who takes part on paper."""

    number = forms.TypedChoiceField(
        label=_lazy("Voor welk nummer typ je dit in?"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args: Any, paper: Collection[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if paper:
            self.fields["number"].choices = [(one, f"{one}") for one in paper]  # type: ignore[attr-defined]
        else:
            del self.fields["number"]


class ViewForm(SpeakingForm):
    text = Title(label=_lazy("Wat wil je zeggen?"), max_length=VIEW_LENGTH, required=False)


class RecogniseForm(SpeakingForm):
    answer = forms.ChoiceField(
        label=_lazy("Herken je er iets van?"), choices=RECOGNISES, widget=forms.RadioSelect(attrs=ROW)
    )
    words = Title(label=_lazy("In je eigen woorden"), max_length=VIEW_LENGTH, required=False)

    def __init__(self, *args: Any, is_arrow: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_arrow:
            self.fields["answer"].label = _lazy("Raakt deze pijl jou?")
            self.fields["answer"].choices = HITS  # type: ignore[attr-defined]
            self.fields["words"].label = _lazy("Wat leer je ervan?")


class StanceForm(SpeakingForm):
    choice = forms.ChoiceField(label=_lazy("Jouw antwoord"), widget=forms.RadioSelect(attrs=ROW))
    need = Title(
        label=_lazy("Bij bezwaar: welke schade zie je?"), max_length=CONDITION_LENGTH, required=False
    )

    def __init__(self, *args: Any, method: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = OBJECTS if method == ROUNDS else {key: _lazy(word) for key, word in STANCES.items()}
        self.fields["choice"].choices = list(words.items())  # type: ignore[attr-defined]
        if method != ROUNDS:
            del self.fields["need"]


class NeedForm(SpeakingForm):
    need = Title(
        label=_lazy("Wat heb je nodig om mee te gaan?"),
        help_text=_lazy("Niets dat helpt? Laat het leeg."),
        max_length=CONDITION_LENGTH,
        required=False,
    )


class PaperForm(Form):
    half = forms.ChoiceField(
        label=_lazy("Bij wie hoort deze deelnemer?"),
        choices=[(half, _lazy(word)) for half, word in HALF_CHOICES],
        widget=forms.RadioSelect(attrs=ROW),
    )
    number = forms.IntegerField(label=_lazy("Nummer op de kaart"), min_value=1, max_value=999)


class ProposalForm(Form):
    text = Text(label=_lazy("Het voorstel zoals het er nu ligt"), max_length=TEXT_LENGTH)
