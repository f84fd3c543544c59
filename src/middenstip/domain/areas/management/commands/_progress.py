"""A progress bar on the terminal; nothing at all elsewhere."""

from __future__ import annotations

from django.core.management.base import OutputWrapper

WIDTH = 30


class Bar:
    """One line per kind of work, that fills up."""

    def __init__(self, out: OutputWrapper) -> None:
        self.out = out

    def show(self, what: str, done: int, total: int) -> None:
        """Draw `done` of `total`; the line ends when it is full."""
        filled = WIDTH * done // max(total, 1)
        end = "\n" if done >= total else ""
        self.out.write(f"\r{what:<18} {'#' * filled}{'.' * (WIDTH - filled)} {done}/{total}", ending=end)
        self.out.flush()
