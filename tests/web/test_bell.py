"""The bell, the messages behind it, and *Mijn* with my own initiatives first."""

from __future__ import annotations

from django.core import mail

from middenstip.domain.intake import services as intake
from middenstip.domain.parties.models import Person
from middenstip.journeys import follow, publish_text
from middenstip.notices.models import Notice
from tests.cast import Cast, draft, supported, taken
from tests.notices.ears import heard, post
from tests.queries import at_most
from tests.web.at_the_door import page, walk_in


def test_the_bell_counts_what_is_new_and_a_message_is_a_link(cast: Cast) -> None:
    initiative = taken(cast).initiative
    post(cast)
    marijke = walk_in(cast.marijke)
    count = Notice.objects.filter(person=cast.marijke.person_id).count()
    assert f'<span class="ms-bel__tel">{count}<' in page(marijke, "/over/")
    with at_most(1):
        page(marijke, "/over/")
    inbox = page(marijke, "/mijn/berichten/")
    notice = Notice.objects.filter(person=cast.marijke.person_id, path__contains="/zaak/").latest("pk")
    assert f'href="/mijn/berichten/{notice.public_id}/"' in inbox
    assert cast.samira.name in inbox
    assert marijke.get(f"/mijn/berichten/{notice.public_id}/").headers["Location"] == notice.path
    assert f'<span class="ms-bel__tel">{count - 1}<' in page(marijke, "/over/")
    assert "ms-bel__tel" not in page(walk_in(None), "/over/")
    assert initiative.title in inbox


def test_a_mail_names_who_did_it_until_that_person_is_erased_and_brings_the_news(cast: Cast) -> None:
    initiative = supported(cast)
    publish_text.news(by=cast.marijke, initiative=initiative, text="De bomen staan.", key="n", at=cast.tick())
    follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())
    publish_text.news(by=cast.marijke, initiative=initiative, text="Er is soep.", key="o", at=cast.tick())
    post(cast)
    cast.tick(days=1)
    post(cast)  # what one follows comes once a day
    (sent,) = [one for one in mail.outbox if "tarik" in one.to[0] and "Nieuws" in one.subject]
    assert "Er is soep." in sent.body
    assert f"Dit deed {cast.marijke.name}." in sent.body
    assert heard(cast.tarik)
    Person.objects.filter(pk=cast.marijke.person_id).update(erased_at=cast.at)
    assert cast.marijke.name not in page(walk_in(cast.tarik), "/mijn/berichten/")


def test_mine_begins_with_my_initiatives_and_their_case(cast: Cast) -> None:
    case = taken(cast)
    draft(cast, "Bankje")
    mine = page(walk_in(cast.marijke), "/mijn/")
    assert mine.index("Mijn initiatieven") < mine.index("De bal ligt bij jou")
    assert f'href="/balie/zaak/{case.public_id}/"' in mine
    assert mine.index("Bankje") < mine.index("De bal ligt bij jou")
    assert "Mijn initiatieven" not in page(walk_in(cast.tarik), "/mijn/")


def test_everybody_reads_the_answer_of_the_desk_at_the_initiative(cast: Cast) -> None:
    case = taken(cast)
    url, way = f"/initiatief/{case.initiative.public_id}/", f"/balie/zaak/{case.public_id}/"
    assert "Antwoord van de balie" not in page(walk_in(None), url)
    for by in (cast.marijke, cast.samira):
        intake.confirm_start(by=by, case=case, at=cast.tick())
    told = {"outcome": "support", "answer": "We kijken mee. Mail piet@voorbeeld.nl"}
    intake.decide_case(by=cast.samira, case=case, **told, at=cast.tick())
    seen = page(walk_in(None), url)
    assert "Antwoord van de balie" in seen
    assert "We kijken mee." in seen
    assert "piet@voorbeeld.nl" not in seen
    assert way not in seen
    assert way in page(walk_in(cast.samira), url)
    assert way in page(walk_in(cast.marijke), url)
