"""What changed between two versions, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, NEW, GONE = "same", "new", "gone"


@dataclass(frozen=True)
class Part:
    """Some words with their spaces: in both versions (same), added (new) or left out (gone)."""

    kind: str
    text: str


def changes(old: str, new: str) -> list[Part]:
    """The new text in parts, with what went out in its place. Joining same and new gives `new` back.

    A word goes with the space after it, so that a changed word does not drag its neighbours along.
    """
    before, after = _words(old), _words(new)
    parts: list[Part] = []
    matcher = SequenceMatcher(None, [w.strip() for w in before], [w.strip() for w in after], autojunk=False)
    for _tag, a, b, c, d in matcher.get_opcodes():
        if _tag == "equal":
            parts.append(Part(SAME, "".join(after[c:d])))
            continue
        if b > a:
            parts.append(Part(GONE, "".join(before[a:b])))
        if d > c:
            parts.append(Part(NEW, "".join(after[c:d])))
    return parts


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*", text)
