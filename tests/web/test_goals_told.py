"""What the page of a table tells of who said what, and what the list tells of each table."""

from __future__ import annotations

from middenstip.domain.goals.models import Goal
from middenstip.journeys import agree_goal
from middenstip.kernel.actor import Actor
from tests.cast import Cast, joins, proposed, shared, table
from tests.web.at_the_door import page, walk_in


def told(goal: Goal) -> tuple[str, str]:
    """How many said ja, as a visitor reads it: at the step of the version, and of the residents."""
    context = walk_in(None).get(f"/opgave/{goal.public_id}/").context
    return context["steps"][3]["text"], context["cards"][0]["text"]


def say(cast: Cast, by: Actor, goal: Goal, answer: str, condition: str = "") -> None:
    at = cast.tick()
    agree_goal.answer(by=by, goal=goal, number=goal.number, answer=answer, condition=condition, at=at)


def test_the_ja_of_whoever_got_up_does_not_count_for_who_stays(cast: Cast) -> None:
    goal = proposed(cast)
    joins(cast, cast.gerrit, goal)
    say(cast, cast.gerrit, goal, "ja")
    assert told(goal) == (
        "versie 1: 1 van de 4 zei ja",
        "1 van de 2 zei ja. Nog geen antwoord: Marijke Wolterink.",
    )
    agree_goal.leave(by=cast.gerrit, goal=goal, at=cast.tick())
    assert told(goal) == (
        "versie 1: nog niemand zei ja",
        "Nog niemand zei ja. Nog geen antwoord: Marijke Wolterink.",
    )


def test_whoever_gets_up_from_a_shared_goal_did_share_it(cast: Cast) -> None:
    goal = shared(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    assert told(goal) == ("versie 1: 3 van de 3 zeiden ja", "De enige zetel zei ja.")


def test_what_is_asked_for_stands_in_the_order_of_the_halves_with_whom_it_is_of(cast: Cast) -> None:
    goal = proposed(cast)
    say(cast, cast.bas, goal, "nee", "Er is geen werk in.")
    say(cast, cast.marijke, goal, "tenzij", "Plukken blijft gratis.")
    asked = walk_in(None).get(f"/opgave/{goal.public_id}/").context["objections"]
    assert [(one["who"], one["words"], one["text"]) for one in asked] == [
        ("Marijke Wolterink", "nee, tenzij", "Plukken blijft gratis."),
        ("Bas Roelvink", "nee", "Er is geen werk in."),
    ]


def test_an_older_version_keeps_what_each_seat_said_to_it(cast: Cast) -> None:
    goal = proposed(cast)
    say(cast, cast.bas, goal, "tenzij", "Er komt werk bij.")
    say(cast, cast.marijke, goal, "ja")
    agree_goal.propose(by=cast.ilse, goal=goal, text="Een bos met werk.", number=1, at=cast.tick())
    (old,) = walk_in(None).get(f"/opgave/{goal.public_id}/").context["history"]
    assert [(one["half"], one["yes"], one["answers"]) for one in old["halves"]] == [
        ("bewoners", 1, ["bewoner van Lettele: ja"]),
        ("overheid", 0, []),
        ("ondernemers", 0, ["eigenaar, Kwekerij De Esch: nee, tenzij – Er komt werk bij."]),
    ]


def test_the_list_says_how_far_each_table_is(cast: Cast) -> None:
    table(cast)
    assert "Lettele · iedereen schrijft apart" in page(walk_in(None), "/tafels/")
    Goal.objects.update(state="stopped")
    ended = page(walk_in(None), "/tafels/")
    assert '<span>Lettele</span> <span class="ms-merk">gestopt</span>' in ended
