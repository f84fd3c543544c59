"""Leaving is one click, however much waits for somebody; the worker clears up after."""

from __future__ import annotations

from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Membership
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, leave
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from tests.cast import Cast, draft, joins, person, seat_of, table
from tests.journeys.test_take_part import own_business
from tests.matrix.crowd import copies
from tests.notices.ears import heard, post
from tests.web.at_the_door import send, walk_in

MORE = 29
TABLES = MORE + 1


def busy(cast: Cast) -> Actor:
    """Tarik with an own shop, the only business at thirty tables of one initiative."""
    goal, baker = table(cast), own_business(cast, cast.tarik)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    joins(cast, baker, goal)
    others = copies(Goal.objects.get(), *({"title": f"Doel {number}"} for number in range(MORE)))
    for chair in Chair.objects.filter(left_at=None):
        copies(chair, *({"goal": other} for other in others))
    return baker


def missed(seat: int) -> tuple[int, tuple[Half, ...]]:
    """At how many tables this seat still sits, and the halves that take part."""
    return Chair.objects.filter(seat=seat, left_at=None).count(), halves_of(Initiative.objects.get().halves)


def test_who_sits_at_thirty_tables_leaves_the_seat_in_one_click(cast: Cast) -> None:
    baker = busy(cast)
    assert send(walk_in(cast.tarik), f"/mijn/zetel/{baker.seat_public_id}/verlaten/") == 302
    assert missed(baker.seat_id) == (TABLES, tuple(Half))
    post(cast)
    assert missed(baker.seat_id) == (0, (Half.RESIDENTS, Half.GOVERNMENT))
    assert set(Goal.objects.values_list("state", flat=True)) == {"gathering"}
    assert Entry.objects.filter(kind="goal.chair_left", actor=cast.tarik.person_public_id).count() == TABLES
    assert "Iemand ging weg bij Doel 0" in heard(cast.ilse)
    assert leave.clear_up(at=cast.tick()) == 0


def test_who_has_much_is_wiped_in_one_click(cast: Cast) -> None:
    baker, tarik = busy(cast), person(cast.tarik)
    draft(cast, "Nog geheim", initiator=tarik)
    followed = Initiative.objects.get(title="Voedselbos Lettele")
    others = copies(followed, *({"title": f"Plan {number}"} for number in range(MORE)))
    Initiative.objects.exclude(title="Nog geheim").update(follower_count=2)
    for one in (followed, *others):
        Follow.objects.create(person=tarik, kind=Follow.INITIATIVE, target=one.public_id, at=cast.at)

    assert send(walk_in(cast.tarik), "/mijn/wissen/", sure="on") == 302

    assert person(cast.tarik).erased_at
    assert set(Initiative.objects.exclude(title="Nog geheim").values_list("follower_count", flat=True)) == {1}
    post(cast)
    assert not Initiative.objects.filter(title="Nog geheim").exists()
    assert not Chair.objects.filter(seat=baker.seat_id, left_at=None).exists()


def test_who_cannot_be_cleared_up_holds_up_nobody_else(cast: Cast) -> None:
    """The worker says so in its log, and tries again in the next round."""
    for one in (cast.marijke, cast.tarik):
        parties.leave_seat(person=person(one), seat=seat_of(one), at=cast.tick())
    Membership.objects.filter(seat=cast.marijke.seat_id).delete()  # nobody knows any more who sat there
    assert leave.clear_up(at=cast.tick()) == 1
    (left,) = readers.unread(leave.READER, leave.GOING)
    assert left.subject == cast.marijke.seat_public_id
