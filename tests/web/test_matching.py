"""Needs and offers in the browser: placing, meeting, agreeing; neighbours; searching; the network."""

from __future__ import annotations

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.matching import services
from middenstip.domain.matching.models import Introduction, Listing
from middenstip.domain.matching.selectors import suggestions_for
from middenstip.kernel import clock
from middenstip.kernel.hidden import HIDDEN
from tests.cast import Cast, submitted
from tests.domain.matching.playing import place
from tests.notices.ears import post
from tests.web.at_the_door import page, send, walk_in

FORM = {"sort": "goods", "area": "WK015014"}


def test_a_need_is_placed_and_an_offer_meets_it(cast: Cast) -> None:
    marijke, gerrit, visitor = walk_in(cast.marijke), walk_in(cast.gerrit), walk_in(None)
    day = (clock.today().replace(day=1)).replace(year=clock.today().year + 1).isoformat()
    assert "Er staat nog niets" in page(visitor, "/vraag-en-aanbod/")
    assert send(marijke, "/vraag-en-aanbod/nieuw/", **FORM, title="", until_on=day) == 422
    assert (
        send(marijke, "/vraag-en-aanbod/nieuw/", **FORM | {"area": "WK999999"}, title="Ladder", until_on=day)
        == 422
    )
    assert (
        send(marijke, "/vraag-en-aanbod/nieuw/", **FORM, title="Ladder gezocht", size="1", until_on=day)
        == 302
    )
    need = Listing.objects.get()
    url = f"/vraag-en-aanbod/{need.public_id}/"
    shown = page(visitor, "/vraag-en-aanbod/?wat=vraag&soort=spullen&gebied=wk015014&maat=1&helft=bewoners")
    assert "Ladder gezocht" in shown
    assert "Hier past nu niets bij" in page(visitor, "/vraag-en-aanbod/?wat=plek")
    asset = {"asset": "people", "claim": "can", "title": "Ik kan snoeien"}
    assert send(gerrit, "/vraag-en-aanbod/nieuw/?wat=people", **FORM, **asset, until_on=day) == 302
    shown = page(visitor, "/vraag-en-aanbod/?wat=buurt")
    assert "Ik kan snoeien" in shown
    assert "Ladder" not in shown
    assert "kan wel" in page(visitor, f"/vraag-en-aanbod/{Listing.objects.latest('pk').public_id}/")
    assert "Kost je bijna geen tijd" in page(visitor, "/vraag-en-aanbod/")
    assert visitor.get("/vraag-en-aanbod/?na=x").status_code == 400
    assert send(marijke, f"{url}aanpassen/", **FORM, title="Lange ladder gezocht", until_on=day) == 302
    assert "Kun je helpen?" in page(gerrit, url)
    assert send(gerrit, f"{url}reageren/", text="Ik heb er een. Bel 06-12345678.") == 302
    one = Introduction.objects.get()
    meeting = f"/kennismaking/{one.public_id}/"
    shown = page(marijke, meeting)
    assert "Wil je kennismaken?" in shown
    assert "06-12345678" not in shown
    assert "Gerrit Nijland" not in shown
    assert send(marijke, f"{meeting}ja/") == 302
    assert "Gerrit Nijland" in page(marijke, meeting)
    assert send(gerrit, f"{meeting}schrijven/", text="Zaterdag?") == 302
    assert "Zaterdag?" in page(marijke, meeting)
    assert send(gerrit, f"{meeting}afspreken/", deal="Ik breng hem.", due_on=day) == 302
    assert send(marijke, f"{meeting}gedaan/", thanks="Dank je!", hours="1") == 302
    assert "Dank je!" in page(gerrit, meeting)
    assert "Lange ladder gezocht" in page(marijke, "/vraag-en-aanbod/mijn/")
    tribune = page(visitor, "/gebied/WK015014/")
    assert "Waarde in de buurt gehouden" in tribune
    assert walk_in(cast.bas).get(meeting).status_code == 403


def test_a_suggestion_says_why_and_takes_an_answer(cast: Cast) -> None:
    place(cast, cast.marijke, "Aanhanger gezocht", theme="verkeer", area="WK015014")
    place(cast, cast.gerrit, "Aanhanger te leen", is_offer=True, theme="verkeer", size=2)
    post(cast)
    marijke = walk_in(cast.marijke)
    shown = page(marijke, "/vraag-en-aanbod/voor-jou/")
    assert "jullie schrijven allebei: “Aanhanger”" in shown
    assert "het gaat allebei over verkeer" in shown
    assert "het is in hetzelfde gebied: Lettele" in shown
    (one,) = suggestions_for(cast.marijke.person_id, cast.today)
    assert send(marijke, f"/vraag-en-aanbod/voor-jou/{one.public_id}/", answer="never") == 302
    assert "Nu even niets" in page(marijke, "/vraag-en-aanbod/voor-jou/")


def test_neighbours_while_writing_and_searching_everything(cast: Cast) -> None:
    submitted(cast, "Bijenhotel bij de school")
    offer = place(cast, cast.gerrit, "Bijenhotel over", is_offer=True, text="Bijna nieuw.")
    post(cast)
    visitor = walk_in(None)
    part = page(visitor, "/lijkt-op/?tekst=Een+bijenhotel+maken")
    assert "<html" not in part
    assert "<mark>Bijenhotel</mark> over" in part
    assert "</mark> bij de school" in part
    assert visitor.get("/lijkt-op/?tekst=x").content.strip() == b""
    whole = visitor.post("/lijkt-op/", {"title": "bijenhotel", "text": "x" * 20_000}).content.decode()
    assert "<html" in whole
    assert "</mark> over" in whole
    assert "Jij bent de eerste" in visitor.post("/lijkt-op/", {"title": "zeilboot"}).content.decode()
    assert "data-lijktop" in page(visitor, "/initiatieven/nieuw/")
    shown = page(visitor, "/zoeken/?q=bijenhotle&soort=offer&gebied=WK015014&helft=bewoners")
    assert "<mark>" in page(visitor, "/zoeken/?q=bijenhotel")
    assert "Bijenhotel" in shown
    assert "bij de school" not in shown
    assert "Niets gevonden" in page(visitor, "/zoeken/?q=zeilboot")
    assert "eerste 100 tekens" in page(visitor, f"/zoeken/?q={'x' * 120}")
    services.hide_listing(code=offer.public_id, words=HIDDEN, by=None, at=cast.tick())
    assert "Bijna nieuw" not in page(visitor, "/zoeken/?q=bijenhotel")


def test_the_network_is_a_drawing_and_a_list(cast: Cast) -> None:
    visitor = walk_in(None)
    assert "nog geen initiatieven" in page(visitor, "/gebied/WK015014/netwerk/")
    initiative = submitted(cast)
    told = {"brings": "Planten.", "gets": "", "fears": "", "has_read": True}
    partner = initiatives.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())
    initiatives.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    shown = page(visitor, "/gebied/WK015014/netwerk/")
    assert shown.count("Kwekerij De Esch") == 2
    assert shown.count(THEME_WORDS["natuur-en-milieu"]) == 2
    assert "<svg" in shown
    assert "Marijke" not in shown
    assert visitor.get("/gebied/WK999999/netwerk/").status_code == 404
