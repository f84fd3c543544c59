"""Samira at the desk takes Marijke's idea in."""

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Seat
from middenstip.journeys import assess_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, submitted, taken


def started(cast: Cast) -> Case:
    case = taken(cast)
    for one in (cast.marijke, cast.samira):
        case = intake.confirm_start(by=one, case=case, at=cast.tick())
    return case


def test_samira_takes_the_case_and_both_confirm_who_stays_initiator(cast: Cast) -> None:
    case = started(cast)
    assert case.state == "started"
    assert case.handler_id == cast.samira.seat
    assert Initiative.objects.get().stage == "desk"


def test_who_comes_second_hears_who_was_first(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(NotNow, match="al aangenomen door gebiedsregisseur dorpen, gemeente Deventer"):
        assess_initiative.take(by=cast.samira, case=case, at=cast.tick())


def test_a_neighbour_cannot_take_a_case(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="behandelaar van dit gebied"):
        assess_initiative.take(by=cast.tarik, case=submitted(cast).case, at=cast.tick())


def test_what_fits_in_no_box_goes_to_a_named_broker_and_is_never_a_no(cast: Cast) -> None:
    case = started(cast)
    with pytest.raises(Invalid) as refused:
        assess_initiative.decide(
            by=cast.samira, case=case, outcome="no_box", answer="We zoeken.", at=cast.tick()
        )
    assert list(refused.value.errors) == ["broker"]

    yara = Seat.objects.get(pk=cast.yara.seat)
    assess_initiative.decide(
        by=cast.samira,
        case=case,
        outcome="no_box",
        answer="Yara zoekt de weg.",
        broker=yara,
        at=cast.tick(),
    )
    initiative = Initiative.objects.get()
    assert (initiative.stage, initiative.connector) == ("connecting", yara)


def test_an_answer_before_both_confirmed_is_too_early(cast: Cast) -> None:
    case = taken(cast)
    with pytest.raises(NotNow):
        assess_initiative.decide(by=cast.samira, case=case, outcome="support", answer="Ja.", at=cast.tick())
    assert Initiative.objects.get().stage == "desk"
