"""Steps of one round: a step that breaks does not keep the others from being done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from middenstip.kernel.unavailable import why_unavailable


class Step:
    """Around each step: holds back its error. It keeps the first."""

    def __init__(self) -> None:
        self.broke: Exception | None = None

    @property
    def is_away(self) -> bool:
        """The database could not be used in an earlier step: the rest of this round waits for the next."""
        return self.broke is not None and why_unavailable(self.broke) is not None

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        self.broke = self.broke or error
        return True


@contextmanager
def each_step() -> Iterator[Step]:
    """Around all steps: raises the first error, when all are done."""
    step = Step()
    yield step
    if step.broke:
        raise step.broke
