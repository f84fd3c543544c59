"""What the drawings say to who cannot see them, and what they refuse to draw."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from middenstip.kernel.half import Half
from middenstip.web.shared import dates, svg, table
from middenstip.web.shared.fold import fold
from middenstip.web.shared.words import local_number, stage_words
from middenstip.web.templatetags.middenstip import after_bar, before_bar, thousands

ALL_JA = dict.fromkeys(("bewoners", "overheid", "ondernemers"), "ja")


@pytest.fixture(autouse=True)
def _dutch() -> object:
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        (0, "Doen mee: nog niemand. Ontbreekt: bewoners, overheid, ondernemers."),
        (Half.RESIDENTS.bit | Half.BUSINESS.bit, "Doen mee: bewoners, ondernemers. Ontbreekt: overheid."),
        (7, "Doen mee: bewoners, overheid, ondernemers."),
    ],
)
def test_ring_names_who_takes_part_and_who_is_missing(bits: int, words: str) -> None:
    assert f'aria-label="{words}"' in svg.ring_svg(bits)


def test_ring_has_a_full_arc_per_half_and_a_dashed_one_per_missing_half() -> None:
    drawn = svg.ring_svg(Half.RESIDENTS.bit)
    assert (drawn.count("h-bewoners"), drawn.count("is-leeg")) == (1, 2)


@pytest.mark.parametrize("bits", range(7))
def test_ball_is_not_in_the_middle_before_all_three_said_ja(bits: int) -> None:
    with pytest.raises(ValueError, match="all three"):
        svg.ring_svg(bits, ball=True)


def test_number_in_a_ring_cannot_become_markup() -> None:
    assert "<script>" not in svg.ring_svg(1, "<script>")


def test_table_tells_states_seats_and_ball_in_words() -> None:
    drawn = table.table_svg(
        ALL_JA | {"ondernemers": "tenzij"}, {"bewoners": "xxo", "ondernemers": "."}, "ondernemers"
    )
    words = (
        "De tafel. bewoners: JA (2 van de 3 stoelen bezet); overheid: JA; "
        "ondernemers: nee, tenzij (0 van de 1 stoelen bezet). De bal ligt bij ondernemers."
    )
    assert f'aria-label="{words}"' in drawn


def test_half_that_nobody_mentions_is_missing_from_the_table() -> None:
    assert table.table_svg({"bewoners": "open"}).count("ms-tafel__vak is-missing") == 2


def test_more_than_seven_seats_become_a_number() -> None:
    assert ">6/8<" in table.table_svg(ALL_JA, {"overheid": "xxxxxxoo"})


def test_ball_lies_in_the_middle_of_the_table_only_after_three_times_ja() -> None:
    assert 'class="ms-tafel__bal"' in table.table_svg(ALL_JA, ball=table.CENTRE)
    with pytest.raises(ValueError, match="all three"):
        table.table_svg(ALL_JA | {"overheid": "open"}, ball=table.CENTRE)


def test_field_shows_no_more_than_forty_dots_a_half() -> None:
    assert svg.field_svg(1000, 0, 2).count('r="6"') == 42


def test_dates_read_as_people_say_them() -> None:
    day = date(2026, 12, 4)
    said = [dates.short_date(day), dates.day_date(day), dates.long_date(day)]
    assert said == ["4 dec", "vrijdag 4 december", "4 december 2026"]


def test_a_day_of_another_year_says_which_year() -> None:
    days = (date(2026, 11, 4), date(2025, 11, 4))
    assert [dates.short_date(day, date(2026, 12, 4)) for day in days] == ["4 nov", "4 nov 2025"]


def test_moment_is_told_in_the_time_of_the_area() -> None:
    at = datetime(2026, 11, 24, 19, 31, tzinfo=UTC)
    assert dates.moment(at) == "24 november 2026, 20.31 uur"


@pytest.mark.parametrize(
    ("due", "words"), [(22, "vandaag"), (23, "nog 1 dag"), (25, "nog 3 dagen"), (20, "2 dagen te laat")]
)
def test_days_left_counts_both_ways(due: int, words: str) -> None:
    assert dates.days_left(date(2026, 11, due), date(2026, 11, 22)) == words


def test_large_numbers_and_choice_labels_are_split_for_the_reader() -> None:
    assert (thousands(104301), before_bar("Kop | uitleg"), after_bar("Kop")) == ("104.301", "Kop", "")


def test_a_number_is_written_as_the_reader_writes_it() -> None:
    assert (thousands(104301), local_number("1.234,5")) == ("104.301", "1.234,5")
    with translation.override("en"):
        assert (thousands(104301), local_number("1.234,5")) == ("104,301", "1,234.5")


def test_a_stage_says_which_step_it_is() -> None:
    assert [stage_words(stage) for stage in ("draft", "connecting", "stopped")] == [
        "concept",
        "stap 3: verbinden",
        "gestopt",
    ]


@pytest.mark.parametrize(("many", "opened"), [(0, 0), (8, 8), (9, 6), (15, 6)])
def test_a_list_folds_when_that_saves_more_than_two_lines(many: int, opened: int) -> None:
    first, rest = fold(list(range(many)))
    assert (len(first), first + rest) == (opened, list(range(many)))
