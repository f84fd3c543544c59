"""How a case stands: with whom the ball lies, what comes next, and what each reader can do about it."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Seat
from middenstip.journeys import assess_initiative, stop_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import Cast, person, seat_of, submitted, supported, taken
from tests.web.at_the_door import walk_in

START = ("#start", "Lees en bevestig")
ANSWER = ("#uitslag", "Geef Marijke antwoord")
MARIJKE = ("Marijke Wolterink", "initiatiefnemer")
SAMIRA = ("Samira Haddou", "gebiedsregisseur dorpen, gemeente Deventer")
BOTH = ("Samira Haddou en Marijke Wolterink", "")
TALK = "Praat met elkaar en bevestig allebei hoe jullie beginnen."
DONE, NOW, LATER = "gedaan", "nu", ""


def seen(cast: Cast, actor: Actor, case: Case) -> Any:
    """What stands on the page of the case for this reader, now."""
    with clock.frozen(cast.at):
        return walk_in(actor).get(f"/balie/zaak/{case.public_id}/").context


def ball(cast: Cast, case: Case) -> tuple[str, str, str]:
    """Who has it, in which role, and what comes next; the same for everybody."""
    stands = [seen(cast, actor, case)["stand"] for actor in (cast.marijke, cast.samira, cast.yara)]
    (found,) = {(stand["who"], stand["role"], stand["step"]) for stand in stands}
    return found


def readers(cast: Cast, case: Case) -> list[tuple[bool, Any]]:
    """For Marijke, Samira and Yara: whether the ball is theirs, and the button of the card."""
    stands = [seen(cast, actor, case)["stand"] for actor in (cast.marijke, cast.samira, cast.yara)]
    page, found = f"/balie/zaak/{case.public_id}/", []
    for stand in stands:
        do = stand["do"]
        found.append((stand["is_mine"], do and (do["url"].removeprefix(page), do["label"])))
    return found


def words(cast: Cast, case: Case) -> tuple[str, list[str]]:
    """The same in words for the initiator, and how far each of the few steps is."""
    told = seen(cast, cast.marijke, case)["seen"]
    assert [line["title"] for line in told["lines"]] in ([], ["Binnen", "Gesprek", "Antwoord", "Verder"])
    return told["text"], [line["state"] for line in told["lines"]]


def test_the_ball_goes_round_until_both_confirmed_and_the_answer_is_there(cast: Cast) -> None:
    case = submitted(cast).case
    assert ball(cast, case) == (
        "De balie",
        "nog van niemand",
        "Iemand van de balie neemt dit idee aan.",
    )
    assert readers(cast, case) == [(False, None)] * 3
    assert words(cast, case) == (
        "Je idee is binnen. Je hoort het zodra iemand van de balie het aanneemt.",
        [NOW, LATER, LATER, LATER],
    )
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    assert ball(cast, case) == (*BOTH, TALK)
    assert readers(cast, case) == [(True, START), (True, START), (False, None)]
    assert words(cast, case) == (
        "Samira Haddou is je vaste persoon bij de balie en bespreekt je idee met jou.",
        [DONE, NOW, LATER, LATER],
    )
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    assert ball(cast, case) == (*MARIJKE, "Lees de startverklaring en bevestig haar.")
    assert readers(cast, case) == [(True, START), (False, None), (False, None)]
    assert words(cast, case) == (
        "Samira Haddou bevestigde de start. Lees de startverklaring en bevestig jij ook.",
        [DONE, NOW, LATER, LATER],
    )
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    assert ball(cast, case) == (*SAMIRA, "Geef antwoord op het idee.")
    assert readers(cast, case) == [(False, None), (True, ANSWER), (False, None)]
    assert words(cast, case) == (
        "Jullie zijn begonnen. Samira Haddou geeft je antwoord.",
        [DONE, DONE, NOW, LATER],
    )
    told = {"text": "We belden.", "next_step": "Bel over de grond"}
    intake.write_note(by=cast.samira, case=case, **told, at=cast.tick())
    assert ball(cast, case) == (*SAMIRA, "Bel over de grond")
    assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert ball(cast, case) == ("", "", "De balie is klaar. Bij het initiatief staat wie nu aan zet is.")
    assert readers(cast, case) == [(False, None)] * 3
    assert words(cast, case) == (
        "De balie gaf antwoord en helpt je. Samira Haddou blijft je aanspreekpunt.",
        [DONE, DONE, DONE, NOW],
    )


def test_when_the_initiator_confirms_first_the_ball_stays_with_the_handler(cast: Cast) -> None:
    case = taken(cast)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    assert ball(cast, case) == (*SAMIRA, "Bevestig hoe jullie beginnen.")
    assert readers(cast, case) == [(False, None), (True, START), (False, None)]


def test_the_status_is_in_the_words_of_the_initiator_whoever_reads_it(cast: Cast) -> None:
    case = taken(cast)
    told = [seen(cast, actor, case)["seen"] for actor in (cast.marijke, cast.samira)]
    assert [one["title"] for one in told] == ["Zo staat het", "Dit ziet Marijke"]
    assert told[0]["text"] == told[1]["text"]


def decided(cast: Cast, outcome: str, connector: Actor | None = None) -> Case:
    case = taken(cast)
    for actor in (cast.samira, cast.marijke):
        intake.confirm_start(by=actor, case=case, at=cast.tick())
    seat = Seat.objects.get(pk=connector.seat_id) if connector else None
    told = {"outcome": outcome, "answer": "Dit is nieuw.", "connector": seat}
    return assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())


def test_who_is_helped_better_elsewhere_reads_so(cast: Cast) -> None:
    case = decided(cast, "refer")
    text = "De balie gaf antwoord: een ander helpt je beter. Samira Haddou blijft je aanspreekpunt."
    assert words(cast, case) == (text, [DONE, DONE, DONE, NOW])
    parties.leave_seat(person=person(cast.samira), seat=seat_of(cast.samira), at=cast.tick())
    text = text.replace(*SAMIRA)  # the seat stays, whoever sits in it
    assert words(cast, case) == (text, [DONE, DONE, DONE, NOW])


def test_a_verbinder_has_the_ball_until_the_way_is_found(cast: Cast) -> None:
    case = decided(cast, "no_box", cast.yara)
    assert ball(cast, case) == (
        "Yara Timmer",
        "verbinder",
        "Dit past in geen hokje. Zoek mensen en een plek die hierbij passen.",
    )
    table = (f"/initiatief/{case.initiative.public_id}/tafel/", "Open een tafel")
    assert readers(cast, case) == [(False, None), (False, None), (True, table)]
    text = "Je idee past in geen hokje. Dat is geen nee: Yara Timmer zoekt met je de weg."
    assert words(cast, case) == (text, [DONE, DONE, DONE, NOW])
    Initiative.objects.update(stage="goal")
    assert ball(cast, case) == ("", "", "De balie is klaar. Bij het initiatief staat wie nu aan zet is.")
    text = "De balie gaf antwoord en helpt je. Samira Haddou blijft je aanspreekpunt."
    assert words(cast, case) == (text, [DONE, DONE, DONE, NOW])


def end_roles(cast: Cast, actor: Actor) -> None:
    for grant in Grant.objects.filter(seat=actor.seat_id):
        parties.end_role(by=cast.noor, grant=grant, at=cast.tick())


def test_when_the_verbinder_is_gone_another_one_looks_on(cast: Cast) -> None:
    case = decided(cast, "no_box", cast.yara)
    end_roles(cast, cast.yara)
    stand = seen(cast, cast.samira, case)["stand"]
    assert (stand["who"], stand["role"], stand["is_mine"]) == ("Niemand", "de verbinder is weg", False)
    assert stand["step"] == "Een andere verbinder zoekt verder naar de weg."
    text = "Je idee past in geen hokje. Dat is geen nee: een andere verbinder zoekt verder met je."
    assert words(cast, case) == (text, [DONE, DONE, DONE, NOW])


def test_when_the_handler_is_gone_nobody_is_said_to_be_the_contact(cast: Cast) -> None:
    case = taken(cast)
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    end_roles(cast, cast.samira)
    stand = seen(cast, cast.yara, case)["stand"]
    assert (stand["who"], stand["role"], stand["is_mine"]) == ("Niemand", "de behandelaar is weg", False)
    assert stand["step"] == "Een collega neemt deze zaak over."
    assert words(cast, case) == (
        "Je vaste persoon bij de balie is weg. Je hoort het zodra een collega je idee overneemt.",
        [DONE, NOW, LATER, LATER],
    )


def test_what_stopped_is_nobodys(cast: Cast) -> None:
    initiative = supported(cast)
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    assert ball(cast, initiative.case) == ("", "", "Dit initiatief is gestopt.")
    assert words(cast, initiative.case) == ("Je bent gestopt. Wat je leerde blijft bewaard.", [])


@pytest.mark.parametrize(
    ("days", "moved", "still"),
    [
        (0, "Vandaag", ""),
        (1, "Gisteren", ""),
        (2, "2 dagen geleden", ""),
        (13, "13 dagen geleden", ""),
        (14, "14 dagen geleden", "14 dagen stil"),
    ],
)
def test_after_two_weeks_a_case_is_still_until_the_desk_is_done(
    cast: Cast, days: int, moved: str, still: str
) -> None:
    case, over, day = taken(cast), supported(cast).case, "maandag 2 november"
    cast.tick(days=days)
    stand = seen(cast, cast.samira, case)["stand"]
    assert (stand["moved"], stand["moved_on"], stand["still"]) == (moved, day, still)
    stand = seen(cast, cast.samira, over)["stand"]
    assert (stand["moved"], stand["moved_on"], stand["still"]) == (moved, day, "")
