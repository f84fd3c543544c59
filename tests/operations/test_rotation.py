"""Of the last days, weeks and months the newest backup stays, and nothing that is not ours is touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from middenstip.operations.rotation import Keep, backups_in, name_at, superfluous

START = datetime(2026, 11, 29, 2, 15, tzinfo=UTC)  # a Sunday


def made(days: int, hours: int = 24) -> dict[Path, datetime]:
    moments = [START - timedelta(hours=hours * number) for number in range(days)]
    return {Path(name_at(at, False)): at for at in moments}


def test_days_weeks_and_months_keep_their_newest() -> None:
    backups = made(70)
    kept = sorted(set(backups.values()) - {backups[path] for path in superfluous(backups, Keep(3, 3, 3))})
    assert [f"{at:%m-%d}" for at in kept] == ["09-30", "10-31", "11-15", "11-22", "11-27", "11-28", "11-29"]


def test_the_newest_stays_whatever_is_asked() -> None:
    backups = made(5)
    assert set(backups) - set(superfluous(backups, Keep(0, 0, 0))) == {Path(name_at(START, False))}


@given(
    st.integers(1, 60),
    st.integers(1, 50),
    st.builds(Keep, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
)
def test_no_more_stay_than_asked_and_a_second_round_drops_none(number: int, hours: int, keep: Keep) -> None:
    backups = made(number, hours)
    gone = superfluous(backups, keep)
    left = {path: at for path, at in backups.items() if path not in gone}
    assert 1 <= len(left) <= max(1, sum(keep))
    assert max(left.values()) == START
    assert superfluous(left, keep) == []


def test_only_files_with_our_name_count(tmp_path: Path) -> None:
    for name in (name_at(START, True), name_at(START, False), "middenstip-oud.tar.gz", "erased.jsonl"):
        (tmp_path / name).touch()
    assert {path.name for path in backups_in(tmp_path)} == {name_at(START, True), name_at(START, False)}
