"""A seat says in its own words what another half wrote; the writer confirms or corrects it."""

from __future__ import annotations

import pytest

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal, Letter, Restatement
from middenstip.domain.goals.selectors import letter_by_key, letters_told, restatement_by_key
from middenstip.journal.models import Entry
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, proposed, stops, table
from tests.notices.ears import post, told


def letter_of(by: Actor) -> Letter:
    return Letter.objects.select_related("goal").get(seat=by.seat_id)


def says(cast: Cast, by: Actor, about: Actor, text: str) -> Restatement:
    return publish_text.restatement(by=by, letter=letter_of(about), text=text, at=cast.tick())


def test_the_writer_corrects_it_and_confirms_the_second_try(cast: Cast) -> None:
    goal = proposed(cast)
    first = says(cast, cast.bas, cast.ilse, "Jij wilt minder stenen.")
    assert says(cast, cast.bas, cast.ilse, "Jij wilt minder stenen.") == first  # the same form twice
    post(cast)
    assert told(cast.ilse).subject == "Bedoel jij dit? Een voedselbos voor Lettele"
    for words in ("Ook bomen.", "Ook bomen en water."):
        goals.correct_restatement(by=cast.ilse, restatement=first, words=words, at=cast.tick())
    again = restatement_by_key(goal, first.pk)
    assert again
    assert (again.state, again.correction) == ("corrected", "Ook bomen en water.")
    second = says(cast, cast.bas, cast.ilse, "Jij wilt bomen en water.")
    assert (second.pk, second.state, second.correction) == (first.pk, "said", "")
    goals.confirm_restatement(by=cast.ilse, restatement=second, at=cast.tick())
    post(cast)
    assert told(cast.bas).subject == "Ja, dat bedoel ik: Een voedselbos voor Lettele"
    with pytest.raises(NotNow, match="ja, dat bedoel ik"):
        says(cast, cast.bas, cast.ilse, "Iets heel anders.")
    with pytest.raises(NotNow, match="ja, dat bedoel ik"):
        goals.correct_restatement(by=cast.ilse, restatement=second, words="Toch niet.", at=cast.tick())
    letters = {one.seat_id: [said.state for said in one.restatements.all()] for one in letters_told(goal)}
    assert letters == {cast.marijke.seat_id: [], cast.ilse.seat_id: ["confirmed"], cast.bas.seat_id: []}
    kinds = [one.kind for one in Entry.objects.filter(kind__contains="restate").order_by("pk")]
    assert kinds == [
        "goal.letter_restated",
        "goal.restatement_corrected",
        "goal.restatement_corrected",
        "goal.letter_restated",
        "goal.restatement_confirmed",
    ]


def test_each_refusal_gives_its_reason(cast: Cast) -> None:
    goal = proposed(cast)
    with pytest.raises(Forbidden, match="je eigen helft"):
        says(cast, cast.marijke, cast.marijke, "Een bos.")
    with pytest.raises(Forbidden, match="aan tafel zit"):
        says(cast, cast.gerrit, cast.ilse, "Groen.")
    with pytest.raises(Invalid) as refusal:
        says(cast, cast.bas, cast.ilse, " ")
    assert refusal.value.errors == {"text": "Schrijf op wat jij leest. Eén zin is genoeg."}
    said = says(cast, cast.bas, cast.ilse, "Groen.")
    with pytest.raises(Forbidden, match="wie het briefje schreef"):
        goals.confirm_restatement(by=cast.marijke, restatement=said, at=cast.tick())
    with pytest.raises(Invalid) as refusal:
        goals.correct_restatement(by=cast.ilse, restatement=said, words="", at=cast.tick())
    assert refusal.value.errors == {"words": "Zeg in één zin wat je wel bedoelt."}
    goals.hide_goal(code=goal.public_id, words=HIDDEN, by=cast.noor, at=cast.tick())
    assert Restatement.objects.get().text == HIDDEN
    with pytest.raises(NotNow, match="verborgen"):
        says(cast, cast.bas, cast.marijke, "Een bos.")
    goals.show_goal(code=goal.public_id, by=cast.noor, at=cast.tick())
    assert Restatement.objects.get().text == "Groen."
    stops(cast, goal)
    with pytest.raises(NotNow, match="Deze tafel is klaar"):
        goals.confirm_restatement(by=cast.ilse, restatement=said, at=cast.tick())


def test_before_the_letters_open_nobody_restates_them(cast: Cast) -> None:
    goal = table(cast)
    letter = goals.write_letter(by=cast.ilse, goal=goal, text="Groen.", at=cast.tick())
    with pytest.raises(NotNow, match="nog dicht"):
        goals.restate_letter(by=cast.bas, letter=letter, text="Groen.", at=cast.tick())
    assert (letters_told(Goal.objects.get()), letter_by_key(goal, letter.pk)) == ([], letter)
