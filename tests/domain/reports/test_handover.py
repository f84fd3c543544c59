"""What a seat still owes when its person leaves: cases, promises, actions, signals and answers to advice."""

from datetime import timedelta

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Membership
from middenstip.domain.reports.selectors.handover import handover_of
from middenstip.domain.signals import services as signals
from middenstip.journeys import publish_text
from tests.cast import Cast, person, seat_of, signed, taken


def test_a_handler_who_leaves_owes_cases_actions_and_signals(cast: Cast) -> None:
    case = taken(cast)
    seat = seat_of(cast.samira)
    handler = case.handler
    intake.plan_action(by=cast.samira, case=case, text="Bel de buren", owner=handler, at=cast.tick())
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    texts = {"title": "Elke boom", "text": "Weken wachten."}
    told = {"kind": "rule", "area": area, "texts": texts}
    signal = signals.report_signal(by=cast.marijke, **told, at=cast.tick())
    signals.address_signal(by=cast.samira, signal=signal, to=seat, at=cast.tick())
    before = handover_of(seat, cast.today)
    assert (before.is_empty, before.empty_since) == (False, None)
    parties.leave_seat(person=person(cast.samira), seat=seat, at=cast.tick())
    dossier = handover_of(seat, cast.today)
    assert (dossier.is_empty, dossier.empty_since) == (True, cast.today)
    assert [one.name for one in dossier.cases] == ["Voedselbos Lettele"]
    assert [one.name for one in dossier.actions] == ["Bel de buren"]
    assert [one.public_id for one in dossier.signals] == [signal.public_id]
    assert dossier.promises == dossier.advice == ()
    Membership.objects.filter(seat=seat).delete()
    assert handover_of(seat, cast.today + timedelta(days=1)).empty_since is None


def test_a_promise_stays_with_the_seat(cast: Cast) -> None:
    made = signed(cast)
    dossier = handover_of(seat_of(cast.ilse), cast.today)
    assert [(one.public_id, one.due) for one in dossier.promises] == [(made.public_id, made.due_on)]
    assert Agreement.objects.get().promisor_id == cast.ilse.seat_id


def test_answers_to_advice_stay_owed_by_the_seat(cast: Cast) -> None:
    told = {"question": "Waar is het nat?", "context": "Het regent.", "use": "Een kaart."}
    area = Area.objects.get(code="WK015014")
    by = {"texts": told, "area": area, "closes_on": cast.day(7)}
    request = publish_text.advice_request(by=cast.ilse, **by, at=cast.tick())
    assert handover_of(seat_of(cast.ilse), cast.today).advice == ()
    publish_text.advice(by=cast.marijke, request=request, text="Bij de brug.", at=cast.tick())
    parties.leave_seat(person=person(cast.ilse), seat=seat_of(cast.ilse), at=cast.tick())
    dossier = handover_of(seat_of(cast.ilse), cast.today)
    assert [(one.public_id, one.name) for one in dossier.advice] == [(request.public_id, "Waar is het nat?")]
