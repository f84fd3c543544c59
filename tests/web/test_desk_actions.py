"""The actions on the page of a case: whose each is, who carries it, and what each reader can do with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.journeys import stop_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from tests.cast import Cast, person, seat_of, taken
from tests.web.at_the_door import walk_in

DO, REOPEN, BACK, CARRY, ASK = "can_do", "can_reopen", "can_give_back", "carry", "ask"


def plan(cast: Cast, by: Actor, due_on: date | None = None, owner: Seat | None = None) -> Action:
    case = Case.objects.first() or taken(cast)
    text = "Onderzoek de bodem"
    return intake.plan_action(by=by, case=case, text=text, due_on=due_on, owner=owner, at=cast.tick())


def row(cast: Cast, actor: Actor, action: Action) -> dict[str, Any]:
    """The action on the page of this reader, now."""
    with clock.frozen(cast.at):
        context = walk_in(actor).get(f"/balie/zaak/{action.case.public_id}/").context
    (found,) = (one for one in context["actions"] if one["id"] == action.public_id)
    return found


def acts(cast: Cast, actor: Actor, action: Action) -> list[str]:
    """What this reader can do with it."""
    found = row(cast, actor, action)
    return [name for name in (DO, REOPEN, BACK, CARRY, ASK) if found[name]]


def stand(cast: Cast, action: Action) -> tuple[str, str]:
    found = row(cast, cast.marijke, action)
    return found["label"], found["kind"]


def ask(cast: Cast, action: Action, to: Actor, by: Actor, days: int = 9) -> None:
    intake.ask_carry(by=by, action=action, to=seat_of(to), until=cast.day(days), at=cast.tick())


def carry(cast: Cast, action: Action, by: Actor, days: int = 9) -> None:
    intake.carry_action(by=by, action=action, until=cast.day(days), at=cast.tick())


def close(cast: Cast, action: Action, by: Actor, act: str) -> None:
    intake.close_action(by=by, action=action, act=act, at=cast.tick())


def test_an_action_says_whose_it_is_and_until_when(cast: Cast) -> None:
    found = row(cast, cast.samira, plan(cast, cast.marijke, cast.day(7)))
    told = [found[key] for key in ("text", "owner", "owner_seat", "due", "label", "kind", "monkey", "asked")]
    whose = ["Marijke Wolterink", "bewoner van Lettele"]
    assert told == ["Onderzoek de bodem", *whose, "9 nov", "Bezig", "bezig", "", ""]
    assert row(cast, cast.samira, plan(cast, cast.marijke))["due"] == ""


def test_the_owner_acts_the_desk_may_help_and_the_rest_looks_on(cast: Cast) -> None:
    action = plan(cast, cast.marijke)
    everybody = [acts(cast, actor, action) for actor in (cast.marijke, cast.samira, cast.yara)]
    assert everybody == [[DO, ASK], [CARRY], []]
    own = plan(cast, cast.samira, owner=seat_of(cast.samira))
    everybody = [acts(cast, actor, own) for actor in (cast.marijke, cast.samira, cast.yara)]
    assert everybody == [[CARRY], [DO, ASK], []]


def test_who_is_asked_reads_so_at_once_and_says_yes(cast: Cast) -> None:
    action = plan(cast, cast.marijke)
    ask(cast, action, cast.yara, by=cast.marijke)
    found = row(cast, cast.yara, action)
    assert found["asked"] == "Yara is gevraagd om dit te doen, tot en met woensdag 11 november."
    assert (found["is_asked"], found["carry_open"], acts(cast, cast.yara, action)) == (True, True, [CARRY])
    found = row(cast, cast.samira, action)
    assert (found["is_asked"], found["carry_open"], acts(cast, cast.samira, action)) == (
        False,
        False,
        [CARRY],
    )
    assert row(cast, cast.marijke, action)["ask_open"] is False


def test_the_monkey_sits_on_one_shoulder_until_it_goes_back(cast: Cast) -> None:
    """Nobody is offered to carry what somebody carries: that would be refused."""
    action = plan(cast, cast.samira, owner=seat_of(cast.samira))
    ask(cast, action, cast.yara, by=cast.samira)
    carry(cast, action, cast.yara)
    told = "De aap blijft van Samira. Yara draagt hem tot en met woensdag 11 november."
    assert (row(cast, cast.marijke, action)["monkey"], row(cast, cast.yara, action)["asked"]) == (told, "")
    everybody = [acts(cast, actor, action) for actor in (cast.marijke, cast.samira, cast.yara)]
    assert everybody == [[], [DO, BACK], [DO, BACK]]
    cast.tick(days=9)
    assert row(cast, cast.marijke, action)["monkey"] == told
    cast.tick(days=1)
    over = "De aap is van Samira. Yara droeg hem tot en met woensdag 11 november. Hij mag terug."
    assert row(cast, cast.marijke, action)["monkey"] == over


def test_an_action_is_late_after_its_day_and_only_while_it_is_open(cast: Cast) -> None:
    action, other = (plan(cast, cast.marijke, cast.day(1)) for _ in "ab")
    cast.tick(days=1)
    assert stand(cast, action) == ("Bezig", "bezig")
    cast.tick(days=1)
    assert stand(cast, action) == ("Te laat", "telaat")
    assert stand(cast, plan(cast, cast.marijke)) == ("Bezig", "bezig")
    close(cast, action, cast.marijke, "do")
    close(cast, other, cast.marijke, "drop")
    assert stand(cast, action) == ("Klaar", "gedaan")
    assert stand(cast, other) == ("Niet meer nodig", "")


def test_what_is_done_can_be_undone_by_who_did_it_and_what_is_dropped_cannot(cast: Cast) -> None:
    action, other = (plan(cast, cast.marijke) for _ in "ab")
    ask(cast, action, cast.yara, by=cast.marijke)
    ask(cast, other, cast.yara, by=cast.marijke)
    carry(cast, other, cast.yara)
    close(cast, action, cast.marijke, "do")
    close(cast, other, cast.yara, "drop")
    found = row(cast, cast.yara, action)
    assert (found["asked"], row(cast, cast.yara, other)["monkey"]) == ("", "")
    everybody = [acts(cast, actor, action) for actor in (cast.marijke, cast.samira, cast.yara)]
    assert everybody == [[REOPEN], [], []]
    assert [acts(cast, actor, other) for actor in (cast.marijke, cast.samira, cast.yara)] == [[], [], []]


def test_at_a_case_that_stopped_nobody_does_anything_any_more(cast: Cast) -> None:
    action, done = (plan(cast, cast.marijke) for _ in "ab")
    close(cast, done, cast.marijke, "do")
    initiative = Initiative.objects.select_related("area").get()
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())
    Action.objects.filter(pk=action.pk).update(state="open")
    assert [acts(cast, cast.marijke, one) for one in (action, done)] == [[], []]


def test_a_seat_that_somebody_left_is_called_by_its_function(cast: Cast) -> None:
    action = plan(cast, cast.samira, owner=seat_of(cast.samira))
    ask(cast, action, cast.yara, by=cast.samira)
    carry(cast, action, cast.yara)
    other = plan(cast, cast.samira, owner=seat_of(cast.samira))
    ask(cast, other, cast.ilse, by=cast.samira)
    for actor in (cast.samira, cast.ilse):
        parties.leave_seat(person=person(actor), seat=seat_of(actor), at=cast.tick())
    found = row(cast, cast.marijke, action)
    assert found["owner"] == "gebiedsregisseur dorpen"
    assert found["monkey"].startswith("De aap blijft van gebiedsregisseur dorpen, gemeente Deventer. Yara")
    asked = row(cast, cast.marijke, other)["asked"]
    assert asked.startswith("adviseur Groen, gemeente Deventer is gevraagd")


@pytest.mark.parametrize(
    ("verb", "field", "opened"), [("overnemen", "neem", "carry"), ("vragen", "vraag", "ask")]
)
def test_a_form_that_was_refused_stands_open_with_what_was_typed(
    cast: Cast, verb: str, field: str, opened: str
) -> None:
    action = plan(cast, cast.marijke)
    actor = cast.samira if opened == "carry" else cast.marijke
    sent = {f"{field}-{action.public_id}-until": "2020-01-01"}
    answer = walk_in(actor).post(f"/balie/actie/{action.public_id}/{verb}/", sent)
    (found,) = answer.context["actions"]
    assert (answer.status_code, found[f"{opened}_open"]) == (422, True)
    assert f'id="{found[f"{opened}_anchor"]}"' in answer.text
    assert 'value="2020-01-01"' in answer.text
