"""Public ids: short enough to read over the phone, long enough that they cannot be guessed or counted.

And numbers that people say aloud (LET-12): three letters of an area and a count.
"""

import re
import secrets

from middenstip.kernel.typed import line

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o and no 1/l/i: they are misread on paper
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and no O: they are heard and read as 1 and 0
_SPOKEN = re.compile(rf"([{LETTERS}]{{3}})[ -]*(?=[IO]?[0-9])([0-9IO]{{1,7}})")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212_./"), "-")
LENGTH = 10  # 31^10 ids: with 100,000 rows one guess in eight billion hits a row


def new_id() -> str:
    """A new random public id, `LENGTH` characters of `ALPHABET`."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed_id(text: str) -> str:
    """The public id in typed text, also in capitals or with spaces around it; "" when it is not an id."""
    typed = line(text).lower()
    return typed if len(typed) == LENGTH and set(typed) <= set(ALPHABET) else ""


def typed_number(text: str) -> str:
    """The number in typed text as we write it: "let 12" and "Let012" are LET-12; "" for other text."""
    found = _SPOKEN.fullmatch(line(text).upper().translate(_DASHES))
    if not found:
        return ""
    count = int(found[2].replace("O", "0").replace("I", "1"))
    return f"{found[1]}-{count}" if count else ""
