"""What is over is told as over: no next step, no helper who still helps, nothing that still will come."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import close_agreement, stop_initiative
from tests.cast import Cast, signed, supported
from tests.web.at_the_door import page, walk_in

TOLD = {"brings": "Mijn schop.", "gets": "", "fears": "", "has_read": True}


def test_who_helped_did_so_until_it_stopped(cast: Cast) -> None:
    initiative, gerrit, tarik = supported(cast), walk_in(cast.gerrit), walk_in(cast.tarik)
    url = f"/initiatief/{initiative.public_id}/"
    help_ = initiatives.offer_help(by=cast.gerrit, initiative=initiative, **TOLD, at=cast.tick())
    initiatives.answer_help(by=cast.marijke, partner=help_, accept=True, at=cast.tick())
    initiatives.offer_help(by=cast.tarik, initiative=initiative, **TOLD, at=cast.tick())
    assert "Stop met helpen" in page(gerrit, url)
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    helped, offered = page(gerrit, url), page(tarik, url)
    assert ["Je deed mee" in helped, "Wie deed mee" in helped, "Hoe ging het?" in helped] == [True] * 3
    assert "Dit initiatief is afgesloten. Helpen kan niet meer." in offered
    for untrue in ("Je doet mee", "Stop met helpen", "tot nu toe", "Wie doet mee"):
        assert untrue not in helped + offered


def test_at_the_desk_what_is_finished_has_no_next_step(cast: Cast) -> None:
    made, marijke = signed(cast), walk_in(cast.marijke)
    url = f"/balie/zaak/{made.initiative.case.public_id}/"
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    initiative = Initiative.objects.get()
    told = {"outcome": "gelukt", "lesson": "Samen lukt het."}
    close_agreement.finish(by=cast.marijke, initiative=initiative, **told, at=cast.tick())
    shown = page(marijke, url)
    assert "Dit project is afgerond." in shown
    assert "Je project is afgerond. Wat je leerde blijft bewaard." in shown
    for untrue in ("wie nu aan zet is", "helpt je", "Er is nog geen gesprek", "Alleen jij kunt"):
        assert untrue not in shown


def test_at_the_desk_what_stopped_has_nothing_that_still_comes(cast: Cast) -> None:
    initiative, marijke = supported(cast), walk_in(cast.marijke)
    url = f"/balie/zaak/{initiative.case.public_id}/"
    assert "Er zijn nog geen acties afgesproken." in page(marijke, url)
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    shown = page(marijke, url)
    assert "Er zijn geen acties afgesproken." in shown
    for untrue in ("nog geen", "Neem je iets over", "Alleen jij kunt"):
        assert untrue not in shown


def test_what_was_not_met_is_not_done(cast: Cast) -> None:
    made = signed(cast)
    agreements.miss_agreement(by=cast.ilse, agreement=made, why_not="Geen geld.", at=cast.tick())
    shown = page(walk_in(None), f"/initiatief/{made.initiative.public_id}/")
    assert "Er loopt geen afspraak meer. Vertel hoe het afliep." in shown


def test_who_kept_a_promise_did_promise(cast: Cast) -> None:
    made, ilse = signed(cast), walk_in(cast.ilse)
    agreements.keep_agreement(by=cast.marijke, agreement=made, at=cast.tick())
    assert "Er loopt geen belofte van jou." in page(ilse, "/mijn/")
