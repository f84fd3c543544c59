"""Find columns by the stem of their name, because CBS spells them differently per year and per channel.

The same column is called `Bevolking/Aantal inwoners (aantal)` (StatLine), `AantalInwoners_5` (OData, where
the number shifts per year), `Bevolking.Aantal.inwoners..aantal.` (StatLine after R), `aantalInwoners` or
`aantal_inwoners` (PDOK) and `a_inw` (Excel).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}$")
MISSING = {"", ".", ",", "NA", "x", "null"}


def squeezed(header: str) -> str:
    """The stem of a column name: without unit, path separators and OData number, in lower case."""
    label = re.split(r" \(|\.\.", header.strip())[0]
    label = re.sub(r"_\d+$", "", label) if re.search(r"[A-Z]", label) else label
    return re.sub(r"[^0-9a-z]", "", label.removeprefix("k_").lower())


def find_columns(headers: Iterable[str], stems: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The header for each key. The first header that ends in a stem is used; earlier stems go first."""
    labels = {header: squeezed(header) for header in headers}
    found = {}
    for key, some in stems.items():
        for stem in some:
            ends = re.compile(rf"(^|[^0-9]){stem}$")
            match = next((header for header, label in labels.items() if ends.search(label)), None)
            if match is not None:
                found[key] = match
                break
    return found


class Ambiguous(ValueError):
    """A typed number that can be read in two ways; the message says what to write instead."""


def number(text: object) -> Decimal | None:
    """The number in a padded text with decimal comma or point; None when CBS marks it as unknown.

    A typed "45.000" raises `Ambiguous`: in Dutch notation it is 45 thousand, in English notation 45.

    Large negative codes (-99997, -99999999) also mean unknown. Raises `ValueError` for any other text.
    """
    plain = "" if text is None else str(text).strip()
    if plain in MISSING:
        return None
    if isinstance(text, str) and _THOUSANDS.match(plain):
        whole, start = plain.replace(".", ""), plain.partition(".")[0]
        raise Ambiguous(f'"{plain}" kan {start} zijn of {whole}. Schrijf {whole}, of {start},0.')
    try:
        value = Decimal(plain.replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(plain) from error
    if not value.is_finite() or abs(value) >= Decimal(10) ** 10:
        raise ValueError(plain)
    return None if value <= -99990 else value
