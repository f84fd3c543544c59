"""What fits what, on needs, offers and initiatives that were labelled by hand, with reasons to check."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.domain.matching.method import fitting_for
from middenstip.domain.matching.method.fit import Thing, fitting, kilometres
from middenstip.domain.matching.models import Listing
from middenstip.domain.matching.tasks import mend_words
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.rooms import SEARCHED
from middenstip.methods.matching.dutch import stems, words
from tests.cast import Cast
from tests.domain.matching.labelled import FITS, INITIATIVES, NEEDS, OFFERS

WIJKEN = {"L": "WK015014", "B": "WK015007", "R": "WK015004"}


@pytest.fixture
def things(cast: Cast) -> dict[str, Any]:
    """All of them as rows, in the index, by their label."""
    city = Area.objects.get(code="GM0150")
    for code, name, lon, lat in (
        ("WK015007", "Bergweide", 6.18, 52.24),
        ("WK015004", "Rivierenwijk", 6.15, 52.25),
    ):
        Area(
            code=code, kind="wijk", name=name, year=2024, parent=city, municipality=city, lon=lon, lat=lat
        ).save()
    made = {row[0]: _listing(cast, row, cast.gerrit, False) for row in NEEDS}
    made |= {row[0]: _listing(cast, row, cast.bas, True) for row in OFFERS}
    made |= {row[0]: _initiative(cast, row) for row in INITIATIVES}
    mend_words(SEARCHED)
    return made


def _listing(cast: Cast, row: Any, by: Any, is_offer: bool) -> Listing:
    _label, sort, wijk, title, text, *place = row
    kind, metres = place or ("", None)
    return Listing(
        is_offer=is_offer,
        sort=sort,
        title=title,
        text=text,
        place_kind=kind,
        square_metres=metres,
        person_id=by.person_id,
        seat_id=by.seat_id,
        until_on=cast.day(60),
        placed_at=cast.at,
        changed_at=cast.at,
        confirmed_at=cast.at,
        **_where(wijk),
    ).store()


def _initiative(cast: Cast, row: Any) -> Initiative:
    _label, theme, wijk, title, what, has_place = row
    initiative = Initiative(
        number=f"LET-{1000 + Initiative.objects.count()}",
        title=title,
        what=what,
        stage="connecting",
        initiator=Person.objects.get(pk=cast.marijke.person_id),
        seat=Seat.objects.get(pk=cast.marijke.seat_id),
        origin_half="bewoners",
        halves=1,
        has_place=has_place,
        drafted_at=cast.at,
        submitted_at=cast.at,
        changed_at=cast.at,
        **_where(wijk),
    ).store()
    InitiativeTheme(initiative=initiative, theme=theme, submitted_at=cast.at).store()
    return initiative


def _where(wijk: str) -> dict[str, Any]:
    area = Area.objects.select_related("municipality").get(code=WIJKEN[wijk])
    return {"area": area, "municipality": area.municipality, "district": area}


def test_what_fits_is_among_the_first_five_with_a_reason_that_is_true(
    cast: Cast, things: dict[str, Any]
) -> None:
    assert len(things) >= 60
    labels = {(type(row), row.pk): label for label, row in things.items()}
    found = {}
    for label in FITS:
        best = fitting_for(things[label], cast.today)[:5]
        found[label] = [labels[type(row), row.pk] for row, _ in best]
        for row, candidate in best:
            _check(things[label], row, candidate.reasons)
    right = [label for label, fits in FITS.items() if fits & set(found[label])]
    wrong = {label: found[label] for label in FITS if label not in right}
    assert len(right) / len(FITS) >= 0.85, wrong


def _check(own: Any, other: Any, reasons: list[dict[str, Any]]) -> None:
    """Every reason can be read on the two pages."""
    assert reasons
    for one in reasons:
        kind = one["kind"]
        if kind == "words":
            assert all(word in _text(other) for word in one["words"])
            assert set(stems(words(" ".join(one["words"])))) <= set(stems(words(_text(own))))
        elif kind == "sort":
            assert own.sort == other.sort == one["sort"]
            assert own.is_offer != other.is_offer
        elif kind == "area":
            assert own.area_id == other.area_id
        elif kind == "near":
            points = [(row.area.lon, row.area.lat) for row in (own, other)]
            assert one["km"] == max(1, round(kilometres(*points)))
        elif kind == "half":
            initiative, helper = (own, other) if isinstance(own, Initiative) else (other, own)
            assert one["half"] not in initiative.origin_half
            half = helper.seat.half if isinstance(helper, Listing) else helper.origin_half
            assert half == one["half"]
        elif kind == "place":
            assert not own.has_place
            assert other.place_kind
        else:
            assert kind == "theme"


def _text(row: Any) -> str:
    return (
        f"{row.title} {row.text} {row.conditions}"
        if isinstance(row, Listing)
        else f"{row.title} {row.what} {row.why}"
    )


def test_what_is_hidden_or_gone_is_not_suggested(cast: Cast, things: dict[str, Any]) -> None:
    offer = things["o01"]
    assert offer in [row for row, _ in fitting_for(things["n01"], cast.today)]
    for change in (
        {"hidden": {}},
        {"hidden": None, "state": "agreed"},
        {"state": "open", "until_on": cast.day(-1)},
    ):
        Listing.objects.filter(pk=offer.pk).update(**change)
        assert offer not in [row for row, _ in fitting_for(things["n01"], cast.today)]


def test_a_need_does_not_meet_a_need_and_a_place_alone_is_no_reason() -> None:
    need = Thing(key="need:1", way="need", area="a", area_name="A", sort="goods", themes=frozenset({"wonen"}))
    same = Thing(key="need:2", way="need", area="a", area_name="A", sort="goods")
    near = Thing(
        key="offer:1", way="offer", area="a", area_name="A", sort="money", themes=frozenset({"wonen"})
    )
    weak = Thing(key="offer:2", way="offer", area="b", area_name="B", sort="money")
    assert fitting(need, [need, same, near, weak], {"offer:2": (0.1, ("fiets",))}) == []
    (good,) = fitting(need, [near], {"offer:1": (1.0, ("fiets", "bel"))})
    assert [one["kind"] for one in good.reasons] == ["words", "theme", "area"]
    far = Thing(key="offer:3", way="offer", area="b", area_name="B", sort="goods", point=(6.0, 52.0))
    assert [one["kind"] for one in fitting(need, [far], {})[0].reasons] == ["sort"]
