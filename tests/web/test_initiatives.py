"""The page of an initiative, and what people do on it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner, Update
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Seat
from middenstip.journeys import stop_initiative, submit_initiative
from middenstip.kernel import clock
from middenstip.web.shared.dates import long_date
from tests.cast import Cast, agreement, draft, person, shared, signed, submitted, supported, table
from tests.queries import at_most, counted
from tests.web.at_the_door import page as told
from tests.web.at_the_door import walk_in

PLACE = {"where": "wijk", "area": "WK015014", "themes": ["natuur-en-milieu"]}


def page(initiative: Initiative) -> str:
    return f"/initiatief/{initiative.public_id}/"


def test_nobody_is_asked_to_answer_help_for_what_has_ended(cast: Cast) -> None:
    initiative = submitted(cast)
    told_ = {"brings": "Een schep.", "gets": "", "fears": "", "has_read": True}
    initiatives.offer_help(by=cast.gerrit, initiative=initiative, **told_, at=cast.tick())
    assert "Wie wil helpen" in told(walk_in(cast.marijke), page(initiative))
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    assert "Wie wil helpen" not in told(walk_in(cast.marijke), page(initiative))


def test_an_initiator_without_a_seat_still_sees_who_offers_help(cast: Cast) -> None:
    """Mijn says that an answer waits; giving it asks for whom she speaks first."""
    initiative = submitted(cast)
    told_ = {"brings": "Een schep.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.gerrit, initiative=initiative, **told_, at=cast.tick())
    seat = Seat.objects.get(pk=cast.marijke.seat_id)
    parties.leave_seat(person=person(cast.marijke), seat=seat, at=cast.tick())
    marijke, answer = walk_in(cast.marijke), f"{page(initiative)}helpen/{offer.public_id}/antwoord/"
    assert page(initiative) in told(marijke, "/mijn/")
    assert answer in told(marijke, page(initiative))
    asked = marijke.post(answer, {"answer": "ja", "back": page(initiative)})
    assert asked["location"].startswith("/mijn/zetel/?next=%2Finitiatief")


def test_a_visitor_reads_who_began_and_who_has_the_ball(cast: Cast, client: Client) -> None:
    text = told(client, page(submitted(cast)))

    assert "Marijke Wolterink</b> begon hiermee, als bewoner van Lettele" in text
    assert "<b>De balie</b>" in text
    assert "Plukken is gratis" in text
    assert text.count("<h1") == 1


def test_a_table_with_one_half_names_the_two_that_are_missing(cast: Cast, client: Client) -> None:
    initiative = supported(cast)
    walk_in(cast.marijke).post(
        page(initiative) + "tafel/", {"title": "Een bos", "question": "Waar?", "sit_down": "on"}
    )

    text = told(client, page(initiative))

    assert "Nodig iemand uit van de overheid en ondernemers." in text
    assert text.count('#wie">Ga naar de tafel</a>') == 2


def test_the_page_tells_what_each_half_said_and_what_was_promised(cast: Cast, client: Client) -> None:
    made = signed(cast)
    with clock.frozen(cast.at):
        text = told(client, page(made.initiative))

    assert text.count("Ja, 2 nov") == 3
    assert "De grond is schoon en klaar om te planten." in text
    assert "Iedereen tekende, dus deze afspraak staat" in text
    assert "<b>Gemeente Deventer</b> aan <b>" in text
    assert f"Uiterlijk {long_date(made.due_on)}" in text
    assert "Vóór" not in text


def test_what_happens_after_midnight_is_of_that_day(cast: Cast, client: Client) -> None:
    initiative = submitted(cast)
    with clock.frozen(datetime(2026, 11, 14, 23, 30, tzinfo=UTC)):
        walk_in(cast.marijke).post(page(initiative) + "nieuws/", {"text": "De buren zijn om."})
        mine, around = told(client, page(initiative)), told(client, "/gebied/WK015014/")

    assert mine.count('<time datetime="2026-11-15">15 nov</time>') == 2
    assert '<time datetime="2026-11-15">15 nov</time>' in around


def test_somebody_elses_draft_does_not_exist_for_others(cast: Cast, client: Client) -> None:
    url = page(draft(cast))
    assert client.get(url).status_code == 404
    assert walk_in(cast.tarik).get(url).status_code == 404
    assert "Verstuur mijn idee" in told(walk_in(cast.marijke), url)


def test_an_unknown_initiative_is_not_there(cast: Cast, client: Client) -> None:
    assert client.get("/initiatief/bestaatniet/").status_code == 404


def test_the_draft_is_sent_with_one_button(cast: Cast) -> None:
    mine, initiative = walk_in(cast.marijke), draft(cast)
    answer = mine.post(page(initiative) + "versturen/")
    assert answer.headers["Location"] == page(initiative) + "verteld/"
    initiative.refresh_from_db()
    assert initiative.stage == "idea"
    assert mine.post(page(initiative) + "versturen/").status_code == 409


def test_following_twice_is_following_once(cast: Cast) -> None:
    initiative, tarik = submitted(cast), walk_in(cast.tarik)
    for _ in range(2):
        assert tarik.post(page(initiative) + "volgen/").status_code == 302
    initiative.refresh_from_db()
    assert initiative.follower_count == 1
    assert "Stop met volgen" in told(tarik, page(initiative))
    tarik.post(page(initiative) + "niet-volgen/")
    assert Follow.objects.filter(target=initiative.public_id).count() == 0


@pytest.mark.parametrize("answer", [{}, {"answer": ""}, {"answer": "misschien"}])
def test_without_an_answer_an_offer_stays_open(cast: Cast, answer: dict[str, str]) -> None:
    """A form that lost its button is not a no."""
    initiative = submitted(cast)
    told_about = {"brings": "Ik snoei.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.gerrit, initiative=initiative, **told_about, at=cast.tick())
    url = f"{page(initiative)}helpen/{offer.public_id}/antwoord/"
    assert walk_in(cast.marijke).post(url, answer).status_code == 422
    assert Partner.objects.get().state == "offered"


def test_gerrit_helps_after_reading_what_is_fixed(cast: Cast) -> None:
    initiative, gerrit, marijke = submitted(cast), walk_in(cast.gerrit), walk_in(cast.marijke)
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
    assert walk_in(cast.tarik).post(answer, {"answer": "ja"}).status_code == 403
    assert marijke.post(answer, {"answer": "ja"}).status_code == 302
    assert "Je doet mee" in told(gerrit, page(initiative))
    gerrit.post(f"{page(initiative)}helpen/{partner.public_id}/stoppen/")
    partner.refresh_from_db()
    assert partner.state == "left"


@pytest.mark.parametrize("act", ["tafel", "afronden"])
def test_what_cannot_happen_yet_is_said_before_anybody_types(cast: Cast, act: str) -> None:
    refused = walk_in(cast.marijke).get(f"{page(submitted(cast))}{act}/")
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
    answer = walk_in(cast.marijke).post(f"{page(initiative)}{act}/", typed)
    assert answer.status_code == status
    assert Update.objects.count() == 0


def test_stopping_asks_for_a_lesson_and_shows_it(cast: Cast, client: Client) -> None:
    initiative = submitted(cast)
    walk_in(cast.marijke).post(page(initiative) + "stoppen/", {"lesson": "De bodem is te nat."})
    text = told(client, page(initiative))
    assert "Dit initiatief is gestopt" in text
    assert "De bodem is te nat." in text
    assert "blijft de baas" not in text  # there is nothing left to be in charge of
    assert "helpen/" not in text


def test_the_table_is_opened_once_however_often_the_form_is_sent(cast: Cast) -> None:
    initiative, yara = supported(cast), walk_in(cast.yara)
    form = {"title": "Een bos", "question": "Waar?", "key": "zelfde"}
    for _ in range(2):
        assert yara.post(page(initiative) + "tafel/", form).status_code == 302
    assert initiative.goals.count() == 1


def test_the_page_costs_the_same_however_much_happened(cast: Cast, client: Client) -> None:
    initiative = signed(cast).initiative
    visitors = (client, walk_in(cast.gerrit), walk_in(cast.marijke))
    costs = []
    for many in (1, 29):
        for number in range(many):
            initiatives.tell_news(by=cast.marijke, initiative=initiative, text=f"{number}", at=cast.tick())
        client.get(page(initiative))  # the name of the gemeente comes from the cache from now on
        for visitor in visitors:
            with counted() as made:
                visitor.get(page(initiative))
            costs.append(len(made))
    assert costs[:3] == costs[3:]


def test_acts_cost_at_most_fourteen_queries(cast: Cast) -> None:
    initiative, gerrit, marijke = supported(cast), walk_in(cast.gerrit), walk_in(cast.marijke)
    with at_most(16):
        gerrit.post(page(initiative) + "volgen/")
    with at_most(16):
        gerrit.post(page(initiative) + "helpen/", {"brings": "Snoeien", "has_read": "on"})
    partner = Partner.objects.get(initiative=initiative)
    with at_most(16):
        marijke.post(f"{page(initiative)}helpen/{partner.public_id}/antwoord/", {"answer": "ja"})
    with at_most(16):
        marijke.post(page(initiative) + "nieuws/", {"text": "Nieuws"})
    told(marijke, page(initiative) + "veranderen/")  # the places come from the cache from now on
    with at_most(6):
        marijke.get(page(initiative) + "veranderen/")
    point = {"where": "plek", "area": "WK015014", "lon": "6.27", "lat": "52.27", "is_hybrid": "on"}
    everything = {"version": "1", "title": "A", "what": "B", "why": "", "motto": "C", "themes": ["wonen"]}
    with at_most(16):
        assert marijke.post(page(initiative) + "veranderen/", everything | point).status_code == 302


def test_every_stage_has_a_page(cast: Cast, client: Client) -> None:
    for build in (submitted, supported, table, shared, agreement):
        Initiative.objects.all()
        made = build(cast)
        initiative = made if isinstance(made, Initiative) else made.initiative
        assert initiative is not None
        assert "Hier ligt de bal" in told(client, page(initiative))


def test_a_draft_has_no_report_and_no_number_for_the_desk_yet(cast: Cast) -> None:
    idea = draft(cast)
    url, marijke = f"/initiatief/{idea.public_id}/", walk_in(cast.marijke)
    assert marijke.get(f"{url}verslag/").status_code == 404
    assert "verslag/" not in marijke.get(url).content.decode()
    submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())
    assert f'href="{url}verslag/"' in marijke.get(url).content.decode()


def test_only_what_still_runs_after_its_day_is_late(cast: Cast, client: Client) -> None:
    first = agreement(cast)
    made = signed(cast)
    Agreement.objects.update(initiative=first.initiative, due_on=cast.day(3))

    def states() -> list[str]:
        return [row["state"] for row in client.get(page(first.initiative)).context["agreements"]]

    with clock.frozen(cast.tick(days=3)):
        assert sorted(states()) == ["loopt", "tekenen"]  # due on one day: in either order
    with clock.frozen(cast.tick(days=1)):
        assert states() == ["telaat", "tekenen"]
        agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.at)
        assert states() == ["tekenen", "gedaan"]
