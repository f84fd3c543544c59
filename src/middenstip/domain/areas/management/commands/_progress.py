"""A progress bar on the terminal; no output when the stream is no terminal."""

from __future__ import annotations

from django.core.management.base import OutputWrapper

WIDTH = 30


class Bar:
    """A bar on one line for each kind of work."""

    def __init__(self, out: OutputWrapper) -> None:
        self.out = out

    def show(self, what: str, done: int, total: int) -> None:
        """Draw `done` of `total`; end the line when it is complete."""
        filled = WIDTH * done // max(total, 1)
        end = "\n" if done >= total else ""
        self.out.write(f"\r{what:<18} {'#' * filled}{'.' * (WIDTH - filled)} {done}/{total}", ending=end)
        self.out.flush()
