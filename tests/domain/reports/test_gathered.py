"""A person's export and what remains after erasing match what the rooms declare about personal data."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from middenstip.domain.agreements import services as agreements
from middenstip.domain.areas.models import Area
from middenstip.domain.files.models import File
from middenstip.domain.goals.models import Goal, Invitation, Link, Motion, Request, Use
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import CasePhone, Message
from middenstip.domain.moderation.models import (
    Appeal,
    Complaint,
    Decision,
    Pause,
    Posting,
    Review,
    Sweep,
)
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Device, PendingAddress
from middenstip.domain.parties.rules import CONNECTOR
from middenstip.domain.reactions.models import Reaction, Recognition, Talk
from middenstip.domain.reports.selectors.my_data import KEPT, my_data, own_seats, rows_of
from middenstip.domain.reports.selectors.taking_part import (
    TAKES_PART,
    halves_taking_part,
    seats_taking_part,
)
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    follow,
    leave,
    sign_agreement,
    submit_initiative,
    take_part,
)
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.notices import services as post
from middenstip.notices.kept import KEPT as KEPT_BY_POST
from middenstip.notices.models import Bounce
from middenstip.notices.tasks import bring_round
from middenstip.web.shared.erasing import erase_everywhere
from tests.cast import (
    Cast,
    agreement,
    draft,
    joins,
    person,
    proposed,
    seat_of,
    signed,
    submitted,
    taken,
)
from tests.domain.reports.living import Living
from tests.queries import at_most
from tests.web.at_the_door import walk_in

ALL = (*KEPT, *KEPT_BY_POST)
OFFER = {"brings": "Ik snoei.", "gets": "Appels.", "fears": "Regen.", "has_read": True}


def lived(cast: Cast) -> Initiative:
    """Marijke did everything that leaves personal data, in her own idea and in Gerrit's."""
    made = signed(cast)
    marijke, hers = seat_of(cast.marijke), made.initiative
    initiatives.tell_news(by=cast.marijke, initiative=hers, text="Er groeit wat.", at=cast.tick())
    intake.write_note(by=cast.samira, case=hers.case, text="Ze heeft rust nodig.", at=cast.tick())
    intake.plan_action(by=cast.marijke, case=hers.case, text="Bel de buren", at=cast.tick())
    initiatives.ask_for_help(
        by=cast.marijke, initiative=hers, text="Leen een schep", size=1, until_on=cast.day(9), at=cast.tick()
    )
    told = {"promisor": marijke, "promisee": seat_of(cast.ilse), "due_on": cast.day(9)}
    agreements.propose_agreement(by=cast.marijke, goal=made.goal, what="Ik plant.", at=cast.tick(), **told)
    his = _of_gerrit(cast)
    initiatives.offer_help(by=cast.marijke, initiative=his, **OFFER, at=cast.tick())
    for text, takes in (("Graaf een kuil", True), ("Haal een schep", False)):
        action = intake.plan_action(by=cast.gerrit, case=his.case, text=text, at=cast.tick())
        intake.ask_carry(by=cast.gerrit, action=action, to=marijke, until=cast.day(9), at=cast.tick())
        if takes:
            intake.carry_action(by=cast.marijke, action=action, until=cast.day(9), at=cast.tick())
    parties.appoint(seat=marijke, role=CONNECTOR, area=Area.objects.get(code="GM0957"), at=cast.tick())
    follow.follow_initiative(person=cast.marijke.person_id, initiative=his, at=cast.tick())
    parties.choose_mail_about(person=cast.marijke.person_id, target=his.public_id, mail="never")
    post.choose_follow_mail(person=cast.marijke.person_id, wanted=True)
    _moderated(cast, hers)
    _came_and_talked(cast, hers, made.goal)
    _came_in(cast)
    Living(cast, hers, made.goal).everywhere()
    with clock.frozen(cast.at):
        bring_round()
    return hers


def _moderated(cast: Cast, hers: Initiative) -> None:
    """Marijke reported, decided, was paused, appealed and was swept. Her texts are all shown again."""
    marijke, row = person(cast.marijke), {"rule": "respect", "reason": "Zo is het."}
    acted = {"person": marijke, "seat": seat_of(cast.marijke), "half": cast.marijke.half}
    at, until = cast.tick(), cast.at + timedelta(days=1)
    told = {"area": hers.area, "opened_at": at, "due_on": cast.day(3)}
    review = Review(noun="initiatief", target=hers.public_id, writer=marijke, outcome="keep", **told).store()
    Appeal(review=review, text="Nee.", at=at).store()
    Complaint(review=review, person=marijke, **row, at=at).store()
    Decision(review=review, outcome="keep", **acted, **row, at=at).store()
    Pause(person=marijke, review=review, **row, from_at=at, until_at=until).store()
    Posting(person=marijke, noun="initiatief", target=hers.public_id, at=at).store()
    Sweep(person=marijke, area=hers.area, seat=seat_of(cast.marijke), **row, at=at).store()


