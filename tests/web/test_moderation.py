"""Moderation at the door: reporting without an account, the answer, the queue, the decision, the figures."""

from __future__ import annotations

import re

from django.core import mail
from django.test import Client

from middenstip.domain.initiatives.models import Update
from middenstip.domain.moderation.models import Complaint, Review
from middenstip.domain.moderation.tasks import end_terms
from middenstip.journeys import moderate_text, publish_text
from middenstip.kernel import clock
from middenstip.kernel.hidden import HIDDEN
from tests.cast import Cast, moderator, submitted
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import page, send, walk_in

WHY = {"rule": "privacy", "reason": "Dit is een telefoonnummer."}


def news_of(cast: Cast) -> Update:
    publish_text.news(by=cast.marijke, initiative=submitted(cast), text="Bel Henk: 06 123.", at=cast.tick())
    return Update.objects.get()


def test_a_visitor_reports_reads_the_answer_with_a_code_and_gets_mail_after_confirming(
    cast: Cast, client: Client
) -> None:
    yara, news = moderator(cast, cast.yara), news_of(cast)
    shown = page(client, f"/initiatief/{news.initiative.public_id}/")
    url = f"/melden/nieuws/{news.pk}/"
    assert url in shown
    assert "Wat van een ander is, blijft van een ander." in page(client, url)
    assert send(client, url, rule="privacy", reason="") == 422
    answer = client.post(url, WHY | {"email": "buur@voorbeeld.example"})
    assert answer.status_code == 302
    assert "Een moderator kijkt ernaar, uiterlijk op" in page(client, answer.url)

    post(cast)
    (asked,) = [one for one in mail.outbox if one.to == ["buur@voorbeeld.example"]]
    (link,) = re.findall(r"http://[^/]+(/melding/\S+)", asked.body)
    moderate_text.decide(by=yara, review=Review.objects.get(), outcome="hide", **WHY, at=cast.tick())
    post(cast)
    assert [one.to for one in mail.outbox if one.to == ["buur@voorbeeld.example"]] == []  # not confirmed yet
    assert "verborgen" in page(client, answer.url)
    assert send(client, link[:-11] + "onzin/") == 409
    assert "Ja, mail mij het antwoord" in page(client, link)
    assert send(client, link) == 302
    assert client.get(link).status_code == 302
    post(cast)
    (answered,) = [one for one in mail.outbox if one.to == ["buur@voorbeeld.example"]]
    assert "telefoonnummer" in answered.body
    post(cast)
    assert mail.outbox == []


def test_the_address_of_a_reporter_is_deleted_thirty_days_after_the_answer(cast: Cast) -> None:
    news = news_of(cast)
    told = {"noun": "nieuws", "code": f"{news.pk}", **WHY, "network": "n"}
    complaint = moderate_text.report(**told, email="buur@voorbeeld.example", at=cast.tick())
    Complaint.objects.update(answered_at=cast.tick())
    assert end_terms(cast.tick(days=29)) == 0
    assert end_terms(cast.tick(days=2)) == 1
    complaint.refresh_from_db()
    assert (complaint.email, complaint.network, complaint.person) == ("", "", None)


def test_a_hidden_text_is_on_no_page_in_no_api_search_or_notice(cast: Cast, client: Client) -> None:
    yara, initiative = moderator(cast, cast.yara), submitted(cast)
    publish_text.news(by=cast.marijke, initiative=initiative, text="Wij planten bramen.", at=cast.tick())
    post(cast)
    assert "Voedselbos" in " ".join(heard(cast.samira))
    code = initiative.public_id
    assert "Voedselbos" in page(client, "/initiatieven/?q=voedselbos")
    review = moderate_text.report(noun="initiatief", code=code, **WHY, at=cast.tick()).review
    moderate_text.decide(by=yara, review=review, outcome="hide", **WHY, at=cast.tick())
    post(cast)
    here = f"/initiatief/{code}/"
    pages = ["/", "/initiatieven/", here, f"{here}verslag/", "/gebied/WK015014/", "/gebied/WK015014/logboek/"]
    for url in pages:
        answer = client.get(url, follow=True)
        assert "Voedselbos" not in answer.content.decode().replace("Een voedselbos", ""), url
    for url in ("/api/v1/initiatieven", "/api/v1/initiatieven?q=voedselbos", f"/api/v1/initiatieven/{code}"):
        assert "Voedselbos" not in client.get(url).content.decode(), url
    found = page(client, "/initiatieven/?q=voedselbos")
    assert f"/initiatief/{code}/" not in found
    for person in (cast.samira, cast.yara):
        assert "Voedselbos" not in " ".join(heard(person))
    shown = page(walk_in(cast.marijke), here)
    assert "Lees waarom" in shown
    assert "Voedselbos Lettele" in page(walk_in(cast.marijke), f"/moderatie/{review.public_id}/")
    assert walk_in(cast.gerrit).get(f"/moderatie/{review.public_id}/").status_code == 403


