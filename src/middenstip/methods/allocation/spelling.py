"""Two spellings of one name are one voter and one plan."""

from __future__ import annotations

from collections.abc import Sequence

from middenstip.methods.reading import same_name


def distinct_names(names: Sequence[str]) -> int:
    """How many different names there are.

    >>> distinct_names(["Zo\u00eb", "Zoe\u0308", "zo"])
    2
    """
    joined = "".join(names)
    plain = joined.isascii() and joined.isprintable() and " " not in joined
    return len(set(names if plain else map(same_name, names)))
