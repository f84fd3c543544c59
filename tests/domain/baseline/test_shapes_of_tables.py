"""Each shape in which CBS and the Leefbaarometer give their tables, in small files made by hand."""

from __future__ import annotations

import gzip
import json
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline.models import Edition, Measure
from tests.cast import Cast
from tests.domain.baseline.small import dotted, livability, saved, statline

EXCEL = "gwb_code_10;regio;recs;a_inw;a_00_14;a_65_oo;a_hh;a_1p_hh;p_koopw;g_wozbag ;g_afs_hp"
OBSERVATIONS = "Id;Measure;ValueAttribute;Value;WijkenEnBuurten"
REGIONAL = (
    '"Perioden";"Regio\'s";"Bevolking/Samenstelling/Totale bevolking (aantal)";'
    '"Bevolking/Leeftijdsgroepen/Jonger dan 5 jaar (aantal)";'
    '"Bevolking/Leeftijdsgroepen/5 tot 10 jaar (aantal)";'
    '"Bevolking/Leeftijdsgroepen/10 tot 15 jaar (aantal)";'
    '"Bevolking/Leeftijdsgroepen/65 tot 80 jaar (aantal)";'
    '"Bevolking/Leeftijdsgroepen/80 jaar of ouder (aantal)";'
    '"Bevolking/Particuliere huishoudens/Totaal particuliere huishoudens (aantal)";'
    '"Bevolking/Particuliere huishoudens/Eenpersoonshuishoudens (aantal)";'
    '"Bevolking/Gemiddelde huishoudensgrootte (personen per 1 huishouden)"'
)
KEYS = "inhabitants", "share_65_plus", "distance_gp"
SES = (
    '"Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";'
    '"Opleidingsniveau/Hoog/Waarde (%)";"SES-WOA/Totaalscore/Gemiddelde score (Getal)"'
)


def load(**options: Any) -> str:
    out = StringIO()
    call_command("load_figures", stdout=out, **options)
    return out.getvalue()


def values(code: str, year: int) -> dict[str, Decimal | None]:
    rows = Measure.objects.filter(area__code=code, edition__year=year)
    return dict(rows.values_list("key", "value"))


def table(*rows: str) -> str:
    return "\n".join([*rows, ""])


def test_four_shapes_of_one_table_give_the_same_figures(cast: Cast, tmp_path: Path) -> None:
    """The shapes say *not known* as `.`, `NA`, an empty cell, and as a word beside the value."""
    excel = table(EXCEL, "GM0150    ;Deventer;Gemeente;101236;.;18900;;,;.;NA;1,0")
    observed = table(
        OBSERVATIONS,
        "1;T001036;None;101236;GM0150    ",
        "2;80200;None;18900;GM0150    ",
        "3;D000028;None;1.0;GM0150    ",
        "4;M001642;Impossible;;GM0150    ",
        "5;T001036;None;1005;WK015014  ",
        "6;80200;Missing;0;WK015014  ",
        "7;X999;None;3;WK015014  ",
    )
    plain = statline('"GM0150    ";101236;18900;1,0', '"WK015014  ";1005;.;.')
    for year, text in ((2018, plain), (2019, dotted()), (2021, excel), (2022, observed)):
        load(kwb=[saved(tmp_path, f"kwb_{year}.csv", text)])
        city, village = values("GM0150", year), values("WK015014", year)
        assert [city[key] for key in KEYS] == [101236, Decimal("18.7"), 1]
        if year != 2021:
            assert [village[key] for key in KEYS[:2]] == [1005, None]
    assert values("GM0150", 2021)["home_value"] is None
    assert values("GM0150", 2022)["home_value"] is None
    assert Edition.objects.get(year=2021).table == "85039NED"


