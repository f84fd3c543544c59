"""Who asks for support, and how it is answered, online and on paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from middenstip.domain.deliberation.lifecycle import ANYWHERE, BACKINGS, CONDITION
from middenstip.domain.deliberation.models import CONDITION_LENGTH, Pile, Support
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, said

SUPPORT_CLOSED = "Deze vraag is gesloten. Wat mensen zeiden, blijft zoals het is."
ANSWERED_OTHERWISE = "Je gaf hier al antwoord met een andere pet. Eén mens, één antwoord."
PILE_TWICE = "Deze stapel is al twee keer hetzelfde ingetypt. Hij telt mee."


def check_support(question: str, text: str, places: Collection[str], offered: Collection[str]) -> None:
    """`Invalid` without a plan to support, or without a place that it is about (codes of areas)."""
    if not question:
        raise Invalid({"question": "Schrijf de vraag op."})
    if not text:
        raise Invalid({"text": "Schrijf op welk plan mensen steunen."})
    if not places or not set(places) <= set(offered):
        raise Invalid({"places": "Kies om welke buurten het gaat."})


def check_running(support: Support, at: datetime) -> None:
    """`NotNow` after the closing time, also before the worker has closed it, and when its text is hidden."""
    if at >= support.closes_at:
        raise NotNow(SUPPORT_CLOSED)
    if support.is_hidden:
        raise NotNow("Deze vraag is verborgen. Lees bij het besluit waarom.")


def check_place(support: Support, place: str) -> None:
    """`Invalid` for a place that this question is not about."""
    if place not in {one["code"] for one in support.places} | set(ANYWHERE):
        raise Invalid({"place": "Kies waar je woont of werkt."})


def check_backing(choice: str, words: str) -> None:
    """`Invalid` for an unknown answer, and for a condition without words."""
    if choice not in BACKINGS:
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if choice == CONDITION and not words:
        raise Invalid({"words": "Zeg in één zin onder welke voorwaarde."})
    if len(words) > CONDITION_LENGTH:
        raise Invalid({"words": "Dit is te lang. Zeg het in één zin."})


def check_pile(support: Support, half: str, numbers: Sequence[int], counted: int) -> None:
    """`Invalid` for a pile without people, or with more than its half has; `counted` came on paper before."""
    if half not in set(Half):
        raise Invalid({"half": "Kies bij welke helft deze stapel hoort."})
    if min(numbers) < 0 or not sum(numbers):
        raise Invalid({"backs": "Tel hoeveel bladen er in de stapel zitten."})
    if counted + sum(numbers) > support.members[half]:
        most = support.members[half]
        raise Invalid({"backs": said("Dat is meer dan de %(most)s mensen van deze helft.", most=most)})


def check_pile_words(conditional: int, lines: Sequence[str]) -> None:
    """`Invalid` when nobody typed in the conditions of who supports it under a condition."""
    if conditional and not lines:
        raise Invalid({"words": "Typ ook over welke voorwaarden erbij staan."})
    if any(len(one) > CONDITION_LENGTH for one in lines):
        raise Invalid({"words": "Een regel is te lang. Maak van elke regel één zin."})


def check_typed_again(pile: Pile) -> None:
    """`NotNow` when two people typed in this pile already."""
    if pile.second_by_id:
        raise NotNow(PILE_TWICE)
