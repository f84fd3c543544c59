"""The story of an initiative reads like a story."""

from datetime import UTC, datetime, timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.projects import services as projects
from middenstip.domain.projects.models import Agreement
from middenstip.domain.reports.selectors import Line, news_in, report_of, story_of, told
from middenstip.domain.reports.selectors.story import news_after, whole_story_of
from middenstip.journal.fact import KINDS
from middenstip.journal.models import Entry
from middenstip.journeys import close_agreement, leave, sign_agreement, stop_initiative, submit_initiative
from middenstip.kernel.half import Half
from tests.cast import Cast, agreement, draft, person, shared, signed, submitted, supported
from tests.queries import at_most
from tests.web.at_the_door import page, walk_in

ALL = 7
ILSE = "Ilse van der Kolk (gemeente Deventer)"


def test_the_chain_in_sentences(cast: Cast) -> None:
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


def test_a_line_has_one_linked_part_and_says_which_half_acted(cast: Cast) -> None:
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


def test_erasing_somebody_changes_every_sentence_about_them(cast: Cast) -> None:
    initiative = submitted(cast)
    parties.erase_person(by=cast.marijke, person=Person.objects.get(pk=cast.marijke.person), at=cast.tick())

    (line,) = story_of(initiative.public_id)

    assert line.text == "Iemand die wegging vertelde een idee: Voedselbos Lettele."


def test_braces_in_a_title_stay_braces(cast: Cast) -> None:
    initiative = submitted(cast, "Feest {who} op 100% {0}")
    (line,) = story_of(initiative.public_id)
    assert line.link == "Feest {who} op 100% {0}"


def test_what_is_done_on_the_last_day_is_in_time_by_the_clock_of_here(cast: Cast) -> None:
    """The last day ends at midnight where people live: an hour before that of Greenwich."""
    made = signed(cast)
    last = datetime.combine(made.due_on, datetime.min.time(), UTC)
    for hour, minute, mark in ((22, 59, "op tijd"), (23, 0, "te laat")):
        Agreement.objects.update(state="open")
        made.refresh_from_db()
        close_agreement.keep(by=cast.marijke, agreement=made, at=last + timedelta(hours=hour, minutes=minute))
        assert story_of(made.initiative.public_id)[0].mark == mark


def test_a_late_or_stopped_thing_is_marked(cast: Cast) -> None:
    made = signed(cast)
    close_agreement.keep(by=cast.marijke, agreement=made, at=cast.tick(days=101))
    initiative = Initiative.objects.select_related("area", "municipality", "district").get()
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())

    marks = [(line.kind, line.mark) for line in story_of(initiative.public_id, limit=2)]

    assert marks == [("initiative.stopped", "gestopt"), ("agreement.kept", "te laat")]


@pytest.mark.parametrize(
    ("outcome", "mark", "is_good"),
    [("gelukt", "gelukt", True), ("deels", "deels gelukt", False), ("mislukt", "ging mis", False)],
)
def test_how_it_ended_is_good_news_only_when_it_is(
    cast: Cast, outcome: str, mark: str, is_good: bool
) -> None:
    kind, data = "initiative.finished", {"outcome": outcome}
    (line,) = told([Entry(pk=1, kind=kind, subject="x", thread="x", at=cast.at, public=True, data=data)])
    assert (line.mark, line.is_good) == (mark, is_good)


def test_the_desk_that_ends_it_for_who_is_gone_did_not_stop_with_it_itself(cast: Cast) -> None:
    initiative = submitted(cast)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    initiative = Initiative.objects.select_related("area", "municipality", "district", "initiator").get()
    stop_initiative.stop(by=cast.samira, initiative=initiative, lesson="Te nat.", at=cast.tick())
    assert story_of(initiative.public_id)[0].text == (
        "Samira Haddou (gemeente Deventer) sloot Voedselbos Lettele af, want de initiatiefnemer is weg."
    )


