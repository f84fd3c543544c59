"""Days, line breaks and links are shown as a Dutch reader expects them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils.html import linebreaks

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.intake.models import Action
from middenstip.journeys import agree_goal
from middenstip.kernel import clock
from middenstip.web.shared.dates import day_date, short_date
from middenstip.web.shared.fields import Day
from middenstip.web.shared.links import with_links
from tests.cast import Cast, agreement, proposed, shared, submitted, table, taken
from tests.web.at_the_door import page, walk_in

NOVEMBER = datetime(2026, 11, 29, 12, tzinfo=UTC)
JANUARY = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "day", "short", "long"),
    [
        (NOVEMBER, date(2026, 12, 4), "4 dec", "vrijdag 4 december"),
        (NOVEMBER, date(2027, 12, 1), "1 dec 2027", "woensdag 1 december 2027"),
        (NOVEMBER, date(2027, 1, 2), "2 jan 2027", "zaterdag 2 januari 2027"),
        (NOVEMBER, date(2025, 12, 31), "31 dec 2025", "woensdag 31 december 2025"),
        (NOVEMBER, date(2026, 1, 20), "20 jan 2026", "dinsdag 20 januari 2026"),
        (JANUARY, date(2026, 11, 1), "1 nov", "zondag 1 november"),
        (JANUARY, date(2026, 12, 1), "1 dec 2026", "dinsdag 1 december 2026"),
    ],
)
def test_a_day_shows_its_year_when_that_is_not_plain(at: datetime, day: date, short: str, long: str) -> None:
    with clock.frozen(at):
        assert (short_date(day), day_date(day)) == (short, long)
        assert short_date(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)) == short


def test_an_action_of_next_year_says_so(cast: Cast) -> None:
    case = taken(cast)
    with clock.frozen(cast.tick()):
        samira = walk_in(cast.samira)
        sent = {"actie-text": "Bel de buren", "actie-due_on": "2027-12-01", "actie-owner": "ik"}
        assert samira.post(f"/balie/zaak/{case.public_id}/afspreken/", sent).status_code == 302
        assert "1 dec 2027" in page(samira, f"/balie/zaak/{case.public_id}/")


def test_a_day_that_is_far_away_is_asked_about(cast: Cast) -> None:
    goal = shared(cast)
    url = f"/opgave/{goal.public_id}/afspraak/"
    seats = {"promisor": cast.ilse.seat_public_id, "promisee": cast.marijke.seat_public_id}
    told = seats | {"what": "De grond is schoon.", "due_on": "2206-12-01"}
    with clock.frozen(cast.tick()):
        marijke = walk_in(cast.marijke)
        answer = marijke.post(url, told)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["due_on"])
        assert "Dat duurt meer dan tien jaar: 1 december 2206. Klopt dat?" in answer.text
        assert '<input type="hidden" name="due_on_zeker" value="2206-12-01">' in answer.text
        other = marijke.post(url, told | {"due_on": "2207-12-01", "due_on_zeker": "2206-12-01"})
        assert other.status_code == 422
        assert marijke.post(url, told | {"due_on_zeker": "2206-12-01"}).status_code == 302
        assert Agreement.objects.get().due_on == date(2206, 12, 1)


@pytest.mark.parametrize("typed", ["2027-03-01", "1-3-2027", "01/03/2027"])
def test_a_day_is_read_as_people_write_it(cast: Cast, typed: str) -> None:
    case = taken(cast)
    sent = {"actie-text": "Bel", "actie-due_on": typed, "actie-owner": "ik"}
    assert walk_in(cast.samira).post(f"/balie/zaak/{case.public_id}/afspreken/", sent).status_code == 302
    assert Action.objects.get().due_on == date(2027, 3, 1)


LINES, SHOWN = "Regel een\nregel twee", "Regel een<br>regel twee"


def test_line_breaks_at_a_table_are_shown_as_written(cast: Cast) -> None:
    goal = table(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=actor, goal=goal, text=LINES, at=cast.tick())
    goals.reveal_letters(by=cast.bas, goal=goal, at=cast.tick())
    here = f"/opgave/{goal.public_id}/"
    bas = walk_in(cast.bas)
    assert page(bas, here).count(SHOWN) >= 3
    agree_goal.propose(by=cast.bas, goal=goal, text=LINES, number=0, at=cast.tick())
    agree_goal.answer(by=cast.ilse, goal=goal, number=1, answer="tenzij", condition=LINES, at=cast.tick())
    assert page(bas, here).count(SHOWN) >= 5
    agree_goal.propose(by=cast.bas, goal=goal, text=f"{LINES}\ndrie", number=1, at=cast.tick())
    text = page(bas, here)
    assert "Regel een<br>" in text
    assert text.count("<br>") >= 7  # the marked one, the comparison and the earlier version


def test_line_breaks_of_an_agreement_and_an_answer_are_shown_as_written(cast: Cast) -> None:
    made = agreement(cast)
    told = {"what": f"De grond.\n{LINES}", "due_on": cast.day(90), "conditions": "", "number": 1}
    agreements.change_agreement(by=cast.ilse, agreement=made, **told, at=cast.tick())
    assert SHOWN in page(walk_in(cast.ilse), f"/afspraak/{made.public_id}/")


def test_line_breaks_of_an_offer_are_shown_as_written(cast: Cast) -> None:
    here = f"/initiatief/{submitted(cast).public_id}/"
    offer = {"brings": LINES, "gets": LINES, "fears": LINES, "has_read": "on"}
    assert walk_in(cast.gerrit).post(f"{here}helpen/", offer).status_code == 302
    assert page(walk_in(cast.marijke), here).count(SHOWN) == 3


def _a(url: str, shown: str) -> str:
    return f'<a class="nl-link" href="{url}" rel="nofollow noopener">{shown}</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Kijk op https://bos.example/plan.",
            f"Kijk op {_a('https://bos.example/plan', 'bos.example/plan')}.",
        ),
        ("www.bos.example", _a("https://www.bos.example", "bos.example")),
        ("(http://bos.example/a_(b))", f"({_a('http://bos.example/a_(b)', 'bos.example/a_(b)')})"),
        ("https://bank.example@evil.example/x", _a("https://bank.example@evil.example/x", "evil.example/x")),
        ("https://bänk.example", _a("https://bänk.example", "xn--bnk-qla.example")),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://x", "https://x"),
        ("http://[", "http://["),
        ('<b>https://a.example/"onx', f"&lt;b&gt;{_a('https://a.example/', 'a.example')}&quot;onx"),
        (f"https://a.example/{'x' * 90}", _a(f"https://a.example/{'x' * 90}", f"a.example/{'x' * 49}…")),
    ],
)
def test_an_address_in_a_text_is_a_link_that_says_where_it_leads(text: str, shown: str) -> None:
    assert with_links(text) == shown


def test_a_link_in_news_is_a_link(cast: Cast) -> None:
    idea = submitted(cast)
    text = "We begonnen.\nZie https://bos.example/plan"
    initiatives.tell_news(by=cast.marijke, initiative=idea, text=text, at=cast.tick())
    shown = linebreaks(with_links(text))
    assert f"Zie {_a('https://bos.example/plan', 'bos.example/plan')}" in shown
    assert shown in page(walk_in(None), f"/initiatief/{idea.public_id}/")


def test_nobody_at_the_table_says_it_again(cast: Cast) -> None:
    """The same text with other line ends is the same version."""
    goal = proposed(cast)
    url = f"/opgave/{goal.public_id}/versie/"
    bas = walk_in(cast.bas)
    assert bas.post(url, {"number": 1, "text": LINES.replace("\n", "\r\n")}).status_code == 302
    assert bas.post(url, {"number": 1, "text": LINES}).status_code == 302  # sent twice
    assert bas.post(url, {"number": 2, "text": f" {LINES}\u200b"}).status_code == 422
    assert goal.versions.count() == 2


@pytest.mark.parametrize(
    "said", ["1-12-2027", "1.12.2027", "1\u201112\u20112027", "\u200b2027\u201312\u201301"]
)
def test_a_day_may_be_typed_or_pasted(said: str) -> None:
    """A browser without a calendar sends what was typed."""
    assert Day().clean(said) == date(2027, 12, 1)
