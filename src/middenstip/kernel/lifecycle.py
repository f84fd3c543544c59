"""States and the steps between them, as one table that is tested and drawn in the docs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from middenstip.kernel.verdict import NotNow


@dataclass(frozen=True)
class Lifecycle:
    """All states of one kind of thing, and the steps between them.

    `words` names every state in Dutch, in the usual order (the first is the
    start). `steps` maps (state, act) to the next state; any other step is refused.
    """

    noun: str
    words: Mapping[str, str]
    steps: Mapping[tuple[str, str], str]

    def __post_init__(self) -> None:
        used = {state for state, _ in self.steps} | set(self.steps.values())
        if not used <= set(self.words):
            raise ValueError(f"{self.noun}: states without a word: {sorted(used - set(self.words))}")

    @property
    def start(self) -> str:
        return next(iter(self.words))

    @property
    def choices(self) -> list[tuple[str, str]]:
        return list(self.words.items())

    @property
    def ends(self) -> tuple[str, ...]:
        """The states without a next step."""
        return tuple(state for state in self.words if not self.acts(state))

    def acts(self, state: str) -> tuple[str, ...]:
        """The acts that are possible in this state, in table order."""
        return tuple(act for (at, act) in self.steps if at == state)

    def allows(self, state: str, act: str) -> bool:
        return (state, act) in self.steps

    def after(self, state: str, act: str) -> str:
        """The state after `act`. Raises `NotNow` with a Dutch sentence when the table has no such step."""
        try:
            return self.steps[state, act]
        except KeyError:
            raise NotNow(self.refusal(state)) from None

    def refusal(self, state: str) -> str:
        """A Dutch sentence that says why an act is not possible in this state."""
        return f"Dit kan nu niet. De stand van {self.noun} is: {self.words[state]}."

    def mermaid(self) -> str:
        """The table as a Mermaid state diagram, for the docs."""
        rows = [f"  [*] --> {self.start}"]
        rows += [f"  {state} --> {to}: {act}" for (state, act), to in self.steps.items()]
        rows += [f"  {state} --> [*]" for state in self.ends]
        return "\n".join(["stateDiagram-v2", *rows])