def test_what_lapsed_is_not_told_as_taken_back(cast: Cast) -> None:
    made = agreement(cast)
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Te nat.", at=cast.tick())
    line = next(one for one in story_of(made.initiative.public_id) if one.kind == "agreement.withdrawn")
    words = "Een afspraak verviel voordat iedereen tekende: De grond is schoon en klaar om te planten."
    assert (line.text, line.mark) == (words, "vervallen")

    other = agreement(cast)
    projects.withdraw_agreement(by=cast.marijke, agreement=other, at=cast.tick())
    line = story_of(other.initiative.public_id)[0]
    words = "Marijke Wolterink trok een afspraak in: De grond is schoon en klaar om te planten."
    assert (line.text, line.mark) == (words, "ingetrokken")


def test_every_public_kind_can_be_told_without_its_rows(cast: Cast) -> None:
    """Facts outlive what they point at: no sentence may break on a missing name."""
    entries = [
        Entry(pk=n, kind=kind, subject="x", thread="y", at=cast.at, public=True, data={"outcome": "gelukt"})
        for n, kind in enumerate(KINDS)
    ]
    lines = told(entries)
    assert {line.kind for line in lines} == {kind for kind, fact in KINDS.items() if fact.public}
    assert [line.text for line in lines if not line.text or "{" in line.text] == []


def test_the_news_of_an_area_goes_on_where_the_last_page_ended(cast: Cast) -> None:
    signed(cast)
    everything = news_in("gemeente", ["GM0150"], limit=100)

    with at_most(1):
        first, place = news_after("gemeente", ["GM0150"], None, limit=10)
    second, end = news_after("gemeente", ["GM0150"], place, limit=100)

    assert len(everything) > 20
    assert first + second == everything
    assert (place, end) == ((first[-1].at, first[-1].id), None)
    assert news_in("gemeente", ["GM0957"], limit=100) == []


def test_page_by_page_nothing_of_one_moment_is_skipped_or_told_twice(cast: Cast) -> None:
    """One act tells several facts at the same moment; a page may end between them."""
    signed(cast)
    everything = news_in("gemeente", ["GM0150"], limit=100)
    told, place = news_after("gemeente", ["GM0150"], None, limit=1)
    while place:
        more, place = news_after("gemeente", ["GM0150"], place, limit=1)
        told += more
    assert told == everything
    assert len({line.at for line in told}) < len(told)


def test_a_story_in_one_query_is_the_same_story(cast: Cast) -> None:
    thread = signed(cast).initiative.public_id
    with at_most(1):
        lines = whole_story_of(thread, 500)
    assert lines == story_of(thread, 500)
    assert whole_story_of(thread, 3) == lines[:3]


def test_what_happens_in_a_buurt_is_news_of_its_wijk_and_gemeente(cast: Cast) -> None:
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


def test_the_report_tells_who_said_and_signed_what(cast: Cast) -> None:
    made = signed(cast)
    with at_most(4):
        report = report_of(made.initiative.public_id, cast.today)

    assert report is not None
    assert (report.title, report.initiator, report.area) == (
        "Voedselbos Lettele",
        "Marijke Wolterink",
        "Lettele",
    )
    assert (report.halves, report.stage) == (ALL, "project")
    assert report.case is not None
    assert (report.case.outcome, report.case.days) == ("we helpen", 0)
    (goal,) = report.goals
    (version,) = goal.versions
    assert (goal.state, version.text) == ("gedeeld doel", "In 2028 staat er een voedselbos.")
    assert [(one.half, one.answer) for one in version.answers] == [
        ("bewoners", "ja"),
        ("overheid", "ja"),
        ("ondernemers", "ja"),
    ]
    (agreed,) = report.agreements
    assert (agreed.state, agreed.promisor) == ("loopt", "adviseur Groen, gemeente Deventer")
    assert (report.signed_online, report.signed_on_paper) == (3, 0)
    assert report.lines[0].kind == "initiative.submitted"
    start = next(line for line in report.lines if line.kind == "case.started")
    assert start.halves == Half.RESIDENTS.bit | Half.GOVERNMENT.bit


