"""Asking another to carry an action: who is asked can say yes as long as the question stands."""

from __future__ import annotations

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.parties.models import Seat
from middenstip.kernel import clock
from tests.cast import Cast, seat_of, taken
from tests.web.at_the_door import page, walk_in

ASKED = "Neem je dit over? Bel de buren"


def planned(cast: Cast) -> Action:
    return intake.plan_action(by=cast.marijke, case=taken(cast), text="Bel de buren", at=cast.tick())


def test_a_question_is_over_after_its_day(cast: Cast) -> None:
    action, gerrit = planned(cast), walk_in(cast.gerrit)
    told = {"action": action, "to": seat_of(cast.gerrit), "until": cast.day(2)}
    intake.ask_carry(by=cast.marijke, **told, at=cast.tick())
    take = f"/balie/actie/{action.public_id}/overnemen/"
    case = f"/balie/zaak/{action.case.public_id}/"
    sent = {f"neem-{action.public_id}-until": cast.day(2).isoformat()}
    with clock.frozen(cast.tick(days=2)):
        assert ASKED in page(gerrit, "/mijn/")
        assert [words in page(gerrit, case) for words in (take, "is gevraagd om")] == [True, True]
    with clock.frozen(cast.tick(days=1)):
        assert ASKED not in page(gerrit, "/mijn/")
        assert [words in page(gerrit, case) for words in (take, "is gevraagd om")] == [False, False]
        answer = gerrit.post(take, sent)
        assert answer.status_code == 409
        assert "De eigenaar kan het opnieuw vragen." in answer.text


def test_nobody_is_asked_to_carry_what_is_carried(cast: Cast) -> None:
    action, marijke = planned(cast), walk_in(cast.marijke)
    ask = f"/balie/actie/{action.public_id}/vragen/"
    case = f"/balie/zaak/{action.case.public_id}/"
    assert ask in page(marijke, case)
    intake.carry_action(by=cast.samira, action=action, until=cast.day(9), at=cast.tick())
    assert ask not in page(marijke, case)
    prefix = f"vraag-{action.public_id}"
    sent = {f"{prefix}-to": cast.yara.seat_public_id, f"{prefix}-until": "2034-01-01"}
    answer = marijke.post(ask, sent)
    assert (answer.status_code, "Iemand draagt deze actie al." in answer.text) == (409, True)
    assert ASKED not in page(walk_in(cast.yara), "/mijn/")


def test_the_owner_is_not_asked_in_another_hat(cast: Cast) -> None:
    action, marijke = planned(cast), walk_in(cast.marijke)
    marijke.post("/mijn/zetel/", {"half": "ondernemers", "area": "WK015014"})
    prefix = f"vraag-{action.public_id}"
    sent = {f"{prefix}-to": cast.marijke.seat_public_id, f"{prefix}-until": "2034-01-01"}
    answer = marijke.post(f"/balie/actie/{action.public_id}/vragen/", sent)
    assert (answer.status_code, "Deze actie is al van die zetel." in answer.text) == (422, True)
    assert Action.objects.get().asked is None
    assert Seat.objects.filter(memberships__person=cast.marijke.person_id).count() == 2
