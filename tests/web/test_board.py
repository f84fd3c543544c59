"""The bestuur at the doors: asked, accepted, committed, asked again, and visits."""

from __future__ import annotations

from middenstip.domain.goals import tasks
from middenstip.domain.goals.models import Portfolio, Visit
from middenstip.domain.parties.models import Organisation
from middenstip.journeys import hand_over_seat
from middenstip.kernel import clock
from tests.cast import Cast, person, seat_of, stops, table
from tests.domain.goals.test_board import STAND, again, holds, names, says
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, send, walk_in


def test_from_the_question_to_a_public_commitment(cast: Cast) -> None:
    with clock.frozen(cast.at):
        goal = table(cast)
        there = f"/opgave/{goal.public_id}/"
        board = there + "bestuur/"
        ilse, samira, marijke = (walk_in(one) for one in (cast.ilse, cast.samira, cast.marijke))
        assert "nog geen portefeuillehouder" in page(marijke, there)
        assert "Het bestuur" not in page(walk_in(None), there)
        assert "Vraag deze portefeuillehouder" in page(ilse, board)
        assert "Vraag deze portefeuillehouder" not in page(marijke, board)
        assert send(ilse, board + "vragen/", seat="") == 422
        assert send(marijke, board + "vragen/", seat=cast.samira.seat_public_id) == 403
        assert send(ilse, board + "vragen/", seat=cast.samira.seat_public_id) == 302
        one = Portfolio.objects.get()
        here = f"{board}{one.public_id}/"
        assert "Ja, dat ben ik" in page(samira, board)
        assert send(samira, here, answer="nee", why="") == 422
        assert send(ilse, here, answer="ja") == 403
        assert send(samira, here, answer="ja") == 302
        assert send(samira, here, answer="ja") == 409
        assert send(samira, here, answer="nee", why="Toch niet.") == 409
        assert send(samira, here + "toezegging/", answer="ja", text=" ") == 422
        assert send(samira, here + "toezegging/", answer="ja", text=STAND) == 302
        assert STAND in page(walk_in(None), there)
        assert send(samira, here + "toezegging/", answer="mits", text="Als het kan.") == 302
        assert "Wat hier eerder gezegd is" in page(walk_in(None), board)
        assert send(ilse, board + "vragen/", seat=cast.ilse.seat_public_id) == 409
        assert send(ilse, here + "loslaten/") == 302
        assert "Als het kan." in page(walk_in(None), there)
        assert walk_in(None).get(f"{board}bestaatniet/").status_code == 405
        assert send(samira, f"{board}bestaatniet/toezegging/") == 404


def test_another_is_the_portefeuillehouder(cast: Cast) -> None:
    with clock.frozen(cast.at):
        goal = table(cast)
        one = names(cast, goal)
        here = f"/opgave/{goal.public_id}/bestuur/{one.public_id}/"
        assert send(walk_in(cast.samira), here, answer="nee", why="Dat is wonen.") == 302
    post(cast)
    assert "Een ander is de portefeuillehouder: Een voedselbos voor Lettele" in heard(cast.ilse)


def test_visits_are_written_down_and_confirmed(cast: Cast) -> None:
    with clock.frozen(cast.at):
        goal = table(cast)
        one = holds(cast, goal)
        board = f"/opgave/{goal.public_id}/bestuur/"
        marijke, today = walk_in(cast.marijke), cast.today.isoformat()
        told = {"who": one.public_id, "on": today, "note": "Ze keek mee."}
        assert send(walk_in(cast.tarik), board + "bezoek/", **told) == 403
        assert send(marijke, board + "bezoek/", **{**told, "on": cast.day(2).isoformat()}) == 422
        assert send(marijke, board + "bezoek/", **told) == 302
        assert send(marijke, board + "bezoek/", **told) == 422
        visit = Visit.objects.get()
        assert "Ze keek mee." in page(walk_in(None), f"/opgave/{goal.public_id}/")
        assert "Ja, dit klopt" in page(walk_in(cast.samira), board)
        assert "Ja, dit klopt" not in page(marijke, board)
        see = f"{board}bezoek/{visit.public_id}/"
        assert send(walk_in(cast.bas), see, answer="ja") == 403
        assert send(walk_in(cast.samira), see, answer="ja") == 302
        assert send(walk_in(cast.samira), see, answer="nee") == 409
        assert "bevestigd" in page(walk_in(None), board)
        party = Organisation.objects.get(name="gemeente Deventer").public_id
        assert "Het bestuur bij opgaven" in page(walk_in(None), f"/partij/{party}/")
        own = send(walk_in(cast.samira), board + "bezoek/", **{**told, "on": cast.day(0).isoformat()})
        assert own == 422
        Visit.objects.all().delete()
        assert send(walk_in(cast.samira), board + "bezoek/", **told) == 302
        assert "schreef de portefeuillehouder op" in page(walk_in(None), board)
        again_ = f"{board}bezoek/{Visit.objects.get().public_id}/"
        assert send(walk_in(cast.bas), again_, answer="nee") == 302
        assert "Nog geen bezoek opgeschreven." in page(walk_in(None), board)
        stops(cast, again(goal))
        assert "Schrijf een bezoek op" not in page(marijke, board)


def test_the_successor_is_asked_and_everybody_hears_it(cast: Cast) -> None:
    goal = table(cast)
    says(cast, holds(cast, goal))
    post(cast)
    assert "Het bestuur zegt: ja" in heard(cast.marijke)
    hand_over_seat.stand_up(person=person(cast.samira), seat=seat_of(cast.samira), at=cast.tick())
    post(cast)
    assert "De portefeuillehouder ging weg: Een voedselbos voor Lettele" in heard(cast.bas)
    with clock.frozen(cast.at):
        shown = page(walk_in(None), f"/opgave/{goal.public_id}/")
        assert STAND in shown
        assert "De opvolger zegt of de toezegging nog staat" in shown
    tasks.look_over(cast.tick(days=40))
    with clock.frozen(cast.at):
        assert "te laat" in page(walk_in(None), f"/opgave/{goal.public_id}/bestuur/")