def test_a_moderator_works_through_the_queue_and_the_writer_appeals(cast: Cast) -> None:
    moderator(cast, cast.yara), moderator(cast, cast.bas)
    news = news_of(cast)
    review = moderate_text.report(noun="nieuws", code=f"{news.pk}", **WHY, at=cast.tick()).review
    here = f"/moderatie/{review.public_id}/"
    yara, bas, marijke = walk_in(cast.yara), walk_in(cast.bas), walk_in(cast.marijke)
    assert here in page(yara, "/moderatie/")
    assert "is-telaat" in page(yara, "/moderatie/")  # the term of the story is long ago
    assert here not in page(marijke, "/moderatie/")  # nothing was decided
    assert send(yara, f"{here}besluit/", outcome="hide", rule="privacy", reason="") == 422
    assert send(yara, f"{here}besluit/", outcome="pause", days="", **WHY) == 422
    assert send(yara, f"{here}besluit/", outcome="hide", **WHY) == 302
    assert send(bas, f"{here}besluit/", outcome="keep", **WHY) == 409
    assert "telefoonnummer" in page(marijke, here)
    assert send(marijke, f"{here}bezwaar/", text=" ") == 422
    Review.objects.get().decisions.update(at=clock.now())
    assert send(marijke, f"{here}bezwaar/", text="Henk zei ja.") == 302
    assert "Henk zei ja." in page(bas, here)
    assert send(bas, f"{here}oordeel/", outcome="keep", rule="privacy", reason=" ") == 422
    assert send(bas, f"{here}oordeel/", outcome="keep", **WHY) == 302
    news.refresh_from_db()
    assert news.text == "Bel Henk: 06 123."
    shown = page(walk_in(None), "/spelregels/")
    assert "Na bezwaar teruggezet" in shown


def test_a_pause_is_shown_with_its_reason(cast: Cast) -> None:
    yara, news = moderator(cast, cast.yara), news_of(cast)
    review = moderate_text.report(noun="nieuws", code=f"{news.pk}", **WHY, at=clock.now()).review
    moderate_text.decide(by=yara, review=review, outcome="pause", days=5, **WHY, at=clock.now())
    post(cast)
    assert "Je hebt pauze tot" in page(walk_in(cast.marijke), "/moderatie/")
    assert "5 dagen" in told(cast.marijke).text
    answer = walk_in(cast.marijke).post(
        f"/initiatief/{news.initiative.public_id}/nieuws/", {"text": "Nog een lang bericht van mij."}
    )
    assert answer.status_code == 409
    assert "Nog een lang bericht van mij." in answer.content.decode()
    news.refresh_from_db()
    assert news.text == HIDDEN


def test_everything_of_a_person_is_hidden_from_a_review(cast: Cast) -> None:
    moderator(cast, cast.yara)
    news = news_of(cast)
    review = moderate_text.report(noun="nieuws", code=f"{news.pk}", **WHY, at=cast.tick()).review
    yara, url = walk_in(cast.yara), f"/moderatie/opruimen/{review.public_id}/"
    assert url in page(yara, f"/moderatie/{review.public_id}/")
    assert send(yara, url, **WHY) == 422
    answer = yara.post(url, WHY | {"days": 3})
    assert answer.status_code == 302
    assert "Zet de teksten terug" in page(yara, answer.url)
    assert send(yara, f"{answer.url}terug/") == 302
    assert "Teruggedraaid" in page(yara, answer.url)
    assert send(yara, f"{answer.url}terug/") == 409


def test_a_text_that_does_not_exist_cannot_be_reported(db: None, client: Client) -> None:
    for url in ("/melden/nieuws/x/", "/melden/onzin/1/", "/melden/nieuws/99999999999999999999/"):
        assert client.get(url).status_code == 404


def test_a_broken_place_in_the_queue_is_refused(cast: Cast) -> None:
    moderator(cast, cast.yara)
    assert walk_in(cast.yara).get("/moderatie/?na=onzin").status_code == 400
    assert walk_in(cast.yara).get("/moderatie/?na=2026-01-01.5").status_code == 200
