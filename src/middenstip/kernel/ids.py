"""Public ids: short enough to read over the phone, long enough that they cannot be guessed or counted."""

import secrets

from middenstip.kernel.typed import line

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o and no 1/l/i: they are misread on paper
LENGTH = 10  # 31^10 ids: with 100,000 rows one guess in eight billion hits a row


def new_id() -> str:
    """A new random public id, `LENGTH` characters of `ALPHABET`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed_id(text: str) -> str:
    """The public id in typed text, also in capitals or with spaces around it; "" when it is not an id."""
    typed = line(text).lower()
    return typed if len(typed) == LENGTH and set(typed) <= set(ALPHABET) else ""
