"""What goes up comes back: a signal is bundled, addressed, answered, and may be asked again once."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.moderation.models import Posting
from middenstip.domain.parties.models import Membership, Organisation
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.lifecycle import ANSWERED, SIGNAL
from middenstip.domain.signals.method import alike
from middenstip.domain.signals.models import Policy, Report, Signal
from middenstip.domain.signals.selectors import (
    figures_of,
    policies,
    policy_by_id,
    reports_of,
    seats_to_ask,
    signal_by_id,
    signal_rows,
    signals_in,
)
from middenstip.domain.signals.services.signals import Hinders
from middenstip.domain.signals.tasks import ring_bells
from middenstip.domain.signals.turns import turn
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Refused
from tests.cast import Cast, draft, neighbourhood, seat_of, submitted, supported
from tests.notices.ears import heard, post

TEXTS = {"title": "Een vergunning voor elke boom", "text": "Elke boom vraagt een vergunning van weken."}


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def village() -> Area:
    return Area.objects.select_related("municipality", "district").get(code="WK015014")


def report(cast: Cast, by: Actor, title: str = "", **more: Any) -> Signal:
    texts = TEXTS | ({"title": title} if title else {})
    told: dict[str, Any] = {"kind": "rule", "area": village(), "texts": texts, "at": cast.tick()}
    return signals.report_signal(by=by, **{**told, **more})


def addressed(cast: Cast) -> Signal:
    signal = report(cast, cast.marijke)
    return signals.address_signal(by=cast.samira, signal=signal, to=seat_of(cast.ilse), at=cast.tick())


def answer(cast: Cast, signal: Signal, outcome: str = "stays") -> Signal:
    told = {"outcome": outcome, "text": "De wet zegt het.", "at": cast.tick()}
    return signals.answer_signal(by=cast.ilse, signal=signal, **told)


def test_every_reporter_gets_the_answer_and_may_ask_again_once(cast: Cast) -> None:
    signal = report(cast, cast.marijke, hours_lost=8)
    signals.join_signal(by=cast.gerrit, signal=signal, hours_lost=2, at=cast.tick())
    signals.join_signal(by=cast.gerrit, signal=signal, hours_lost=2, at=cast.tick())
    signal = signals.address_signal(by=cast.yara, signal=signal, to=seat_of(cast.ilse), at=cast.tick())
    assert (signal.report_count, signal.hours_lost, signal.due_on) == (2, 10, date(2026, 11, 30))
    signals.study_signal(by=cast.ilse, signal=signal, at=cast.tick())
    post(cast)
    answer(cast, signal)
    post(cast)
    title = TEXTS["title"]
    for who in (cast.marijke, cast.gerrit):
        assert heard(who)[-3:] == [
            f"Je signaal ligt bij adviseur Groen van gemeente Deventer: {title}",
            f"Je signaal wordt onderzocht: {title}",
            f"Antwoord op je signaal: {title}",
        ]
    with pytest.raises(Forbidden, match="Alleen wie dit signaal gaf"):
        signals.reopen_signal(by=cast.tarik, signal=signal, why="Nee.", at=cast.tick())
    with pytest.raises(Invalid, match="waarom dit antwoord"):
        signals.reopen_signal(by=cast.marijke, signal=signal, why=" ", at=cast.tick())
    signals.reopen_signal(by=cast.marijke, signal=signal, why="De wet is veranderd.", at=cast.tick())
    with pytest.raises(NotNow, match="wacht op antwoord"):
        signals.reopen_signal(by=cast.gerrit, signal=signal, why="Ik ook.", at=cast.tick())
    answer(cast, signal, "adapted")
    with pytest.raises(Forbidden, match="al een keer opnieuw"):
        signals.reopen_signal(by=cast.marijke, signal=signal, why="Weer.", at=cast.tick())
    post(cast)
    assert heard(cast.gerrit).count(f"Antwoord op je signaal: {title}") == 2
    city = Organisation.objects.get(folded="gemeente deventer").public_id
    told = figures_of(city, cast.today)
    assert (told.asked, told.answered, told.in_time, told.waiting, told.share) == (1, 1, 1, 0, 100)


def test_the_same_signal_is_suggested_and_bundled_by_people(cast: Cast) -> None:
    first, second = report(cast, cast.marijke), report(cast, cast.gerrit, "Vergunning voor iedere boom")
    third = report(cast, cast.tarik, "Bomen vragen een vergunning")
    other = report(cast, cast.bas, texts={"title": "Geen stroom", "text": "Het net is vol."})
    assert alike(second) == [first, third]
    assert alike(other) == []
    with pytest.raises(Forbidden, match="balie van dit gebied"):
        signals.bundle_signal(by=cast.tarik, signal=second, into=first, at=cast.tick())
    with pytest.raises(Invalid, match="hetzelfde signaal"):
        signals.bundle_signal(by=cast.samira, signal=first, into=first, at=cast.tick())
    signals.bundle_signal(by=cast.samira, signal=third, into=second, at=cast.tick())
    into = signals.bundle_signal(by=cast.samira, signal=second, into=first, at=cast.tick())
    assert (into.report_count, len(reports_of(into))) == (3, 3)
    found = signal_by_id(third.public_id)
    assert found
    assert (found.state, found.into, turn(found)) == ("bundled", first, None)
    with pytest.raises(NotNow, match="er niet meer"):
        signals.bundle_signal(by=cast.samira, signal=other, into=second, at=cast.tick())
    signals.address_signal(by=cast.samira, signal=first, to=seat_of(cast.ilse), at=cast.tick())
    answer(cast, first)
    post(cast)
    for who in (cast.marijke, cast.gerrit, cast.tarik):
        assert f"Antwoord op je signaal: {TEXTS['title']}" in heard(who)
    assert "Je signaal is samengevoegd: Vergunning voor iedere boom" in heard(cast.gerrit)


def test_a_signal_about_a_person_is_refused_with_where_to_go(cast: Cast) -> None:
    with pytest.raises(Invalid, match=r"klachtenregeling.*ombudsman"):
        report(cast, cast.marijke, about_person=True)
    with pytest.raises(Invalid) as refused:
        report(
            cast, cast.marijke, kind="wens", texts={"title": " ", "text": "Bel 06-12345678", "default": "x"}
        )
    assert list(refused.value.errors) == ["title", "kind", "default", "text"]
    with pytest.raises(Invalid, match="aantal uren"):
        report(cast, cast.marijke, hours_lost=-1)
    with pytest.raises(NotNow, match="concept"):
        report(cast, cast.marijke, hinders=Hinders(draft(cast)))
    assert Signal.objects.count() == 0


def test_a_signal_is_public_text_and_sent_once(cast: Cast) -> None:
    initiative = submitted(cast)
    told = {"kind": "rule", "area": village(), "texts": TEXTS, "key": "een", "hinders": Hinders(initiative)}
    first = publish_text.signal(by=cast.marijke, **told, at=cast.tick())
    again = publish_text.signal(by=cast.marijke, **told, at=cast.tick())
    assert first.pk == again.pk
    assert Posting.objects.filter(noun="signaal").count() == 1
    signals.hide_signal(code=first.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    assert signal_rows(village(), "rule", None, 9) == []
    signals.show_signal(code=first.public_id, by=None, at=cast.tick())
    assert [row["title"] for row in signal_rows(None, "", first.pk + 1, 9)] == [TEXTS["title"]]


def test_only_the_first_reporter_takes_it_back_while_it_is_theirs_alone(cast: Cast) -> None:
    signal = report(cast, cast.marijke)
    with pytest.raises(Forbidden, match="wie dit signaal gaf"):
        signals.withdraw_signal(by=cast.bas, signal=signal, at=cast.tick())
    signals.join_signal(by=cast.bas, signal=signal, at=cast.tick())
    with pytest.raises(Forbidden, match="Anderen hebben hier ook last van"):
        signals.withdraw_signal(by=cast.marijke, signal=signal, at=cast.tick())
    own = report(cast, cast.marijke)
    assert signals.withdraw_signal(by=cast.marijke, signal=own, at=cast.tick()).bell_on is None
    assert signals_in(village(), "rule", "open", 9) == [signal]
    assert signals_in(None, "", "antwoord", 9) == []
    assert signals_in(None, "", "", 9, (cast.tick(), 0)) == [signal]


def test_who_it_lies_with_answers_or_passes_it_on(cast: Cast) -> None:
    signal = report(cast, cast.marijke)
    first = turn(signal)
    assert first
    assert (first.act, first.seats) == ("route_signal", ())
    with pytest.raises(Forbidden, match="balie van dit gebied"):
        signals.address_signal(by=cast.ilse, signal=signal, to=seat_of(cast.ilse), at=cast.tick())
    signal = signals.address_signal(by=cast.samira, signal=signal, to=seat_of(cast.ilse), at=cast.tick())
    now = turn(signal)
    assert now
    assert now.seats == (cast.ilse.seat_id,)
    with pytest.raises(NotNow, match="ligt al bij"):
        signals.address_signal(by=cast.samira, signal=signal, to=seat_of(cast.ilse), at=cast.tick())
    assert seat_of(cast.samira) in seats_to_ask(signal, cast.today)
    signal = signals.address_signal(by=cast.ilse, signal=signal, to=seat_of(cast.marijke), at=cast.tick())
    with pytest.raises(Forbidden, match="de zetel waar het ligt"):
        answer(cast, signal)
    Membership.objects.filter(seat=cast.bas.seat_id).update(until_on=cast.today)
    with pytest.raises(Invalid, match="zit nu niemand"):
        signals.address_signal(by=cast.samira, signal=signal, to=seat_of(cast.bas), at=cast.tick())
    told = {"by": cast.marijke, "signal": signal, "at": cast.tick()}
    with pytest.raises(Invalid) as refused:
        signals.answer_signal(outcome="misschien", text="", **told)
    assert list(refused.value.errors) == ["outcome", "text"]
    signals.answer_signal(outcome="exception", text="Ja, hier wel.", **told)
    again = signals.reopen_signal(by=cast.marijke, signal=signal, why="Nog niet.", at=cast.tick())
    assert again.due_on == date(2026, 11, 30)


def test_a_signal_without_an_answer_rings(cast: Cast) -> None:
    signal = addressed(cast)
    post(cast)
    before = {who: len(heard(who)) for who in (cast.ilse, cast.marijke, cast.noor)}
    for day in (date(2026, 11, 19), date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 7)):
        cast.at = at(day)
        ring_bells(cast.at)
        ring_bells(cast.at)
        post(cast)
    assert len(heard(cast.ilse)) - before[cast.ilse] == 4
    assert len(heard(cast.marijke)) - before[cast.marijke] == 2
    assert heard(cast.noor)[before[cast.noor] :] == [f"Een signaal wacht te lang: {TEXTS['title']}"] * 2
    answer(cast, signal)
    assert ring_bells(at(date(2027, 2, 1))) == 0
    lone = report(cast, cast.gerrit)  # nobody sent it on: the desk rings
    Membership.objects.all().update(until_on=cast.today)
    ring_bells(at(date(2027, 2, 1)))
    assert Signal.objects.get(pk=lone.pk).bell_on > date(2027, 2, 1)


def test_new_policy_goes_to_the_initiatives_it_touches(cast: Cast) -> None:
    initiative = supported(cast)
    texts = {"title": "Bomenplan", "text": "Minder vergunningen."}
    told: dict[str, Any] = {"kind": "plan", "area": village(), "texts": texts, "at": cast.tick()}
    touched = [initiative.public_id]
    with pytest.raises(Forbidden, match="de overheid of de balie"):
        signals.send_policy(by=cast.bas, initiatives=touched, **told)
    with pytest.raises(Invalid) as refused:
        signals.send_policy(by=cast.ilse, initiatives=[], **(told | {"kind": "x", "texts": {}}))
    assert list(refused.value.errors) == ["title", "text", "kind", "initiatives"]
    policy = signals.send_policy(by=cast.ilse, initiatives=touched, key="a", **told)
    assert signals.send_policy(by=cast.ilse, initiatives=touched, key="a", **told).pk == policy.pk
    about = {"policy": policy, "initiative": Initiative.objects.get(), "at": cast.tick()}
    with pytest.raises(Forbidden, match="initiatiefnemer"):
        signals.answer_policy(by=cast.ilse, answer="Goed.", **about)
    with pytest.raises(Invalid, match="voor jou betekent"):
        signals.answer_policy(by=cast.marijke, answer=" ", **about)
    signals.answer_policy(by=cast.marijke, answer="Dit helpt ons.", **about)
    post(cast)
    assert "Nieuw beleid raakt je initiatief: Bomenplan" in heard(cast.marijke)
    assert "Een initiatief zei wat het beleid betekent: Bomenplan" in heard(cast.ilse)
    assert policies(9, (cast.tick(), 0)) == policies(9) == [policy]
    assert str(policy_by_id(policy.public_id)) == str(Policy.objects.get()) == "Bomenplan"


ACTS = st.sampled_from(["join", "address", "study", "adapted", "stays", "reopen", "withdraw", "ring"])


@settings(max_examples=20, deadline=None)
@given(st.lists(ACTS, max_size=10))
def test_a_signal_never_ends_without_an_answer_or_a_bell(django_db_blocker: Any, acts: list[str]) -> None:
    with django_db_blocker.unblock(), transaction.atomic():
        cast = neighbourhood()
        signal = report(cast, cast.marijke)
        for act in acts:
            with pytest.raises(Refused) if not _fits(cast, signal, act) else transaction.atomic():
                _do(cast, signal, act)
            signal = Signal.objects.get(pk=signal.pk)
            is_told = signal.state in (*ANSWERED, "withdrawn")
            assert is_told or signal.bell_on is not None
            assert (signal.answered_at is not None) >= (signal.state in ANSWERED)
        transaction.set_rollback(True)


def _fits(cast: Cast, signal: Signal, act: str) -> bool:
    if act == "ring":
        return True
    if act == "reopen" and Report.objects.filter(reopened_at__isnull=False).exists():
        return False
    if act == "address" and signal.to_id:
        return False  # it lies there already
    if act == "withdraw" and signal.report_count > 1:
        return False
    if act in ("study", "adapted", "stays") and not signal.to_id:
        return False
    return SIGNAL.allows(signal.state, act)


def _do(cast: Cast, signal: Signal, act: str) -> None:
    told: dict[str, Any] = {"signal": signal, "at": cast.tick()}
    if act == "join":
        signals.join_signal(by=cast.bas, **told)
    elif act == "address":
        signals.address_signal(by=cast.samira, to=seat_of(cast.ilse), **told)
    elif act == "study":
        signals.study_signal(by=cast.ilse, **told)
    elif act == "reopen":
        signals.reopen_signal(by=cast.marijke, why="Nee.", **told)
    elif act == "withdraw":
        signals.withdraw_signal(by=cast.marijke, **told)
    elif act == "ring":
        ring_bells(cast.tick(days=9))
    else:
        signals.answer_signal(by=cast.ilse, outcome=act, text="Daarom.", **told)
