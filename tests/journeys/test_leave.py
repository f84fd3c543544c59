"""Somebody goes away, and nobody is left waiting."""

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal, Letter
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import agree_goal, follow, leave
from tests.cast import Cast, draft, person, submitted, table


def test_who_wipes_everything_gets_up_from_the_table_and_takes_drafts_and_follows_along(cast: Cast) -> None:
    goal = table(cast)
    agree_goal.join(by=cast.tarik, goal=goal, at=cast.tick())
    goals.write_letter(by=cast.tarik, goal=goal, text="Mijn geheim.", at=cast.tick())
    initiative = Initiative.objects.get()
    follow.follow_initiative(person=cast.tarik.person, initiative=initiative, at=cast.tick())

    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())

    assert not Letter.objects.exists()
    for one in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=one, goal=goal, text="Groen.", at=cast.tick())
    assert goals.reveal_letters(by=cast.bas, goal=goal, at=cast.tick()).state == "revealed"
    assert Initiative.objects.get().follower_count == 0
    assert Person.objects.get(pk=cast.tarik.person).email is None


def test_an_unsent_idea_goes_along(cast: Cast) -> None:
    draft(cast)
    submitted(cast, "Een idee dat blijft")
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert Initiative.objects.get().title == "Een idee dat blijft"


def test_the_chair_of_an_organisation_waits_for_the_next(cast: Cast) -> None:
    goal = table(cast)
    leave.leave_seat(person=person(cast.ilse), seat=Seat.objects.get(pk=cast.ilse.seat), at=cast.tick())
    assert Goal.objects.get(pk=goal.pk).halves_present == 7
    leave.leave_seat(person=person(cast.marijke), seat=Seat.objects.get(pk=cast.marijke.seat), at=cast.tick())
    assert Goal.objects.get(pk=goal.pk).state == "gathering"
