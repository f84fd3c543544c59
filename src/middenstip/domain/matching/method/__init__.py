"""The bridge to `methods.matching`: the index of all texts, and what fits what."""

from middenstip.domain.matching.method.near import fitting_for, key_of, kind_of, kindred_of, owner_of
from middenstip.domain.matching.method.texts import Found, Hit, find, forget, keep, keys_like, known

__all__ = [
    "Found",
    "Hit",
    "find",
    "fitting_for",
    "forget",
    "keep",
    "key_of",
    "keys_like",
    "kind_of",
    "kindred_of",
    "known",
    "owner_of",
]
