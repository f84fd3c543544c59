"""A transaction that the database stops because of another one is tried again, as if for the first time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected, ReadOnlySqlTransaction, SerializationFailure

from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import follow, leave
from middenstip.kernel import write as writing
from middenstip.kernel.models import Receipt
from middenstip.kernel.unavailable import Unavailable
from middenstip.kernel.write import TRIES, kept, write
from tests.cast import Cast, person, submitted

pytestmark = pytest.mark.django_db(transaction=True)


def told(cause: Exception) -> OperationalError:
    """As Django raises it."""
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


def failing(times: int, cause: Exception) -> tuple[Callable[..., Any], list[int]]:
    """A write that counts up a version in the row and in the object, and is stopped so many times."""
    seen: list[int] = []

    @write
    def count_up(initiative: Initiative) -> int:
        seen.append(initiative.version)
        initiative.version += 1
        initiative.area.name += "!"
        Initiative.objects.filter(pk=initiative.pk).update(version=initiative.version)
        if len(seen) <= times:
            raise told(cause)
        return initiative.version

    return count_up, seen


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "PAUSE", 0.0)


@pytest.mark.parametrize("cause", [DeadlockDetected("x"), SerializationFailure("x")])
def test_a_clash_is_tried_again_with_the_arguments_as_they_were(cast: Cast, cause: Exception) -> None:
    initiative = submitted(cast)
    name, before = initiative.area.name, kept()
    count_up, seen = failing(2, cause)
    assert count_up(initiative) == 2
    assert (seen, Initiative.objects.get().version, kept() - before) == ([1, 1, 1], 2, 1)
    assert initiative.area.name == f"{name}!"


def test_a_clash_that_stays_is_too_busy(cast: Cast) -> None:
    count_up, seen = failing(99, DeadlockDetected("x"))
    with pytest.raises(Unavailable, match="te druk"):
        count_up(submitted(cast))
    assert (len(seen), Initiative.objects.get().version) == (TRIES, 1)


def test_within_a_transaction_of_another_nothing_is_tried_again(cast: Cast) -> None:
    """What that one did before is undone as well, so only that one can try again."""
    initiative = submitted(cast)
    count_up, seen = failing(1, DeadlockDetected("x"))
    with pytest.raises(Unavailable), transaction.atomic():
        count_up(initiative)
    assert len(seen) == 1

    again, inner = failing(1, DeadlockDetected("x"))

    @write
    def outer(initiative: Initiative) -> None:
        again(initiative)

    outer(initiative)
    assert len(inner) == 2


def test_an_argument_that_can_be_read_once_is_not_read_twice(cast: Cast) -> None:
    @write
    def use(some: Any) -> None:
        list(some)
        raise told(DeadlockDetected("x"))

    with pytest.raises(Unavailable):
        use(iter([1]))


def test_a_database_that_is_only_read_is_no_bug_and_a_bug_is_one(cast: Cast) -> None:
    @write
    def refuse(error: Exception) -> None:
        raise error

    with pytest.raises(Unavailable, match="storing"):
        refuse(told(ReadOnlySqlTransaction("x")))
    with pytest.raises(IntegrityError):
        refuse(IntegrityError("NOT NULL constraint failed"))


def test_when_the_end_of_a_transaction_breaks_it_is_not_said_to_be_lost(cast: Cast) -> None:
    @write
    def keep() -> None:
        transaction.on_commit(lambda: None)

    real = connection.commit

    def breaks() -> None:
        raise OperationalError("the server closed the connection")

    connection.commit = breaks  # type: ignore[method-assign]
    try:
        with pytest.raises(Unavailable, match="Kijk eerst of het er al staat"):
            keep()
    finally:
        connection.commit = real  # type: ignore[method-assign]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_that_wait_for_each_other_both_succeed(cast: Cast) -> None:
    """A real deadlock: each has one row and wants the other's."""
    for key in "ab":
        Receipt(key=key, fingerprint="", at=cast.at).save()
    both, failed = threading.Barrier(2, timeout=10), []
    met: set[str] = set()

    @write
    def take(first: str, second: str) -> None:
        Receipt.objects.filter(key=first).update(result=second)
        if first not in met:
            met.add(first)
            both.wait()
        Receipt.objects.filter(key=second).update(fingerprint=first)

    def run(*keys: str) -> None:
        try:
            take(*keys)
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=keys) for keys in (("a", "b"), ("b", "a"))]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert failed == []
    assert sorted(Receipt.objects.filter(key__in="ab").values_list("key", "result")) == [
        ("a", "b"),
        ("b", "a"),
    ]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_wiping_and_unfollowing_at_once_do_not_wait_for_each_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without trying again: both lock in the same order."""
    monkeypatch.setattr(writing, "TRIES", 1)
    initiative = submitted(cast)
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())
    failed: list[Exception] = []
    inside, go_on = threading.Event(), threading.Event()

    def pause(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """The one who stops following waits between its two locks, till the other waits for it too."""
        done = execute(sql, params, many, context)
        if sql.startswith(('DELETE FROM "parties_follow', 'SELECT "parties_person')) and not inside.is_set():
            inside.set()
            go_on.wait(1.5)
        return done

    def unfollow() -> None:
        try:
            with connection.execute_wrapper(pause):
                follow.unfollow_initiative(person=cast.tarik.person_id, initiative=initiative)
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            connection.close()

    def erase() -> None:
        inside.wait(10)
        try:
            leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for one in (unfollow, erase)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (failed, Initiative.objects.get().follower_count) == ([], 0)
