"""Who is asked to the table, by name, by mail or with a link; and what no longer opens a chair."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Chair, Goal, Invitation, Link
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal.models import Entry
from middenstip.journeys import agree_goal, leave
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, seat_of, table

PIET = "piet@voorbeeld.example"


def piet(cast: Cast) -> Person:
    """Piet has an account with the address of the mail, and no seat."""
    return parties.register_person(email=PIET, name="Piet", at=cast.tick())


def mailed(cast: Cast, goal: Goal | None = None) -> Link:
    """Bas invites Piet by mail."""
    told = {"by": cast.bas, "goal": goal or table(cast), "addresses": [PIET]}
    (link,) = goals.mail_links(**told, at=cast.tick())
    return link


def sits(cast: Cast, name: str) -> bool:
    return Chair.objects.filter(seat=getattr(cast, name).seat_id, left_at=None).exists()


def test_a_second_invitation_of_a_seat_changes_nothing(cast: Cast) -> None:
    told = {"goal": table(cast), "seat": seat_of(cast.samira)}
    first = goals.invite_seat(by=cast.bas, **told, word=" Kom\nje? ", at=cast.tick())
    again = goals.invite_seat(by=cast.ilse, **told, word="Toe nou.", at=cast.tick())
    assert (again, again.word, again.by_id) == (first, "Kom je?", cast.bas.seat_id)
    assert Entry.objects.filter(kind="goal.seat_invited").count() == 1


def test_nobody_is_invited_when_one_of_them_may_not_come(cast: Cast) -> None:
    goal, city = table(cast), Area.objects.get(code="GM0150")
    official = parties.own_seat(
        person=person(cast.tarik), half=Half.GOVERNMENT, area=city, at=cast.tick(), is_home=False
    )
    for seat, reason in (
        (seat_of(cast.ilse), "Deze zetel zit al aan tafel."),
        (seat_of(cast.gerrit), "Bewoners nodig je uit met een mail of een link."),
        (official, "Voor de overheid vraag je een functie bij een organisatie."),
    ):
        with pytest.raises(Forbidden, match=reason):
            goals.invite_seats(by=cast.bas, goal=goal, seats=[seat_of(cast.yara), seat], at=cast.tick())
    assert not Invitation.objects.exists()


def test_a_seat_that_its_person_left_is_not_invited(cast: Cast) -> None:
    """Marijke told the plan from this seat, so it takes part; but nobody can answer for it."""
    goal, seat = table(cast), seat_of(cast.marijke)
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    leave.clear_up(at=cast.tick())
    with pytest.raises(NotNow, match="In deze zetel zit niemand meer"):
        goals.invite_seat(by=cast.bas, goal=goal, seat=Seat.objects.get(pk=seat.pk), at=cast.tick())
    assert not Invitation.objects.exists()


def test_only_those_at_the_table_the_initiator_and_the_verbinder_invite(cast: Cast) -> None:
    goal = table(cast)
    agree_goal.leave(by=cast.marijke, goal=goal, at=cast.tick())
    for by in (cast.marijke, cast.yara):
        goals.make_link(by=by, goal=goal, most=1, at=cast.tick())
    with pytest.raises(Forbidden, match="Uitnodigen doet wie aan tafel zit"):
        goals.make_link(by=cast.samira, goal=goal, most=1, at=cast.tick())


def test_an_invitation_is_answered_by_the_seat_that_was_asked_and_expires(cast: Cast) -> None:
    goal = table(cast)
    told = {"answer": "not_for_me", "at": cast.tick()}
    asked = goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.samira), at=cast.tick())
    with pytest.raises(NotNow, match="voor een andere zetel"):
        goals.answer_invitation(by=cast.yara, invitation=asked, **told)
    cast.tick(days=15)
    with pytest.raises(NotNow, match="op uitnodiging"):
        agree_goal.join(by=cast.samira, goal=goal, at=cast.tick())
    assert goals.lapse_invitations(at=cast.tick()) == 1
    with pytest.raises(NotNow):
        goals.answer_invitation(by=cast.samira, invitation=asked, **told)


def test_a_seat_that_does_not_come_says_so_once_and_may_be_asked_again(cast: Cast) -> None:
    goal = table(cast)
    asked = goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.samira), at=cast.tick())
    told = {"by": cast.samira, "invitation": asked, "word": " Te druk,\nsorry. "}
    with pytest.raises(Invalid) as refused:
        goals.answer_invitation(**told, answer="misschien", at=cast.tick())
    assert refused.value.errors == {"answer": "Kies ‘niet nu’ of ‘niet voor mij’."}
    assert Invitation.objects.get().state == "sent"
    said = goals.answer_invitation(**told, answer="not_now", at=cast.tick())
    assert (said.state, said.word, said.answered_at) == ("not_now", "Te druk, sorry.", cast.at)
    declined = Entry.objects.get(kind="goal.invitation_declined")
    assert (declined.subject, declined.data) == (goal.public_id, {"seat": cast.samira.seat_public_id})
    with pytest.raises(NotNow, match="niet nu"):
        goals.answer_invitation(**told, answer="not_for_me", at=cast.tick())
    again = goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.samira), at=cast.tick())
    assert again != asked
    agree_goal.join(by=cast.samira, goal=goal, at=cast.tick())
    assert sits(cast, "samira")


def test_an_invitation_that_is_taken_back_opens_no_chair(cast: Cast) -> None:
    goal = table(cast)
    asked = goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.samira), at=cast.tick())
    with pytest.raises(Forbidden, match="Uitnodigen doet wie aan tafel zit"):
        goals.withdraw_invitation(by=cast.tarik, invitation=asked, at=cast.tick())
    gone = goals.withdraw_invitation(by=cast.ilse, invitation=asked, at=cast.tick())
    assert (gone.state, gone.answered_at) == ("withdrawn", cast.at)
    with pytest.raises(NotNow, match="op uitnodiging"):
        agree_goal.join(by=cast.samira, goal=goal, at=cast.tick())
    with pytest.raises(NotNow, match="ingetrokken"):
        goals.withdraw_invitation(by=cast.bas, invitation=asked, at=cast.tick())
    assert not sits(cast, "samira")


def test_mail_goes_to_one_to_ten_addresses_at_a_time(cast: Cast) -> None:
    goal = table(cast)
    many = [f"a{number}@voorbeeld.example" for number in range(11)]
    for addresses, reason in (
        ([], "Vul een e-mailadres in."),
        ([" "], "Vul een e-mailadres in."),
        (many, "Nodig hooguit tien mensen tegelijk uit."),
    ):
        with pytest.raises(Invalid) as refused:
            goals.mail_links(by=cast.bas, goal=goal, addresses=addresses, at=cast.tick())
        assert refused.value.errors == {"addresses": reason}
    assert not Link.objects.exists()
    sent = goals.mail_links(by=cast.bas, goal=goal, addresses=many[:10], at=cast.tick())
    assert [(link.address, link.most, link.is_mail) for link in sent] == [(one, 1, True) for one in many[:10]]


def test_the_same_address_twice_is_one_mail(cast: Cast) -> None:
    goal = table(cast)
    told = {"by": cast.bas, "goal": goal, "addresses": [PIET, f" {PIET.title()} "]}
    (first,) = goals.mail_links(**told, at=cast.tick())
    assert goals.mail_links(**told, at=cast.tick()) == [first]
    goals.withdraw_link(by=cast.bas, link=first, at=cast.tick())
    (second,) = goals.mail_links(**told, at=cast.tick())  # what was taken back opens nothing any more
    assert second != first


def test_a_link_is_for_one_to_fifty_people(cast: Cast) -> None:
    goal = table(cast)
    for most in (0, 51):
        with pytest.raises(Invalid) as refused:
            goals.make_link(by=cast.bas, goal=goal, most=most, at=cast.tick())
        assert refused.value.errors == {"most": "Kies een aantal van 1 tot 50."}
    assert not Link.objects.exists()
    assert goals.make_link(by=cast.bas, goal=goal, most=50, at=cast.tick()).most == 50


def test_a_link_works_once_per_person_and_for_a_number_of_people(cast: Cast) -> None:
    goal = table(cast)
    link = goals.make_link(by=cast.bas, goal=goal, most=2, at=cast.tick())
    agree_goal.accept_link(by=cast.gerrit, link=link, at=cast.tick())
    agree_goal.leave(by=cast.gerrit, goal=goal, at=cast.tick())
    with pytest.raises(NotNow, match="Eén uitnodiging werkt één keer"):
        agree_goal.accept_link(by=cast.gerrit, link=link, at=cast.tick())
    agree_goal.accept_link(by=cast.tarik, link=link, at=cast.tick())
    assert Link.objects.get().state == "full"
    with pytest.raises(NotNow, match="opgebruikt"):
        agree_goal.accept_link(by=cast.yara, link=link, at=cast.tick())


def test_a_link_also_works_for_a_seat_that_was_invited(cast: Cast) -> None:
    goal = table(cast)
    goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.yara), at=cast.tick())
    link = goals.make_link(by=cast.bas, goal=goal, most=1, at=cast.tick())
    agree_goal.accept_link(by=cast.yara, link=link, at=cast.tick())
    assert [one.state for one in Invitation.objects.filter(seat=cast.yara.seat_id)] == ["accepted"]


def test_a_link_opens_no_chair_after_its_last_day_or_when_it_is_taken_back(cast: Cast) -> None:
    goal = table(cast)
    link = goals.make_link(by=cast.bas, goal=goal, most=2, at=cast.tick())
    late = cast.at + timedelta(days=14, seconds=1)
    with pytest.raises(NotNow, match="Deze uitnodiging is verlopen"):
        agree_goal.accept_link(by=cast.gerrit, link=link, at=late)
    with pytest.raises(Forbidden, match="Uitnodigen doet wie aan tafel zit"):
        goals.withdraw_link(by=cast.tarik, link=link, at=cast.tick())
    assert goals.withdraw_link(by=cast.ilse, link=link, at=cast.tick()).state == "withdrawn"
    for act in (
        lambda: agree_goal.accept_link(by=cast.gerrit, link=link, at=cast.tick()),
        lambda: goals.withdraw_link(by=cast.bas, link=link, at=cast.tick()),
    ):
        with pytest.raises(NotNow, match="ingetrokken"):
            act()
    assert not sits(cast, "gerrit")


def test_a_mail_is_only_for_its_own_address(cast: Cast) -> None:
    link = mailed(cast)
    for act in (
        lambda: agree_goal.accept_link(by=cast.tarik, link=link, at=cast.tick()),
        lambda: goals.decline_link(person=person(cast.tarik), link=link, at=cast.tick()),
    ):
        with pytest.raises(NotNow, match="ging naar een ander mailadres"):
            act()
    assert (Link.objects.get().state, sits(cast, "tarik")) == ("open", False)


def test_an_address_is_removed_when_its_person_does_not_come_or_the_mail_is_taken_back(cast: Cast) -> None:
    link = mailed(cast, goal := table(cast))
    told = {"person": piet(cast), "link": link, "word": " Geen\ntijd. "}
    goals.decline_link(**told, at=cast.tick())
    kept = Link.objects.get()
    assert (kept.state, kept.word, kept.address) == ("not_for_me", "Geen tijd.", "")
    with pytest.raises(NotNow, match="afgewezen"):
        goals.decline_link(**told, at=cast.tick())
    taken_back = goals.withdraw_link(by=cast.bas, link=mailed(cast, goal), at=cast.tick())
    assert (taken_back.state, taken_back.address) == ("withdrawn", "")


def test_a_link_for_more_people_is_not_declined(cast: Cast) -> None:
    link = goals.make_link(by=cast.bas, goal=table(cast), most=2, at=cast.tick())
    with pytest.raises(NotNow, match="Deze uitnodiging is ook voor anderen"):
        goals.decline_link(person=piet(cast), link=link, at=cast.tick())
    assert Link.objects.get().state == "open"
