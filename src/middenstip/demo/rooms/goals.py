"""A table opens; its seats write letters and versions, and answer."""

from __future__ import annotations

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories import Table
from middenstip.demo.teller import Teller
from middenstip.domain.goals import services
from middenstip.domain.goals.models import Goal
from middenstip.journeys import agree_goal, open_goal


def talk(teller: Teller) -> None:
    table, by = teller.story.table, teller.initiator
    if table is None:
        return
    goal = open_goal.open_goal(
        by=by,
        initiative=teller.fresh(),
        title=table.title,
        question=table.question,
        at=teller.at(),
    )
    for who in table.seats[1:]:
        seated = teller.cast[who]
        request = services.ask_chair(by=seated, goal=goal, at=teller.at())
        agree_goal.let_in(by=by, request=request, at=teller.at())
    for who, text in table.letters:
        services.write_letter(by=teller.cast[who], goal=goal, text=text, at=teller.at())
    if len(table.letters) == len(table.seats):
        services.reveal_letters(by=by, goal=goal, at=teller.at())
    for number, text in enumerate(table.texts):
        agree_goal.propose(by=by, goal=goal, text=text, number=number, at=teller.at())
    for who, said, condition in table.answers:
        agree_goal.answer(
            by=teller.cast[who],
            goal=goal,
            number=len(table.texts),
            answer=said,
            condition=condition,
            at=teller.at(),
        )
    _who_waits(teller, table, goal)
    teller.goal = Goal.objects.select_related("initiative", "area", "municipality").get(pk=goal.pk)


def _who_waits(teller: Teller, table: Table, goal: Goal) -> None:
    """A chair that was asked for, an open QR invitation, and a new seat for the ondernemers."""
    if table.claims:
        shop = teller.cast[table.claims]  # a shop of their own: nobody confirmed it yet
        request = services.ask_chair(by=shop, goal=goal, word="Ik lever de stekken.", at=teller.at())
        agree_goal.let_in(by=teller.initiator, request=request, at=teller.at())
    for who, word in table.asked:
        services.ask_chair(by=teller.cast[who], goal=goal, word=word, at=teller.at())
    if table.link:
        services.make_link(by=teller.initiator, goal=goal, most=table.link, at=teller.now)


STEPS = (Step(60, talk),)
