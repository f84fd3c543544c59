"""A form that changes something is written in one way, by the tag `post_form`."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "src/middenstip"
# A tag of Django ends at its first `%}` or `}}`, an opening tag at the first `>` outside one. Each character
# fits in one way, so that a long form without `post` costs no more than reading it.
FORM = re.compile(r"<form\b(?:\{%.*?%\}|\{\{.*?\}\}|[^>{]|\{(?![%{]))*", re.IGNORECASE | re.DOTALL)
BY_HAND = re.compile(r'method="?post', re.IGNORECASE)
TOKEN = re.compile(r"\{%\s*csrf_token")


def _by_hand(text: str) -> list[str]:
    return [form for form in FORM.findall(text) if BY_HAND.search(form)] + TOKEN.findall(text)


def test_no_template_writes_a_post_form_or_its_token_itself() -> None:
    pages = {path: path.read_text() for path in TEMPLATES.rglob("*.html")}
    assert sum(text.count("{% post_form") for text in pages.values()) > 50
    assert [path.relative_to(TEMPLATES) for path, text in pages.items() if _by_hand(text)] == []


def test_a_form_by_hand_is_seen_however_it_is_laid_out() -> None:
    assert _by_hand('<form method="post">')
    assert _by_hand('<form\n  class="a"\n  action="{% url "a:b" c > d %}"\n  METHOD="POST"\n>')
    assert _by_hand("{%csrf_token %}")
    assert not _by_hand('<form method="get" action="{{ to }}"><p>method="post"</p></form>')
