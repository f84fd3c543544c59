"""A gathering for young people: no account, no date of birth, and nothing kept but a number per age band."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.gatherings import rules, services
from middenstip.domain.gatherings.models import Attendance, Gathering
from middenstip.domain.gatherings.selectors import young_of
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, table
from tests.journeys.test_follow_up_gathering import announces, comes, moves
from tests.web.at_the_door import page, send, walk_in

TEENS = {"age_from": 12, "age_to": 18}


def counts(cast: Cast, one: Gathering, band: str, **more: str) -> None:
    services.come_young(gathering=one, band=band, **more, at=cast.tick())


def young(one: Gathering) -> dict[str, int]:
    return young_of(Gathering.objects.get(pk=one.pk))


def test_young_people_come_one_question_a_screen_and_are_counted_apart(cast: Cast) -> None:
    one = announces(cast, **TEENS, places=3)
    here, door = f"/bijeenkomst/{one.public_id}/", walk_in(None)
    comes(cast, cast.bas, one)
    with clock.frozen(cast.at):
        shown = page(door, here)
        assert "Voor jongeren van 12 tot en met 18 jaar." in shown
        first = page(door, f"{here}jong/")
        assert "Hoe oud ben je?" in first
        assert [words in first for words in ("0 tot", "12 tot", "16 tot", "18 tot", "23 tot")] == [
            False,
            True,
            True,
            True,
            False,
        ]
        assert "Ja, ik kom" not in first
        assert "Hoe oud ben je?" in page(door, f"{here}jong/?leeftijd=99")
        second = page(door, f"{here}jong/?leeftijd=12-15")
        assert ("Ja, ik kom" in second, "Hoe oud ben je?" in second) == (True, False)
        for _twice in range(2):
            assert send(door, f"{here}jong/", leeftijd="12-15", key="een") == 302
        assert send(door, f"{here}jong/", leeftijd="16-17", key="twee") == 302
        assert send(door, f"{here}jong/", leeftijd="12-15", key="drie") == 409  # it is full
        assert send(door, f"{here}jong/", leeftijd="0-11") == 403
        shown = page(door, here)
    assert young(one) == {"12-15": 1, "16-17": 1}
    now = Gathering.objects.get(pk=one.pk)
    assert (now.coming, now.is_full, now.is_full_with(2)) == ({"ondernemers": 1}, False, True)
    assert "Nog 0 van de 3 plekken vrij." in shown
    assert "12 tot en met 15 jaar" in shown
    assert Attendance.objects.count() == 1
    told = Entry.objects.filter(kind="gathering.young_counted")
    assert [(row.data["band"], row.actor) for row in told.order_by("pk")] == [("12-15", ""), ("16-17", "")]
    assert comes(cast, cast.gerrit, one).state == "waiting"
    moves(cast, one, 5, **TEENS, places=4)
    assert Gathering.objects.get(pk=one.pk).coming == {"bewoners": 1, "ondernemers": 1}


def test_what_is_wrong_with_ages_says_so(cast: Cast) -> None:
    for wrong in ({"age_from": 12}, {"age_to": 0}, {"age_to": 40}, {"age_from": 19, "age_to": 18}):
        with pytest.raises(Invalid):
            announces(cast, **wrong)
    small = announces(cast, age_to=11)
    assert (small.age_from, rules.bands_of(small)) == (0, ["0-11"])
    for_all = announces(cast, title="Wandelen langs de beek")
    with pytest.raises(Forbidden, match="leeftijd"):
        counts(cast, for_all, "12-15")
    assert walk_in(None).get(f"/bijeenkomst/{for_all.public_id}/jong/").status_code == 404


def test_a_closed_hidden_or_begun_gathering_counts_nobody(cast: Cast) -> None:
    told = {"is_closed": True, "what": "Het gaat over mensen.", "title": "Schuldhulp"}
    closed = announces(cast, initiative=table(cast).initiative, **told, **TEENS)
    assert closed.age_to is None
    one = announces(cast, title="Wandelen langs de beek", **TEENS)
    services.hide_gathering(code=one.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    with pytest.raises(Forbidden, match="verborgen"):
        counts(cast, one, "12-15")
    services.show_gathering(code=one.public_id, by=None, at=cast.tick())
    cast.at = one.starts_at + timedelta(minutes=1)
    with pytest.raises(NotNow, match="Loop gerust binnen"):
        counts(cast, one, "12-15")
    services.cancel_gathering(by=cast.marijke, gathering=one, why="Te nat.", at=cast.tick())
    with pytest.raises(NotNow):
        counts(cast, one, "12-15")
    assert young(one) == {}
