"""A broken file gives one clear Dutch sentence with the place, exit code 2, and no imported rows."""

import gzip

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from middenstip.domain.areas.models import Area, Outline
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import ROWS, geojson, kwb, square

GM = '"Zonnedal";"Zonnedal";"Gemeente";"GM0999";1200;240;300'
CODE = {"statcode": "GM0999", "statnaam": "Zonnedal", "jrstatcode": "2024GM0999"}
OPEN_LINE = {"type": "Polygon", "coordinates": [[[6, 52], [6.1, 52]]]}
IN_METRES = square(200_000, 460_000, 1000)
COLUMN_65 = "Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)"

TABLES = [
    (
        kwb(GM, '"Kerkdorp";"Z";"Wijk";"WK099901";veel;1;1'),
        'regel 3, kolom "Bevolking/Aantal inwoners (aantal)": "veel" is geen getal.',
    ),
    (kwb(GM.replace("300", "1.200,5")), f'regel 2, kolom "{COLUMN_65}": "1.200,5" is geen getal.'),
    (kwb(GM.replace("1200", "12.5")), "12.5 is geen aantal mensen."),
    (
        kwb(GM.replace("1200", "45.000")),
        'regel 2, kolom "Bevolking/Aantal inwoners (aantal)": "45.000" kan 45 zijn of 45000. '
        "Schrijf 45000, of 45,0.",
    ),
    (
        kwb(GM.replace("GM0999", "XX0999")),
        'regel 2, kolom "Regioaanduiding/Codering (code)": "XX0999" is geen code van CBS.',
    ),
    (kwb(GM, GM), 'regel 3, kolom "Regioaanduiding/Codering (code)": GM0999 staat er twee keer in.'),
    (kwb('"";"Zonnedal";"Gemeente";"GM0999";1200;240;300'), "de naam is leeg of langer dan 120 tekens."),
    (kwb(GM + ";1"), "regel 2: hier staan 8 kolommen, dat moeten er 7 zijn."),
    (kwb(GM + '\n"open'), "regel 3: deze regel is geen geldige CSV."),
    (
        kwb('"Kerkdorp";"Zonnedal";"Wijk";"WK099901";1;1;1'),
        "WK099901 hoort bij GM0999, maar dat gebied is er niet.",
    ),
    ("a;b;c\n1;2;3\n", 'de kolom "Codering" ontbreekt.'),
    ("zomaar wat tekst", "dit is geen CSV van StatLine."),
    ("", "dit bestand is leeg."),
    (kwb(GM).replace("Zonnedal", "Zonne\x00dal"), "regel 2: hier staat een onleesbaar teken (NUL)."),
    (b"naam;code\nS\xfcd;GM0999\n", "regel 2: hier staat een teken dat geen UTF-8 is."),
    (b"PK\x03\x04rest", "dit is een zip- of Excel-bestand."),
]

