"""The pages on which a table asks who supports a plan, and people answer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from middenstip.domain.deliberation.models import Backing, Pile, Support
from middenstip.kernel import clock
from tests.cast import Cast, table
from tests.web.at_the_door import page, walk_in

PLAN = {
    "question": "Steun je de pluktuin?",
    "text": "Op het veld komt een pluktuin.",
    "places": "WK015014",
    "bewoners": "300",
    "overheid": "8",
    "ondernemers": "20",
}


def asked(cast: Cast, days: int = 14) -> tuple[str, str]:
    """Bas asks it through the door; the address of the table and of the question."""
    goal = table(cast)
    where = f"/opgave/{goal.public_id}/draagvlak/"
    until = {"closes_on": f"{clock.today() + timedelta(days=days)}"}
    answer = walk_in(cast.bas).post(where + "vragen/", PLAN | until)
    assert answer.status_code == 302
    return where, answer["Location"]


def test_a_table_without_a_question_says_so_and_offers_one(cast: Cast) -> None:
    goal = table(cast)
    where = f"/opgave/{goal.public_id}/draagvlak/"
    assert "vroeg nog niet wie het plan steunt" in page(walk_in(None), where)
    assert ("Vraag wie het plan steunt" in page(walk_in(cast.bas), where)) is True
    assert ("Vraag wie het plan steunt" in page(walk_in(cast.gerrit), where)) is False
    bas = walk_in(cast.bas)
    assert "Om welke buurten gaat het?" in page(bas, where + "vragen/")
    late = bas.post(where + "vragen/", PLAN | {"closes_on": f"{clock.today() + timedelta(days=100)}"})
    assert (late.status_code, "binnen zestig dagen" in late.content.decode()) == (422, True)
    assert walk_in(cast.gerrit).get(where + "vragen/").status_code == 403
    assert Support.objects.count() == 0


def test_somebody_answers_changes_it_and_reads_how_it_stands(cast: Cast) -> None:
    where, address = asked(cast)
    assert where[:-11] in page(walk_in(None), where)
    gerrit = walk_in(cast.gerrit)
    wrong: Any = gerrit.post(address + "antwoord/", {"choice": "condition", "place": "WK015014", "words": ""})
    assert (wrong.status_code, "onder welke voorwaarde." in wrong.content.decode()) == (422, True)
    empty = gerrit.post(address + "antwoord/", {"choice": "backs", "place": ""})
    assert empty.status_code == 422
    said = {"choice": "condition", "place": "WK015014", "words": "Als er een hek komt."}
    told = gerrit.post(address + "antwoord/", said, follow=True).content.decode()
    assert ("Je antwoord telt mee." in told, "Verander je antwoord" in told) == (True, True)
    told = page(walk_in(None), address)
    assert "1 van 328 mensen gaven antwoord" in told
    assert "0 steun, 1 onder voorwaarde, 0 tegen. Onbekend: 299." in told
    assert ("Als er een hek komt." in told, "Zeg wie je bent, en geef antwoord" in told) == (True, True)
    assert f"/melden/voorwaarde/{Backing.objects.get().public_id}/" in told
    assert "geen getal" in told
    gerrit.post(address + "antwoord/", said | {"choice": "backs"})
    assert "Als er een hek komt." not in page(walk_in(None), address)
    goal_page = page(walk_in(None), where.removesuffix("draagvlak/"))
    assert ("Draagvlak:" in goal_page, where in goal_page) == (True, True)


def test_two_people_type_in_a_pile_and_the_page_says_what_came_on_paper(cast: Cast) -> None:
    _where, address = asked(cast)
    bas, marijke, paper = walk_in(cast.bas), walk_in(cast.marijke), address + "papier/"
    assert "Kruis één antwoord aan." in page(bas, paper)
    pile = {"number": "1", "half": "bewoners", "place": "WK015014", "words": "Als het droog is."}
    counts = {"backs": "12", "conditional": "3", "against": "1"}
    told = bas.post(paper, pile | counts, follow=True).content.decode()
    assert ("Nu typt een ander deze stapel ook in." in told, "wacht op een tweede" in told) == (True, True)
    wrong = marijke.post(paper, pile | counts | {"backs": "13"})
    assert (wrong.status_code, "Kijk samen op het blad" in wrong.content.decode()) == (422, True)
    told = marijke.post(paper, pile | counts | {"words": ""}, follow=True).content.decode()
    assert ("De stapel telt mee." in told, Pile.objects.get().second_by_id) == (True, cast.marijke.seat_id)
    told = page(walk_in(None), address)
    assert "Op papier: 12 steun, 3 onder voorwaarde, 1 tegen." in told
    assert ("Wat er op papier bij stond" in told, "Als het droog is." in told) == (True, True)
    assert walk_in(cast.gerrit).get(paper).status_code == 403


def test_a_closed_question_stays_and_the_table_can_ask_again(cast: Cast) -> None:
    where, address = asked(cast)
    walk_in(cast.gerrit).post(address + "antwoord/", {"choice": "backs", "place": "elders"})
    support = Support.objects.get()
    with clock.frozen(support.closes_at):
        assert walk_in(cast.bas).get(address + "papier/").status_code == 409
        told = page(walk_in(cast.bas), where)
        assert ("Het blijft zoals het toen was." in told, "over een nieuw plan" in told) == (True, True)
        assert "telt niet mee bij de helften" in told
    Support.objects.update(state="closed")
    again = walk_in(cast.bas).post(
        where + "vragen/",
        PLAN | {"text": "Een kleinere tuin.", "closes_on": f"{clock.today() + timedelta(days=9)}"},
    )
    told = page(walk_in(None), again["Location"])
    assert ("Ook gevraagd aan deze tafel" in told, address in told) == (True, True)
