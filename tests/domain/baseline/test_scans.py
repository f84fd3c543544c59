"""A scan from question to frozen figures, and measured again a year later."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.baseline import rules
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.content import reads_like_solution
from middenstip.domain.baseline.lifecycle import MOST_LINES, SCAN
from middenstip.domain.baseline.method import bytes_of, changes, file_of, is_untouched
from middenstip.domain.baseline.models import Observation, Reading, Scan, ScanLine
from middenstip.domain.baseline.selectors import lines_of, scan_by_id
from middenstip.domain.parties.rules import may_draw
from middenstip.journeys import publish_text
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from middenstip.methods.measuring import Point, difference, in_file, reason_not
from tests.cast import Cast
from tests.domain.baseline.playing import (
    QUESTION,
    discussed,
    figures,
    fixed,
    reads,
    repeated,
    started,
    village,
    walking,
)
from tests.domain.baseline.small import saved
from tests.notices.ears import heard, post

DOCS = Path(__file__).parents[3] / "docs"


def sees(cast: Cast, scan: Scan, text: str = "De stoep is kapot.", **more: Any) -> Observation:
    told: dict[str, Any] = {"kind": "observed", "texts": {"text": text, "place": "Bij de school"}}
    return publish_text.observation(by=cast.gerrit, scan=scan, **{**told, **more}, at=cast.tick())


def test_three_halves_fix_figures_that_never_move_again(cast: Cast) -> None:
    scan = walking(cast)
    sees(cast, scan)
    scan = discussed(cast, scan)
    with pytest.raises(Forbidden, match="bewoners, overheid en ondernemers"):
        baseline.fix_scan(by=cast.marijke, scan=scan, at=cast.tick())
    reads(cast, cast.gerrit, scan)
    publish_text.reading(by=cast.gerrit, scan=scan, view="partly", texts={}, at=cast.tick())
    reads(cast, cast.ilse, scan)
    assert Reading.objects.get(half="bewoners").view == "partly"
    with pytest.raises(Forbidden, match="niets van: ondernemers"):
        baseline.fix_scan(by=cast.yara, scan=scan, at=cast.tick())
    reads(cast, cast.bas, scan, "no")
    with pytest.raises(Forbidden, match="Dit doet wie de scan begon"):
        baseline.fix_scan(by=cast.bas, scan=scan, at=cast.tick())
    scan = baseline.fix_scan(by=cast.yara, scan=scan, at=cast.tick())
    assert scan.checksum == hashlib.sha256(scan.frozen.encode("utf-8-sig")).hexdigest()
    figures(cast.tick(), 2024, 2000)
    assert is_untouched(scan, lines_of(scan)[0])
    for late in (
        lambda: reads(cast, cast.tarik, scan),
        lambda: sees(cast, scan),
        lambda: baseline.choose_figures(by=cast.marijke, scan=scan, keys=[], at=cast.tick()),
        lambda: baseline.stop_scan(by=cast.marijke, scan=scan, at=cast.tick()),
        lambda: baseline.fix_scan(by=cast.marijke, scan=scan, at=cast.tick()),
    ):
        with pytest.raises(NotNow, match="vastgesteld"):
            late()
    ScanLine.objects.filter(scan=scan, key="inhabitants").update(value=5)
    assert not is_untouched(scan, lines_of(scan)[0])
    post(cast)
    for who in (cast.marijke, cast.gerrit, cast.ilse, cast.bas):
        assert f"De cijfers staan vast: {QUESTION}" in heard(who)
    assert f"Herken je deze cijfers? {QUESTION}" in heard(cast.gerrit)
    assert heard(cast.tarik) == []


def test_a_year_later_the_same_is_measured_and_an_outsider_recomputes_it(cast: Cast, tmp_path: Path) -> None:
    again = repeated(cast)
    first = scan_by_id(again.baseline.public_id) if again.baseline else None
    assert first
    lines, before = lines_of(again)
    told = {one.after.key: one for one in changes(before, lines)}
    assert (told["inhabitants"].difference, told["distance_gp"].difference) == (30, Decimal("-0.3"))
    assert told["livability_class"].difference == 0
    with pytest.raises(NotNow, match="loopt al een herhaling"):
        baseline.repeat_scan(by=cast.marijke, scan=first, at=cast.tick())
    with pytest.raises(NotNow, match="meet hetzelfde"):
        baseline.choose_figures(by=cast.marijke, scan=again, keys=[], at=cast.tick())
    with pytest.raises(Forbidden):
        baseline.repeat_scan(by=cast.tarik, scan=first, at=cast.tick())
    with pytest.raises(NotNow, match="cijfers kiezen"):
        baseline.read_figures(by=cast.ilse, scan=again, view="yes", texts={}, at=cast.tick())
    again = baseline.stop_scan(by=cast.marijke, scan=again, at=cast.tick())
    other = baseline.repeat_scan(by=cast.samira, scan=again, at=cast.tick())
    assert other.baseline == first
    files = [
        saved(tmp_path, "eerst.csv", bytes_of(first.frozen)),
        saved(tmp_path, "nu.csv", bytes_of(file_of(lines))),
    ]
    assert hashlib.sha256(files[0].read_bytes()).hexdigest() == first.checksum
    script = re.search(r"```python\n(.+?)```", (DOCS / "methoden/nulmeting.md").read_text(), re.DOTALL)
    assert script
    run = [sys.executable, "-c", script[1], *map(str, files)]
    told_by_outsider = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()
    assert sorted(told_by_outsider) == [
        "Afstand tot de huisarts -0.3",
        "Hoe prettig is het wonen? 0.0",
        "Inwoners 30.0",
    ]


def test_figures_of_people_themselves_wait_for_a_new_value(cast: Cast) -> None:
    scan = started(cast)
    texts = {"word": "=Fietsen bij de school", "unit": "fietsen", "source": "geteld op maandag"}
    told: dict[str, Any] = {"by": cast.marijke, "scan": scan, "texts": texts}
    own = baseline.add_own_figure(**told, value=Decimal(41), people=7, at=cast.tick())
    with pytest.raises(Invalid) as refused:
        baseline.add_own_figure(**{**told, "texts": {}}, value=Decimal(1), at=cast.tick())
    assert list(refused.value.errors) == ["word", "source"]
    for value in (None, Decimal("NaN"), Decimal(10) ** 11):
        with pytest.raises(Invalid, match="Vul een getal in"):
            baseline.add_own_figure(**told, value=value, at=cast.tick())
    with pytest.raises(Invalid, match="aantal mensen"):
        baseline.add_own_figure(**told, value=Decimal(1), people=-1, at=cast.tick())
    with pytest.raises(NotNow, match="staat niet in deze scan"):
        baseline.measure_own_figure(by=cast.marijke, scan=scan, key="x", value=Decimal(1), at=cast.tick())
    text = file_of(scan.lines.all())
    assert "41" not in text
    assert "'=Fietsen bij de school;;fietsen;minder dan 10" in text
    baseline.choose_figures(by=cast.marijke, scan=scan, keys=["inhabitants"], at=cast.tick())
    assert set(scan.lines.values_list("key", flat=True)) == {"inhabitants", own.key}
    first = fixed(cast, baseline.begin_walk(by=cast.marijke, scan=scan, at=cast.tick()))
    again = baseline.repeat_scan(by=cast.marijke, scan=first, at=cast.tick())
    lines, before = lines_of(again)
    assert [one.why_not for one in changes(before, lines)] == ["small", "same_year"]
    waiting = again.lines.get(key=own.key)
    assert (waiting.value, waiting.word) == (None, own.word)
    with pytest.raises(NotNow, match="meet hetzelfde"):
        baseline.add_own_figure(**{**told, "scan": again}, value=Decimal(1), at=cast.tick())
    measured = baseline.measure_own_figure(
        by=cast.marijke, scan=again, key=own.key, value=Decimal("61.5"), people=20, at=cast.tick()
    )
    assert measured.value == Decimal("61.5")


def test_a_scan_needs_a_question_and_figures(cast: Cast) -> None:
    figures(cast.tick())
    told: dict[str, Any] = {"by": cast.marijke, "area": village(), "question": QUESTION, "at": cast.tick()}
    with pytest.raises(Invalid, match="wat je wilt weten"):
        baseline.start_scan(**{**told, "question": " "}, keys=[])
    with pytest.raises(Invalid, match="is er niet voor dit gebied"):
        baseline.start_scan(**told, keys=["gas_use"])
    first = publish_text.scan(**told, keys=[], key="een")
    again = publish_text.scan(**{**told, "at": cast.tick()}, keys=[], key="een")
    assert (first.pk, Scan.objects.count()) == (again.pk, 1)
    with pytest.raises(NotNow, match="Kies eerst"):
        baseline.begin_walk(by=cast.marijke, scan=first, at=cast.tick())
    own: dict[str, Any] = {
        "style": "number",
        "year": 2026,
        "about": "WK015014",
        "level": "wijk",
        "source": "geteld",
    }
    ScanLine.objects.bulk_create(
        ScanLine(scan=first, key=f"eigen-{n}", is_own=True, word="x", **own) for n in range(MOST_LINES)
    )
    with pytest.raises(Invalid, match="hooguit 30"):
        baseline.choose_figures(by=cast.marijke, scan=first, keys=["inhabitants"], at=cast.tick())
    texts = {"word": "x", "source": "y"}
    with pytest.raises(NotNow, match="hooguit 30"):
        baseline.add_own_figure(by=cast.marijke, scan=first, texts=texts, value=Decimal(1), at=cast.tick())
    city = Area.objects.get(code="GM0150")
    assert baseline.start_scan(**{**told, "area": city}, keys=[]).municipality == city
    province = Area(code="PV23", kind=Kind.PROVINCE, name="Overijssel", year=2026).store()
    with pytest.raises(NotNow, match="Een scan gaat over een gemeente"):
        baseline.start_scan(**{**told, "area": province}, keys=[])
    assert "Een provincie is te groot" in may_draw(cast.marijke, province).reason


def test_an_observation_is_not_a_solution_yet(cast: Cast) -> None:
    scan = walking(cast)
    with pytest.raises(NotNow, match="waarnemen"):
        sees(cast, scan, kind="solution")
    with pytest.raises(Invalid, match="lijkt een oplossing"):
        sees(cast, scan, "Er moet een bankje komen.")
    sure = sees(cast, scan, "Er moet een bankje komen.", is_sure=True, key="zeker")
    again = sees(cast, scan, "Er moet een bankje komen.", is_sure=True, key="zeker")
    assert sure.pk == again.pk
    with pytest.raises(Invalid, match="wat je zag"):
        sees(cast, scan, " ")
    with pytest.raises(Invalid, match="Kies of dit"):
        sees(cast, scan, kind="droom")
    with pytest.raises(Invalid, match="Kies of je"):
        publish_text.reading(by=cast.ilse, scan=scan, view="x", texts={}, at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie dit opschreef"):
        baseline.withdraw_observation(by=cast.ilse, observation=sure, at=cast.tick())
    for _twice in range(2):
        gone = baseline.withdraw_observation(by=cast.gerrit, observation=sure, at=cast.tick())
    assert (gone.text, gone.place) == ("", "")
    kept = sees(cast, scan)
    scan = fixed(cast, scan)
    with pytest.raises(NotNow, match="De scan staat vast"):
        baseline.withdraw_observation(by=cast.gerrit, observation=kept, at=cast.tick())
    idea = sees(cast, scan, "Er moet een bankje komen.", kind="solution")
    assert baseline.withdraw_observation(by=cast.gerrit, observation=idea, at=cast.tick()).text == ""


def test_texts_are_hidden_and_shown_and_figures_stay(cast: Cast) -> None:
    scan = fixed(cast)
    reading = Reading.objects.get(half="overheid")
    idea = sees(cast, scan, kind="solution")
    words = "Deze tekst is verborgen."
    texts = (("scan", scan.public_id), ("observation", idea.public_id), ("reading", reading.public_id))
    for name, code in texts:
        getattr(baseline, f"hide_{name}")(code=code, words=words, by=None, at=cast.tick())
    assert Scan.objects.get().question == words
    assert Reading.objects.get(pk=reading.pk).experience == words
    for name, code in texts:
        getattr(baseline, f"show_{name}")(code=code, by=None, at=cast.tick())
    assert Scan.objects.get().question == QUESTION
    assert Observation.objects.get().text == "De stoep is kapot."
    assert is_untouched(scan, lines_of(scan)[0])


@given(st.lists(st.sampled_from(sorted({act for _state, act in SCAN.steps})), max_size=12))
def test_the_figures_change_only_before_the_walk(acts: list[str]) -> None:
    state = SCAN.start
    for act in acts:
        if SCAN.allows(state, act):
            assert (act == "choose") <= (state == "setup")
            assert (act == "observe") <= (state == "walk")
            state = SCAN.after(state, act)
    assert set(SCAN.ends) == {"stopped"}


@given(st.sets(st.sampled_from([half.value for half in Half])))
def test_only_all_halves_fix_a_scan(halves: set[str]) -> None:
    assert bool(rules.may_fix(halves)) == (len(halves) == 3)


numbers = st.decimals(-1000, 1000, places=2)


@given(numbers, numbers, st.sampled_from([None, 0, 5, 10]))
def test_a_difference_is_after_minus_before_or_has_a_reason(
    before: Decimal, after: Decimal, people: int | None
) -> None:
    first, later = Point(before, 2023, "GM0150", people), Point(after, 2025, "GM0150", people)
    told = difference(first, later)
    assert (told is None) == (people == 5)
    assert told is None or before + told == after
    assert reason_not(first, Point(None, 2025, "GM0150")) in ("unknown", "small")
    assert reason_not(Point(before, 2023, "GM0150"), Point(after, 2025, "WK015014")) == "other_area"
    assert reason_not(Point(before, 2023, "GM0150"), Point(after, 2023, "GM0150")) == "same_year"


@given(st.lists(st.text('=+-@;\t"ab\n1,', max_size=6), min_size=1, max_size=4))
def test_a_spreadsheet_never_reads_a_formula(cells: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(in_file(["k"] * len(cells), [cells]), newline=""), delimiter=";"))
    for typed, read in zip(cells, rows[1] if len(rows) > 1 else [""] * len(cells), strict=True):
        assert read in (typed, f"'{typed}")
        assert not read.startswith(("=", "+", "@", "\t"))


def test_what_should_be_done_reads_like_a_solution() -> None:
    said = ("We moeten iets doen", "Maak er een plein van", "De gemeente zou kunnen maaien", "Mijn voorstel")
    assert [reads_like_solution(one) for one in said] == [True] * 4
    assert not any(reads_like_solution(one) for one in ("Er is geen bankje.", "De lamp is stuk."))
