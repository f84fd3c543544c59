"""A small encoder of our own for tests: it sees letters only, and is the same everywhere."""

from collections.abc import Sequence

import numpy as np

from middenstip.methods.matching.encoders import Vectors


class Letters:
    """Counts letters; words with the same letters are near. `name` can be changed to make another encoder."""

    weights = {"question": 1.0, "likeness": 2.0, "search": 1.0}

    def __init__(self, name: str = "letters") -> None:
        self.name = name
        self.read: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.read += texts
        return self.queries(texts)

    def queries(self, texts: Sequence[str]) -> Vectors:
        counts = np.array(
            [[text.lower().count(chr(letter)) + 0.01 for letter in range(97, 123)] for text in texts]
        )
        return (counts / np.linalg.norm(counts, axis=1, keepdims=True)).astype(np.float32)