def _came_and_talked(cast: Cast, hers: Initiative, goal: Goal) -> None:
    """Marijke asked for a chair, was invited, used a link, made a request, wrote the desk, sent a file, and
    reacted."""
    marijke, at, until = person(cast.marijke), cast.tick(), cast.at + timedelta(days=1)
    wrote = {"person": marijke, "seat": seat_of(cast.marijke), "at": at}
    bas = seat_of(cast.bas)
    asked = {"word": "Ik wil mee.", "state": "not_now", "reply": "Nu niet.", "due_on": cast.day(5)}
    Request(goal=goal, **wrote, **asked, answered_at=at).store()
    Invitation(
        goal=goal, seat=seat_of(cast.marijke), by=bas, word="Nee.", state="not_now", at=at, until=until
    ).store()
    link = Link(goal=goal, by=bas, token="link", most=2, used=1, at=at, until=until).store()
    Use(link=link, person=marijke, at=at).store()
    Motion(
        goal=goal, act="stop", by=seat_of(cast.marijke), reason="Te nat.", state="lapsed", at=at, until=until
    ).store()
    Message(case=hers.case, text="Wanneer bel je?", **wrote).store()
    CasePhone(case=hers.case, number="0570 123456", at=at).store()
    File(
        noun="initiative",
        subject=hers.public_id,
        kind="jpg",
        state="ready",
        person=marijke,
        seat=seat_of(cast.marijke),
        added_at=at,
        alt="Een boom.",
        credit="Marijke",
        name="boom.jpg",
    ).store()
    talk = Talk(initiative=hers).store()
    reaction = Reaction(talk=talk, kind="tip", text="Neem appels.", changed_at=at, **wrote).store()
    Recognition(reaction=reaction, person=marijke, at=at).store()


def _came_in(cast: Cast) -> None:
    """Marijke is logged in, others gave an address for her, and a mail to her came back."""
    marijke = person(cast.marijke)
    told = {"session_key": "sleutel", "word": "Firefox op Android", "since_on": cast.today}
    Device(person=marijke, **told).store()
    PendingAddress(person=marijke, email="nieuw@demo.middenstip.example", until=cast.tick()).store()
    Bounce.objects.create(person=marijke, address="hash", status="5.1.1", at=cast.tick())


def _of_gerrit(cast: Cast) -> Initiative:
    """Gerrit's idea, accepted by the desk."""
    idea = draft(cast, "Een pad naar de plas", initiator=person(cast.gerrit))
    case = submit_initiative.submit(by=cast.gerrit, initiative=idea, at=cast.tick()).case
    assess_initiative.take(by=cast.samira, case=case, at=cast.tick())
    for by in (cast.gerrit, cast.samira):
        intake.confirm_start(by=by, case=case, at=cast.tick())
    answer = {"outcome": "support", "answer": "We helpen."}
    assess_initiative.decide(by=cast.samira, case=case, **answer, at=cast.tick())
    return Initiative.objects.select_related("area", "municipality", "district", "seat").get(pk=idea.pk)


def test_the_export_of_a_person_contains_everything_that_is_kept(cast: Cast) -> None:
    lived(cast)
    data = json.loads(walk_in(cast.marijke).get("/mijn/gegevens/").content)
    assert list(data) == ["naam", "e-mail", "sinds", *(one.word for one in ALL)]
    assert [one.word for one in ALL if not data[one.word]] == []
    for one in ALL:
        assert [list(row) for row in data[one.word]] == [list(one.columns)] * len(data[one.word])
    empty = {
        (one.word, column)
        for one in ALL
        for column in one.columns
        if not [row for row in data[one.word] if row[column] not in (None, "")]
    }
    assert empty == EMPTY_HERE  # a path without a value would be among them


# Nothing in the story fills these: it has not ended, nobody left, nobody said "tenzij".
EMPTY_HERE = {
    *(("zetels", "tot"), ("rollen", "tot"), ("stoelen", "tot"), ("antwoorden", "tenzij")),
    *(("initiatieven", word) for word in ("motto", "geleerd", "afloop", "lengtegraad", "breedtegraad")),
    *(("zaken", "volgende stap"), ("beloften", "als"), ("opruimingen", "teruggedraaid")),
    *((word, "verborgen tekst") for word in ("initiatieven", "nieuws", "waarnemingen", "voorbeelden")),
    *((word, "verborgen tekst") for word in ("herkenning van cijfers", "plannen voor een begroting")),
    *((word, "verborgen tekst") for word in ("aangekondigde bijeenkomsten", "vraag en aanbod")),
    *((word, "verborgen tekst") for word in ("gestelde vragen", "antwoorden op vragen")),
    *((word, "verborgen tekst") for word in ("plannen voor een lab", "pitches")),
    *((word, "verborgen tekst") for word in ("gebiedswaarden", "bewegingen die je voorstelde")),
    *(("vraag en aanbod", word) for word in ("wat voor aanbod", "wil, kan of weet")),
    *((word, "verborgen tekst") for word in ("edities van een pitchpodium", "gegeven adviezen")),
}