def test_every_version_is_in_the_report_with_its_own_answers(cast: Cast) -> None:
    goal = shared(cast)
    goals.propose_version(by=cast.bas, goal=goal, text="In 2030.", number=1, at=cast.tick())
    goals.answer_version(
        by=cast.ilse, goal=goal, number=2, answer="tenzij", condition="Geld.", at=cast.tick()
    )

    report = report_of(goal.initiative.public_id, cast.today)

    assert report is not None
    first, second = report.goals[0].versions
    assert [first.yes(half) for half in ("bewoners", "overheid", "ondernemers")] == [1, 1, 1]
    assert [(one.answer, one.condition) for one in second.answers] == [("nee, tenzij", "Geld.")]


def test_a_report_that_leaves_the_oldest_out_says_so(cast: Cast) -> None:
    one = submitted(cast)
    url = f"/initiatief/{one.public_id}/verslag/"
    assert "Dit zijn de nieuwste" not in page(walk_in(None), url)
    first = Entry.objects.get(kind="initiative.submitted")
    about = {"subject": first.subject, "thread": first.thread, "public": True, "data": {}}
    for _ in range(500):
        Entry.objects.create(kind="initiative.changed", at=cast.tick(), **about)
    report = report_of(one.public_id, cast.today)
    assert report
    assert (len(report.lines), report.is_cut) == (500, True)
    assert {line.kind for line in report.lines} == {"initiative.changed"}
    assert "Dit zijn de nieuwste 500 gebeurtenissen." in page(walk_in(None), url)


def test_a_draft_or_unknown_initiative_has_no_report(cast: Cast) -> None:
    assert report_of(draft(cast).public_id, cast.today) is None
    assert report_of("bestaatniet", cast.today) is None


def test_the_report_counts_paper_apart_and_names_only_who_took_part(cast: Cast) -> None:
    made = agreement(cast)
    for actor, on_paper in ((cast.marijke, True), (cast.ilse, False)):
        sign_agreement.sign(by=actor, agreement=made, number=1, on_paper=on_paper, at=cast.tick())
    told = {"brings": "Een schep.", "gets": "", "fears": "", "has_read": True}
    for actor, answer in ((cast.gerrit, True), (cast.bas, False), (cast.tarik, None)):
        offer = initiatives.offer_help(by=actor, initiative=made.initiative, **told, at=cast.tick())
        if answer is not None:
            initiatives.answer_help(by=cast.marijke, partner=offer, accept=answer, at=cast.tick())

    report = report_of(made.initiative.public_id, cast.today)

    assert report
    assert (report.signed_online, report.signed_on_paper) == (1, 1)
    assert [one.seat for one in report.partners] == ["bewoner van Lettele"]
    line = next(line for line in report.lines if line.kind == "agreement.signed")
    assert line.text.startswith("Marijke Wolterink tekende op papier een afspraak")


def test_who_waits_a_night_waited_a_day(cast: Cast) -> None:
    """Told at half past ten in the evening, answered the next morning: not "na 0 dagen"."""
    case = supported(cast).case
    evening = datetime(2026, 11, 2, 21, 30, tzinfo=UTC)
    for hours, days in ((1, 0), (2, 1), (25, 1), (26, 2)):
        Case.objects.update(opened_at=evening, decided_at=evening + timedelta(hours=hours))
        report = report_of(case.initiative.public_id, cast.today)
        assert report
        assert report.case
        assert report.case.days == days, hours


def test_a_long_promise_is_shown_by_its_beginning_wherever_it_is_told(cast: Cast) -> None:
    made = signed(cast)
    Agreement.objects.update(what="De gemeente maakt de grond schoon.\nHet hek staat.\n" + "Elk jaar. " * 60)
    (line,) = [one for one in story_of(made.initiative.public_id) if one.kind == "agreement.made"]
    assert line.link.startswith("De gemeente maakt de grond schoon. Het hek staat. Elk jaar.")
    assert (len(line.link) <= 91, line.link[-1]) == (True, "…")
    shown = page(walk_in(None), f"/initiatief/{made.initiative.public_id}/")
    assert f">{line.link}</a>" in shown


def test_an_agreement_without_signatures_is_in_the_report(cast: Cast) -> None:
    made = agreement(cast)
    report = report_of(made.initiative.public_id, cast.today)
    assert report is not None
    assert [one.at for one in report.agreements[0].signatures] == [None, None, None]