OUTLINES = [
    (
        geojson((CODE, square(6, 52)), ({**CODE, "statcode": "0999"}, square(6, 52))),
        'gebied 2, eigenschap "statcode": "0999" is geen code van CBS.',
    ),
    (geojson(({"naam": "Zonnedal"}, square(6, 52))), "gebied 1: geen eigenschap met een code"),
    (geojson((CODE, OPEN_LINE)), 'gebied 1, "geometry": de lijn is niet gesloten of heeft te weinig punten.'),
    (geojson((CODE, IN_METRES)), 'gebied 1, "geometry": dit zijn geen graden.'),
    (
        geojson((CODE, square(52, 6))),
        'gebied 1, "geometry": de breedte staat voor de lengte. Eerst de lengte, dan de breedte.',
    ),
    (geojson((CODE, {"type": "Point", "coordinates": [6, 52]})), 'gebied 1, "geometry": dit is geen vlak'),
    (geojson((CODE, None)), 'gebied 1, "geometry": dit is geen vlak'),
    (
        geojson(({**CODE, "aantalInwoners": "veel"}, square(6, 52))),
        'gebied 1, eigenschap "aantalinwoners": "veel" is geen getal.',
    ),
    (
        geojson((CODE, square(6, 52)), ({**CODE, "water": "JA"}, square(7, 52)), (CODE, square(6, 53))),
        'gebied 3, eigenschap "statcode": GM0999 staat er twee keer in.',
    ),
    (
        geojson(({**CODE, "aantalInwoners": "1.250"}, square(6, 52))),
        'gebied 1, eigenschap "aantalinwoners": "1.250" kan 1 zijn of 1250. Schrijf 1250, of 1,0.',
    ),
    (geojson(({"statcode": "GM0999"}, square(6, 52))), "gebied 1: het jaar ontbreekt."),
    ('{"type": "FeatureCollection",\n "features": [}', "regel 2, kolom 15: dit is geen GeoJSON"),
    ('{"type": "FeatureCollection", "features": [NaN]}', "er staat NaN in, dat is geen getal."),
    ('{"type": "Topology"}', "dit is geen GeoJSON met gebieden"),
    ("[]", "dit is geen GeoJSON met gebieden"),
    (b"\x89PNG\r\n\x1a\n....", "dit is een plaatje (PNG)."),
    (b"SQLite format 3\x00", "dit is een GeoPackage of andere database."),
    ("<html>404</html>", "dit is een webpagina of XML."),
    (gzip.compress(b"{}" * 1000, mtime=0)[:-20], "dit gzip-bestand is beschadigd."),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "sentence"), TABLES)
def test_a_broken_table_writes_nothing_and_says_where(run: Run, content: str, sentence: str) -> None:
    with pytest.raises(CommandError) as refused:
        run({"kwb_2024.csv": content})

    assert sentence in str(refused.value)
    assert refused.value.returncode == 2
    assert not Area.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "sentence"), OUTLINES)
def test_a_broken_outline_writes_nothing_and_says_where(run: Run, content: str, sentence: str) -> None:
    with pytest.raises(CommandError) as refused:
        run({"kwb_2024.csv": kwb(*ROWS), "grenzen.json": content})

    assert sentence in str(refused.value)
    assert refused.value.returncode == 2
    assert (Area.objects.count(), Outline.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_a_missing_file_year_or_option_is_named(run: Run, tmp_path) -> None:
    for files, options, sentence in [
        ({}, {}, "Kies iets om te laden"),
        ({"tabel.csv": kwb()}, {}, "tabel.csv: welk jaar is dit? Geef het met --year."),
        ({}, {"kwb": [tmp_path / "weg.csv"], "year": 2024}, "weg.csv: dit bestand kan niet worden geopend."),
        ({}, {"online": ["kwb"]}, "Geef het jaar met --year."),
        ({}, {"online": ["kwb"], "year": 1999}, "Voor 1999 is geen CBS-tabel bekend."),
        ({}, {"write_compact": tmp_path / "x.json"}, "Kies een gemeente met --only."),
        ({"kwb_2024.csv": kwb(*ROWS)}, {"only": "GM0150"}, "Er staat niets in over GM0150."),
        ({"kwb_2024.csv": kwb(*ROWS).splitlines()[0]}, {}, "Er staat niets in over een gebied."),
        ({}, {"only": "GM0999", "write_compact": tmp_path}, "daar kan geen bestand worden geschreven."),
    ]:
        with pytest.raises(CommandError, match=sentence.replace(".", r"\.").replace("?", r"\?")):
            run(files, **options)


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--year=-5", "-5 is geen jaar van 1995 tot en met 2100"),
        ("--year=20245", "20245 is geen jaar van 1995 tot en met 2100"),
        ("--year=²", "² is geen jaar"),
        ("--simplify=nan", "nan is geen aantal meters van 0 tot en met 1000"),
        ("--simplify=-20", "-20 is geen aantal meters"),
        ("--simplify=veel", "veel is geen aantal meters"),
    ],
)
def test_an_invalid_option_is_named(option: str, sentence: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("import_areas", option)

    assert sentence in str(refused.value)
