"""The page of an initiative, and what people do on it."""

from __future__ import annotations

import pytest
from django.test import Client

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner, Update
from middenstip.domain.parties.models import Follow
from middenstip.kernel.actor import Actor
from tests.cast import Cast, agreement, draft, person, shared, signed, submitted, supported, table
from tests.queries import at_most


def as_(actor: Actor) -> Client:
    client = Client()
    client.force_login(person(actor))
    return client


def page(initiative: Initiative) -> str:
    return f"/initiatief/{initiative.public_id}/"


def told(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_reads_who_began_and_who_has_the_ball(cast: Cast, client: Client) -> None:
    text = told(client, page(submitted(cast)))

    assert "Marijke Wolterink</b> begon hiermee, als bewoner van Lettele" in text
    assert "<b>De balie</b>" in text
    assert "Plukken is gratis" in text
    assert text.count("<h1") == 1


def test_a_table_with_one_half_names_the_two_that_are_missing(cast: Cast, client: Client) -> None:
    initiative = supported(cast)
    as_(cast.marijke).post(
        page(initiative) + "tafel/", {"title": "Een bos", "question": "Waar?", "sit_down": "on"}
    )

    text = told(client, page(initiative))

    assert "Nodig iemand uit van de overheid en ondernemers." in text
    assert text.count("Nodig diegene uit") == 2


def test_the_page_tells_what_each_half_said_and_what_was_promised(cast: Cast, client: Client) -> None:
    made = signed(cast)
    text = told(client, page(made.initiative))

    assert text.count("Ja, 2 nov") == 3
    assert "De grond is schoon en klaar om te planten." in text
    assert "Iedereen tekende, dus deze afspraak staat" in text
    assert "<b>gemeente Deventer:</b>" in text


def test_somebody_elses_draft_does_not_exist_for_others(cast: Cast, client: Client) -> None:
    url = page(draft(cast))
    assert client.get(url).status_code == 404
    assert as_(cast.tarik).get(url).status_code == 404
    assert "Verstuur mijn idee" in told(as_(cast.marijke), url)


def test_an_unknown_initiative_is_not_there(cast: Cast, client: Client) -> None:
    assert client.get("/initiatief/bestaatniet/").status_code == 404


def test_the_draft_is_sent_with_one_button(cast: Cast) -> None:
    mine, initiative = as_(cast.marijke), draft(cast)
    answer = mine.post(page(initiative) + "versturen/")
    assert answer.headers["Location"] == page(initiative)
    initiative.refresh_from_db()
    assert initiative.stage == "idea"
    assert mine.post(page(initiative) + "versturen/").status_code == 409


def test_following_twice_is_following_once(cast: Cast) -> None:
    initiative, tarik = submitted(cast), as_(cast.tarik)
    for _ in range(2):
        assert tarik.post(page(initiative) + "volgen/").status_code == 302
    initiative.refresh_from_db()
    assert initiative.follower_count == 1
    assert "Stop met volgen" in told(tarik, page(initiative))
    tarik.post(page(initiative) + "niet-volgen/")
    assert Follow.objects.filter(target=initiative.public_id).count() == 0


def test_gerrit_helps_after_reading_what_is_fixed(cast: Cast) -> None:
    initiative, gerrit, marijke = submitted(cast), as_(cast.gerrit), as_(cast.marijke)
    offer = {"brings": "Ik kan snoeien.", "gets": "Fruit", "fears": ""}

    refused = gerrit.post(page(initiative) + "helpen/", offer)
    assert refused.status_code == 422
    assert "Lees eerst wat vastligt" in refused.content.decode()
    assert "Ik kan snoeien." in refused.content.decode()
    assert gerrit.post(page(initiative) + "helpen/", offer | {"has_read": "on"}).status_code == 302
    assert gerrit.post(page(initiative) + "helpen/", offer | {"has_read": "on"}).status_code == 409

    assert "Ik kan snoeien." in told(marijke, page(initiative))
    partner = Partner.objects.get(initiative=initiative)
    answer = f"{page(initiative)}helpen/{partner.public_id}/antwoord/"
    assert as_(cast.tarik).post(answer, {"answer": "ja"}).status_code == 403
    assert marijke.post(answer, {"answer": "ja"}).status_code == 302
    assert "Je doet mee" in told(gerrit, page(initiative))
    gerrit.post(f"{page(initiative)}helpen/{partner.public_id}/stoppen/")
    partner.refresh_from_db()
    assert partner.state == "left"


def test_a_stale_text_shows_both_versions_and_loses_nothing(cast: Cast) -> None:
    initiative, marijke = submitted(cast), as_(cast.marijke)
    url = page(initiative) + "veranderen/"
    form = {
        "version": "1",
        "title": initiative.title,
        "what": "Een bos van één hectare.",
        "why": "",
        "motto": "",
    }
    assert marijke.post(url, form).status_code == 302

    stale = marijke.post(url, form | {"what": "Een bos van twee hectare."})
    text = stale.content.decode()
    assert stale.status_code == 409
    assert "Een bos van één hectare." in text
    assert "Een bos van twee hectare." in text
    assert 'name="version" value="2"' in text
    assert Initiative.objects.get(pk=initiative.pk).what == "Een bos van één hectare."


def test_the_initiator_tells_news_and_changes_the_regie_kaart(cast: Cast, client: Client) -> None:
    initiative, marijke = submitted(cast), as_(cast.marijke)
    assert marijke.post(page(initiative) + "nieuws/", {"text": "De buren zijn om."}).status_code == 302
    assert marijke.post(page(initiative) + "regie/", {"fixed": "Geen hek", "number": 1}).status_code == 302
    text = told(client, page(initiative))
    assert "De buren zijn om." in text
    assert "<li>Geen hek</li>" in text
    assert "Plukken is gratis" not in text


def test_news_that_is_sent_twice_is_told_once(cast: Cast) -> None:
    initiative, marijke = submitted(cast), as_(cast.marijke)
    for _ in range(2):
        news = {"text": "De buren zijn om.", "key": "zelfde"}
        assert marijke.post(page(initiative) + "nieuws/", news).status_code == 302
    assert Update.objects.count() == 1


def test_a_regie_kaart_that_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    initiative, marijke = submitted(cast), as_(cast.marijke)
    url = page(initiative) + "regie/"
    assert 'name="number" value="1"' in told(marijke, url)
    assert marijke.post(url, {"fixed": "Geen hek", "number": 1}).status_code == 302

    stale = marijke.post(url, {"fixed": "Geen honden", "number": 1})
    text = stale.content.decode()
    assert stale.status_code == 409
    assert "Geen hek" in text
    assert "Geen honden" in text
    assert 'name="number" value="2"' in text
    assert marijke.post(url, {"fixed": "Geen honden", "number": 2}).status_code == 302


@pytest.mark.parametrize("act", ["tafel", "afronden"])
def test_what_cannot_happen_yet_is_said_before_anybody_types(cast: Cast, act: str) -> None:
    refused = as_(cast.marijke).get(f"{page(submitted(cast))}{act}/")
    assert refused.status_code == 409
    assert "De stand van het initiatief is: idee." in refused.content.decode()


@pytest.mark.parametrize(
    ("act", "typed", "status"),
    [
        ("nieuws", {"text": ""}, 422),
        ("nieuws", {"text": "a" * 2001}, 422),
        ("nieuws", {"text": "a\x00b"}, 400),
        ("veranderen", {"version": "x", "title": "A", "what": "B"}, 422),
        ("veranderen", {"version": "1", "title": "", "what": ""}, 422),
        ("stoppen", {"lesson": " "}, 422),
        ("tafel", {"title": "Te vroeg", "question": "Mag dit al?"}, 409),
        ("afronden", {"outcome": "gelukt"}, 409),
        ("afronden", {"outcome": "zomaar"}, 422),
        ("helpen", {"brings": "Ik help mezelf", "has_read": "on"}, 403),
    ],
)
def test_what_cannot_be_kept_is_said(cast: Cast, act: str, typed: dict[str, str], status: int) -> None:
    initiative = submitted(cast)
    answer = as_(cast.marijke).post(f"{page(initiative)}{act}/", typed)
    assert answer.status_code == status
    assert Update.objects.count() == 0


def test_stopping_asks_for_a_lesson_and_shows_it(cast: Cast, client: Client) -> None:
    initiative = submitted(cast)
    as_(cast.marijke).post(page(initiative) + "stoppen/", {"lesson": "De bodem is te nat."})
    text = told(client, page(initiative))
    assert "Dit initiatief is gestopt" in text
    assert "De bodem is te nat." in text
    assert "helpen/" not in text


def test_the_table_is_opened_once_however_often_the_form_is_sent(cast: Cast) -> None:
    initiative, yara = supported(cast), as_(cast.yara)
    form = {"title": "Een bos", "question": "Waar?", "key": "zelfde"}
    for _ in range(2):
        assert yara.post(page(initiative) + "tafel/", form).status_code == 302
    assert initiative.goals.count() == 1


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_costs_six_queries_however_much_happened(cast: Cast, client: Client, many: int) -> None:
    initiative = signed(cast).initiative
    for number in range(many):
        initiatives.tell_news(by=cast.marijke, initiative=initiative, text=f"{number}", at=cast.tick())
    gerrit, marijke = as_(cast.gerrit), as_(cast.marijke)
    client.get(page(initiative))  # the name of the gemeente comes from the cache from now on
    for visitor in (client, gerrit, marijke):
        with at_most(6):
            visitor.get(page(initiative))


def test_acts_cost_at_most_fourteen_queries(cast: Cast) -> None:
    initiative, gerrit, marijke = supported(cast), as_(cast.gerrit), as_(cast.marijke)
    with at_most(14):
        gerrit.post(page(initiative) + "volgen/")
    with at_most(14):
        gerrit.post(page(initiative) + "helpen/", {"brings": "Snoeien", "has_read": "on"})
    partner = Partner.objects.get(initiative=initiative)
    with at_most(14):
        marijke.post(f"{page(initiative)}helpen/{partner.public_id}/antwoord/", {"answer": "ja"})
    with at_most(14):
        marijke.post(page(initiative) + "nieuws/", {"text": "Nieuws"})


def test_every_stage_has_a_page(cast: Cast, client: Client) -> None:
    for build in (submitted, supported, table, shared, agreement):
        Initiative.objects.all()
        made = build(cast)
        initiative = made if isinstance(made, Initiative) else made.initiative
        assert initiative is not None
        assert "Hier ligt de bal" in told(client, page(initiative))
