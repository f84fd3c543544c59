"""Refusals with a value in them, in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import translation
from tools import messages

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Organisation
from middenstip.journeys import close_agreement
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Refused, said
from middenstip.web.shared.words import in_words
from tests.cast import Cast, draft, signed, table, taken

messages.build()  # before the first test reads a translation


def waiting_letters(cast: Cast) -> None:
    goal = table(cast)
    goals.write_letter(by=cast.marijke, goal=goal, text="Een bos.", at=cast.tick())
    goals.write_letter(by=cast.bas, goal=goal, text="Werk.", at=cast.tick())
    goals.reveal_letters(by=cast.bas, goal=goal, at=cast.tick())


def second_handler(cast: Cast) -> None:
    intake.take_case(by=cast.samira, case=taken(cast), at=cast.tick())


def second_side(cast: Cast) -> None:
    parties.choose_side(
        by=None,
        organisation=Organisation.objects.get(name="Kwekerij De Esch"),
        area=Area.objects.get(code="GM0150"),
        half=Half.RESIDENTS,
        reason="Wij wonen er ook.",
        at=cast.tick(),
    )


def unknown_theme(cast: Cast) -> None:
    draft(cast, themes=["ruimtevaart"])


def running_agreement(cast: Cast) -> None:
    initiative = signed(cast).initiative
    close_agreement.finish(
        by=cast.marijke, initiative=initiative, outcome="gelukt", lesson="", at=cast.tick()
    )


@pytest.mark.parametrize(
    ("act", "dutch", "english"),
    [
        (
            waiting_letters,
            "De briefjes gaan tegelijk open. We wachten nog op: adviseur Groen, gemeente Deventer.",
            "All notes open at the same time. We are still waiting for: adviseur Groen, gemeente Deventer.",
        ),
        (
            second_handler,
            "Deze zaak is al aangenomen door gebiedsregisseur dorpen, gemeente Deventer.",
            "This case has already been taken by gebiedsregisseur dorpen, gemeente Deventer.",
        ),
        (
            second_side,
            "In Deventer koos Kwekerij De Esch al een helft.",
            "In Deventer, Kwekerij De Esch already chose a half.",
        ),
        (unknown_theme, "Dit thema bestaat niet: ruimtevaart.", "There is no such theme: ruimtevaart."),
        (
            running_agreement,
            "Er loopt nog 1 afspraak. Sluit die eerst af: gedaan, of niet gehaald.",
            "1 agreement is still running. Close it first: done, or not met.",
        ),
    ],
)
def test_a_refusal_names_what_it_is_about_in_both_languages(
    cast: Cast, act: Callable[[Cast], None], dutch: str, english: str
) -> None:
    with pytest.raises(Refused) as refused:
        act(cast)
    assert in_words(refused.value.reason) == dutch
    with translation.override("en"):
        assert in_words(refused.value.reason) == english


def test_a_value_is_never_read_as_a_gap() -> None:
    named = said("Deze zaak is al aangenomen door %(seat)s.", seat="100% %(wie)s")
    assert named == "Deze zaak is al aangenomen door 100% %(wie)s."
    with translation.override("en"):
        assert in_words(named) == "This case has already been taken by 100% %(wie)s."
    assert in_words("") == ""
