"""How much the spelling of texts has in common with what is asked, counted for all of them at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .dutch import GRAM, folded_line
from .score import K1, LETTERS, B

Keys = NDArray[np.uint64]

_LAST = np.uint64(0xFFFF)
_STEP = np.uint64(1_000_003)  # four letters become one number; products wrap at 2**64, the same everywhere


def gram_scores(grams: Sequence[tuple[str, int]], texts: Sequence[str]) -> list[int]:
    """Return the BM25 of 4-grams with their weights (thousandths) in each text, as whole numbers.

    Linear in the letters of all texts together.

    >>> gram_scores([("fiet", 1000)], ["Een fiets.", "Een auto."])
    [1642, 0]
    """
    named = {gram: worth for gram, worth in grams if len(gram) == GRAM}
    if not named or not texts:
        return [0] * len(texts)
    lines = [folded_line(text) for text in texts]
    lengths = np.array([len(line) for line in lines])
    starts = np.concatenate(([0], np.cumsum(lengths + 1)[:-1]))
    wanted, order = np.unique(_keys("\n".join(named))[:: GRAM + 1], return_index=True)
    worth = np.array(list(named.values()))[order]
    places, slots = _found(_keys("\n".join(lines)), wanted)
    rows = np.searchsorted(starts, places, side="right") - 1
    cells = np.bincount(rows * len(wanted) + slots, minlength=len(lines) * len(wanted))
    counts = cells.reshape(len(lines), len(wanted))
    damping = K1 * (1 - B + B * lengths / LETTERS)
    parts = np.rint(worth * counts * (K1 + 1) / (counts + damping[:, None]))
    scores: list[int] = parts.sum(1).astype(int).tolist()
    return scores


def _found(keys: Keys, wanted: Keys) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places of keys that are wanted (sorted), and which one each is.

    A table on the last 16 bits throws out nearly all the others before the exact comparison.
    """
    likely = np.zeros(1 << 16, bool)
    likely[wanted & _LAST] = True
    places = np.nonzero(likely[keys & _LAST])[0]
    slots = np.searchsorted(wanted, keys[places]).clip(max=len(wanted) - 1)
    exact = wanted[slots] == keys[places]
    return places[exact], slots[exact]


def _keys(text: str) -> Keys:
    """Return one number for each four letters in a row; shape (letters - 3,), at least one."""
    codes = np.frombuffer(text.ljust(GRAM).encode("utf-32-le"), np.uint32).astype(np.uint64)
    keys = codes[: len(codes) - GRAM + 1]
    for shift in range(1, GRAM):
        keys = keys * _STEP + codes[shift : len(codes) - GRAM + 1 + shift]
    return keys
