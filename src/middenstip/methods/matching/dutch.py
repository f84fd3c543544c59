"""Dutch text as terms: words, stems and character 4-grams.

The stems are those of Kraaij and Pohlmann ("Porter's stemming algorithm for Dutch", 1994), as in
Snowball. They are for counting only and never shown: `gemeentehuis` becomes `meentehuis`.
"""

import re
import threading
import unicodedata

import Stemmer  # type: ignore[import-not-found,unused-ignore]

LONGEST = 40  # letters; a longer run (no spaces, other scripts) is cut in pieces, so no key grows too long
GRAM = 4

_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_PIECE = re.compile(f".{{1,{LONGEST}}}")
# For text in plain letters this says the same as `fold` and `_WORD`, many times as fast.
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
_SIGNS = dict.fromkeys(map(ord, "‘’“”„–—…·•€«»"), " ")  # what Dutch texts have besides letters: no words
_local = threading.local()  # a stemmer may be used by one thread at a time

# Words that bind and say little: they are counted, for half of their weight, but never shown as shared.
SILENT = frozenset(
    """
    aan al als bij dan dat de deze die dit doen door een en er geen had heb hebben hebt heeft hem het
    hier hij hoe hun iets ik in is je jij jou jouw kan kun kunnen kunt maar mag me meer men met mij mijn
    moet moeten mogen naar niet nog nu of om ons onze ook op over s t te tot u uit uw van veel voor waar
    wanneer want waren was wat we wel welke wie wij wil willen worden wordt zal ze zelf zich zij zijn zo
    zonder zou
    """.split()  # noqa: SIM905
)


def clean(text: str) -> str:
    """Return the text without what a database refuses: null characters and halves of a character."""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "")


def fold(text: str) -> str:
    """Return the text in lower case without accents, and without signs that cannot be seen.

    >>> fold("Café Één"), fold("Søren fiets\u00adpad")
    ('cafe een', 'soren fietspad')
    """
    if text.isascii():
        return text.lower()
    plain = _UNSEEN.sub("", text).casefold().translate(_LETTERS)
    return _ACCENT.sub("", unicodedata.normalize("NFKD", plain))


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order.

    >>> words("Foto's van de Café-tuin!")
    ['foto', 's', 'van', 'de', 'cafe', 'tuin']
    """
    found: list[str] = _WORD.findall(fold(text))
    if max(map(len, found), default=0) <= LONGEST:
        return found
    return [piece for word in found for piece in _PIECE.findall(word)]


def folded_line(text: str) -> str:
    """Return the folded words of a text with a space before, between and after.

    >>> folded_line("Een fiets!")
    ' een fiets '
    """
    if not text.isascii():
        text = fold(text).translate(_SIGNS)
        if not text.isascii():
            return f" {' '.join(_WORD.findall(text))} "
    line = b" %b " % text.encode().translate(_PLAIN)
    while b"  " in line:
        line = line.replace(b"  ", b" ")
    return line.decode()


def stems(folded: list[str]) -> list[str]:
    """Return the stem of each folded word, in order; empty stems stay as the word was.

    >>> stems(["speeltuinen", "fietsen"])
    ['speeltuin', 'fiets']
    """
    if not hasattr(_local, "stemmer"):
        _local.stemmer = Stemmer.Stemmer("dutch")
    return [stem or word for stem, word in zip(_local.stemmer.stemWords(folded), folded, strict=True)]


def grams(word: str) -> list[str]:
    """Return the character 4-grams of one word with a space on both sides, each once, in order.

    >>> grams("boom")
    [' boo', 'boom', 'oom ']
    """
    padded = f" {word} "
    return list(dict.fromkeys(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1))))


def as_written(text: str) -> list[tuple[str, str]]:
    """Return the words of a text as written, each with its stem, without the silent ones.

    >>> as_written("De Fietsen")
    [('Fietsen', 'fiets')]
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    written = _WORD.findall(text)
    folded = [fold(word) for word in written]
    pairs = zip(written, folded, stems(folded), strict=True)
    return [(word, stem) for word, plain, stem in pairs if plain not in SILENT]
