"""The page on which halves say in their own words what the others wrote."""

from __future__ import annotations

from middenstip.domain.goals.models import Letter, Restatement
from middenstip.kernel import clock
from tests.cast import Cast, proposed, table
from tests.web.at_the_door import page, walk_in


def test_while_the_letters_are_closed_the_page_says_when_it_can_be_done(cast: Cast) -> None:
    goal = table(cast)
    assert "De briefjes zijn nog dicht" in page(walk_in(cast.bas), f"/opgave/{goal.public_id}/eigen-woorden/")
    assert "eigen-woorden" not in page(walk_in(cast.bas), f"/opgave/{goal.public_id}/")


def test_bas_says_what_ilse_wants_and_she_corrects_and_then_confirms_it(cast: Cast) -> None:
    goal = proposed(cast)
    path = f"/opgave/{goal.public_id}/eigen-woorden/"
    assert path in page(walk_in(None), f"/opgave/{goal.public_id}/")
    bas, ilse = walk_in(cast.bas), walk_in(cast.ilse)
    letter = Letter.objects.get(seat=cast.ilse.seat_id)
    restate = f"{path}briefje/{letter.pk}/"
    assert page(bas, path).count("Zeg dit in je eigen woorden") == 2  # of the two other halves
    assert page(walk_in(cast.gerrit), path).count("Zeg dit in je eigen woorden") == 0
    with clock.frozen(cast.tick()):
        empty = bas.post(restate, {"text": ""})
        assert (empty.status_code, f'id="woorden{letter.pk}_text"' in empty.content.decode()) == (422, True)
        assert bas.post(restate, {"text": "Jij wilt minder stenen."}).status_code == 302
    said = Restatement.objects.get()
    seen = page(ilse, path)
    assert ("Ja, dat bedoel ik" in seen, "Ik bedoel iets anders" in seen) == (True, True)
    answer = f"{path}{said.pk}/"
    with clock.frozen(cast.tick()):
        assert ilse.post(answer, {"words": ""}).status_code == 422
        assert ilse.post(answer, {"words": "Ook water."}).status_code == 302
    seen = page(bas, path)
    assert ("Ook water." in seen, "Zeg het anders" in seen) == (True, True)
    with clock.frozen(cast.tick()):
        bas.post(restate, {"text": "Jij wilt groen en water."})
        assert ilse.post(answer, {"answer": "ja"}).status_code == 302
    seen = page(walk_in(None), path)
    assert "1 keer in eigen woorden gezegd, 1 keer klopte het" in seen
    assert seen.count("nog niet in eigen woorden gezegd") == 2
    assert page(bas, path).count("Zeg dit in je eigen woorden") == 1
