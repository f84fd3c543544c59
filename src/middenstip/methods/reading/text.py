"""Words in one form: one to show, and one to ask whether two people wrote the same."""

import re
import unicodedata

# Signs that take no ink, though Unicode does not call all of them control or format characters. Those that
# draw an empty place are a space; the others are left out.
PLACES = frozenset("\u115f\u1160\u2800\u3164\uffa0")
BLANK = frozenset(
    "\u034f\u17b4\u17b5\u2065\ufffc\U00016fe4\U0001d159"
    + "".join(map(chr, [*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9)]))
    + "".join(map(chr, range(0xE0000, 0xE1000)))
)
ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")  # of a line
ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʹʻʼʽˈ′`´＇", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    }
)


def tidy(text: str) -> str:
    """Return the text as it is shown: composed letters, nothing that cannot be seen, no space around it.

    >>> tidy("  cafe\\u0301\\u200b ")
    'café'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    seen = (" " if letter in PLACES else letter for letter in ENDS.sub("\n", text) if _is_seen(letter))
    return unicodedata.normalize("NFC", "".join(seen)).strip()


def same_name(text: str) -> str:
    """Return what two spellings of one name have in common. Capitals count: ids of machines differ in them.

    >>> same_name("d’Ekker  Noord–Zuid") == same_name("d'Ekker Noord-Zuid")
    True
    """
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFKC", tidy(text).translate(ALIKE)).translate(ALIKE)
    else:
        text = text.translate(ALIKE)
    return " ".join(text.split())


def same_words(text: str) -> str:
    """Return what two sentences with the same words have in common: capitals and a full stop play no part.

    >>> same_words("Foto’s mogen.") == same_words("foto's  mogen")
    True
    """
    plain = same_name(text)
    for _ in range(2):  # folding case can make new signs to compose
        plain = unicodedata.normalize("NFKC", plain.casefold()).translate(ALIKE)
    return plain.rstrip(". ")


def _is_seen(letter: str) -> bool:
    if letter in "\t\n":
        return True
    number = ord(letter)
    if number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:  # no character at all
        return False
    return letter not in BLANK and unicodedata.category(letter) not in ("Cc", "Cf", "Cs")
