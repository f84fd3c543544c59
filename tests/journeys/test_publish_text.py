"""Gates: how many posts a day, the first post of a new person, the same text twice, links of new people."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting.models import Plan
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.initiatives.services import Change
from middenstip.domain.labs.models import Lab
from middenstip.domain.matching import services as matching
from middenstip.domain.matching.models import Movement
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.models import Posting, Review
from middenstip.domain.parties.models import Person
from middenstip.domain.reactions.models import Reaction
from middenstip.journeys import change_initiative, moderate_text, publish_text, submit_initiative
from middenstip.kernel import clock
from middenstip.kernel.hidden import HELD
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, agreement, draft, moderator, proposed, submitted, table
from tests.domain.labs.test_labs import TOLD as LAB
from tests.domain.matching.test_movements import WORDS, begun
from tests.journeys.budgets import drafted, stepped
from tests.notices.ears import post, told
from tests.web.at_the_door import page, walk_in

WHY = {"rule": "eerlijk", "reason": "Dit is in orde."}


def wants(cast: Cast, **setting: object) -> None:
    told = {"holds_first": False, "posts_per_day": 20} | setting
    city = Area.objects.get(code="GM0150")
    moderation.choose_setting(by=cast.noor, area=city, **told)  # type: ignore[arg-type]


def news(cast: Cast, initiative: Initiative, text: str) -> Update:
    publish_text.news(by=cast.marijke, initiative=initiative, text=text, at=cast.tick())
    return Update.objects.latest("pk")


def told_idea(cast: Cast) -> Initiative:
    """An idea of Marijke that counts as a post."""
    return submit_initiative.submit(by=cast.marijke, initiative=draft(cast), at=cast.tick())


def is_old(cast: Cast) -> None:
    Person.objects.update(joined_at=cast.at.replace(year=2020))


def test_the_first_post_of_a_new_person_waits_and_is_published_by_a_moderator(cast: Cast) -> None:
    wants(cast, holds_first=True)
    yara = moderator(cast, cast.yara)
    initiative = told_idea(cast)
    initiative.refresh_from_db()
    assert initiative.title == HELD
    assert not Initiative.objects.public().exists()
    review = Review.objects.get()
    moderate_text.decide(by=yara, review=review, outcome="keep", **WHY, at=cast.tick())
    post(cast)
    assert Initiative.objects.public().get().title == "Voedselbos Lettele"
    assert told(cast.marijke).subject == "Een besluit over jouw tekst: blijft"
    assert news(cast, Initiative.objects.get(), "De grond is klaar voor het planten.").hidden is None


def test_a_person_who_is_here_longer_does_not_wait(cast: Cast) -> None:
    wants(cast, holds_first=True)
    is_old(cast)
    assert submitted(cast).hidden is None


def test_the_same_text_twice_waits_and_short_words_do_not(cast: Cast) -> None:
    initiative = submitted(cast)
    assert news(cast, initiative, "Kom allemaal naar de plantdag.").hidden is None
    assert news(cast, initiative, "Kom  allemaal naar de Plantdag.").hidden is not None
    assert Review.objects.get().origin == "twice"
    assert [news(cast, initiative, "Hoi!").hidden for _ in range(2)] == [None, None]


def test_a_reaction_with_a_link_of_a_new_person_waits_and_its_writer_is_told_so(cast: Cast) -> None:
    initiative = submitted(cast)
    path = f"/initiatief/{initiative.public_id}/reacties/"
    gerrit = walk_in(cast.gerrit)
    sent = {"kind": "tip", "text": "Kijk op www.koop.example", "key": "one"}
    with clock.frozen(cast.tick()):
        said = gerrit.post(path, sent, follow=True).content.decode()
    assert "Een moderator leest hem eerst" in said
    assert "koop.example" not in said
    held = Reaction.objects.get()
    assert (held.state, held.text) == ("hidden", HELD)
    with clock.frozen(cast.tick()):
        said = gerrit.post(path, sent | {"text": "Doe het!", "key": "two"}, follow=True).content.decode()
    assert "Je reactie staat erbij" in said
    fine = Reaction.objects.latest("pk")
    changed = publish_text.reaction_text(
        by=cast.gerrit, reaction=fine, text="Doe het, zie www.koop.example", at=fine.at
    )
    changed.refresh_from_db()
    assert changed.text == HELD
    again = publish_text.reaction(
        by=cast.gerrit, about=initiative, kind="tip", text="Nog een keer.", key="k", at=cast.tick()
    )
    same = publish_text.reaction(
        by=cast.gerrit, about=initiative, kind="tip", text="Nog een keer.", key="k", at=cast.tick()
    )
    assert same == again
    for _twice in range(2):
        publish_text.reaction_reply(by=cast.marijke, reaction=again, text="Dank je.", key="r", at=cast.tick())
    assert again.replies.count() == 1


def test_a_link_of_a_new_person_waits_also_in_a_change(cast: Cast) -> None:
    initiative = submitted(cast)
    held = news(cast, initiative, "Kijk op https://koop.example")
    assert held.hidden is not None
    change = Change(texts={"what": "Zie www.koop.example"})
    change_initiative.change(by=cast.marijke, initiative=initiative, change=change, version=1, at=cast.tick())
    assert Initiative.objects.get().what == HELD
    assert {review.origin for review in Review.objects.all()} == {"links"}
    with pytest.raises(Forbidden, match="verborgen"):
        change_initiative.change(
            by=cast.marijke, initiative=Initiative.objects.get(), change=change, version=2, at=cast.tick()
        )
    assert HELD in page(walk_in(cast.marijke), f"/initiatief/{initiative.public_id}/")


def test_a_link_of_a_person_who_is_here_longer_is_published(cast: Cast) -> None:
    is_old(cast)
    assert news(cast, submitted(cast), "Kijk op https://koop.example").hidden is None


def test_a_person_posts_as_often_a_day_as_the_area_wants(cast: Cast) -> None:
    wants(cast, posts_per_day=2)
    initiative = told_idea(cast)
    news(cast, initiative, "Eén.")
    with pytest.raises(NotNow, match="vandaag al 2 berichten"):
        news(cast, initiative, "Twee.")
    assert Update.objects.count() == 1
    cast.tick(days=1)
    news(cast, initiative, "Twee.")


def test_an_administrator_or_moderator_chooses_the_setting_of_the_area(cast: Cast) -> None:
    city = Area.objects.get(code="GM0150")
    with pytest.raises(Forbidden, match="beheerder of een moderator"):
        moderation.choose_setting(by=cast.gerrit, area=city, holds_first=True, posts_per_day=5)
    with pytest.raises(Invalid, match="van 1 tot 500"):
        wants(cast, posts_per_day=0)
    moderation.choose_setting(by=moderator(cast, cast.bas), area=city, holds_first=True, posts_per_day=5)


def test_a_paused_person_posts_nothing_anywhere(cast: Cast) -> None:
    yara = moderator(cast, cast.yara)
    goal = proposed(cast)
    made = goal.initiative
    assert made
    review = moderate_text.report(noun="initiatief", code=made.public_id, **WHY, at=cast.tick()).review
    moderate_text.decide(by=yara, review=review, outcome="pause", **WHY, days=3, at=cast.tick())
    by, at = cast.marijke, cast.tick()
    acts = [
        lambda: publish_text.news(by=by, initiative=made, text="Hoi.", at=at),
        lambda: publish_text.letter(by=by, goal=goal, text="Hoi.", at=at),
        lambda: publish_text.help_offer(
            by=by, initiative=made, brings="Ik", gets="", fears="", has_read=True, at=at
        ),
        lambda: publish_text.agreement(by=by, goal=goal, at=at),
        lambda: publish_text.agreement_text(by=by, at=at),
        lambda: submitted(cast, "Nog een plan"),
    ]
    for act in acts:
        with pytest.raises(Forbidden, match="Je hebt pauze tot 5 november 2026"):
            act()
    assert page(walk_in(cast.marijke), "/mijn/")


def test_an_agreement_is_counted_and_a_changed_one_is_checked(cast: Cast) -> None:
    made = agreement(cast)
    changed = publish_text.agreement_text(
        by=cast.marijke,
        agreement=made,
        what="Zie https://koop.example",
        due_on=made.due_on,
        conditions="",
        number=1,
        at=cast.tick(),
    )
    changed.refresh_from_db()
    assert changed.what == HELD
    with pytest.raises(Forbidden, match="verborgen"):
        publish_text.agreement_text(
            by=cast.marijke,
            agreement=changed,
            what="Iets anders",
            due_on=made.due_on,
            conditions="",
            number=2,
            at=cast.tick(),
        )


DORPSHUIS = {"title": "Samen verder", "place": "Dorpshuis"}
FORMS: dict[str, dict[str, Any]] = {
    "gathering": {
        "told": {"kind": "meetup", **DORPSHUIS},
        "starts": datetime(2026, 11, 20, 19, 30),  # noqa: DTZ001 the clock on the wall
        "ends": datetime(2026, 11, 20, 21),  # noqa: DTZ001 the clock on the wall
    },
    "edition": {"told": {"on": date(2026, 11, 20), **DORPSHUIS}},
    "lab": {"told": LAB},
}
PLAN = {"title": "Een bank", "text": "Een bank bij de kerk.", "place": "Kerkplein"}
ADVERT = "Zie www.koop.example"


def place() -> Area:
    return Area.objects.select_related("municipality", "district").get(code="WK015014")


def planned(cast: Cast) -> Plan:
    """Marijke sends a plan for a budget, twice."""
    budget = stepped(cast, drafted(cast), "fix")
    told = {"budget": budget, "texts": PLAN, "costs": (400, 600), "key": "een"}
    first, again = (publish_text.plan(by=cast.marijke, **told, at=cast.tick()) for _ in range(2))
    assert first == again
    return first


def movement(cast: Cast, text: str = WORDS["text"]) -> Movement:
    """Marijke asks Bas to go on together."""
    told = {"own": submitted(cast), "others": [begun(cast, cast.bas, "Fruit langs het fietspad")]}
    return publish_text.movement(by=cast.marijke, **told, told={**WORDS, "text": text}, at=cast.tick())


@pytest.mark.parametrize("kind", FORMS)
def test_the_same_form_twice_is_one_text_and_one_post(cast: Cast, kind: str) -> None:
    told = {"by": cast.marijke, "area": place(), "key": "een", **FORMS[kind]}
    first, again = (getattr(publish_text, kind)(**told, at=cast.tick()) for _ in range(2))
    assert (first, first.hidden) == (again, None)
    assert Posting.objects.count() == 1
    assert not Review.objects.exists()  # counted twice, its words would wait as a text that came twice


def test_a_plan_that_is_sent_twice_is_one_post_and_a_link_in_its_change_waits(cast: Cast) -> None:
    plan = planned(cast)
    assert (plan.hidden, Posting.objects.count(), Review.objects.count()) == (None, 1, 0)
    texts = {**PLAN, "text": ADVERT}
    publish_text.plan_text(by=cast.marijke, plan=plan, texts=texts, costs=(400, 600), at=cast.tick())
    assert (Plan.objects.get().text, Review.objects.get().origin) == (HELD, "links")
    assert Posting.objects.count() == 1  # a change is checked, and not counted


def test_a_link_in_the_change_of_a_lab_or_a_movement_waits(cast: Cast) -> None:
    lab = publish_text.lab(by=cast.marijke, **FORMS["lab"], area=place(), at=cast.tick())
    publish_text.lab_text(by=cast.marijke, lab=lab, told={**LAB, "aim": ADVERT}, at=cast.tick())
    assert Lab.objects.get().aim == HELD

    one = movement(cast)
    asked = one.members.get(state="invited").initiative
    matching.answer_movement(by=cast.bas, movement=one, initiative=asked, accept=True, at=cast.tick())
    told = {**WORDS, "text": ADVERT}
    publish_text.movement_text(by=cast.marijke, movement=one, told=told, at=cast.tick())
    assert Movement.objects.get().text == HELD
    assert [review.origin for review in Review.objects.all()] == ["links", "links"]


def test_what_only_the_people_it_is_for_read_is_not_counted_and_does_not_wait(cast: Cast) -> None:
    """A letter on a table, an offer of help, and a movement that nobody else joined yet."""
    goal = table(cast)
    posted = Posting.objects.count()
    letter = publish_text.letter(by=cast.bas, goal=goal, text=ADVERT, at=cast.tick())
    told = {"initiative": Initiative.objects.get(), "gets": "", "fears": "", "has_read": True}
    offer = publish_text.help_offer(by=cast.gerrit, brings=ADVERT, **told, at=cast.tick())
    assert (letter.text, offer.brings, Posting.objects.count()) == (ADVERT, ADVERT, posted)
    asked = movement(cast, ADVERT)
    assert (asked.text, asked.state, Movement.objects.get().hidden) == (ADVERT, "proposed", None)
    assert (Posting.objects.count(), Review.objects.count()) == (0, 0)
