"""`python -m bench.methods [allocation|matching|measuring …]`: print every figure, all by default."""

from __future__ import annotations

import sys
from importlib import import_module

METHODS: dict[str, tuple[list[str], ...]] = {
    "allocation": ([],),
    "common_ground": (),
    "matching": (),
    "measuring": (),
}


def main(chosen: list[str]) -> int:
    worst = 0
    for name in chosen or METHODS:
        print(f"\n== {name}", flush=True)
        worst = max(worst, import_module(f"bench.methods.{name}").main(*METHODS[name]) or 0)
    return worst


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
