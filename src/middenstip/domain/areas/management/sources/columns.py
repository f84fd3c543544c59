"""Find columns by the stem of their name: each year and each channel of CBS writes it differently.

The same column is called `Bevolking/Aantal inwoners (aantal)` (StatLine), `AantalInwoners_5` (OData, where
the number shifts per year), `Bevolking.Aantal.inwoners..aantal.` (StatLine after R), `aantalInwoners` or
`aantal_inwoners` (PDOK) and `a_inw` (Excel).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

MISSING = {"", ".", ",", "NA", "x", "null"}


def squeezed(header: str) -> str:
    """The stem of a column name: no unit, no path separators, no OData number, lower case."""
    label = re.split(r" \(|\.\.", header.strip())[0]
    label = re.sub(r"_\d+$", "", label) if re.search(r"[A-Z]", label) else label
    return re.sub(r"[^0-9a-z]", "", label.removeprefix("k_").lower())


def find_columns(headers: Iterable[str], stems: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Which header carries which key. The first that ends in a stem wins; earlier stems go first."""
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


def number(text: object) -> Decimal | None:
    """A padded number with decimal comma or point; None when CBS says it is not known.

    Large negative codes (-99997, -99999999) also mean not known. Raises `ValueError` for anything else.
    """
    plain = "" if text is None else str(text).strip()
    if plain in MISSING:
        return None
    try:
        value = Decimal(plain.replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(plain) from error
    if not value.is_finite() or abs(value) >= Decimal(10) ** 10:
        raise ValueError(plain)
    return None if value <= -99990 else value
