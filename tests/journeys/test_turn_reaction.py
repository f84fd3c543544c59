"""A reaction becomes an answer to the question, or the beginning of an offer or a signal."""

from __future__ import annotations

import pytest

from middenstip.journeys import turn_reaction
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, submitted
from tests.journeys.test_plan_preparation import asks
from tests.journeys.test_reactions import fresh, say
from tests.web.at_the_door import page, send, walk_in


def test_a_reaction_becomes_an_answer_an_offer_or_a_signal_in_one_step(cast: Cast) -> None:
    question = asks(cast)
    advice = say(cast, cast.bas, question, "tip", "Vraag om een erfpachtcontract.")
    bas, gerrit = walk_in(cast.bas), walk_in(cast.gerrit)
    here = f"/reactie/{advice.public_id}/"
    assert "Maak er een antwoord van" in page(bas, here)
    assert "Maak er een antwoord van" not in page(gerrit, here)
    offer = f"/vraag-en-aanbod/nieuw/?wat=aanbod&uit={advice.public_id}"
    assert "erfpachtcontract" in page(bas, offer)
    assert "erfpachtcontract" not in page(gerrit, offer)
    assert send(gerrit, f"{here}wordt-antwoord/") == 403
    assert send(bas, f"{here}wordt-antwoord/") == 302
    answer = question.answers.get()
    assert (answer.kind, answer.text, answer.is_hidden) == ("tip", "Vraag om een erfpachtcontract.", False)
    assert (fresh(advice).state, fresh(advice).text) == ("withdrawn", "")
    with pytest.raises(Forbidden, match="niet te lezen"):
        turn_reaction.into_answer(by=cast.bas, reaction=fresh(advice), at=cast.tick())
    concern = say(cast, cast.bas, submitted(cast), "concern", "De vergunning duurt een jaar.")
    with pytest.raises(Forbidden, match="geen antwoord"):
        turn_reaction.into_answer(by=cast.bas, reaction=concern, at=cast.tick())
    shown = page(bas, f"/reactie/{concern.public_id}/")
    assert "Maak er een signaal van" in shown
    assert "een jaar" in page(bas, f"/signalen/nieuw/?uit={concern.public_id}")
