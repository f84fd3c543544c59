"""From idea to signed agreement in a browser, with script and without; and the mails that follow."""

from __future__ import annotations

from collections import Counter

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from middenstip.notices.tasks import bring_round
from tests.browser.chain import GOAL, IDEA, PROMISE, TABLE, Chain
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast

pytestmark = pytest.mark.browser

# People get no mail about their own acts, except a shared goal and a signed agreement.
MAILS = {
    "Je zit aan tafel: Een voedselbos voor Lettele": ["ilse", "bas"],
    f"Nieuw idee bij de balie: {IDEA}": ["samira"],
    f"Je idee staat online: {IDEA}": ["fenna"],
    f"De balie nam je idee aan: {IDEA}": ["fenna"],
    f"De balie schreef op wat jullie bespraken: {IDEA}": ["fenna"],
    f"De start is rond: {IDEA}": ["fenna", "samira"],
    "Nieuwe actie voor jou: Bel de buren": ["fenna"],
    f"Je hebt antwoord van de balie: {IDEA}": ["fenna"],
    # Seats at the table are told of each seat that joins.
    f"Iemand schoof aan bij {TABLE}": ["fenna", "fenna", "ilse"],
    f"De briefjes zijn open: {TABLE}": ["bas", "fenna"],
    f"Er ligt een voorstel op tafel: {TABLE}": ["bas", "ilse"],
    f"Alle drie de helften zeiden ja: {TABLE}": ["bas", "fenna", "ilse"],
    f"Teken deze afspraak: {PROMISE}": ["bas", "ilse"],
    f"De afspraak staat: {PROMISE}": ["bas", "fenna", "ilse"],
}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_voedselbos_goes_from_idea_to_a_signed_agreement(street: Street, cast: Cast, script: bool) -> None:
    wrong: list[str] = []
    look = (lambda page: wrong.extend(wrong_with(page))) if script else (lambda page: None)
    letters: list[EmailMessage] = []

    def post() -> None:
        before = len(mail.outbox)  # the login codes are in it too
        bring_round()
        letters.extend(mail.outbox[before:])

    chain = Chain(cast, lambda: Pointer(street.window(script=script), after=look), meanwhile=post)
    chain.walk()
    assert wrong == []

    report = Pointer(street.window(script=script))
    report.go(chain.initiative + "verslag/")
    for line in (
        "Bewoners, overheid, ondernemers",
        GOAL,
        "Wie: adviseur Groen, gemeente Deventer. Aan wie: Fenna, bewoner.",
        "Ik teken als bewoner.",
        "Ik teken voor gemeente Deventer, als adviseur Groen.",
        "Ik teken voor Kwekerij De Esch, als eigenaar.",
        f"Fenna vertelde een idee: {IDEA}.",
        f"Iedereen tekende, dus deze afspraak staat: {PROMISE}",
        "Handtekeningen: 3 op het scherm, 0 op papier.",
    ):
        report.sees(line)
    assert street.complaints == []

    sent = Counter((one.subject, one.to[0].split("@")[0]) for one in letters)
    assert sent == Counter((subject, who) for subject, everybody in MAILS.items() for who in everybody)
    assert len({one.extra_headers["Message-ID"] for one in letters}) == len(letters)
    assert bring_round() == (0, 0)
