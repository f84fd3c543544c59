"""How much the spelling of texts has in common with what is asked, counted for all of them at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .dutch import GRAM, folded_line
from .score import K1, LETTERS, B

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
    keys = _keys("\n".join(lines))
    slots = np.searchsorted(wanted, keys).clip(max=len(wanted) - 1)
    places = np.nonzero(wanted[slots] == keys)[0]
    rows = np.searchsorted(starts, places, side="right") - 1
    cells = np.bincount(rows * len(wanted) + slots[places], minlength=len(lines) * len(wanted))
    counts = cells.reshape(len(lines), len(wanted))
    damping = K1 * (1 - B + B * lengths / LETTERS)
    found: list[int] = (
        np.rint(worth * counts * (K1 + 1) / (counts + damping[:, None])).sum(1).astype(int).tolist()
    )
    return found


def _keys(text: str) -> NDArray[np.uint64]:
    """Return one number for each four letters in a row; shape (letters - 3,), at least one."""
    codes = np.frombuffer(text.ljust(GRAM).encode("utf-32-le"), np.uint32).astype(np.uint64)
    keys = codes[: len(codes) - GRAM + 1]
    for shift in range(1, GRAM):
        keys = keys * _STEP + codes[shift : len(codes) - GRAM + 1 + shift]
    return keys
