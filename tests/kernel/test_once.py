"""A form that is sent twice is handled once, and all its arguments are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.half import Half
from middenstip.kernel.once import once
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write
from tests.cast import Cast

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
DONE: list[tuple[str, list[str]]] = []


@pytest.fixture(autouse=True)
def _nothing_done(db: None) -> None:
    DONE.clear()


@write
@once(lambda public_id: f"again {public_id}", besides=("send",))
def act(
    *,
    by: Actor | Unseated | None = None,
    area: Area | None = None,
    half: Half = Half.RESIDENTS,
    words: Mapping[str, str] | None = None,
    many: Iterable[str] = (),
    day: date | None = None,
    point: tuple[float, float] | None = None,
    send: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime = AT,
) -> str:
    DONE.append((public_id, list(many)))
    return f"first {public_id}"


def test_a_repeat_does_nothing_and_returns_the_first_result(cast: Cast) -> None:
    told: dict[str, Any] = {
        "by": cast.bas,
        "words": {"a": "1", "b": "2"},
        "day": date(2027, 1, 1),
        "key": "k",
    }
    first = act(**told)
    turned = told | {"words": {"b": "2", "a": "1"}, "at": AT + timedelta(minutes=1)}
    assert (first, act(**turned)) == (f"first {DONE[0][0]}", f"again {DONE[0][0]}")
    assert len(DONE) == 1


def test_without_a_key_every_call_is_carried_out() -> None:
    assert act(point=(6.2, 52.3)) != act(point=(6.2, 52.3))
    assert len(DONE) == 2


def test_defaults_equal_their_value_and_besides_arguments_are_ignored() -> None:
    act(key="k")
    assert act(key="k", half=Half.RESIDENTS, send=True).startswith("again ")


def test_an_iterator_argument_is_hashed_and_still_usable() -> None:
    act(many=(word for word in ("een", "twee")), key="k")
    assert act(many=["een", "twee"], key="k").startswith("again ")
    assert [many for _id, many in DONE] == [["een", "twee"]]


def test_a_repeat_with_another_argument_is_refused(cast: Cast) -> None:
    start: dict[str, Any] = {
        "by": cast.bas,
        "area": Area.objects.get(code="GM0150"),
        "half": Half.RESIDENTS,
        "words": {"a": "1"},
        "many": ["een", "twee"],
        "day": date(2027, 1, 1),
        "point": (6.2, 52.3),
    }
    other: dict[str, Any] = {
        "by": cast.ilse,
        "area": Area.objects.get(code="WK015014"),
        "half": Half.BUSINESS,
        "words": {"a": "2"},
        "many": ["eentwee"],
        "day": None,
        "point": (6.2, 52.4),
    }
    act(**start, key="k")
    for name, value in other.items():
        with pytest.raises(NotNow):
            act(**start | {name: value}, key="k")
    assert act(**start, key="k").startswith("again ")


def test_a_key_used_by_another_function_is_refused() -> None:
    @write
    @once(lambda public_id: public_id)
    def other(*, key: str = "", public_id: str = "", at: datetime = AT) -> str:
        return public_id

    act(key="k")
    with pytest.raises(NotNow):
        other(key="k")


def test_an_argument_that_cannot_be_compared_raises() -> None:
    with pytest.raises(TypeError, match="object cannot be compared"):
        act(words=object(), key="k")  # type: ignore[arg-type]
