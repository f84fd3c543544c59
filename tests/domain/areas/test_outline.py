"""A pasted outline is read, or refused with a reason; it never crashes the page."""

import pytest

from middenstip.domain.areas.services import read_outline
from middenstip.kernel.verdict import Invalid

RING = "[[6,52],[7,52],[7,53],[6,52]]"
POLYGON = f'{{"type":"Polygon","coordinates":[{RING}]}}'
WITH_HOLE_OUTSIDE = POLYGON.replace(RING, f"{RING},[[8,52],[9,52],[9,53],[8,52]]")


@pytest.mark.parametrize(
    "text",
    [
        POLYGON,
        f'{{"type":"Feature","geometry":{POLYGON}}}',
        f'{{"type":"FeatureCollection","features":[{{"type":"Feature","geometry":{POLYGON}}}]}}',
    ],
)
def test_a_polygon_is_read_alone_or_in_one_feature(text: str) -> None:
    assert read_outline(text) == {
        "type": "Polygon",
        "coordinates": [[[6.0, 52.0], [7.0, 52.0], [7.0, 53.0], [6.0, 52.0]]],
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (POLYGON.replace("7,53", "7," + "5" * 400), "punt 3: hier horen twee getallen"),
        (POLYGON.replace("7,53", "7," + "5" * 5000), "punt 3: hier horen twee getallen"),
        (POLYGON.replace("7,53", "7,true"), "punt 3: hier horen twee getallen"),
        (POLYGON.replace("7,53", "7,1e999"), "punt 3: hier horen twee getallen"),
        ('{"type":"Feature","geometry":' * 400 + "1" + "}" * 400, "Dit is geen vlak"),
        ('{"type":["Polygon"],"coordinates":[]}', "Dit is geen vlak"),
        ("[" * 100_000, "te vaak genest"),
        ('{"type":"Polygon",\n"coordinates":[[6 52]]}', "Kijk bij regel 2, kolom 19."),
        (POLYGON.replace("7,53", "7,NaN"), "Er staat NaN in. Dat is geen getal."),
        (POLYGON.replace(RING, '"6,52"'), "De punten staan niet in lijsten."),
        (POLYGON.replace(f"[{RING}]", "[]"), "Het vlak heeft geen rand."),
        (f'{{"type":"FeatureCollection","features":[{POLYGON},{POLYGON}]}}', "Er staan 2 gebieden in."),
        (POLYGON.replace("7,53", "207000,474000"), "Lijn 1, punt 3: dit zijn geen graden."),
        (POLYGON.replace("7,53", "7,-91"), "Lijn 1, punt 3: dit zijn geen graden."),
        (POLYGON.replace("7,53", "53,7"), "Lijn 1, punt 3: de breedte staat voor de lengte."),
        (POLYGON.replace("[7,53],", ""), "Lijn 1 heeft te weinig punten."),
        (POLYGON.replace("[7,53],[6,52]", "[7,53],[6,53]"), "Lijn 1 is niet gesloten."),
        (POLYGON.replace("7,53", "7,52"), "Teken een gesloten vlak op de kaart."),
        (WITH_HOLE_OUTSIDE, "Teken een gesloten vlak op de kaart."),
        (POLYGON.replace("[7,53]", "[6.5,53],[6.5,51]"), "De grens kruist of raakt zichzelf bij lengte"),
    ],
    ids=[
        "400 digits",
        "5000 digits",
        "a boolean",
        "infinity",
        "nested",
        "two kinds",
        "brackets",
        "no comma",
        "not a number",
        "no list",
        "no line",
        "two areas",
        "metres",
        "below the pole",
        "turned",
        "two corners",
        "open",
        "flat",
        "a hole outside",
        "crossing",
    ],
)
def test_other_input_is_refused_with_a_reason(text: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        read_outline(text)
