"""A pasted outline is read, or refused with a reason; it never crashes the page."""

import pytest

from middenstip.domain.areas.services import read_outline
from middenstip.kernel.verdict import Invalid

RING = "[[6,52],[7,52],[7,53],[6,52]]"
POLYGON = f'{{"type":"Polygon","coordinates":[{RING}]}}'


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
    ],
    ids=["400 digits", "5000 digits", "a boolean", "infinity", "nested", "two kinds", "brackets"],
)
def test_other_input_is_refused_with_a_reason(text: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        read_outline(text)
