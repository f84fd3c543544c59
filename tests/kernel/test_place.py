"""Cursors, which pages and the API share."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from middenstip.kernel.place import cursor, read_cursor
from tests.cast import Cast, submitted

LAST = datetime.max  # noqa: DTZ901 - hypothesis adds the zone
MOMENTS = st.datetimes(datetime(1970, 1, 1), LAST, timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS, st.integers(0, 10**15 - 1))
def test_reading_a_cursor_inverts_writing_it(at: datetime, pk: int) -> None:
    assert read_cursor(cursor(at, pk)) == (at, pk)


def test_cursors_work_for_distant_days() -> None:
    far = datetime.combine(date(9999, 12, 31), time(), UTC)
    assert read_cursor(cursor(far, 1)) == (far, 1)


@pytest.mark.parametrize(
    "text", ["", "1", "-1", "1-", "-1-1", "1-1\n", "1.5-1", "١-1", "9" * 18 + "-1", "1-" + "9" * 16]
)
def test_an_invalid_cursor_raises(text: str) -> None:
    with pytest.raises(ValueError):
        read_cursor(text)


def test_a_page_continues_from_a_cursor_of_the_api(cast: Cast) -> None:
    """Both use the same cursor, so a position in one is a position in the other."""
    first, second = submitted(cast, "Eerste"), submitted(cast, "Tweede")
    client = Client()
    told = client.get("/api/v1/initiatieven", {"aantal": 1}).json()
    assert [one["id"] for one in told["initiatieven"]] == [second.public_id]
    place = told["_links"]["next"]["href"].partition("na=")[2]
    page = client.get("/initiatieven/", {"na": place})
    assert [first.public_id in page.text, second.public_id in page.text] == [True, False]
