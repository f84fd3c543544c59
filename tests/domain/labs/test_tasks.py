"""The board of a lab: made by a host, taken by anybody, given back, late, done, lapsed, and erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from middenstip.domain.labs import services, tasks, turns
from middenstip.domain.labs.lifecycle import BUSY, DONE, DROPPED, MOST_TASKS, TASK, TASK_SHOWN, TODO
from middenstip.domain.labs.models import Lab, LabTask
from middenstip.domain.labs.selectors import tasks_of
from middenstip.journal.models import Entry
from middenstip.journeys import leave
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, submitted
from tests.domain.labs.test_labs import opened
from tests.domain.playing import play
from tests.notices.ears import heard, post

POSTER = "Hang de poster op in de bibliotheek"


def made(cast: Cast, lab: Lab, text: str = POSTER, **more: Any) -> LabTask:
    return services.make_task(by=cast.marijke, lab=lab, text=text, **more, at=cast.tick())


def unseated(actor: Actor) -> Unseated:
    """The same person, without a seat."""
    return Unseated(actor.person_id, actor.person_public_id)


def in_mijn(cast: Cast, actor: Actor) -> list[tuple[Any, ...]]:
    rows = turns.rows_for(actor.person_id, [], cast.today)
    return [row for found in rows for row in found if row[0] == "lab_task"]


def test_a_task_is_taken_by_one_person_given_back_and_done(cast: Cast) -> None:
    lab = opened(cast)
    task = made(cast, lab, due_on=cast.day(7))
    assert heard(cast.ilse) == []
    task = services.take_task(by=unseated(cast.tarik), task=task, at=cast.tick())
    assert (task.state, task.person_id) == (BUSY, cast.tarik.person_id)
    assert services.take_task(by=cast.tarik, task=task, at=cast.tick()).state == BUSY
    with pytest.raises(NotNow, match="Een ander was je net voor"):
        services.take_task(by=cast.gerrit, task=task, at=cast.tick())
    post(cast)
    assert heard(cast.ilse)[-1] == f"Opgepakt: {POSTER}"
    assert [row[:2] for row in in_mijn(cast, cast.tarik)] == [("lab_task", lab.public_id)]
    with pytest.raises(Forbidden, match="Alleen wie deze taak doet"):
        services.give_back_task(by=cast.gerrit, task=task, at=cast.tick())
    services.give_back_task(by=cast.ilse, task=task, at=cast.tick())
    post(cast)
    assert heard(cast.tarik)[-1] == f"Weer vrij: {POSTER}"
    assert in_mijn(cast, cast.tarik) == []
    services.take_task(by=cast.tarik, task=task, at=cast.tick())
    with pytest.raises(Invalid, match="wat ervan kwam"):
        services.finish_task(by=cast.tarik, task=task, came=" ", at=cast.tick())
    with pytest.raises(Invalid, match="mailadres"):
        services.finish_task(by=cast.tarik, task=task, came="Bel 06-12345678", at=cast.tick())
    task = services.finish_task(by=cast.tarik, task=task, came="Er kwamen drie mensen.", at=cast.tick())
    assert (task.state, task.came) == (DONE, "Er kwamen drie mensen.")
    post(cast)
    assert heard(cast.bas)[-1] == f"Klaar: {POSTER}"
    with pytest.raises(NotNow, match="klaar"):
        services.finish_task(by=cast.tarik, task=task, came="Nog eens.", at=cast.tick())
    with pytest.raises(NotNow, match="klaar"):
        services.drop_task(by=cast.bas, task=task, why="Toch niet.", at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.reopen_task(by=cast.tarik, task=task, at=cast.tick())
    task = services.reopen_task(by=cast.bas, task=task, at=cast.tick())
    assert (task.state, task.came, task.person) == (TODO, "", None)
    post(cast)
    assert heard(cast.tarik)[-1] == f"Toch nog te doen: {POSTER}"
    assert tasks_of(lab, cast.at) == [task]


def test_what_cannot_be_on_the_board(cast: Cast) -> None:
    lab = opened(cast)
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.make_task(by=cast.tarik, lab=lab, text=POSTER, at=cast.tick())
    for told, why in (
        ({"text": " "}, "wat er te doen is"),
        ({"text": "Mail mij@voorbeeld.example"}, "mailadres"),
        ({"text": "x" * 201}, "200"),
        ({"text": POSTER, "due_on": cast.day(-1)}, "al geweest"),
    ):
        with pytest.raises(Invalid, match=why):
            made(cast, lab, **told)
    idea = services.pin_idea(lab=lab, text="Soep", at=cast.tick())
    with pytest.raises(Invalid, match="niet op de wand"):
        made(cast, lab, idea=idea)
    LabTask.objects.bulk_create(
        LabTask(lab=lab, text="Werk", made_at=cast.at, moved_at=cast.at) for _ in range(MOST_TASKS)
    )
    with pytest.raises(NotNow, match="driehonderd"):
        made(cast, lab)


def test_a_task_hangs_on_what_it_came_from(cast: Cast) -> None:
    lab, initiative = opened(cast), submitted(cast)
    idea = services.pin_idea(lab=lab, text="Soep", at=cast.tick())
    services.pass_idea(by=cast.ilse, idea=idea, at=cast.tick())
    idea.refresh_from_db()
    on_idea = made(cast, lab, idea=idea, gathering="abc", key="een")
    assert made(cast, lab, idea=idea, gathering="abc", key="een") == on_idea
    assert (on_idea.idea, on_idea.initiative, on_idea.gathering) == (idea, None, "abc")
    assert made(cast, lab, initiative=initiative).initiative == initiative
    services.name_idea(by=cast.marijke, idea=idea, initiative=initiative, at=cast.tick())
    idea.refresh_from_db()
    assert made(cast, lab, idea=idea).initiative == initiative
    services.drop_idea(by=cast.ilse, idea=idea, at=cast.tick())
    assert LabTask.objects.filter(idea=None).count() == 3


def test_who_is_late_hears_it_once(cast: Cast) -> None:
    lab = opened(cast)
    free, mine = made(cast, lab, due_on=cast.day(2)), made(cast, lab, "Bel de gemeente", due_on=cast.day(2))
    services.take_task(by=cast.tarik, task=mine, at=cast.tick())
    post(cast)
    cast.tick(days=2)
    tasks.look_over(cast.at)
    post(cast)
    assert "Jouw taak is te laat: Bel de gemeente" not in heard(cast.tarik)
    cast.tick(days=1)
    for _twice in range(2):
        tasks.look_over(cast.at)
        post(cast)
    assert heard(cast.tarik) == ["Jouw taak is te laat: Bel de gemeente"]
    assert heard(cast.ilse)[-2:] == [f"Te laat: {POSTER}", "Te laat: Bel de gemeente"]
    assert services.tell_late_tasks(at=cast.at) == 0
    assert services.tasks._tell_late(task=mine, at=cast.at) == 0  # a second worker
    free.refresh_from_db()
    assert free.told_late_on == cast.today


def test_a_task_lapses_with_a_reason_and_with_the_lab(cast: Cast) -> None:
    lab = opened(cast)
    one, other = made(cast, lab), made(cast, lab, "Leen een hark")
    services.take_task(by=cast.tarik, task=one, at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie dit lab draagt"):
        services.drop_task(by=cast.tarik, task=one, why="Geen zin.", at=cast.tick())
    with pytest.raises(Invalid, match="waarom"):
        services.drop_task(by=cast.ilse, task=one, why="", at=cast.tick())
    one = services.drop_task(by=cast.ilse, task=one, why="Hij hangt er al.", at=cast.tick())
    assert (one.state, one.why, one.person) == (DROPPED, "Hij hangt er al.", None)
    post(cast)
    assert heard(cast.tarik)[-1] == f"Niet meer nodig: {POSTER}"
    services.close_lab(by=cast.ilse, lab=lab, why="Het geld is op.", at=cast.tick())
    other.refresh_from_db()
    assert (other.state, other.why) == (DROPPED, "Het lab gaat dicht.")
    with pytest.raises(Forbidden, match="dicht"):
        services.take_task(by=cast.tarik, task=other, at=cast.tick())
    with pytest.raises(Forbidden, match="dicht"):
        services.reopen_task(by=cast.ilse, task=other, at=cast.tick())
    with pytest.raises(Forbidden, match="dicht"):
        services.make_task(by=cast.ilse, lab=lab, text=POSTER, at=cast.tick())
    lab.refresh_from_db()
    assert tasks_of(lab, cast.at + TASK_SHOWN) == []


def test_a_hidden_lab_has_no_work(cast: Cast) -> None:
    lab = opened(cast)
    task = made(cast, lab)
    services.hide_lab(code=lab.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    task.refresh_from_db()
    assert task.text == "Deze tekst is verborgen."
    with pytest.raises(Forbidden, match="verborgen"):
        services.take_task(by=cast.tarik, task=task, at=cast.tick())
    services.show_lab(code=lab.public_id, by=None, at=cast.tick())
    task.refresh_from_db()
    assert task.text == POSTER


def test_who_is_erased_gives_back_what_they_would_do(cast: Cast) -> None:
    lab = opened(cast)
    busy, done = made(cast, lab), made(cast, lab, "Leen een hark")
    for one in (busy, done):
        services.take_task(by=cast.tarik, task=one, at=cast.tick())
    services.finish_task(by=cast.tarik, task=done, came="Geleend.", at=cast.tick())
    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    for one, state in ((busy, TODO), (done, DONE)):
        one.refresh_from_db()
        assert (one.state, one.person) == (state, None)


def test_the_table_holds_in_any_order(cast: Cast) -> None:
    lab = opened(cast)
    task = made(cast, lab)
    doers = {"marijke": cast.marijke, "gerrit": unseated(cast.gerrit), "tarik": cast.tarik}

    def act(what: str, who: str) -> Callable[[], object]:
        by: Any = doers[who] if what in ("take", "give_back", "finish") else getattr(cast, who)
        more = {"finish": {"came": "Gelukt."}, "drop": {"why": "Niet nodig."}}.get(what, {})
        return lambda: getattr(services, f"{what}_task")(by=by, task=task, at=cast.tick(), **more)

    def check(now: LabTask) -> None:
        assert (now.person_id is None) == (now.state in (TODO, DROPPED))
        assert bool(now.came) == (now.state == DONE)
        assert bool(now.why) == (now.state == DROPPED)

    story = [
        ("take", "gerrit"),
        ("give_back", "gerrit"),
        ("take", "gerrit"),
        ("finish", "gerrit"),
        ("reopen", "marijke"),
        ("drop", "marijke"),
        ("reopen", "marijke"),
        ("take", "marijke"),
        ("finish", "marijke"),
    ]
    played = play(TASK, lambda: LabTask.objects.get(pk=task.pk), act, story, check=check)
    played.assert_not_one_sided(TODO, BUSY, DONE)


def test_no_fact_of_a_task_is_public(cast: Cast) -> None:
    lab = opened(cast)
    services.take_task(by=cast.tarik, task=made(cast, lab), at=cast.tick())
    assert not Entry.objects.filter(kind__startswith="lab.task", public=True).exists()
