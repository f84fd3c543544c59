"""What the initiator changes, what is told of it, and what is not overwritten."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, ReinsCard
from middenstip.domain.initiatives.services import Change, Spot
from middenstip.journal.models import Entry
from middenstip.journeys import stop_initiative
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Stale
from tests.cast import Cast, draft, seat_of, submitted

REINS = {"fixed": "Plukken is gratis\nGeen gif", "negotiable": "Hoe groot", "open": "De naam"}


def changes(cast: Cast, initiative: Initiative, version: int = 1, **told: Any) -> Initiative:
    """Marijke changes it, in a page that was opened at this version."""
    return initiatives.change_initiative(
        by=cast.marijke, initiative=initiative, change=Change(**told), version=version, at=cast.tick()
    )


def writes_card(cast: Cast, initiative: Initiative, number: int, **told: str) -> ReinsCard:
    """Marijke writes the regie-kaart, in a page that showed this number."""
    told = REINS | told
    return initiatives.write_reins_card(
        by=cast.marijke, initiative=initiative, **told, number=number, at=cast.tick()
    )


def facts_of(initiative: Initiative) -> list[str]:
    kinds = Entry.objects.filter(thread=initiative.public_id).order_by("pk").values_list("kind", flat=True)
    return [kind for kind in kinds if kind != "initiative.submitted" and kind.startswith("initiative.")]


def test_the_same_themes_in_another_order_are_no_change(cast: Cast) -> None:
    initiative = submitted(cast)
    changes(cast, initiative, themes=["wonen", "werk"])
    assert (initiative.version, facts_of(initiative)) == (2, ["initiative.themes_chosen"])
    before = Initiative.objects.get().changed_at
    changes(cast, initiative, 2, themes=["werk", "wonen", "werk"])
    now = Initiative.objects.get()
    assert (now.version, now.changed_at) == (2, before)
    changes(cast, initiative, 2, themes=["werk", "wonen"], texts={"motto": "Samen plukken"})
    assert facts_of(initiative) == ["initiative.themes_chosen", "initiative.changed"]


def test_every_kind_of_change_is_told_by_its_own_fact(cast: Cast) -> None:
    initiative = submitted(cast)
    assert not initiative.is_hybrid
    changes(cast, initiative, is_hybrid=True)
    fact = Entry.objects.get(thread=initiative.public_id, kind="initiative.hybrid_chosen")
    assert (fact.data, Initiative.objects.get().is_hybrid) == ({"is_hybrid": True}, True)
    told = {"texts": {"motto": "Samen plukken"}, "themes": ["werk"], "is_hybrid": False}
    changes(cast, initiative, 2, spot=Spot(initiative.area, has_place=True), **told)
    assert sorted(facts_of(initiative)[1:]) == [
        "initiative.changed",
        "initiative.hybrid_chosen",
        "initiative.moved",
        "initiative.themes_chosen",
    ]


def test_a_page_that_was_opened_too_long_ago_overwrites_nothing(cast: Cast) -> None:
    initiative = submitted(cast)
    changes(cast, initiative, texts={"what": "Een bos van één hectare."})
    for told in ({"texts": {"what": "Een bos van twee hectare."}}, {"themes": ["recht"]}):
        with pytest.raises(Stale) as refused:
            changes(cast, initiative, 1, **told)
        assert refused.value.current["what"] == "Een bos van één hectare."
    now = Initiative.objects.get()
    assert (now.what, now.version) == ("Een bos van één hectare.", 2)
    assert [one.theme for one in now.themes.all()] == ["natuur-en-milieu"]


def test_a_point_lies_in_the_place_that_was_chosen(cast: Cast) -> None:
    initiative, village = submitted(cast), Area.objects.get(code="WK015014")
    square = [[6.26, 52.26], [6.28, 52.26], [6.28, 52.28], [6.26, 52.28], [6.26, 52.26]]
    border = {"type": "Polygon", "coordinates": [square]}
    Outline(area=village, geometry=border, source="CBS", year=2024).store()
    with pytest.raises(Invalid) as refused:
        changes(cast, initiative, spot=Spot(village, point=(6.3, 52.27)))
    assert list(refused.value.errors) == ["area"]
    assert "De stip op de kaart ligt niet in Lettele." in refused.value.reason
    assert Initiative.objects.get().has_place is False
    changes(cast, initiative, spot=Spot(village, point=(6.27, 52.27)))
    now = Initiative.objects.get()
    assert (now.has_place, now.lon, now.lat) == (True, 6.27, 52.27)


def test_a_case_stays_with_the_desk_of_its_gemeente_but_a_draft_may_go_anywhere(cast: Cast) -> None:
    roermond = Area.objects.get(code="GM0957")
    told_idea, kept = submitted(cast), draft(cast, "Nog een idee")
    with pytest.raises(Invalid) as refused:
        changes(cast, told_idea, spot=Spot(roermond))
    assert list(refused.value.errors) == ["area"]
    assert "balie van Deventer" in refused.value.reason
    changes(cast, kept, spot=Spot(roermond))
    assert Initiative.objects.get(pk=kept.pk).municipality == roermond
    assert Entry.objects.filter(kind="initiative.moved").count() == 0  # a draft is nobody's business


def test_nobody_but_the_initiator_moves_an_idea(cast: Cast) -> None:
    initiative = submitted(cast)
    spot = Spot(initiative.municipality)
    for other in (cast.samira, cast.noor, cast.gerrit):
        with pytest.raises(Forbidden, match="Alleen de initiatiefnemer verandert doel en aanpak"):
            initiatives.change_initiative(
                by=other, initiative=initiative, change=Change(spot=spot), version=1, at=cast.tick()
            )
    stopped = stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Nat", at=cast.tick())
    with pytest.raises(Forbidden, match="afgesloten"):
        changes(cast, stopped, themes=["wonen"])


def test_the_same_verbinder_named_twice_is_told_once(cast: Cast) -> None:
    initiative = submitted(cast)
    for seat, told in ((cast.yara, 1), (cast.yara, 1), (cast.noor, 2)):
        initiatives.name_connector(by=cast.marijke, initiative=initiative, seat=seat_of(seat), at=cast.tick())
        assert facts_of(initiative) == ["initiative.connector_named"] * told
        assert Initiative.objects.get().connector_id == seat.seat_id
    last = Entry.objects.filter(kind="initiative.connector_named").latest("pk")
    assert (last.data["seat"], last.data["before"]) == (cast.noor.seat_public_id, cast.yara.seat_public_id)


def test_a_draft_is_thrown_away_by_the_initiator_and_nobody_hears_of_it(cast: Cast) -> None:
    idea, other = draft(cast), draft(cast, "Nog een idee")
    facts = Entry.objects.count()
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        initiatives.throw_away(by=cast.samira, initiative=idea)
    initiatives.throw_away(by=cast.marijke, initiative=idea)
    assert list(Initiative.objects.all()) == [other]
    assert list(ReinsCard.objects.values_list("initiative", flat=True)) == [other.pk]
    assert Entry.objects.count() == facts
    with pytest.raises(NotNow, match="Dit concept is al weg"):
        initiatives.throw_away(by=cast.marijke, initiative=idea)


def test_a_new_regie_kaart_is_told_and_that_of_a_draft_is_not(cast: Cast) -> None:
    for initiative, told in ((draft(cast), []), (submitted(cast), ["initiative.reins_changed"])):
        first = initiative.reins_cards.get()
        assert writes_card(cast, initiative, 1) == first  # the same texts are the same card
        second = writes_card(cast, initiative, 1, fixed=" Plukken is gratis ")
        assert (second.number, second.fixed, second.at) == (2, "Plukken is gratis", cast.at)
        assert writes_card(cast, initiative, 1, fixed="Plukken is gratis") == second  # sent once more
        assert list(initiative.reins_cards.order_by("number")) == [first, second]
        assert facts_of(initiative) == told
    fact = Entry.objects.get(kind="initiative.reins_changed")
    assert fact.data == {"number": 2}


def test_a_regie_kaart_that_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    initiative = submitted(cast)
    writes_card(cast, initiative, 1, fixed="Geen hek")
    with pytest.raises(Stale) as refused:
        writes_card(cast, initiative, 1, fixed="Geen honden")
    assert refused.value.current == REINS | {"fixed": "Geen hek"}
    assert writes_card(cast, initiative, 2, fixed="Geen honden").number == 3


def test_a_first_regie_kaart_comes_after_no_card_at_all(cast: Cast) -> None:
    initiative = draft(cast, reins={})
    assert not initiative.reins_cards.exists()
    with pytest.raises(Stale) as refused:
        writes_card(cast, initiative, 1)
    assert refused.value.current == dict.fromkeys(REINS, "")
    assert writes_card(cast, initiative, 0).number == 1


def test_only_the_initiator_writes_the_regie_kaart(cast: Cast) -> None:
    initiative = submitted(cast)
    with pytest.raises(Forbidden, match="Jij kunt wel iets voorstellen"):
        initiatives.write_reins_card(by=cast.samira, initiative=initiative, **REINS, number=1, at=cast.tick())
    assert initiative.reins_cards.count() == 1
