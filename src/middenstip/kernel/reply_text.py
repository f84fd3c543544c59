"""What a person typed in a reply by mail: the text above the quoted mail, without the signature."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ABOVE = "Antwoord boven deze regel."  # stands in our mails; everything from there is the quote

_STARTS = (
    re.compile(rf"^[>\s*_|]*{re.escape(ABOVE)}"),
    re.compile(r"^\s*>"),
    re.compile(r"^-- ?$"),  # the usual mark above a signature
    re.compile(r"^\s*_{8,}\s*$"),
    re.compile(r"^\s*-{2,} ?(?:Oorspronkelijk|Original|Doorgestuurd|Forwarded)\b.*", re.IGNORECASE),
    re.compile(r"^\s*(?:Verzonden vanaf|Verstuurd vanaf|Sent from my)\b.*", re.IGNORECASE),
    re.compile(r"^\s*(?:Op|On) (?=.*[\d@]).{4,200} (?:schreef|wrote)\b.{0,200}:?\s*$", re.IGNORECASE),
    re.compile(r"^\s*\*?(?:Van|From):\*? .+@.+", re.IGNORECASE),
)
_WRAPPED = re.compile(r"^\s*(?:Op|On) (?=.*[\d@]).{4,300}\b(?:schreef|wrote)\b.{0,200}:\s*$", re.IGNORECASE)
_BLOCKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3")


def above_quote(text: str) -> str:
    """The lines above the first line that starts a quote or a signature.

    >>> above_quote("Ja, dat kan.\\n\\nOp ma 2 nov 2026 schreef Balie:\\n> Kan het maandag?")
    'Ja, dat kan.'
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place, line in enumerate(lines):
        wrapped = " ".join(lines[place : place + 2])
        if any(start.match(line) for start in _STARTS) or _WRAPPED.match(wrapped):
            return "\n".join(lines[:place]).strip()
    return text.strip()


def from_html(html: str) -> str:
    """The text of a mail that has only HTML, without what it quotes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.found)).strip()


class _Reader(HTMLParser):
    """Collects the text outside quotes, styles and scripts."""

    LEFT_OUT = ("blockquote", "style", "script", "head", "title")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag in self.LEFT_OUT
        if tag in _BLOCKS and not self.depth:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(0, self.depth - (tag in self.LEFT_OUT))

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.found.append(re.sub(r"\s+", " ", data))