def test_the_queries_of_the_export_do_not_grow_with_the_rows(cast: Cast) -> None:
    tarik, marijke = person(cast.tarik), person(cast.marijke)
    with at_most(len(ALL) + 1):
        my_data(tarik, ALL)
    lived(cast)
    with at_most(len(ALL) + 1):
        my_data(marijke, ALL)


def test_erasing_leaves_only_what_each_room_declares(cast: Cast) -> None:
    lived(cast)
    marijke = person(cast.marijke)
    own = own_seats(marijke)
    before = {one.word: keys(one, marijke, own) for one in ALL}
    erase_everywhere(by=cast.marijke, person=marijke, at=cast.tick())
    leave.clear_up(at=cast.tick())
    with clock.frozen(cast.at):
        bring_round()
    marijke = person(cast.marijke)
    after = {one.word: keys(one, marijke, own) for one in ALL}
    assert after == {one.word: [] if one.wiped == "gone" else before[one.word] for one in ALL}
    left = my_data(marijke, ALL)
    assert (left["naam"], left["e-mail"]) == ("", None)
    for word in ("Wolterink", "boom", "0570", "nieuw@"):
        assert word not in json.dumps(left, cls=DjangoJSONEncoder)


def keys(kept: Any, whose: Any, own: list[int]) -> list[int]:
    return list(rows_of(kept, whose, own).values_list("pk", flat=True))


def test_every_way_to_take_part_is_found_until_the_person_leaves(cast: Cast) -> None:
    """Tarik does everything that is possible in his own seat, and has a role for a while."""
    goal, tarik = proposed(cast), seat_of(cast.tarik)
    joins(cast, cast.tarik, goal)
    for one in (cast.marijke, cast.ilse, cast.bas, cast.tarik):
        goal = agree_goal.answer(by=one, goal=goal, number=1, answer="ja", at=cast.tick())
    idea = Initiative.objects.get()
    told = {"promisor": seat_of(cast.ilse), "promisee": tarik, "due_on": cast.day(9)}
    agreements.propose_agreement(by=cast.ilse, goal=goal, what="Een hek.", at=cast.tick(), **told)
    offer = initiatives.offer_help(by=cast.tarik, initiative=idea, **OFFER, at=cast.tick())
    assert ways(idea, tarik, cast) == ["offers_help", "all_tables", "all_signers"]
    initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    assert ways(idea, tarik, cast) == ["partners", "all_tables", "all_signers"]

    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    leave.clear_up(at=cast.tick())
    assert ways(idea, tarik, cast) == []


def test_taking_part_by_a_role_ends_with_the_role(cast: Cast) -> None:
    case = taken(cast)
    idea, samira, yara = case.initiative, seat_of(cast.samira), seat_of(cast.yara)
    assert ways(idea, samira, cast) == ["handler"]
    initiatives.name_connector(by=cast.yara, initiative=idea, seat=yara, at=cast.tick())
    assert ways(idea, yara, cast) == ["connector"]
    for seat in (samira, yara):
        for grant in seat.grants.all():
            parties.end_role(by=cast.noor, grant=grant, at=cast.tick())
    assert ways(idea, samira, cast) == ways(idea, yara, cast) == []


def ways(idea: Initiative, seat: Any, cast: Cast) -> list[str]:
    return [part.key for part in TAKES_PART if seat in seats_taking_part(part, idea.public_id, cast.today)]


def test_a_half_takes_part_while_one_of_its_seats_does(cast: Cast) -> None:
    idea = submitted(cast)
    with at_most(1):
        assert halves_taking_part(idea) == Half.RESIDENTS.bit
    offer = initiatives.offer_help(by=cast.bas, initiative=idea, **OFFER, at=cast.tick())
    assert halves_taking_part(idea) == Half.RESIDENTS.bit
    partner = initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    assert halves_taking_part(idea) == Half.RESIDENTS.bit | Half.BUSINESS.bit
    take_part.end_help(by=cast.bas, partner=partner, at=cast.tick())
    assert halves_taking_part(idea) == Half.RESIDENTS.bit


def test_a_signature_counts_for_its_half_only_when_all_signed(cast: Cast) -> None:
    made = agreement(cast)
    agree_goal.leave(by=cast.ilse, goal=made.goal, at=cast.tick())
    at_the_table = Half.RESIDENTS.bit | Half.BUSINESS.bit
    for by in (cast.ilse, cast.marijke):
        sign_agreement.sign(by=by, agreement=made, number=1, at=cast.tick())
        assert halves_taking_part(made.initiative) == at_the_table
    sign_agreement.sign(by=cast.bas, agreement=made, number=1, at=cast.tick())
    assert halves_taking_part(made.initiative) == at_the_table | Half.GOVERNMENT.bit
