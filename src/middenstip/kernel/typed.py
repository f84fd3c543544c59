"""Typed text, cleaned and made comparable in one place, for every form, API input, command and import.

`text` and `line` give the text to store; check only after that whether it is empty. `folded` gives the text
to compare: two texts that a reader would call the same become equal. `address` is for an e-mail address.

Invisible characters are removed. A ZWJ or ZWNJ stays between two characters that need it (a family of emoji,
a Persian or Hindi word), and a variation selector after a symbol; elsewhere they have no visible effect.
"""

from __future__ import annotations

import re
import unicodedata
from argparse import ArgumentTypeError

from middenstip.kernel.verdict import Invalid

TURNED = "Hier staat een onzichtbaar teken dat de leesrichting omdraait. Haal het weg, of typ dit opnieuw."

# Text direction: embedding, override and isolate. In a name they reverse the sentence around it.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAK = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_PLAIN = re.compile("[\n\t -~¡-¬®-ɏ–‘’“”…€]*")  # needs no cleaning: nearly all typed text
_SPACES = re.compile(r"[^\S\n\t]")
_ANY_SPACE = re.compile(r"\s+")

_BLANK: dict[int, str | None] = dict.fromkeys(
    map(ord, "\u115f\u1160\u2800\u3164\uffa0"), " "
)  # letters without a visible shape
_BLANK |= dict.fromkeys(
    [
        0x034F,  # combining grapheme joiner: no visible shape
        *(0x17B4, 0x17B5),  # invisible Khmer vowels
        *range(0x180B, 0x1810),  # Mongolian variation selectors
        0x2065,
        *range(0xFFF0, 0xFFF9),  # unassigned, and ignored by every font
        0xFFFC,  # object replacement character
        0x16FE4,
        0x1D159,  # a musical note without a head
        *range(0xE0000, 0xE1000),  # tags and more variation selectors
    ],
    None,
)
_JOINERS = "\u200c\u200d"
_VARIANT = re.compile("[\ufe00-\ufe0f]")
# A joiner may stand between two of these: letters of a joining script, or parts of one emoji.
_SCRIPT = "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af]"
_JOINED = re.compile(f"(?<={_SCRIPT})[{_JOINERS}](?={_SCRIPT})")
_EMOJI = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
_FAMILY = re.compile(f"(?<={_EMOJI})\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
_STYLED = re.compile("(?<=[#*0-9©®\u203c-\u3299\U0001f000-\U0001faff])[\ufe0e\ufe0f]")

_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛ʹʻʼʽˈ′`´＇", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys([*_JOINERS, "\ufe0e", "\ufe0f"], "")
)
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
                          "ħ": "h", "ŋ": "n", "ŧ": "t"})  # fmt: skip


def text(typed: str) -> str:
    """Text of any number of lines as it is stored: NFC, LF, trimmed, without invisible characters.

    >>> text(" het cafe\\u0301\\r\\nop de\\u00ad hoek\\u200b ")
    'het café\\nop de hoek'
    >>> text("\\u200b\\u2800\\u3164")
    ''
    """
    plain = _BREAK.sub("\n", typed)
    if _PLAIN.fullmatch(plain):
        return plain.strip()
    plain = _without_invisible(unicodedata.normalize("NFC", plain))
    plain = unicodedata.normalize("NFC", _SPACES.sub(" ", plain)).strip()
    return plain if any(_shows(sign) for sign in plain) else ""


def line(typed: str) -> str:
    """The same for one line, such as a name or a title: every run of white space becomes one space.

    >>> line("Gemeente\\u00a0  Deventer\\n")
    'Gemeente Deventer'
    """
    return _ANY_SPACE.sub(" ", text(typed))


def name(field: str, typed: str) -> str:
    """A name or title as `line` stores it. Raises `Invalid` for `field` if it changes the text direction.

    >>> name("title", " Pluktuin ")
    'Pluktuin'
    """
    if turns(typed):
        raise Invalid({field: TURNED})
    return line(typed)


def argument(typed: str) -> str:
    """A name or title as an argument of a command: the `type` for argparse."""
    if turns(typed):
        raise ArgumentTypeError(TURNED)
    return line(typed)


def points(typed: str) -> str:
    """A text with one point per line: no space around a line, no empty lines."""
    return "\n".join(point for one in text(typed).split("\n") if (point := line(one)))


def address(typed: str) -> str:
    """An e-mail address as it is stored and compared. It is not validated here.

    >>> address(" Piet@Voorbeeld.example\\u200b")
    'piet@voorbeeld.example'
    """
    plain = _ANY_SPACE.sub("", unicodedata.normalize("NFKC", text(typed)).lower())
    return text(unicodedata.normalize("NFKC", plain))


def folded(typed: str) -> str:
    """A text for comparing: case, white space, kind of quote or dash, and a full stop make no difference.

    >>> folded("Foto’s in het  Café.") == folded("foto's in het café")
    True
    """
    plain = text(typed).translate(_SAME)
    for _ in range(2):  # folding case can make new characters to normalise
        plain = unicodedata.normalize("NFKC", plain).casefold().translate(_SAME)
    return _ANY_SPACE.sub(" ", plain).strip().rstrip(". ")


def searchable(typed: str) -> str:
    """The words of a text for searching: folded, without accents, all other characters as spaces.

    >>> searchable("'s-Hertogenbosch"), searchable("Sønderbrug–Groß")
    ('s hertogenbosch', 'sonderbrug gross')
    """
    plain = unicodedata.normalize("NFKD", folded(typed)).translate(_LETTERS)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def turns(typed: str) -> bool:
    """Whether a character in it changes the text direction: refused in names and titles."""
    return _TURNS.search(typed) is not None


def _without_invisible(plain: str) -> str:
    kept = {found.start() for keep in (_JOINED, _FAMILY, _STYLED) for found in keep.finditer(plain)}
    signs = (
        sign
        for place, sign in enumerate(plain)
        if place in kept or sign in "\n\t" or not (_is_unseen(sign) or _VARIANT.match(sign))
    )
    return "".join(signs).translate(_BLANK)


def _is_unseen(sign: str) -> bool:
    """Whether it is a control or format character, a surrogate, or not assigned as a character."""
    number = ord(sign)
    is_none = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    return is_none or unicodedata.category(sign) in ("Cc", "Cf", "Cs")


def _shows(sign: str) -> bool:
    """Whether a reader sees it by itself: not a space, a combining mark or a private character."""
    category = unicodedata.category(sign)
    return category[0] not in "ZM" and category not in ("Cc", "Cf", "Co")
