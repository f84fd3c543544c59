"""Public ids: short enough to read over the phone, long enough not to be guessed or counted."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: nobody mistypes it from paper
LENGTH = 10  # 31^10: a guess hits one of 100,000 rows once in eight billion tries


def new_id() -> str:
    """A fresh random public id, `LENGTH` characters of `ALPHABET`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed_id(text: str) -> str:
    """The public id that somebody typed, capitals and spaces around it forgiven; "" for any other words."""
    typed = text.strip().lower()
    return typed if len(typed) == LENGTH and set(typed) <= set(ALPHABET) else ""
