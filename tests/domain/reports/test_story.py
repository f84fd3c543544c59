"""The story of an initiative in sentences."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.agreements.selectors.whole import agreements_told
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.selectors.whole import goals_told
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.told import case_told
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.reports.selectors import Line, news_in, story_of, told
from middenstip.domain.reports.selectors.story import news_after, whole_story_of
from middenstip.journal.fact import KINDS
from middenstip.journal.models import Entry
from middenstip.journeys import leave, sign_agreement, stop_initiative, submit_initiative
from middenstip.kernel.half import Half
from tests.cast import Cast, agreement, draft, person, shared, signed, submitted, supported
from tests.queries import at_most
from tests.web.at_the_door import page, shown, walk_in

ALL = 7
ILSE = "Ilse van der Kolk (gemeente Deventer)"


def lines_of(report: Any) -> list[Line]:
    """The lines of all steps of a report, in the order of the page."""
    return [row["line"] for step in report.context["steps"] for row in step["lines"]]


def test_the_chain_is_told_in_sentences(cast: Cast) -> None:
    made = signed(cast)
    with at_most(3):
        lines = story_of(made.initiative.public_id)

    assert [line.text for line in reversed(lines)] == [
        "Marijke Wolterink vertelde een idee: Voedselbos Lettele.",
        "Samira Haddou (gemeente Deventer) nam Voedselbos Lettele aan bij de balie.",
        "De initiatiefnemer en de balie begonnen samen aan Voedselbos Lettele.",
        "Samira Haddou (gemeente Deventer) gaf antwoord op Voedselbos Lettele: de balie helpt.",
        "Marijke Wolterink opende een tafel over Een voedselbos voor Lettele.",
        "Marijke Wolterink ging zitten aan de tafel over Een voedselbos voor Lettele.",
        f"{ILSE} ging zitten aan de tafel over Een voedselbos voor Lettele.",
        "Bas Roelvink (Kwekerij De Esch) ging zitten aan de tafel over Een voedselbos voor Lettele.",
        "De tafel opende tegelijk 3 briefjes over Een voedselbos voor Lettele.",
        "Marijke Wolterink legde versie 1 van het doel op tafel bij Een voedselbos voor Lettele.",
        "Marijke Wolterink zei ja tegen versie 1 van het doel bij Een voedselbos voor Lettele.",
        "De bewoners aan tafel zeiden ja tegen het doel bij Een voedselbos voor Lettele.",
        f"{ILSE} zei ja tegen versie 1 van het doel bij Een voedselbos voor Lettele.",
        "De overheid aan tafel zei ja tegen het doel bij Een voedselbos voor Lettele.",
        "Bas Roelvink (Kwekerij De Esch) zei ja tegen versie 1 van het doel bij Een voedselbos voor Lettele.",
        "De ondernemers aan tafel zeiden ja tegen het doel bij Een voedselbos voor Lettele.",
        "Bewoners, overheid en ondernemers zeiden samen ja tegen het doel bij Een voedselbos voor Lettele.",
        "Marijke Wolterink stelde een afspraak voor: De grond is schoon en klaar om te planten.",
        "Marijke Wolterink tekende een afspraak: De grond is schoon en klaar om te planten.",
        f"{ILSE} tekende een afspraak: De grond is schoon en klaar om te planten.",
        "Bas Roelvink (Kwekerij De Esch) tekende een afspraak: De grond is schoon en klaar om te planten.",
        "Iedereen tekende, dus deze afspraak staat: De grond is schoon en klaar om te planten.",
    ]
    newest = lines[0]
    assert (newest.kind, newest.halves, newest.href_kind) == ("agreement.made", ALL, "agreement")
    assert newest.href_id == made.public_id


def test_a_line_has_one_link_and_the_half_that_acted(cast: Cast) -> None:
    initiative = submitted(cast)

    (line,) = story_of(initiative.public_id)

    assert line == Line(
        id=line.id,
        at=cast.at,
        halves=1,
        half="bewoners",
        before="Marijke Wolterink vertelde een idee: ",
        link="Voedselbos Lettele",
        after=".",
        href_kind="initiative",
        href_id=initiative.public_id,
        kind="initiative.submitted",
        mark="",
    )


def test_erasing_a_person_removes_the_name_from_every_sentence(cast: Cast) -> None:
    initiative = submitted(cast)
    parties.erase_person(
        by=cast.marijke, person=Person.objects.get(pk=cast.marijke.person_id), at=cast.tick()
    )

    (line,) = story_of(initiative.public_id)

    assert line.text == "Iemand die wegging vertelde een idee: Voedselbos Lettele."


def test_braces_in_a_title_are_not_placeholders(cast: Cast) -> None:
    initiative = submitted(cast, "Feest {who} op 100% {0}")
    (line,) = story_of(initiative.public_id)
    assert line.link == "Feest {who} op 100% {0}"


def test_an_act_on_the_last_day_is_in_time_in_the_local_time_zone(cast: Cast) -> None:
    """The last day ends at midnight in the local time zone, an hour before midnight UTC."""
    made = signed(cast)
    last = datetime.combine(made.due_on, datetime.min.time(), UTC)
    for hour, minute, mark in ((22, 59, "op tijd"), (23, 0, "te laat")):
        Agreement.objects.update(state="open")
        made.refresh_from_db()
        agreements.keep_agreement(
            by=cast.marijke, agreement=made, at=last + timedelta(hours=hour, minutes=minute)
        )
        assert story_of(made.initiative.public_id)[0].mark == mark


def test_a_late_or_stopped_thing_is_marked(cast: Cast) -> None:
    made = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick(days=101))
    initiative = Initiative.objects.select_related("area", "municipality", "district").get()
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())

    marks = [(line.kind, line.mark) for line in story_of(initiative.public_id, limit=2)]

    assert marks == [("initiative.stopped", "gestopt"), ("agreement.kept", "te laat")]


@pytest.mark.parametrize(
    ("outcome", "mark", "is_good"),
    [("gelukt", "gelukt", True), ("deels", "deels gelukt", False), ("mislukt", "ging mis", False)],
)
def test_only_a_good_ending_is_marked_as_good_news(
    cast: Cast, outcome: str, mark: str, is_good: bool
) -> None:
    kind, data = "initiative.finished", {"outcome": outcome}
    (line,) = told([Entry(pk=1, kind=kind, subject="x", thread="x", at=cast.at, public=True, data=data)])
    assert (line.mark, line.is_good) == (mark, is_good)


def test_an_initiative_ended_by_the_desk_is_not_told_as_stopped_by_its_initiator(cast: Cast) -> None:
    initiative = submitted(cast)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    initiative = Initiative.objects.select_related("area", "municipality", "district", "initiator").get()
    stop_initiative.stop(by=cast.samira, initiative=initiative, lesson="Te nat.", at=cast.tick())
    assert story_of(initiative.public_id)[0].text == (
        "Samira Haddou (gemeente Deventer) sloot Voedselbos Lettele af, want de initiatiefnemer is weg."
    )


def test_a_lapsed_agreement_is_not_told_as_withdrawn(cast: Cast) -> None:
    made = agreement(cast)
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Te nat.", at=cast.tick())
    line = next(one for one in story_of(made.initiative.public_id) if one.kind == "agreement.withdrawn")
    words = "Een afspraak verviel voordat iedereen tekende: De grond is schoon en klaar om te planten."
    assert (line.text, line.mark) == (words, "vervallen")

    other = agreement(cast)
    agreements.withdraw_agreement(by=cast.marijke, agreement=other, at=cast.tick())
    line = story_of(other.initiative.public_id)[0]
    words = "Marijke Wolterink trok een afspraak in: De grond is schoon en klaar om te planten."
    assert (line.text, line.mark) == (words, "ingetrokken")


def test_every_public_fact_has_a_sentence_when_its_rows_are_gone(cast: Cast) -> None:
    """Facts outlive the rows they refer to: no sentence may fail on a missing name."""
    entries = [
        Entry(pk=n, kind=kind, subject="x", thread="y", at=cast.at, public=True, data={"outcome": "gelukt"})
        for n, kind in enumerate(KINDS)
    ]
    lines = told(entries)
    public = {kind for kind, fact in KINDS.items() if fact.public}
    assert {line.kind for line in lines} == public
    assert [line.text for line in lines if not line.text or "{" in line.text] == []


def test_the_news_of_an_area_continues_where_the_last_page_ended(cast: Cast) -> None:
    signed(cast)
    everything = news_in("gemeente", ["GM0150"], limit=100)

    with at_most(1):
        first, place = news_after("gemeente", ["GM0150"], None, limit=10)
    second, end = news_after("gemeente", ["GM0150"], place, limit=100)

    assert len(everything) > 20
    assert first + second == everything
    assert (place, end) == ((first[-1].at, first[-1].id), None)
    assert news_in("gemeente", ["GM0957"], limit=100) == []


def test_paging_neither_skips_nor_repeats_lines_of_the_same_moment(cast: Cast) -> None:
    """One act may record several facts at the same moment; a page may end between them."""
    signed(cast)
    everything = news_in("gemeente", ["GM0150"], limit=100)
    told, place = news_after("gemeente", ["GM0150"], None, limit=1)
    while place:
        more, place = news_after("gemeente", ["GM0150"], place, limit=1)
        told += more
    assert told == everything
    assert len({line.at for line in told}) < len(told)


def test_the_story_in_one_query_equals_the_story_in_two(cast: Cast) -> None:
    thread = signed(cast).initiative.public_id
    with at_most(1):
        lines = whole_story_of(thread, 500)
    assert lines == story_of(thread, 500)
    assert whole_story_of(thread, 3) == lines[:3]


def test_news_in_a_buurt_is_also_news_of_its_wijk_and_gemeente(cast: Cast) -> None:
    village = Area.objects.get(code="WK015014")
    around = {"municipality": village.municipality, "district": village, "parent": village, "year": 2024}
    Area(code="BU01501401", kind="buurt", name="Het dorp", **around).store()
    Area(code="EIGEN-PLEIN", kind="eigen", name="Het plein", **around).store()
    for code in ("BU01501401", "EIGEN-PLEIN"):
        idea = draft(cast, code, area=Area.objects.get(code=code))
        submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())

    told = [
        [line.link for line in news_in(kind, [code], limit=2)]
        for kind, code in (("gemeente", "GM0150"), ("wijk", "WK015014"), ("eigen", "EIGEN-PLEIN"))
    ]

    assert told == [["EIGEN-PLEIN", "BU01501401"]] * 2 + [["EIGEN-PLEIN"]]


def test_the_report_has_every_answer_and_signature(cast: Cast) -> None:
    initiative = signed(cast).initiative
    answer = walk_in(None).get(f"/initiatief/{initiative.public_id}/verslag/")
    report = shown(answer)

    assert answer.context["halves"] == ["bewoners", "overheid", "ondernemers"]
    assert (answer.context["report"], answer.context["stage"]) == (initiative, "project")
    assert (report["said"], report["days"]) == ("we helpen", 0)
    (goal,) = report["goals"]
    (version,) = goal["versions"]
    assert (goal["state"], version.text) == ("gedeeld doel", "In 2028 staat er een voedselbos.")
    assert [(one.half, one.words) for one in version.answers] == [
        ("bewoners", "ja"),
        ("overheid", "ja"),
        ("ondernemers", "ja"),
    ]
    (agreed,) = report["agreements"]
    promisor = agreed["agreement"].promisor
    assert (agreed["state"], promisor) == ("loopt", "adviseur Groen, gemeente Deventer")
    assert (report["online"], report["paper"]) == (3, 0)
    lines = lines_of(answer)
    assert lines[0].kind == "initiative.submitted"
    start = next(line for line in lines if line.kind == "case.started")
    assert start.halves == Half.RESIDENTS.bit | Half.GOVERNMENT.bit


def test_the_report_has_the_answers_of_every_version(cast: Cast) -> None:
    goal = shared(cast)
    goals.propose_version(by=cast.bas, goal=goal, text="In 2030.", number=1, at=cast.tick())
    goals.answer_version(
        by=cast.ilse, goal=goal, number=2, answer="tenzij", condition="Geld.", at=cast.tick()
    )

    (told_goal,) = goals_told(goal.initiative)

    first, second = told_goal.versions
    assert [first.yes(half) for half in ("bewoners", "overheid", "ondernemers")] == [1, 1, 1]
    assert [(one.words, one.condition) for one in second.answers] == [("nee, tenzij", "Geld.")]


def test_a_shortened_report_says_that_older_lines_are_left_out(cast: Cast) -> None:
    one = submitted(cast)
    url = f"/initiatief/{one.public_id}/verslag/"
    assert "Dit zijn de nieuwste" not in page(walk_in(None), url)
    first = Entry.objects.get(kind="initiative.submitted")
    about = {"subject": first.subject, "thread": first.thread, "public": True, "data": {}}
    for _ in range(500):
        Entry.objects.create(kind="initiative.changed", at=cast.tick(), **about)
    report = walk_in(None).get(url)
    lines = lines_of(report)
    assert (len(lines), report.context["count"], report.context["is_cut"]) == (500, 500, True)
    assert {line.kind for line in lines} == {"initiative.changed"}
    assert "Dit zijn de nieuwste 500 gebeurtenissen." in report.text


def test_the_report_counts_paper_separately_and_names_only_participants(cast: Cast) -> None:
    made = agreement(cast)
    for actor, on_paper in ((cast.marijke, True), (cast.ilse, False)):
        sign_agreement.sign(by=actor, agreement=made, number=1, on_paper=on_paper, at=cast.tick())
    told = {"brings": "Een schep.", "gets": "", "fears": "", "has_read": True}
    for actor, answer in ((cast.gerrit, True), (cast.bas, False), (cast.tarik, None)):
        offer = initiatives.offer_help(by=actor, initiative=made.initiative, **told, at=cast.tick())
        if answer is not None:
            initiatives.answer_help(by=cast.marijke, partner=offer, accept=answer, at=cast.tick())

    answer = walk_in(None).get(f"/initiatief/{made.initiative.public_id}/verslag/")

    report = shown(answer)
    assert (report["online"], report["paper"]) == (1, 1)
    assert [one.seat for one in report["partners"]] == ["bewoner van Lettele"]
    lines = lines_of(answer)
    line = next(line for line in lines if line.kind == "agreement.signed")
    assert line.text.startswith("Marijke Wolterink tekende op papier een afspraak")


def test_waiting_one_night_counts_as_one_day(cast: Cast) -> None:
    """Submitted at half past ten in the evening, answered the next morning: not "na 0 dagen"."""
    case = supported(cast).case
    evening = datetime(2026, 11, 2, 21, 30, tzinfo=UTC)
    for hours, days in ((1, 0), (2, 1), (25, 1), (26, 2)):
        Case.objects.update(opened_at=evening, decided_at=evening + timedelta(hours=hours))
        told_case = case_told(case.initiative)
        assert told_case
        assert told_case.days == days, hours


def test_a_long_promise_is_cut_off_in_every_sentence(cast: Cast) -> None:
    made = signed(cast)
    Agreement.objects.update(what="De gemeente maakt de grond schoon.\nHet hek staat.\n" + "Elk jaar. " * 60)
    (line,) = [one for one in story_of(made.initiative.public_id) if one.kind == "agreement.made"]
    assert line.link.startswith("De gemeente maakt de grond schoon. Het hek staat. Elk jaar.")
    assert (len(line.link) <= 91, line.link[-1]) == (True, "…")
    shown = page(walk_in(None), f"/initiatief/{made.initiative.public_id}/")
    assert f">{line.link}</a>" in shown


def test_an_agreement_without_signatures_is_in_the_report(cast: Cast) -> None:
    made = agreement(cast)
    (told_agreement,) = agreements_told(made.initiative, cast.today)
    assert [one.at for one in told_agreement.signatures] == [None, None, None]
