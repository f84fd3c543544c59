"""Everything has a way to it, and no page leaves out what the reader still has to do."""

from __future__ import annotations

from django.core import mail

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import services as goals
from middenstip.domain.intake import services as intake
from middenstip.journeys import assess_initiative, move_along
from tests.cast import Cast, seat_of, signed, submitted, table, taken
from tests.notices.ears import post
from tests.web.at_the_door import page, send, walk_in

LISTS = (
    *("/signalen/", "/vragen/", "/voorbeelden/", "/vraag-en-aanbod/"),
    *("/besluiten/", "/steunpunten/", "/fondsen/", "/zaak/"),
)


def test_every_list_is_one_click_from_the_foot_of_each_page(cast: Cast) -> None:
    visitor = walk_in(None)
    assert 'href="/wat-is-hier/"' in page(visitor, "/over/")
    seen = page(visitor, "/wat-is-hier/")
    assert [url for url in LISTS if f'href="{url}"' not in seen] == []
    assert [url for url in LISTS if visitor.get(url).status_code != 200] == []


def test_the_initiator_finds_how_the_case_stands_on_the_page_and_in_the_first_letter(cast: Cast) -> None:
    initiative = submitted(cast)
    url = f"/zaak/{initiative.case.code}/"
    assert f'href="{url}"' in page(walk_in(cast.marijke), f"/initiatief/{initiative.public_id}/")
    assert url not in page(walk_in(cast.gerrit), f"/initiatief/{initiative.public_id}/")
    post(cast)
    (letter,) = [one for one in mail.outbox if one.to == ["marijke@demo.middenstip.example"]]
    assert url in letter.body
    assert walk_in(None).get(url).status_code == 200


def test_a_case_and_a_promise_that_was_not_kept_lead_to_a_signal(cast: Cast) -> None:
    made = signed(cast)
    where = f"/afspraak/{made.public_id}/"
    signal = f"/signalen/nieuw/?afspraak={made.public_id}"
    assert signal not in page(walk_in(cast.ilse), where)
    agreements.miss_agreement(by=cast.ilse, agreement=made, why_not="Geen geld.", at=cast.tick())
    assert signal in page(walk_in(cast.ilse), where)
    case = made.initiative.case
    signal = f"/signalen/nieuw/?zaak={case.public_id}"
    assert signal in page(walk_in(cast.marijke), f"/balie/zaak/{case.public_id}/")


def test_who_tells_how_it_ended_reads_which_promises_still_run(cast: Cast) -> None:
    made = signed(cast)
    move_along.settle()
    finish = f"/initiatief/{made.initiative.public_id}/afronden/"
    assert "Er loopt nog 1 belofte." in page(walk_in(cast.marijke), finish)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    assert "Er loopt nog" not in page(walk_in(cast.marijke), finish)


def test_a_first_version_asks_for_an_answer_and_only_a_second_one_again(cast: Cast) -> None:
    goal = table(cast)
    for actor in (cast.marijke, cast.ilse, cast.bas):
        goals.write_letter(by=actor, goal=goal, text="Groen.", at=cast.tick())
    goals.reveal_letters(by=cast.ilse, goal=goal, at=cast.tick())
    ilse, url = walk_in(cast.ilse), f"/opgave/{goal.public_id}/versie/"
    for number, told in ((0, "Iedereen geeft nu antwoord."), (1, "Iedereen geeft opnieuw antwoord.")):
        assert send(ilse, url, number=number, text=f"Groen {number}.") == 302
        assert told in page(ilse, f"/opgave/{goal.public_id}/")


def test_an_action_of_mine_stands_under_my_promises(cast: Cast) -> None:
    case = taken(cast)
    told = {"text": "Bel het waterschap", "owner": seat_of(cast.samira)}
    intake.plan_action(by=cast.samira, case=case, **told, at=cast.tick())
    seen = page(walk_in(cast.samira), "/mijn/")
    promises = seen[seen.index('id="beloften"') :]
    assert "Bel het waterschap" in promises
    assert "Er loopt geen belofte van jou." not in seen


def test_what_fits_in_no_box_shows_who_acts_to_both_at_the_desk(cast: Cast) -> None:
    case = taken(cast)
    intake.confirm_start(by=cast.marijke, case=case, at=cast.tick())
    intake.confirm_start(by=cast.samira, case=case, at=cast.tick())
    told = {"outcome": "no_box", "answer": "Dit is nieuw.", "connector": seat_of(cast.yara)}
    assess_initiative.decide(by=cast.samira, case=case, **told, at=cast.tick())
    url = f"/balie/zaak/{case.public_id}/"
    table_url = f"/initiatief/{case.initiative.public_id}/tafel/"
    seen = page(walk_in(cast.yara), url)
    assert "Zoek mensen en een plek die hierbij passen." in seen
    assert table_url in seen
    seen = page(walk_in(cast.samira), url)
    assert "Yara" in seen
    assert "Zoek mensen en een plek die hierbij passen." in seen
