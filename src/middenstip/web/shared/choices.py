"""The options of a select as one string: a form widget would render a template for every option."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Option = tuple[str, str]  # value, words
Group = tuple[str, list[Option]]  # words ("" for no group), options


def options(groups: Iterable[Group], chosen: str) -> SafeString:
    """`<option>`s, in `<optgroup>`s where a group has a name; words and values are escaped."""
    html = [_group(name, "".join(_option(one, one[0] == chosen) for one in some)) for name, some in groups]
    return mark_safe("".join(html))  # noqa: S308 - escaped above


def _group(name: str, inner: str) -> str:
    return f'<optgroup label="{escape(name)}">{inner}</optgroup>' if name else inner


@lru_cache(maxsize=2048)
def _option(option: Option, is_chosen: bool) -> str:
    """Cached: a gemeente has a hundred areas, and every list shows them all."""
    value, words = option
    selected = " selected" if is_chosen else ""
    return f'<option value="{escape(value)}"{selected}>{escape(words)}</option>'
