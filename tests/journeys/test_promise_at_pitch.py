"""The third edition: four pitches, nine promises of which three on cards, six signed; and a year later."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.podium import rules, services
from middenstip.domain.podium.models import Edition, Pitch, Promise
from middenstip.domain.podium.selectors import card_by_id, pitch_by_id
from middenstip.journeys import promise_at_pitch, publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, submitted
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, walk_in

ASK = "Wie heeft een stuk grond?"


def edition(cast: Cast, days: int = 20, **more: Any) -> Edition:
    told = {"title": f"Podium {days}", "place": "Dorpshuis", "on": cast.day(days), **more}
    area = Area.objects.select_related("municipality", "district").get(code="WK015014")
    return publish_text.edition(by=cast.ilse, told=told, area=area, at=cast.tick())


def steps(cast: Cast, one: Edition, times: int = 1) -> Edition:
    for _ in range(times):
        one = services.step_edition(by=cast.ilse, edition=one, at=cast.tick())
    return one


def pitches(cast: Cast, one: Edition, initiative: Initiative, **more: Any) -> Pitch:
    told: dict[str, Any] = {"ask": f"{ASK} Voor {initiative.title}.", "minutes": 5, **more}
    return publish_text.pitch(by=cast.marijke, edition=one, initiative=initiative, **told, at=cast.tick())


def on_stage(cast: Cast, titles: tuple[str, ...] = ("Voedselbos Lettele",)) -> list[Pitch]:
    """The evening began; these initiatives pitch."""
    one = steps(cast, edition(cast))
    made = [pitches(cast, one, submitted(cast, title)) for title in titles]
    for pitch in made:
        services.choose_pitch(by=cast.ilse, pitch=pitch, at=cast.tick())
    steps(cast, one)
    cast.tick(days=20)
    steps(cast, one)
    found = [pitch_by_id(pitch.public_id) for pitch in made]
    return [pitch for pitch in found if pitch]


def told(cast: Cast, **more: Any) -> dict[str, Any]:
    return {"kind": "hands", "what": "Twee dagen planten", "euros": None, "until": cast.day(40), **more}


def promises(cast: Cast, by: Actor, pitch: Pitch, **more: Any) -> Promise:
    return promise_at_pitch.promise(by=by, pitch=pitch, told=told(cast, **more), at=cast.tick())


def card(cast: Cast, pitch: Pitch, name: str = "Jan", **more: Any) -> Promise:
    made = services.type_card(
        by=cast.ilse, pitch=pitch, told=told(cast, **more), name=name, half="bewoners", at=cast.tick()
    )
    found = card_by_id(made.public_id)
    assert found
    return found


def signs(cast: Cast, promise: Promise, *actors: Actor) -> None:
    for actor in actors:
        one = Agreement.objects.get(public_id=promise.code)
        agreements.sign_agreement(by=actor, agreement=one, number=1, at=cast.tick())


def test_a_year_later_the_archive_says_what_came_of_four_pitches_and_nine_promises(cast: Cast) -> None:
    for number in (1, 2):
        assert edition(cast, number).number == number
    first, second, third, fourth = on_stage(cast, ("Bos", "Werkplaats", "Moestuin", "Buurtbus"))
    assert first.edition.number == 3
    post(cast)
    assert "Op het programma: Bos" in heard(cast.marijke)
    made = [
        promises(cast, cast.bas, first, kind="money", euros=500, what="Voor de bomen"),
        promises(cast, cast.gerrit, first, kind="join", what="Ik plant mee"),
        promises(cast, cast.ilse, first, kind="permission", what="De kap"),
        promises(cast, cast.bas, second, kind="place", what="Mijn schuur"),
        promises(cast, cast.gerrit, third),
        promises(cast, cast.bas, fourth),
    ]
    assert promises(cast, cast.gerrit, third) == made[4]  # twice is once
    cards = [card(cast, pitch) for pitch in (first, second, third)]
    assert Agreement.objects.get(public_id=made[0].code).what == "Voor de bomen (€ 500)"
    claimed = promise_at_pitch.claim(by=cast.gerrit, card=cards[1], at=cast.tick())
    assert promise_at_pitch.claim(by=cast.gerrit, card=cards[1], at=cast.tick()).code == claimed.code
    assert claimed.name == ""
    with pytest.raises(NotNow, match="kwam al iemand"):
        promise_at_pitch.claim(by=cast.bas, card=cards[1], at=cast.tick())
    signers = (cast.bas, cast.gerrit, cast.ilse, cast.bas, cast.gerrit, cast.gerrit)
    for promise, by in zip((*made[:5], claimed), signers, strict=True):
        signs(cast, promise, by, cast.marijke)
    done = Agreement.objects.get(public_id=made[0].code)
    agreements.keep_agreement(by=cast.marijke, agreement=done, at=cast.tick(days=41))
    steps(cast, first.edition)
    for pitch, stage, outcome in (
        (first, "project", ""),
        (second, "learning", "gelukt"),
        (third, "stopped", ""),
        (fourth, "learning", "mislukt"),
    ):
        Initiative.objects.filter(pk=pitch.initiative_id).update(stage=stage, outcome=outcome, lesson="x")
    cast.tick(days=330)
    with clock.frozen(cast.at):
        shown = page(walk_in(None), f"/podium/{first.edition.public_id}/")
        outside = page(walk_in(None), f"/pitch/{first.public_id}/")
        inside = page(walk_in(cast.ilse), f"/pitch/{first.public_id}/")
    assert "Zo staan de pitches er nu voor: 2 project, 1 gestopt, 1 mislukt." in shown
    assert "toezeggingen: 9, getekend: 6, gedaan: 1" in shown
    assert "nog niet bevestigd" in outside
    assert ("Jan" in outside, "Jan" in inside) == (False, True)
    assert services.forget_cards(at=cast.at) == 2
    assert services.forget_cards(at=cast.at) == 0


def test_what_cannot_be_on_the_podium_says_why(cast: Cast) -> None:
    for wrong in ({"title": ""}, {"place": " "}, {"on": None}, {"on": cast.day(-1)}):
        with pytest.raises(Invalid):
            edition(cast, **wrong)
    one, initiative = edition(cast), submitted(cast)
    with pytest.raises(NotNow, match="aangekondigd"):
        pitches(cast, one, initiative)
    steps(cast, one)
    with pytest.raises(NotNow, match="nog geen pitch"):
        steps(cast, one)
    with pytest.raises(Forbidden, match="organiseert"):
        services.step_edition(by=cast.tarik, edition=one, at=cast.tick())
    for wrong in ({"ask": " "}, {"minutes": 0}):
        with pytest.raises(Invalid):
            pitches(cast, one, initiative, **wrong)
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        services.offer_pitch(
            by=cast.bas, edition=one, initiative=initiative, ask=ASK, minutes=5, at=cast.tick()
        )
    pitch = pitches(cast, one, initiative)
    assert pitches(cast, one, initiative, ask="Wie helpt?").pk == pitch.pk
    with pytest.raises(Forbidden, match="trekt deze pitch terug"):
        services.drop_pitch(by=cast.tarik, pitch=pitch, at=cast.tick())
    services.drop_pitch(by=cast.marijke, pitch=pitch, at=cast.tick())
    post(cast)
    assert "Pitch teruggetrokken: Voedselbos Lettele" in heard(cast.ilse)
    assert pitches(cast, one, initiative, ask="Wie wil er toch meedoen?").state == "offered"
    for stage, why in (("draft", "concept"), ("stopped", "afgesloten")):
        initiative.stage = stage
        assert why in rules.may_pitch(cast.marijke, one, initiative).reason
    steps(cast, one)
    with pytest.raises(NotNow, match="dag zelf"):
        steps(cast, one)
    cast.tick(days=20)
    steps(cast, one)
    found = pitch_by_id(pitch.public_id)
    assert found
    with pytest.raises(NotNow, match="aangemeld"):
        promises(cast, cast.bas, found)  # it did not come on the programme
    Pitch.objects.update(state="chosen")
    for wrong in (
        {"kind": "x"},
        {"kind": "money", "euros": 0},
        {"what": " "},
        {"until": None},
        {"until": cast.today},
    ):
        with pytest.raises(Invalid):
            promises(cast, cast.bas, found, **wrong)
    for name, half, error in (("", "bewoners", "name"), ("Jan", "x", "half")):
        with pytest.raises(Invalid) as refusal:
            services.type_card(
                by=cast.ilse, pitch=found, told=told(cast), name=name, half=half, at=cast.tick()
            )
        assert list(refusal.value.errors) == [error]
    with pytest.raises(Forbidden, match="je eigen pitch"):
        promises(cast, cast.marijke, found)
    Promise.objects.bulk_create(
        Promise(pitch=found, kind="hands", what="x", until=cast.day(9), on_card=True, at=cast.at)
        for _ in range(500)
    )
    with pytest.raises(NotNow, match="500"):
        promises(cast, cast.bas, found)
    Initiative.objects.filter(pk=initiative.pk).update(stage="stopped", lesson="x")
    with pytest.raises(Forbidden, match="afgesloten"):
        promises(cast, cast.bas, found)
    hiding: dict[str, Any] = {"by": cast.noor, "at": cast.tick()}
    services.hide_pitch(code=pitch.public_id, words="Deze tekst is verborgen.", **hiding)
    with pytest.raises(Forbidden, match="verborgen"):
        promises(cast, cast.bas, found)
    services.show_pitch(code=pitch.public_id, **hiding)
    services.hide_edition(code=one.public_id, words="Deze tekst is verborgen.", **hiding)
    hidden = Edition.objects.get(pk=one.pk)
    assert "verborgen" in rules.may_manage(cast.ilse, hidden).reason
    assert "verborgen" in rules.may_pitch(cast.marijke, hidden, initiative).reason
    services.show_edition(code=one.public_id, **hiding)
    assert Edition.objects.get(pk=one.pk).title == "Podium 20"
    assert not rules.is_host(None, one)
    states = {"": "waits", "open": "signed", "done": "kept", "not_met": "missed", "lapsed": "gone"}
    promise = Promise(at=cast.at)
    assert {state: rules.stand_of(promise, state, cast.today) for state in states} == states
    full = edition(cast, 30)
    steps(cast, full)
    others = []
    for number in range(41):
        initiative.pk, initiative.public_id, initiative.stage = None, f"idee{number:06}", "idea"
        initiative.number = f"LET-{1000 + number}"
        initiative._state.adding = True
        others.append(copy(initiative))
    made = Initiative.objects.bulk_create(others)
    Pitch.objects.bulk_create(
        Pitch(edition=full, initiative=other, person_id=cast.marijke.person_id, ask="x", at=cast.at)
        for other in made[:40]
    )
    with pytest.raises(NotNow, match="veertig"):
        pitches(cast, full, made[40], ask="Wie past er nog bij?")
