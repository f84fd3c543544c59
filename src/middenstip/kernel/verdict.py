"""Yes, or no with a reason in Dutch: a value from a rule, an exception from a write that is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Sentence(str):
    """A Dutch sentence with its placeholders filled in.

    It keeps `text` (with placeholders like `%(name)s`) and `values`, so that a page can translate it.
    """

    __slots__ = ("text", "values")
    text: str
    values: Mapping[str, object]


def said(text: str, **values: object) -> Sentence:
    """The sentence `text` with its named placeholders filled in."""
    sentence = Sentence(text % values)
    sentence.text, sentence.values = text, values
    return sentence


@dataclass(frozen=True)
class Verdict:
    """The answer of a rule: truthy when allowed, else with the true reason in Dutch."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(True)


def no(reason: str) -> Verdict:
    """A refusal with its true reason: a complete sentence, addressed to *je*."""
    return Verdict(False, reason)


class Refused(Exception):
    """A write was refused. `reason` is the Dutch sentence that a page or the API shows."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Forbidden(Refused):
    """This person, in this seat, may not do this (403)."""


class NotNow(Refused):
    """The lifecycle has no such step from this state (409): another request was first, or it is too early."""


class Stale(Refused):
    """The text changed since the form was shown (409). `current` holds the newer values by field."""

    def __init__(self, reason: str, current: Mapping[str, str]) -> None:
        super().__init__(reason)
        self.current = dict(current)


class Invalid(Refused):
    """The data cannot be saved (422). `errors` has a Dutch sentence per field; "" is the whole form."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        sentences = list(errors.values())
        super().__init__(sentences[0] if len(sentences) == 1 else " ".join(sentences))
        self.errors = dict(errors)


def require(verdict: Verdict) -> None:
    """Raise `Forbidden` with the reason unless the verdict is yes."""
    if not verdict:
        raise Forbidden(verdict.reason)
