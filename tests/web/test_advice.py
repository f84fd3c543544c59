"""Advice at the doors: asked, given, answered, withdrawn; empty, wrong, twice, hidden and gone."""

from __future__ import annotations

from middenstip.domain.advice import services, tasks
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.parties.models import Organisation
from middenstip.kernel import clock
from tests.cast import Cast, shared, submitted
from tests.domain.advice.test_advice import TEXTS, answers, asks, closes, gives
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, send, walk_in

HARD = "<script>alert(1)</script> 🌳 bel 06-12345678"


def test_an_organisation_asks_and_a_resident_advises(cast: Cast) -> None:
    with clock.frozen(cast.at):
        idea = submitted(cast)
        ilse, marijke = walk_in(cast.ilse), walk_in(cast.marijke)
        ask = f"/adviezen/vragen/?initiatief={idea.public_id}"
        assert "Voedselbos Lettele" in page(ilse, ask)
        assert "wijk" not in ilse.get(ask).context["form"].fields
        day = cast.day(7).isoformat()
        assert send(ilse, ask, **{**TEXTS, "question": "", "closes_on": day}) == 422
        assert send(ilse, ask, **{**TEXTS, "closes_on": cast.today.isoformat()}) == 422
        assert send(ilse, ask, **{**TEXTS, "closes_on": day, "key": "een"}) == 302
    with clock.frozen(cast.tick()):
        assert send(ilse, ask, **{**TEXTS, "closes_on": day, "key": "een"}) == 302  # sent twice
        one = AdviceRequest.objects.get()
        assert (one.initiative, one.area) == (idea, idea.area)
        there = f"/advies/{one.public_id}/"
        assert TEXTS["question"] in page(walk_in(None), "/adviezen/")
        assert there in page(walk_in(None), f"/initiatief/{idea.public_id}/")
        assert there in page(walk_in(None), "/gebied/WK015014/")
        assert "Zeg eerst wie je bent" in page(walk_in(None), there)
        assert send(marijke, there + "geven/", text=" ") == 422
        assert send(marijke, there + "geven/", text=HARD, because="Ik fiets er.") == 302
        assert send(marijke, there + "geven/", text="Nog iets.") == 409
        assert send(walk_in(cast.bas), there + "geven/", text="Hier.") == 403
        shown = page(walk_in(None), there)
        assert "<script>alert" not in shown
        assert "06-12345678" not in shown
        assert "Marijke Wolterink" in shown
        advice = Advice.objects.get()
        given = f"/gegeven-advies/{advice.public_id}/"
        assert send(ilse, given + "antwoord/", answer="not", text="") == 422
        assert send(ilse, given + "antwoord/", answer="nooit", text="Nee.") == 422
        assert send(walk_in(cast.samira), given + "antwoord/", answer="adopted") == 403
        assert send(ilse, given + "antwoord/", answer="not", text="Die weg is te smal.") == 302
        assert send(ilse, given + "antwoord/", answer="adopted", text="") == 409
        assert "Die weg is te smal." in page(walk_in(None), there)
        told = walk_in(None).get(f"/api/v1/adviezen/{one.public_id}").json()
        assert [(row["antwoord"], row["opTijd"]) for row in told["gegeven"]] == [("niet", True)]
        assert "Marijke" not in str(told)
        assert send(ilse, there + "intrekken/") == 403
        assert send(walk_in(cast.gerrit), given + "intrekken/") == 403
        assert send(marijke, given + "intrekken/") == 302
        assert "Die weg is te smal." not in page(walk_in(None), there)
        assert send(ilse, there + "intrekken/") == 302
        assert "trok deze vraag in" in page(walk_in(None), there)
        assert walk_in(None).get(f"/api/v1/adviezen/{one.public_id}").status_code == 404
        assert walk_in(None).get("/advies/bestaatniet/").status_code == 404
        assert walk_in(None).get("/adviezen/vragen/?opgave=bestaatniet").status_code == 302
        assert ilse.get("/adviezen/vragen/?opgave=bestaatniet").status_code == 404
        assert send(walk_in(cast.marijke), "/adviezen/vragen/", **TEXTS) == 403


def test_lists_say_where_it_stands(cast: Cast) -> None:
    with clock.frozen(cast.at):
        assert "Hier vraagt nu niemand om advies" in page(walk_in(None), "/adviezen/?stand=klaar")
        one = asks(cast)
        gives(cast, cast.marijke, one)
        assert "1 wacht op antwoord" in page(walk_in(None), "/adviezen/?stand=open&gebied=WK015014")
        assert walk_in(None).get("/adviezen/?stand=x&gebied=y").status_code == 200
        assert walk_in(None).get("/adviezen/?na=onzin").status_code == 400
    closes(cast, 40)
    party = Organisation.objects.get(name="gemeente Deventer").public_id
    with clock.frozen(cast.at):
        assert "antwoord is te laat" in page(walk_in(None), "/adviezen/?stand=wacht")
        shown = page(walk_in(None), f"/partij/{party}/")
        assert "Hier is het antwoord te laat" in shown
        answers(cast, Advice.objects.get(), "partly", "De helft.")
        assert "te laat" in page(walk_in(None), f"/advies/{one.public_id}/")
        assert "Hier is het antwoord te laat" not in page(walk_in(None), f"/partij/{party}/")
        listed = walk_in(None).get("/api/v1/adviezen?gebied=WK015014&status=klaar").json()["adviezen"]
        assert [row["zonderAntwoord"] for row in listed] == [0]


def test_a_hidden_request_shows_no_words_and_takes_no_advice(cast: Cast) -> None:
    with clock.frozen(cast.at):
        one = asks(cast)
        words = "Deze tekst is verborgen."
        services.hide_request(code=one.public_id, words=words, by=None, at=cast.tick())
        shown = page(walk_in(cast.marijke), f"/advies/{one.public_id}/")
        assert TEXTS["context"] not in shown
        assert "Geef dit advies" not in shown
        assert one.public_id not in page(walk_in(None), "/adviezen/")
        assert walk_in(None).get(f"/api/v1/adviezen/{one.public_id}").status_code == 404


def test_at_the_table_the_government_asks_about_the_goal(cast: Cast) -> None:
    with clock.frozen(cast.at):
        goal = shared(cast)
        there = f"/opgave/{goal.public_id}/"
        assert f"/adviezen/vragen/?opgave={goal.public_id}" in page(walk_in(cast.ilse), there)
        assert "/adviezen/vragen/" not in page(walk_in(cast.marijke), there)
        one = asks(cast, goal=goal)
        assert f"/advies/{one.public_id}/" in page(walk_in(None), there)


def test_who_hears_what(cast: Cast) -> None:
    one = asks(cast)
    advice = gives(cast, cast.marijke, one)
    post(cast)
    assert f"Er is advies: {TEXTS['question']}" in heard(cast.ilse)
    closes(cast)
    post(cast)
    assert f"Nu is het aan jullie: {TEXTS['question']}" in heard(cast.ilse)
    tasks.look_over(cast.tick(days=30))
    post(cast)
    assert f"Jullie antwoord is te laat: {TEXTS['question']}" in heard(cast.ilse)
    answers(cast, advice)
    post(cast)
    assert "Antwoord op je advies: overgenomen" in heard(cast.marijke)