def test_figures_of_gemeenten_are_found_by_name(cast: Cast, tmp_path: Path) -> None:
    Area.objects.create(code="GM0344", kind="gemeente", name="Utrecht", year=2024)
    text = table(
        REGIONAL,
        '"2025";"Nederland";18044027;1;1;1;1;1;1;1;2,1',
        '"2025";"Deventer";104000;5000;5200;5600;14000;6000;47000;18800;2,17',
        '"2025";"Utrecht (gemeente)";380000;;;;1;1;.;.;1,9',
        '"2025";"Bathmen";;;;;;;;;',
        '"2025";"Onbekendstad";900;;;;;;;;',
    )
    said = load(regional=[saved(tmp_path, "regionaal_2025.csv", "\ufeff" + text)])
    assert "onbekend gebied: 1 (Onbekendstad)" in said
    assert values("GM0150", 2025) == {
        "inhabitants": 104000,
        "households": 47000,
        "household_size": Decimal("2.17"),
        "share_0_14": Decimal("15.2"),
        "share_65_plus": Decimal("19.2"),
        "share_one_person": 40,
    }
    assert (values("GM0344", 2025)["inhabitants"], values("GM0344", 2025)["share_0_14"]) == (380000, None)
    assert Edition.objects.get().table == "70072NED"
    load(regional=[saved(tmp_path, "regionaal_2025.csv", "\ufeff" + text)], only="GM0344")
    assert Measure.objects.filter(area__code="GM0150").count() == 6


def test_scores_of_prosperity_are_read_with_their_three_decimals(cast: Cast, tmp_path: Path) -> None:
    text = table(
        SES,
        '"2019";"Deventer";"GM0150    ";"    30.3";"  -1.021"',
        '"2019";"Lettele";"WK015014  ";"       .";"       ."',
    )
    load(ses=[saved(tmp_path, "ses_2019.csv", text)])
    assert values("GM0150", 2019) == {"education_high": Decimal("30.3"), "status_score": Decimal("-1.021")}
    assert values("WK015014", 2019) == {"education_high": None, "status_score": None}
    for row, said in (
        ('"2018";"Deventer";"GM0150";"1";"1"', 'kolom "Perioden": dit is 2018, niet 2019'),
        ('"2019";"Deventer";"GM0150";"1";"101"', "101 ligt niet tussen -5 en 5"),
        ('"2019";"Deventer";"GM0150";"-1";"1"', "-1 ligt niet tussen 0 en 100"),
        ('"2019";"Deventer";"GM0150";"veel";"1"', '"veel" is geen getal'),
    ):
        with pytest.raises(CommandError, match=said):
            load(ses=[saved(tmp_path, "ses_2019.csv", table(SES, row))])
    assert values("GM0150", 2019)["education_high"] == Decimal("30.3")


