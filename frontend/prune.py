"""Leave out what no page uses: rules by class name, tokens by reference. Works on text; knows no parser."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)[;}]")
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED = ("@media", "@supports", "@layer", "@container")


def bare(css: str) -> str:
    """CSS without comments."""
    return _COMMENT.sub("", css)


def declared(css: str) -> dict[str, str]:
    """Every custom property and its (last) value."""
    return {name: value.strip() for name, value in _DECLARATION.findall(css)}


def _blocks(css: str) -> Iterable[tuple[str, str]]:
    """Pairs (head, body) of the outermost blocks."""
    start = 0
    while (opening := css.find("{", start)) != -1:
        depth, end = 1, opening + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        yield css[start:opening].strip(), css[opening + 1 : end - 1]
        start = end


def _is_used(selector: str, words: set[str]) -> bool:
    without_not = re.sub(r":not\([^)]*\)", "", selector)
    return set(re.findall(r"\.([\w-]+)", without_not)) <= words


def rules(css: str, words: set[str]) -> str:
    """The rules with a selector whose class names all occur in `words`."""
    kept = []
    for head, body in _blocks(bare(css)):
        if head.startswith(_NESTED):
            if inner := rules(body, words):
                kept.append(f"{head}{{{inner}}}")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        elif used := [s for s in re.split(r",(?![^()]*\))", head) if _is_used(s, words)]:
            kept.append(f"{','.join(used)}{{{body}}}")
    return "".join(kept)


def without_pictures(css: str) -> str:
    """The rules that refer to no other file."""
    return "".join(f"{head}{{{body}}}" for head, body in _blocks(bare(css)) if "url(" not in body)


def tokens(available: dict[str, str], used_in: str) -> dict[str, str]:
    """The tokens that `used_in` refers to, directly or through another token."""
    needed: dict[str, str] = {}
    queue = _REFERENCE.findall(used_in)
    while queue:
        name = queue.pop()
        if name in available and name not in needed:
            needed[name] = available[name]
            queue += _REFERENCE.findall(available[name])
    return needed


def unknown(css: str, known: Iterable[str]) -> list[str]:
    """Tokens without a fallback that nobody declares."""
    without_fallback = re.findall(r"var\(\s*(--[\w-]+)\s*\)", css)
    return sorted(set(without_fallback) - set(known))
