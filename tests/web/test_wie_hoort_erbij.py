"""Wie hoort erbij: everyone reads the picture and the list, the initiator writes them."""

from __future__ import annotations

from xml.etree import ElementTree

from middenstip.domain.gatherings.models import ProcessInvite
from middenstip.domain.initiatives import services
from middenstip.domain.initiatives.models import Initiative, Partner, PartyAround
from middenstip.domain.reports.selectors.around import around, empty_halves
from middenstip.journeys import ask_institution
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.web.shared.around import around_svg, dot_svg
from tests.cast import Cast, draft, seat_of, shared, submitted
from tests.journeys.test_follow_up_gathering import announces
from tests.web.at_the_door import page, send, walk_in

CLUB = {"name": "IJsclub", "half": "bewoners", "found": "Ze zijn er elke winter.", "reached": "Langs geweest"}


def unticked(cast: Cast) -> str:
    """The page of an initiative without partners; its address."""
    initiative = submitted(cast)
    initiative.shares_reins_at = None
    initiative.store("shares_reins_at")
    return f"/initiatief/{initiative.public_id}/wie-hoort-erbij/"


def test_everyone_sees_who_belongs_to_it_and_which_halves_are_missing(cast: Cast) -> None:
    url = unticked(cast)
    marijke = walk_in(cast.marijke)
    assert "een stuk regie" in page(marijke, url)
    assert send(marijke, f"{url}erbij/", **CLUB) == 422
    assert send(marijke, f"{url}erbij/", name="IJsclub", half="derden") == 422
    assert send(marijke, f"{url}erbij/", **CLUB, shares_reins="on") == 302
    assert "een stuk regie" not in page(marijke, url)
    for reader in (None, cast.bas, cast.marijke):
        read = page(walk_in(reader), url)
        for words in ("IJsclub", "Ze zijn er elke winter.", "Langs geweest", "Hoort erbij", "nog niemand"):
            assert words in read
        assert "Hier zit nog een gat: overheid en ondernemers." in read
        assert ("Zet een partij erbij" in read) == (reader == cast.marijke)
    club = f"{url}{PartyAround.objects.get().public_id}/"
    told = {"half": "bewoners", "state": "refuses"}
    assert "Wil niet, want" in page(marijke, club)
    assert send(marijke, club, **told) == 422
    assert send(marijke, club, half="bewoners") == 422
    assert send(marijke, club, **told, why_not="Geen tijd.") == 302
    assert "Geen tijd." in page(walk_in(None), url)
    assert send(walk_in(cast.bas), f"{club}weg/") == 403
    assert send(marijke, f"{club}weg/") == 302
    assert "IJsclub" not in page(walk_in(None), url)
    assert send(marijke, club, **told) == 404


def test_who_takes_part_appears_by_itself_and_once(cast: Cast) -> None:
    goal = shared(cast)
    initiative = goal.initiative
    assert initiative
    organisation = seat_of(cast.ilse).side
    assert organisation
    services.add_party(
        by=cast.marijke,
        initiative=initiative,
        organisation=organisation.organisation,
        name="",
        half="",
        words={"found": "Ze beheren de grond."},
        at=cast.tick(),
    )
    found = {one.name: one for one in around(Initiative.objects.get(pk=initiative.pk))}
    ilse = found[organisation.organisation.name]
    assert (ilse.state, ilse.half, ilse.ways) == ("joins", "overheid", ("all_tables",))
    assert ilse.written
    assert ilse.written.found == "Ze beheren de grond."
    began = found[seat_of(cast.marijke).label]
    assert (began.state, began.ways) == ("joins", ("began",))
    assert empty_halves(found.values()) == []
    read = page(walk_in(None), f"/initiatief/{initiative.public_id}/wie-hoort-erbij/")
    assert "Van alle drie de helften doet iemand mee" in read
    assert read.count(f">{organisation.organisation.name}<") == 1
    assert cast.ilse.name not in read


def test_residents_in_seats_of_their_own_have_no_name_and_are_counted(cast: Cast) -> None:
    initiative = submitted(cast)
    for by in (cast.gerrit, cast.bas):
        told = {"brings": "Hout", "gets": "", "fears": "", "has_read": True}
        partner = services.offer_help(by=by, initiative=initiative, **told, at=cast.tick())
        services.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    assert Partner.objects.count() == 2
    read = page(walk_in(None), f"/initiatief/{initiative.public_id}/wie-hoort-erbij/")
    assert cast.gerrit.name not in read
    assert "bewoner van Lettele (2 mensen)" in read