def test_scores_are_read_from_the_map_beside_those_of_the_table(cast: Cast, tmp_path: Path) -> None:
    """A file of the gemeenten comes beside one of the wijken; the same file again changes nothing."""
    load(livability=[saved(tmp_path, "wijken_2024.csv", livability())])
    properties = {"code": "GM0150", "kscore": 7, "kwon": 5, "kfys": None, "year": "2024"}
    feature = {"type": "Feature", "properties": properties, "geometry": None}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    packed = saved(tmp_path, "gemeenten_2024.geojson.gz", gzip.compress(text.encode()))
    for _twice in range(2):
        assert "3 cijfers" in load(livability=[packed])
    assert values("GM0150", 2024) == {
        "livability_class": 7,
        "livability_housing": 5,
        "livability_surroundings": None,
    }
    assert values("WK015014", 2024)["livability_class"] == 8
    assert Edition.objects.get().file == "wijken_2024.csv; gemeenten_2024.geojson.gz"
    twice = json.dumps({"type": "FeatureCollection", "features": [feature, feature]})
    for wrong, said in (
        (twice, 'gebied 2, kolom "code": GM0150 staat er twee keer in'),
        (text.replace("7", "12", 1), "12 is geen klasse"),
        (text.replace("kscore", "anders"), 'gebied 1: de kolom "kscore" ontbreekt'),
        (text[:80], "dit is geen GeoJSON"),
    ):
        with pytest.raises(CommandError, match=said):
            load(livability=[saved(tmp_path, "kaart_2024.geojson", wrong)])
    broken = saved(tmp_path, "kapot_2024.geojson.gz", b"\x1f\x8bkapot")
    with pytest.raises(CommandError, match="gzip-bestand is beschadigd"):
        load(livability=[broken])


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("livability", "PC4,jaar,lbm\n1011,2022,4\n", "Dit zijn scores per postcode .PC4."),
        ("livability", "bu_code,RLBRMTR16,RLBFYS16\nBU01500101,4,4\n", "versie 2.0 van de Leefbaarometer"),
        ("kwb", table(OBSERVATIONS, "1;80200;None;1;GM0150"), "het aantal inwoners .T001036. ontbreekt"),
        (
            "kwb",
            table(OBSERVATIONS, "1;T001036;None;1;GM0150", "2;T001036;None;2;GM0150"),
            "regel 3, .*T001036 van GM0150 staat er twee keer in",
        ),
        ("kwb", table("Measure;Value;x", "1;1;1"), 'de kolom "wijkenenbuurten" ontbreekt'),
        ("kwb", statline('"GM0150";100;400;1,0'), 'kolom ".*65 jaar.*": 400 is meer dan 100 in .*verwisseld'),
        ("kwb", statline()[:-3], "regel 4: het bestand stopt midden in deze regel"),
        ("kwb", statline().replace("Nabijheid/", "Migratieachtergrond/"), "van 2022 of eer"),
        ("kwb", table("Perioden;Codering;Aantal inwoners", "2020;GM0150;9"), "dit is 2020, niet 2024"),
        ("regional", statline(), 'de kolom "regios" ontbreekt'),
        ("ses", statline(), 'de kolom "totaalscoregemiddeldescore" ontbreekt'),
    ],
)
def test_another_table_or_year_is_refused(
    cast: Cast, tmp_path: Path, option: str, text: str, said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        load(**{option: [saved(tmp_path, "tabel_2024.csv", text)]})
    assert not Edition.objects.exists()


CHANGED = ("oud;nieuw;jaar", "BU01509901;BU01509801;2022", "BU01509801;BU01501401;2023")
SPLIT = ("BU01509904;BU01501403;2024", "BU01509904;BU01501404;2024")


def buurt(code: str) -> Area:
    wijk = Area.objects.get(code="WK015014")
    where: dict[str, Any] = {"municipality_id": wijk.municipality_id, "district": wijk, "parent": wijk}
    return Area.objects.create(code=code, kind="buurt", name=code, year=2024, **where)


def test_a_series_goes_on_under_the_new_code(cast: Cast, tmp_path: Path) -> None:
    """Renamed twice: one series. Joined: the counts add up, an average does not. Split: skipped and told."""
    renamed, joined = buurt("BU01501401"), buurt("BU01501402")
    codes = saved(
        tmp_path,
        "codes.csv",
        table(*CHANGED, "BU01509902;BU01501402;2023", *SPLIT),
    )
    rows = ('"BU01509901";500;100;1,2', '"BU01509902";300;60;2,0', '"BU01501402";200;40;1,0')
    old = saved(tmp_path, "kwb_2021.csv", statline(*rows, '"BU01509904";50;5;1,0'))
    new = saved(tmp_path, "kwb_2024.csv", statline('"BU01501401";520;100;1,2', '"BU01501402";505;90;1,1'))
    said = load(kwb=[old, new], changes=codes)
    assert "Overgeslagen, want gesplitst: 1 (BU01509904)." in said
    series = Measure.objects.filter(key="inhabitants").order_by("edition__year")
    assert list(series.filter(area=renamed).values_list("value", flat=True)) == [500, 520]
    assert list(series.filter(area=joined).values_list("value", flat=True)) == [500, 505]
    assert values("BU01501401", 2021)["distance_gp"] == Decimal("1.2")
    assert values("BU01501402", 2021)["distance_gp"] is None
    assert Edition.objects.get(year=2021).file == "kwb_2021.csv, codes volgens codes.csv"
    half = saved(tmp_path, "kwb_2021.csv", statline('"BU01509902";300;60;2,0', '"BU01501402";.;40;1,0'))
    load(kwb=[half], changes=codes)
    assert values("BU01501402", 2021)["inhabitants"] is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("DEVENTER;GM0150;2022", 'regel 2, kolom "oud": "DEVENTER" is geen code van CBS'),
        ("GM0150;WK015014;2022", 'regel 2, kolom "nieuw": GM0150 kan niet WK015014 worden'),
        ("GM0150;GM0151;morgen", 'regel 2, kolom "jaar": "morgen" is geen jaar'),
    ],
)
def test_a_change_that_cannot_be_is_refused(cast: Cast, tmp_path: Path, row: str, said: str) -> None:
    changes = saved(tmp_path, "codes.csv", table(CHANGED[0], row))
    with pytest.raises(CommandError, match=said):
        load(kwb=[saved(tmp_path, "kwb_2024.csv", statline())], changes=changes)
