"""The Veiligheidsmonitor: figures of gemeenten and provincies with their margins, and whose they are."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.services.provinces import place_in_provinces
from middenstip.domain.baseline.models import Edition, Measure
from middenstip.domain.baseline.selectors import series_of
from tests.cast import Cast
from tests.domain.baseline.small import saved
from tests.web.at_the_door import page

STATLINE = (
    '"Marges";"Perioden";"Regio\'s";"Fysieke voorzieningen/Schaalscore fysieke voorzieningen (schaalscore)";'
    '"Sociale cohesie/Mensen gaan prettig met elkaar om (%)"'
)
ROWS = (
    '"Waarde";"2023";"Nederland";6,5;75,3',
    '"Waarde";"2023";"Noord-Nederland (LD)";6,6;78,0',
    '"Waarde";"2023";"Deventer";6,4;77,1',
    '"Ondergrens 95%-interval";"2023";"Deventer";6,2;73,9',
    '"Bovengrens 95%-interval";"2023";"Deventer";6,6;80,3',
    '"Waarde";"2021";"Deventer";6,3;.',
    '"Waarde";"2023";"Overijssel (PV)";6,6;79,0',
)
ODATA = "ID,Marges,RegioS,Perioden,SchaalscoreFysiekeVoorzieningen_6"


def load(**options: Any) -> str:
    out = StringIO()
    call_command("load_figures", stdout=out, **options)
    return out.getvalue()


def refused(folder: Path, *rows: str, header: str = STATLINE, name: str = "vm_2023.csv") -> str:
    with pytest.raises(CommandError) as refusal:
        load(safety=[saved(folder, name, "\n".join([header, *rows, ""]))])
    return f"{refusal.value}"


def table(folder: Path, name: str = "vm_2023.csv") -> Path:
    return saved(folder, name, "\ufeff" + "\n".join([STATLINE, *ROWS, ""]))


def test_a_gemeente_has_its_figure_with_margins_and_a_wijk_that_of_the_gemeente(
    cast: Cast, client: Client, tmp_path: Path
) -> None:
    place_in_provinces()
    for _twice in range(2):
        assert load(safety=[table(tmp_path)]) == "vm_2023.csv: 4 cijfers.\n"
        assert load(safety=[table(tmp_path)], year=2021) == "vm_2023.csv: 2 cijfers.\n"
    about = Edition.objects.values_list("source", "table", "year", "licence").order_by("year")
    assert list(about) == [("CBS", "85146NED", 2021, "CC BY 4.0"), ("CBS", "85146NED", 2023, "CC BY 4.0")]
    here = {one.indicator.key: one for one in series_of(Area.objects.get(code="WK015014"))}
    score = here["facilities_score"]
    assert score.is_fallback
    assert [(one.year, one.value, one.low, one.high, one.level) for one in score.points] == [
        (2021, Decimal("6.3"), None, None, "gemeente"),
        (2023, Decimal("6.4"), Decimal("6.2"), Decimal("6.6"), "gemeente"),
    ]
    told = page(client, "/gebied/wk015014/cijfers/")
    assert "tussen 6,2 en 6,6" in told
    assert "tussen 73,9% en 80,3%" in told
    assert "over de hele gemeente" in told
    rows = client.get("/api/v1/cijfers?gebied=GM0150").json()["cijfers"]
    newest = next(one for one in rows if one["sleutel"] == "facilities_score")["waarden"][-1]
    assert newest == {"jaar": 2023, "waarde": 6.4, "ondergrens": 6.2, "bovengrens": 6.6}


def test_where_a_gemeente_has_no_figure_its_provincie_has(cast: Cast, client: Client, tmp_path: Path) -> None:
    place_in_provinces()
    load(safety=[saved(tmp_path, "vm_2023.csv", "\n".join([STATLINE, ROWS[-1], ""]))])
    score = next(one for one in series_of(Area.objects.get(code="WK015014")))
    assert (score.indicator.key, score.newest.area, score.newest.level) == (
        "facilities_score",
        "PV23",
        "provincie",
    )
    assert "over de hele provincie" in page(client, "/gebied/gm0150/cijfers/")
    assert not any(one.is_fallback for one in series_of(Area.objects.get(code="PV23")))


def test_the_codes_of_odata_say_the_same(cast: Cast, tmp_path: Path) -> None:
    rows = (
        "1,MW00000,GM0150  ,2023JJ00,6.4",
        "2,MOG0095,GM0150  ,2023JJ00,6.2",
        "3,MBG0095,GM0150  ,2023JJ00,6.6",
    )
    assert "1 cijfers" in load(safety=[saved(tmp_path, "vm_2023.csv", "\n".join([ODATA, *rows, ""]))])
    one = Measure.objects.get()
    assert (one.area.code, one.value, one.low, one.high) == (
        "GM0150",
        Decimal("6.4"),
        Decimal("6.2"),
        Decimal("6.6"),
    )


def test_what_cannot_be_right_is_refused_with_its_place(cast: Cast, tmp_path: Path) -> None:
    good = ROWS[2]
    assert 'regel 2, kolom "Perioden": "later" is geen jaar' in refused(
        tmp_path, good.replace("2023", "later")
    )
    assert "is geen waarde, ondergrens of bovengrens" in refused(tmp_path, good.replace("Waarde", "Ongeveer"))
    assert "Deventer staat er twee keer in" in refused(tmp_path, good, good)
    assert "17 ligt niet tussen 0 en 10" in refused(tmp_path, good.replace("6,4", "17"))
    assert "er staat niets in over 2025, wel over: 2023" in refused(tmp_path, good, name="vm_2025.csv")
    assert "Vergelijken kan vanaf 2021" in refused(tmp_path, good, name="vm_2019.csv")
    assert "er staat geen cijfer in dat we kennen" in refused(
        tmp_path, "Waarde;2023;Deventer", header="Marges;Perioden;Regio's"
    )
    assert "ligt niet tussen zijn grenzen 6.9 en 7" in refused(
        tmp_path, good, ROWS[3].replace("6,2", "6,9"), ROWS[4].replace("6,6", "7")
    )
    assert not Measure.objects.exists()


def test_the_database_refuses_a_value_outside_its_margins(cast: Cast, tmp_path: Path) -> None:
    load(safety=[table(tmp_path)])
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.filter(key="facilities_score", low__isnull=False).update(low=9)