def test_an_invited_organisation_is_nearer_after_each_answer(cast: Cast) -> None:
    initiative, seat = submitted(cast), seat_of(cast.ilse)
    assert seat.side
    name = seat.side.organisation.name
    url = f"/initiatief/{initiative.public_id}/wie-hoort-erbij/"
    services.add_party(
        by=cast.marijke,
        initiative=initiative,
        organisation=seat.side.organisation,
        name="",
        half="",
        words={},
        at=cast.tick(),
    )
    ask = f"/gevraagd/bij/{initiative.public_id}/?organisatie={seat.side.organisation.public_id}"
    marijke = walk_in(cast.marijke)
    assert ask in page(marijke, url)
    assert ask not in page(walk_in(None), url)
    assert f'value="{seat.public_id}" selected' in page(marijke, ask)
    invite = ask_institution.ask(
        by=cast.marijke, initiative=initiative, seat=seat, what_for="Meedenken", at=cast.tick()
    )

    def state() -> str:
        return next(one.state for one in around(initiative) if one.name == name)

    assert state() == "approached"
    assert ask not in page(marijke, url)
    for answer, expected in (("yes_if", "approached"), ("yes", "joins"), ("no", "refuses")):
        ProcessInvite.objects.filter(pk=invite.pk).update(state=answer)
        assert state() == expected
    assert "gevraagd in het proces: nee, want" in page(walk_in(None), url)


def test_the_first_invitation_asks_for_the_tick_in_its_form(cast: Cast) -> None:
    url = unticked(cast)
    initiative = Initiative.objects.get()
    ask = f"/gevraagd/bij/{initiative.public_id}/"
    marijke = walk_in(cast.marijke)
    assert "een stuk regie" in page(marijke, ask)
    told = {"seat": seat_of(cast.ilse).public_id, "what_for": "Meedenken"}
    assert send(marijke, ask, **told) == 422
    assert send(marijke, ask, **told, shares_reins="on") == 302
    assert "een stuk regie" not in page(marijke, ask) + page(marijke, url)


def test_the_first_offer_of_help_asks_for_it_too(cast: Cast) -> None:
    unticked(cast)
    initiative = Initiative.objects.get()
    told = {"brings": "Hout", "gets": "", "fears": "", "has_read": True}
    partner = services.offer_help(by=cast.bas, initiative=initiative, **told, at=cast.tick())
    here = f"/initiatief/{initiative.public_id}/"
    marijke, answer = walk_in(cast.marijke), f"{here}helpen/{partner.public_id}/antwoord/"
    assert "een stuk regie" in page(marijke, here)
    refused = marijke.post(answer, {"answer": "ja"})
    assert (refused.status_code, "een stuk regie" in refused.content.decode()) == (422, True)
    assert send(marijke, answer, answer="ja", shares_reins="on") == 302


def test_a_party_can_be_asked_to_the_next_gathering(cast: Cast) -> None:
    initiative = submitted(cast)
    url = f"/initiatief/{initiative.public_id}/wie-hoort-erbij/"
    marijke = walk_in(cast.marijke)
    assert "Kondig een bijeenkomst aan" in page(marijke, url)
    cast.at = clock.now()
    one = announces(cast, initiative=initiative)
    assert f"/bijeenkomst/{one.public_id}/" in page(marijke, url)


def test_the_map_of_a_draft_is_for_its_writer_and_of_a_hidden_one_for_nobody(cast: Cast) -> None:
    mine = f"/initiatief/{draft(cast).public_id}/wie-hoort-erbij/"
    assert walk_in(None).get(mine).status_code == 404
    assert "Zet een partij erbij" in page(walk_in(cast.marijke), mine)
    hidden = submitted(cast, "Iets anders")
    services.hide_initiative(code=hidden.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    for reader in (None, cast.marijke):
        where = f"/initiatief/{hidden.public_id}/wie-hoort-erbij/"
        assert walk_in(reader).get(where).status_code == 404


def test_the_picture_keeps_its_places_and_says_what_does_not_fit() -> None:
    dots = {"bewoners": [(number, "joins") for number in range(1, 9)], "overheid": [(9, "refuses")]}
    svg = around_svg(dots, Half.RESIDENTS.bit, "Wie & wat")
    drawn = ElementTree.fromstring(svg)
    texts = [one.text for one in drawn.iter("text")]
    assert drawn.get("aria-label") == "Wie & wat"
    assert {"+5", "9", "nog niemand", "Overheid"} <= set(texts)
    assert texts.index("+5") < texts.index("1")  # drawn clockwise, read from left to right
    assert 'class="ms-partij is-nee"' in dot_svg(4, "refuses")
