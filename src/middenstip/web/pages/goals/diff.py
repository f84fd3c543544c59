"""The differences between two versions, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

SAME, NEW, GONE = "same", "new", "gone"


@dataclass(frozen=True)
class Part:
    """Some words with their spaces: in both versions (same), added (new) or removed (gone)."""

    kind: str
    text: str


def changes(old: str, new: str) -> list[Part]:
    """The new text in parts, with removed words in their place. Joining same and new gives `new` back.

    A word includes the space after it, so that a changed word does not also mark its neighbours.
    """
    before, after = _words(old), _words(new)
    parts: list[Part] = []
    matcher = SequenceMatcher(None, [w.strip() for w in before], [w.strip() for w in after], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            parts.append(Part(SAME, "".join(after[c:d])))
            continue
        if b > a:
            parts.append(Part(GONE, "".join(before[a:b])))
        if d > c:
            parts.append(Part(NEW, "".join(after[c:d])))
    return parts


def marked(parts: list[Part]) -> SafeString:
    """The new text, with added words marked."""
    kept = [part for part in parts if part.kind != GONE]
    return SafeString("".join(_tagged("mark" if part.kind == NEW else "", "", part.text) for part in kept))


def compared(parts: list[Part]) -> SafeString:
    """Both texts in one; a screen reader hears for each change whether it is new or gone."""
    tags = {SAME: ("", ""), NEW: ("ins", _("nieuw:")), GONE: ("del", _("weg:"))}
    return SafeString(" ".join(_tagged(*tags[part.kind], part.text) for part in parts))


def _tagged(tag: str, said: str, text: str) -> SafeString:
    hidden = format_html('<span class="ms-onzichtbaar">{} </span>', said) if said else ""
    return format_html("<{0}>{1}{2}</{0}>", tag, hidden, text) if tag else format_html("{}", text)


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*", text)
