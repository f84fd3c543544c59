"""A scan at the doors: started, walked, read by three halves, fixed, measured again; wrong and hidden."""

from __future__ import annotations

from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.models import Effect, Scan
from tests.cast import Cast, submitted
from tests.domain.baseline.playing import QUESTION, figures, fixed, repeated
from tests.web.at_the_door import page, send, walk_in

START = "/gebied/WK015014/scan/nieuw/"


def test_from_a_question_to_frozen_figures(cast: Cast) -> None:
    figures(cast.tick())
    marijke, bas, ilse = (walk_in(one) for one in (cast.marijke, cast.bas, cast.ilse))
    assert "Nog geen scan" in page(walk_in(None), "/gebied/WK015014/scan/")
    assert send(marijke, START, question="", keys="inhabitants") == 422
    assert send(marijke, START, question=QUESTION, keys="bestaatniet") == 422
    assert send(marijke, START, question=QUESTION, keys=["inhabitants", "livability_class"]) == 302
    there = f"/scan/{Scan.objects.get().public_id}/"
    shown = page(marijke, there)
    assert "1.010" in shown
    assert "Het is een signaal, geen oordeel." in shown
    assert send(marijke, there + "eigen/", **{"eigen-word": "Fietsen", "eigen-value": "veel"}) == 422
    own = {"eigen-word": "Fietsen", "eigen-value": "12,5", "eigen-people": "4", "eigen-source": "geteld"}
    assert send(marijke, there + "eigen/", **own) == 302
    assert "minder dan 10 mensen" in page(marijke, there)
    assert send(marijke, there + "kiezen/", **{"kies-keys": "inhabitants"}) == 302
    assert send(marijke, there + "stap/dansen/") == 404
    assert send(bas, there + "stap/lopen/") == 403
    assert send(marijke, there + "stap/lopen/") == 302
    assert send(marijke, there + "stap/lopen/") == 409
    asked = bas.post(there + "waarneming/", {"zag-text": "Er moet een bankje komen."})
    assert asked.status_code == 422
    assert "Dit lijkt een oplossing" in asked.content.decode()
    assert send(bas, there + "waarneming/", **{"zag-text": "Bel 06-12345678 <b>"}) == 302
    seen = page(walk_in(None), there)
    assert "06-12345678" not in seen
    assert "<b> " not in seen
    assert send(marijke, there + "stap/lezen/") == 302
    assert "Er is nog niets van: bewoners, overheid en ondernemers" in page(marijke, there)
    for client in (marijke, bas, ilse):
        assert send(client, there + "herkennen/", **{"lees-view": "yes", "lees-experience": "Klopt."}) == 302
    assert send(ilse, there + "oplossing/", **{"plan-text": "We kunnen een bankje zetten."}) == 302
    assert send(marijke, there + "stap/vaststellen/") == 302
    assert "De controle klopt: er is niets veranderd." in page(walk_in(None), there)
    told = walk_in(None).get(there + "cijfers.csv")
    assert told.content == Scan.objects.get().frozen.encode("utf-8-sig")
    assert "12,5" not in told.content.decode()
    row = walk_in(None).get("/api/v1/scans?gebied=WK015014").json()["scans"][0]
    assert (row["vraag"], row["controlegetal"]) == (QUESTION, Scan.objects.get().checksum)
    assert send(marijke, there + "herhalen/") == 302
    assert send(marijke, there + "herhalen/") == 409
    assert "Opnieuw gemeten" in page(walk_in(None), there)
    baseline.hide_scan(code=row["id"], words="Deze tekst is verborgen.", by=None, at=cast.tick())
    assert walk_in(None).get(there + "cijfers.csv").status_code == 404
    assert QUESTION not in page(walk_in(None), there)


def test_a_repeat_shows_differences_and_who_helped(cast: Cast) -> None:
    initiative = submitted(cast)
    walk = baseline.begin_walk(by=cast.marijke, scan=repeated(cast), at=cast.tick())
    again = fixed(cast, walk)
    marijke, there = walk_in(cast.marijke), f"/scan/{again.public_id}/"
    shown = page(marijke, there)
    for words in ("+30", "−0,3 km", "gelijk", "Hielp jouw initiatief?"):
        assert words in shown
    chosen = {"hielp-initiative": initiative.public_id, "hielp-figure": "distance_gp"}
    assert send(marijke, there + "hielp/", **chosen) == 302
    assert initiative.title in page(walk_in(None), there)
    assert walk_in(None).get("/scan/bestaatniet/").status_code == 404


def test_an_initiative_shows_what_it_changes(cast: Cast) -> None:
    code = submitted(cast).public_id
    marijke, there = walk_in(cast.marijke), f"/initiatief/{code}/effect/"
    begin = {"word": "Bezoekers", "start": "10,5", "start_on": cast.day(-9).isoformat(), "target": "40"}
    assert send(marijke, there + "nieuw/", **{**begin, "start": "veel"}) == 422
    assert send(marijke, there + "nieuw/", **{**begin, "start_on": cast.day(9000).isoformat()}) == 422
    assert send(marijke, there + "nieuw/", **begin) == 302
    one = Effect.objects.get()
    meet = f"/effect/{one.public_id}/meten/"
    assert send(marijke, meet, **{"m1-value": "12", "m1-value_on": cast.day(-20).isoformat()}) == 422
    assert send(marijke, meet, **{"m1-value": "12", "m1-value_on": cast.today.isoformat()}) == 302
    shown = page(walk_in(None), there)
    assert all(words in shown for words in ("10,5", "12", "40"))
    assert there in page(walk_in(None), f"/initiatief/{code}/")
    assert walk_in(None).get(f"/effect/{one.public_id}/").headers["Location"] == f"{there}#effect-1"
