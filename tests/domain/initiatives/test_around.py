"""Who belongs to an initiative, and the tick before the first partner."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.initiatives import rules, services
from middenstip.domain.initiatives.lifecycle import AROUND
from middenstip.domain.initiatives.models import Initiative, PartyAround
from middenstip.domain.initiatives.selectors.parties import parties_of, party_by_id
from middenstip.domain.initiatives.services import around as service
from middenstip.domain.parties.models import Organisation, Side
from middenstip.journal.models import Entry
from middenstip.journeys import ask_institution
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, draft, seat_of, submitted


def adds(cast: Cast, initiative: Initiative, **more: Any) -> PartyAround:
    told: dict[str, Any] = {"by": cast.marijke, "organisation": None, "name": "IJsclub", "half": "bewoners"}
    told |= {"words": {"found": "Ze onderhouden het veld.", "reached": "Langs geweest"}} | more
    return services.add_party(initiative=initiative, **told, at=cast.tick())


def changes(cast: Cast, party: PartyAround, state: str, **more: Any) -> PartyAround:
    told: dict[str, Any] = {
        "by": cast.marijke,
        "half": party.half,
        "words": {"found": party.found, "reached": party.reached},
    } | more
    return services.change_party(party=party, state=state, **told, at=cast.tick())


def company(cast: Cast) -> Organisation:
    """The organisation of ilse, which chose overheid around Lettele."""
    side = seat_of(cast.ilse).side
    assert side
    return side.organisation


def test_before_the_first_partner_the_initiator_ticks_once_that_it_costs_some_control(cast: Cast) -> None:
    initiative = submitted(cast)
    initiative.shares_reins_at = None
    initiative.store("shares_reins_at")
    partner = services.offer_help(
        by=cast.bas, initiative=initiative, brings="Hout", gets="", fears="", has_read=True, at=cast.tick()
    )
    with pytest.raises(Invalid, match="een stuk regie") as refused:
        adds(cast, initiative)
    assert list(refused.value.errors) == [services.SHARES]
    with pytest.raises(Invalid, match="een stuk regie"):
        services.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    asked = {"initiative": initiative, "seat": seat_of(cast.ilse), "what_for": "Meedenken"}
    with pytest.raises(Invalid, match="een stuk regie"):
        ask_institution.ask(by=cast.marijke, **asked, at=cast.tick())
    with pytest.raises(Forbidden):
        ask_institution.ask(by=cast.tarik, **asked, has_ticked=True, at=cast.tick())
    with pytest.raises(Forbidden):
        services.share_reins(by=cast.tarik, initiative=initiative, has_ticked=True, at=cast.tick())
    assert not rules.may_take_partner(Initiative.objects.get(pk=initiative.pk))
    made = ask_institution.ask(by=cast.marijke, **asked, has_ticked=True, at=cast.tick())
    assert made.state == "asked"
    moment = Initiative.objects.get(pk=initiative.pk).shares_reins_at
    assert moment == cast.at
    services.answer_help(by=cast.marijke, partner=partner, accept=True, at=cast.tick())
    adds(cast, initiative, has_ticked=True)
    assert Initiative.objects.get(pk=initiative.pk).shares_reins_at == moment
    assert Entry.objects.filter(kind="initiative.reins_shared").count() == 1


def test_saying_no_to_help_asks_for_no_tick(cast: Cast) -> None:
    initiative = submitted(cast)
    initiative.shares_reins_at = None
    initiative.store("shares_reins_at")
    partner = services.offer_help(
        by=cast.bas, initiative=initiative, brings="Hout", gets="", fears="", has_read=True, at=cast.tick()
    )
    assert services.answer_help(by=cast.marijke, partner=partner, accept=False, at=cast.tick()).state == (
        "declined"
    )


def test_the_initiator_writes_down_who_belongs_to_it(cast: Cast) -> None:
    initiative = submitted(cast)
    one = adds(cast, initiative, key="een")
    assert adds(cast, initiative, key="een") == one
    known = adds(cast, initiative, organisation=company(cast), name="", half="")
    assert (known.half, str(known), str(one)) == ("overheid", company(cast).name, "IJsclub")
    typed = {"name": company(cast).name.upper(), "half": "bewoners"}
    with pytest.raises(Invalid, match="staat er al bij"):
        adds(cast, initiative, **typed)
    with pytest.raises(Invalid, match="staat er al bij"):
        adds(cast, initiative, name=" ijsclub. ")
    with pytest.raises(Invalid, match="welke groep"):
        adds(cast, initiative, name=" ")
    with pytest.raises(Invalid, match="welke helft"):
        adds(cast, initiative, name="Ouders", half="derden")
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        adds(cast, initiative, by=cast.gerrit, name="Ouders")
    assert [str(row) for row in parties_of(initiative)] == ["IJsclub", company(cast).name]
    assert party_by_id(initiative, one.public_id) == one
    assert party_by_id(initiative, known.public_id) == known
    assert party_by_id(submitted(cast, "Iets anders"), one.public_id) is None


def test_an_organisation_of_elsewhere_gets_the_half_that_is_written_down(cast: Cast) -> None:
    initiative = submitted(cast)
    far = Organisation(name="Bakkerij Ver Weg").store()
    party = adds(cast, initiative, organisation=far, name="", half="ondernemers")
    assert party.half == "ondernemers"
    with pytest.raises(Invalid, match="welke helft"):
        changes(cast, party, "belongs", half="")


def test_the_half_of_an_organisation_is_the_one_that_it_chose_nearest(cast: Cast) -> None:
    initiative = submitted(cast)
    one = Organisation(name="Woonhuis").store()
    for area, half in ((initiative.municipality, "overheid"), (initiative.area, "ondernemers")):
        Side(organisation=one, area=area, half=half, reason="Zo werkt het.").store()
    party = adds(cast, initiative, organisation=one, name="", half="bewoners")
    assert party.half == "ondernemers"
    assert changes(cast, party, "belongs", half="bewoners").half == "ondernemers"


def test_a_party_is_approached_and_says_no_with_a_reason(cast: Cast) -> None:
    party = adds(cast, submitted(cast))
    assert changes(cast, party, "belongs") == party
    assert changes(cast, party, "approached").state == "approached"
    with pytest.raises(Invalid, match="waarom deze partij niet wil"):
        changes(cast, party, "refuses")
    said = changes(cast, party, "refuses", words={"why_not": "Geen tijd.", "reached": "Gebeld"})
    assert (said.state, said.why_not, said.found, said.reached) == ("refuses", "Geen tijd.", "", "Gebeld")
    with pytest.raises(NotNow, match="wil niet"):
        changes(cast, party, "belongs")
    again = changes(cast, party, "approached", words={"why_not": "Geen tijd."})
    assert (again.state, again.why_not) == ("approached", "")
    with pytest.raises(Forbidden):
        changes(cast, party, "joins", by=cast.bas)
    assert changes(cast, party, "approached", words={"found": "Op het plein"}).found == "Op het plein"
    kinds = Entry.objects.filter(kind__startswith="initiative.party").order_by("pk")
    assert list(kinds.values_list("kind", flat=True)) == [
        "initiative.party_added",
        *["initiative.party_moved"] * 3,
        "initiative.party_rewritten",
    ]


def test_a_party_is_taken_away_once(cast: Cast) -> None:
    initiative = submitted(cast)
    party = adds(cast, initiative)
    with pytest.raises(Forbidden):
        services.drop_party(by=cast.bas, party=party, at=cast.tick())
    key = party.pk
    services.drop_party(by=cast.marijke, party=party, at=cast.tick())
    party.pk = key
    with pytest.raises(NotNow, match="niet meer bij"):
        services.drop_party(by=cast.marijke, party=party, at=cast.tick())
    assert parties_of(initiative) == []


def test_the_map_has_room_for_what_can_be_read(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    initiative = submitted(cast)
    monkeypatch.setattr(service, "MOST_AROUND", 1)
    adds(cast, initiative)
    with pytest.raises(NotNow, match="Haal er eerst een weg"):
        adds(cast, initiative, name="Ouders")


def test_only_a_running_initiative_that_can_be_read_has_a_map_to_write_on(cast: Cast) -> None:
    key = cast.marijke.person_id
    assert "afgesloten" in rules.may_map(cast.marijke, Initiative(stage="stopped", initiator_id=key)).reason
    hidden = Initiative(stage="idea", initiator_id=key, hidden={})
    assert "verborgen" in rules.may_map(cast.marijke, hidden).reason
    assert rules.may_map(cast.marijke, draft(cast))


@given(st.lists(st.sampled_from(list(AROUND.words)), max_size=12))
def test_every_party_stays_in_a_state_of_the_table(steps: list[str]) -> None:
    state = AROUND.start
    for act in steps:
        if AROUND.allows(state, act):
            state = AROUND.after(state, act)
            assert state == act
    assert AROUND.ends == ()
    assert state in AROUND.words
