"""Why a text was found: the words that match what was asked, marked, with the passage around them."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from middenstip.domain.initiatives.method import matches


def marked(text: str, parts: list[str]) -> SafeString:
    """The text as HTML, with each word that contains one of these parts in `<mark>`."""
    html, last = [], 0
    for found in matches(text, parts):
        html += [escape(text[last : found.start()]), f"<mark>{escape(found.group())}</mark>"]
        last = found.end()
    return mark_safe("".join([*html, escape(text[last:])]))  # noqa: S308 - every part is escaped


def passage(text: str, parts: list[str], longest: int) -> str:
    """`text` from the sentence with the first matching word, if it is not in its first `longest` letters."""
    first = next(iter(matches(text, parts)), None)
    if first is None or first.end() <= longest:
        return text
    begin = max(text.rfind(sign, 0, first.start()) for sign in ".!?\n") + 1
    return f"… {text[begin:].strip()}"
