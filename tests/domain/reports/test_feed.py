"""The feed of an area tells what was said, in few lines, of all halves."""

from __future__ import annotations

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.reports.selectors.feed import Told, feed_in
from middenstip.journeys import stop_initiative
from middenstip.kernel.half import ALL_HALVES
from tests.cast import Cast, shared, signed, submitted
from tests.queries import at_most

VILLAGE = ("wijk", ["WK015014"])


def feed(limit: int = 50) -> list[Told]:
    return feed_in(*VILLAGE, limit)


def words(limit: int = 50) -> list[tuple[str, str, str]]:
    """Who, the quoted text, and the sentence below it, newest first."""
    return [(one.who, one.quote, one.line.text) for one in feed(limit)]


def test_news_and_a_lesson_are_told_in_the_words_of_the_initiator(cast: Cast) -> None:
    idea = submitted(cast)
    initiatives.tell_news(by=cast.marijke, initiative=idea, text="Zaterdag planten we.", at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=idea, lesson="Begin met de buslijn.", at=cast.tick())
    assert words()[:2] == [
        ("Marijke Wolterink", "Begin met de buslijn.", "Wat we leerden van Voedselbos Lettele."),
        ("Marijke Wolterink", "Zaterdag planten we.", "Nieuws van Voedselbos Lettele."),
    ]
    assert feed()[0].seat == "bewoner van Lettele"
    assert feed()[0].line.mark == "gestopt"


def test_each_news_has_its_own_words(cast: Cast) -> None:
    idea = submitted(cast)
    for text in ("Eerst.", "Daarna."):
        initiatives.tell_news(by=cast.marijke, initiative=idea, text=text, at=cast.tick())
    assert [quote for _who, quote, _line in words()[:2]] == ["Daarna.", "Eerst."]


def test_several_yes_to_one_version_are_one_line_with_the_goal(cast: Cast) -> None:
    shared(cast)
    told = [one for one in feed() if one.line.kind in ("goal.answered", "goal.half_said_yes", "goal.shared")]
    assert [(one.line.text, one.quote) for one in told] == [
        (
            "Drie mensen zeiden ja tegen één doel bij Een voedselbos voor Lettele.",
            "In 2028 staat er een voedselbos.",
        )
    ]
    assert (told[0].line.halves, told[0].line.mark, told[0].who) == (ALL_HALVES, "gedeeld doel", "")


def test_a_promise_and_the_answer_of_the_desk_are_told(cast: Cast) -> None:
    signed(cast)
    found = {line: quote for _who, quote, line in words()}
    assert (
        found["Iedereen tekende dit bij Voedselbos Lettele."] == "De grond is schoon en klaar om te planten."
    )
    assert found["Het antwoord van de balie op Voedselbos Lettele."]


def test_few_lines_are_of_all_halves_and_of_more_than_one_initiative(cast: Cast) -> None:
    signed(cast)
    other = submitted(cast, "Klusbus")
    for number in range(20):
        initiatives.tell_news(by=cast.marijke, initiative=other, text=f"Nieuws {number}", at=cast.tick())
    some = feed(6)
    assert len({one.thread for one in some}) == 2
    assert len({one.line.halves for one in some}) >= 3
    assert [one.line.at for one in some] == sorted((one.line.at for one in some), reverse=True)


def test_the_feed_costs_two_queries_however_much_happened(cast: Cast) -> None:
    signed(cast)
    feed()
    with at_most(2):
        feed()
