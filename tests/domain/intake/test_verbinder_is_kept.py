"""The migration to one field for the verbinder keeps every verbinder of the two old fields."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tests.cast import neighbourhood

BEFORE = [("intake", "0001_initial"), ("initiatives", "0004_verbinder_is_kept")]


def _at(state: list[tuple[str, str]] | None = None) -> Any:
    """Bring the database to this state; without one to the newest migration of every app."""
    executor = MigrationExecutor(connection)
    state = state or executor.loader.graph.leaf_nodes()
    executor.migrate(state)
    return executor.loader.project_state(state).apps


def _told(old: Any, cast: Any, title: str, connector: int | None, broker: int | None) -> int:
    """Create an idea that fits in no box; returns its key."""
    at = timezone.now()
    area = old.get_model("areas", "Area").objects.get(code="GM0150")
    idea = old.get_model("initiatives", "Initiative").objects.create(
        public_id=title,
        title=title,
        what="Een bos.",
        stage="connecting",
        initiator_id=cast.marijke.person_id,
        seat_id=cast.marijke.seat_id,
        connector_id=connector,
        origin_half="bewoners",
        area=area,
        municipality=area,
        drafted_at=at,
        submitted_at=at,
        changed_at=at,
    )
    old.get_model("intake", "Case").objects.create(
        public_id=title,
        initiative=idea,
        municipality=area,
        state="decided",
        outcome="no_box" if broker else "support",
        answer="Ja.",
        handler_id=cast.samira.seat_id,
        broker_id=broker,
        opened_at=at,
        moved_at=at,
    )
    return int(idea.pk)


@pytest.mark.django_db(transaction=True)
def test_a_verbinder_known_only_to_the_case_is_copied_to_the_initiative(
    request: pytest.FixtureRequest,
) -> None:
    if request.config.getvalue("nomigrations"):
        pytest.skip("Dit gaat over een migratie: met --migrations, zoals op PostgreSQL in CI.")
    cast = neighbourhood()
    yara, tarik = cast.yara.seat_id, cast.tarik.seat_id
    try:
        old = _at(BEFORE)
        told = {"een": (None, yara), "twee": (tarik, yara), "drie": (yara, yara), "vier": (None, None)}
        keys = {title: _told(old, cast, title, *seats) for title, seats in told.items()}
    finally:
        new = _at()  # all of it: going back took later migrations of other apps along
    kept = new.get_model("initiatives", "Initiative").objects.in_bulk()
    assert {title: kept[key].connector_id for title, key in keys.items()} == {
        "een": yara,
        "twee": tarik,  # named later, only for the initiative
        "drie": yara,
        "vier": None,
    }
