"""The report tells what happened, in order, with names and halves."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel import clock
from tests.cast import Cast, agreement, draft, signed, submitted
from tests.queries import counted
from tests.web.at_the_door import page, walk_in


def test_the_report_tells_the_whole_story(cast: Cast) -> None:
    made = signed(cast)
    seen = page(walk_in(None), f"/initiatief/{made.initiative.public_id}/verslag/")
    told = [
        "In 2028 staat er een voedselbos.",  # the goal
        "Adviseur Groen, gemeente Deventer",  # who answered
        "De grond is schoon en klaar om te planten.",  # the agreement
        "Ik teken voor Kwekerij De Esch, als eigenaar.",  # who signed
        "Marijke Wolterink vertelde een idee",  # the first line
        "Iedereen tekende, dus deze afspraak staat",  # the last line
        "Handtekeningen: 3 op het scherm, 0 op papier.",
    ]
    assert [seen.find(text) > 0 for text in told] == [True] * len(told)
    assert [seen.find(text) for text in told] == sorted(seen.find(text) for text in told)


def test_what_happened_stands_under_its_step_with_the_news_itself(cast: Cast) -> None:
    made = signed(cast)
    told = {"text": "De eerste boom staat. Bel 06-12345678.", "key": "een"}
    initiatives.tell_news(by=cast.marijke, initiative=made.initiative, at=cast.tick(), **told)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    answer = walk_in(None).get(f"/initiatief/{made.initiative.public_id}/verslag/")
    steps = answer.context["steps"]
    assert [one["title"] for one in steps] == ["idee", "balie", "verbinden", "doel", "afspraken", "project"]
    assert [one["lines"][0]["line"].kind for one in steps[:2]] == ["initiative.submitted", "case.taken"]
    (news,) = [row["news"] for row in steps[4]["lines"] if row["news"]]
    assert news == "De eerste boom staat. Bel [telefoonnummer verborgen]."
    moments = [row["line"].at for one in steps for row in one["lines"]]
    assert moments == sorted(moments)


def test_a_draft_has_no_report(cast: Cast) -> None:
    assert walk_in(cast.marijke).get(f"/initiatief/{draft(cast).public_id}/verslag/").status_code == 404
    assert walk_in(None).get("/initiatief/bestaatniet/verslag/").status_code == 404


def test_a_young_initiative_has_a_report_too(cast: Cast) -> None:
    seen = page(walk_in(None), f"/initiatief/{submitted(cast).public_id}/verslag/")
    assert "Wat er gebeurde" in seen
    assert "De afspraken" not in seen


def test_what_nobody_signed_yet_is_not_told_as_promised(cast: Cast) -> None:
    made = agreement(cast)
    seen = page(walk_in(None), f"/initiatief/{made.initiative.public_id}/verslag/")
    assert "beloofde" not in seen
    assert "Wie: adviseur Groen, gemeente Deventer. Aan wie: Marijke Wolterink, bewoner van Lettele." in seen


def test_a_promise_that_is_late_is_late_on_paper_too(cast: Cast) -> None:
    made = signed(cast)
    where = f"/initiatief/{made.initiative.public_id}/verslag/"
    for days, told in ((0, "Loopt"), (1, "Te laat")):
        with clock.frozen(datetime.combine(made.due_on + timedelta(days=days), time(12), tzinfo=UTC)):
            assert f"<b>{told}.</b>" in page(walk_in(None), where)


def test_queries_do_not_grow(cast: Cast) -> None:
    made = signed(cast)
    where = f"/initiatief/{Initiative.objects.get(pk=made.initiative_id).public_id}/verslag/"
    costs = []
    for number in range(3):
        page(walk_in(None), where)
        with counted() as queries:
            page(walk_in(None), where)
        costs.append(len(queries))
        told = {"text": f"Versie {number + 2}.", "number": number + 1}
        goals.propose_version(by=cast.bas, goal=made.goal, **told, at=cast.tick())
        goals.answer_version(by=cast.ilse, goal=made.goal, number=number + 2, answer="ja", at=cast.tick())
    assert costs == costs[:1] * 3
