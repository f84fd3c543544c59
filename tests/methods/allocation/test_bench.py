"""The benchmark beside pabutools runs, and finds the same winners: on a small election, all its steps."""

from pathlib import Path

from bench.methods import allocation


def test_the_benchmark_finds_no_difference_on_a_small_election(tmp_path: Path) -> None:
    for kind in ("approval", "ordinal"):
        election = tmp_path / f"{kind}.pb"
        allocation.make(election, 12, 5, 2, 600, kind)
        assert allocation.compare(election, full=True) == 0
