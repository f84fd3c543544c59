"""What a scenario must say, how many stand side by side, and how people react."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from middenstip.domain.deliberation.lifecycle import LIKES, MOST_SCENARIOS
from middenstip.domain.deliberation.models import (
    CONDITION_LENGTH,
    Backing,
    Covenant,
    Scenario,
    ScenarioReaction,
)
from middenstip.kernel.verdict import Invalid, NotNow


def check_written_anew(answer: Backing | ScenarioReaction, words: str) -> None:
    """`NotNow` for new words where a moderator hid the old ones; the answer itself may change."""
    if answer.is_hidden and words not in ("", answer.words):
        raise NotNow("Wat je hier schreef, is verborgen. Je kunt je antwoord veranderen, je woorden niet.")


def check_scenario(
    told: Mapping[str, str], effects: Mapping[str, tuple[str, str]], *, is_known: bool
) -> None:
    """`Invalid` unless it says what happens, and for every half what that brings and costs."""
    empty = [name for name in ("title", "text", "gains", "gives_in") if not told[name]]
    empty += [
        f"{half}_{name}"
        for half, cells in effects.items()
        for name, text in zip(("brings", "costs"), cells, strict=True)
        if not text
    ]
    if empty:
        raise Invalid(dict.fromkeys(empty, "Vul dit in. Verandert er niets, schrijf dan: niets."))
    if is_known:
        raise Invalid({"title": "Zo heet al een scenario. Kies een andere titel."})


def check_room_beside(beside: Sequence[Scenario]) -> None:
    """`NotNow` when there are as many as people can compare."""
    if len(beside) >= MOST_SCENARIOS:
        raise NotNow("Er staan al vier scenario's. Meer kun je niet goed vergelijken. Verander er een.")


def check_readable(text: Scenario | Covenant) -> None:
    """`NotNow` while a moderator hides it: nobody answers, signs or changes what nobody can read."""
    if text.is_hidden:
        raise NotNow("Deze tekst is verborgen. Lees bij het besluit waarom.")


def check_like(choice: str, words: str) -> None:
    """`Invalid` for an unknown answer, or a sentence that is too long."""
    if choice not in LIKES:
        raise Invalid({"choice": "Kies een van de antwoorden."})
    if len(words) > CONDITION_LENGTH:
        raise Invalid({"words": "Dit is te lang. Zeg het in één zin."})
