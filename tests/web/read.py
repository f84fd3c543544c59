"""A page as a browser reads it: templates are laid out for people, and that must not matter to a story."""

from __future__ import annotations

import re

# Around these a browser shows no white space.
BLOCKS = (
    "article aside blockquote body br button dd details div dl dt fieldset figcaption figure footer form h1"
    " h2 h3 h4 header hr html label legend li link main meta nav ol optgroup option p script section select"
    " summary table tbody td textarea th thead title tr ul"
)
_KEPT = re.compile(r"(<(?:textarea|pre|script)\b.*?</(?:textarea|pre|script)>)", re.DOTALL)
_TAG = re.compile(r"<[a-z!][^>]*>", re.IGNORECASE)
_AROUND = re.compile(rf" ?(</?(?:{BLOCKS.replace(' ', '|')})\b[^>]*>) ?")
_INSIDE = re.compile(r'(<(?:a|span) class="(?:nl-button|ms-staat)[^>]*>) | (?=</(?:a|span)>)')


def as_read(html: str) -> str:
    """The page without the white space that nobody sees; what is typed in a text area stays as it is."""
    parts = _KEPT.split(html)
    return "".join(part if place % 2 else _flat(part) for place, part in enumerate(parts))


def _flat(html: str) -> str:
    text = _TAG.sub(lambda tag: re.sub(r"\s*\n\s*", " ", tag[0]).replace(" >", ">"), html)
    return _INSIDE.sub(r"\1", _AROUND.sub(r"\1", re.sub(r"\s*\n\s*", " ", text)))
