"""Small invented tables of Deventer and Lettele, in the formats of CBS and the Leefbaarometer."""

from __future__ import annotations

from pathlib import Path

STATLINE = (
    '"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)";'
    '"Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)";"Nabijheid/Afstand tot huisartsenpraktijk (km)"'
)
DOTTED = (
    '"Regioaanduiding.Codering..code.","Bevolking.Aantal.inwoners..aantal.",'
    '"Bevolking.Leeftijdsgroepen.65.jaar.of.ouder..aantal.","Nabijheid.Afstand.tot.huisartsenpraktijk..km."'
)


def statline(*rows: str) -> str:
    """A StatLine CSV: padded codes, decimal comma, and `.` for what is not known."""
    usual = (
        '"GM0150    ";103405;19600;0,9',
        '"WK015014  ";1010;240;3,4',
        '"NL00      ";17942942;3677228;1,0',
    )
    return "\ufeff" + "\n".join([STATLINE, *(rows or usual)]) + "\n"


def dotted() -> str:
    """The same table of an earlier year after R: dots in the header, padded numbers, NA, decimal comma."""
    return "\n".join(
        [DOTTED, '"GM0150    ","  101236",18900,"1,0"', '"WK015014  ","    1005",NA,"       ."', ""]
    )


def livability(*rows: str) -> str:
    """A CSV of the Leefbaarometer."""
    header = "code,naam,kscore,kafw,kwon,kfys,kvrz,ksoc,konv,year"
    return "\n".join([header, *(rows or ("WK015014,Lettele,8,7,5,6,3,8,7,2024",)), ""])


def saved(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
