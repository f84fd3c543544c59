"""A movement in the browser: proposed with reasons, answered, read as one story, changed and left."""

from __future__ import annotations

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Update
from middenstip.domain.matching import services
from middenstip.domain.matching.models import Movement, Suggestion
from middenstip.domain.matching.selectors.movements import movement_by_id
from middenstip.domain.matching.tasks import mend_words
from middenstip.domain.rooms import SEARCHED
from middenstip.kernel.hidden import HIDDEN
from tests.cast import Cast
from tests.domain.matching.test_movements import begun
from tests.notices.ears import post
from tests.web.at_the_door import page, send, walk_in

WORDS = {"title": "Eetbaar Lettele", "aim": "Overal groeit iets te eten."}


def test_three_initiatives_become_one_story(cast: Cast) -> None:
    marijke, bas, gerrit = walk_in(cast.marijke), walk_in(cast.bas), walk_in(cast.gerrit)
    visitor = walk_in(None)
    assert "nog geen initiatief dat loopt" in page(marijke, "/beweging/nieuw/")
    own = begun(cast, cast.marijke, "Voedselbos | Lettele", "Fruit en noten plukken.")
    orchard = begun(cast, cast.bas, "Plukfruit langs het pad", "Fruit en noten voor iedereen.")
    garden = begun(cast, cast.gerrit, "Kruidentuin", "Kruiden.")
    post(cast)
    mine = f"/initiatief/{own.public_id}/"
    assert "Begin een beweging" in page(marijke, mine)
    assert "Begin een beweging" not in page(bas, mine)
    new = f"/beweging/nieuw/?initiatief={own.public_id}"
    shown = page(marijke, new)
    assert "Plukfruit langs het pad" in shown
    assert "jullie schrijven allebei:" in shown
    assert "Kruidentuin" in page(marijke, f"{new}&met={garden.public_id}")
    assert send(marijke, new, **WORDS) == 422
    assert send(marijke, new, **WORDS, other="zoiets") == 422
    assert send(marijke, new, aim="", others=[orchard.public_id]) == 422
    assert bas.get(new).status_code == 403
    assert send(marijke, new, **WORDS, others=[orchard.public_id]) == 302
    code = Movement.objects.get().public_id
    url = f"/beweging/{code}/"
    assert visitor.get(url).status_code == 404
    assert "wacht op antwoord" in page(bas, f"/initiatief/{orchard.public_id}/")
    assert "Deel van een beweging" not in page(visitor, f"/initiatief/{orchard.public_id}/")
    assert "Gevraagd, nog geen antwoord" in page(marijke, url)
    assert "Ja, wij doen mee" in page(bas, url)
    assert send(bas, f"{url}{orchard.public_id}/antwoord/", answer="yes") == 302
    asked = f"https://middenstip.nl/initiatief/{garden.public_id}/"
    assert "Vraag er een initiatief bij" in page(bas, f"{url}vragen/")
    assert send(bas, f"{url}vragen/", other="x") == 422
    assert send(bas, f"{url}vragen/", other=asked) == 302
    assert send(bas, f"{url}vragen/", other=garden.public_id) == 409
    assert send(gerrit, f"{url}{garden.public_id}/antwoord/", answer="no") == 302
    assert "Ook deze kant op?" in page(gerrit, url)
    assert send(gerrit, f"{url}{garden.public_id}/meedoen/") == 302
    assert "geeft antwoord" in page(gerrit, url)
    assert "Ja, welkom" in page(bas, url)
    assert send(bas, f"{url}{garden.public_id}/toelaten/", answer="yes") == 302
    news = {"text": "De eerste bomen staan.", "at": cast.tick()}
    initiatives.tell_news(by=cast.marijke, initiative=own, **news)
    told = page(visitor, url)
    assert "<b>3</b> initiatieven" in told
    assert told.index("De eerste bomen staan.") < told.index("Zo begon het: Fruit en noten plukken.")
    assert "Eetbaar Lettele" in page(visitor, mine)
    assert "Eetbaar Lettele" in page(visitor, "/gebied/WK015014/")
    assert send(gerrit, f"{url}aanpassen/", title="", aim="Samen.") == 422
    assert send(gerrit, f"{url}aanpassen/", title="Eetbaar dorp", aim="Samen.", text="Zo.") == 302
    assert "Eetbaar dorp" in page(gerrit, f"{url}aanpassen/")
    mend_words(SEARCHED)
    assert "Eetbaar</mark> dorp" in page(visitor, "/zoeken/?q=eetbaar&soort=beweging")
    assert send(gerrit, f"{url}{garden.public_id}/eruit/") == 302
    assert "<b>2</b> initiatieven" in page(visitor, url)
    Update.objects.update(hidden={})
    assert "De eerste bomen staan." not in page(visitor, url)
    services.hide_movement(code=code, words=HIDDEN, by=None, at=cast.tick())
    hidden = page(visitor, url)
    assert "Eetbaar dorp" not in hidden
    assert HIDDEN in hidden
    movement = movement_by_id(code)
    assert movement
    services.leave_movement(by=cast.bas, movement=movement, initiative=orchard, at=cast.tick())
    services.leave_movement(by=cast.marijke, movement=movement, initiative=own, at=cast.tick())
    assert "Er zit nu geen initiatief meer in." in page(visitor, url)


def test_a_suggestion_of_an_initiative_can_become_a_movement(cast: Cast) -> None:
    own = begun(cast, cast.marijke, "Voedselbos Lettele")
    other = begun(cast, cast.bas, "Plukfruit langs het pad")
    Suggestion(
        person_id=cast.marijke.person_id, pair="x", own_initiative=own, initiative=other, made_at=cast.at
    ).store()
    way = f"/beweging/nieuw/?initiatief={own.public_id}&amp;met={other.public_id}"
    assert way in page(walk_in(cast.marijke), "/vraag-en-aanbod/voor-jou/")
