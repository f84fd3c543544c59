"""With two hats and two tabs, an act is done in the hat that its page was read in."""

from __future__ import annotations

import re

from django.test import Client

from middenstip.domain.agreements.models import Signature
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from tests.cast import FAR, Cast, agreement, draft, seat_of, submitted, table
from tests.web.at_the_door import page, send, walk_in
from tests.web.test_submit import IDEA


def with_another_hat_on(cast: Cast, url: str) -> tuple[Client, dict[str, str]]:
    """Bas reads a page for his company, then becomes a resident in another tab; and what his form holds."""
    bas = walk_in(cast.bas)
    html = page(bas, url)
    bas.post("/mijn/zetel/", {"half": "bewoners", "area": "WK015014"})
    assert "voor de bewoners" in page(bas, "/initiatieven/nieuw/")
    return bas, dict(re.findall(r'name="(pet)" value="(.*?)"', html))


def test_an_idea_is_told_as_the_page_said(cast: Cast) -> None:
    bas, form = with_another_hat_on(cast, "/initiatieven/nieuw/")
    assert send(bas, "/initiatieven/nieuw/", **IDEA, **form) == 302
    assert Initiative.objects.get(title="Pluktuin").seat_id == cast.bas.seat_id


def test_a_draft_is_sent_in_the_hat_in_which_it_was_written(cast: Cast) -> None:
    """Else it began with the residents, and the tribune said that an entrepreneur told it."""
    idea, marijke = draft(cast), walk_in(cast.marijke)
    marijke.post("/mijn/zetel/", {"half": "ondernemers", "area": "WK015014"})
    assert send(marijke, f"/initiatief/{idea.public_id}/versturen/") == 302
    fact = Entry.objects.get(kind="initiative.submitted")
    assert (fact.seat, fact.half, Initiative.objects.get().origin_half) == (
        cast.marijke.seat_public_id,
        "bewoners",
        "bewoners",
    )


def test_a_signature_is_of_the_seat_whose_sentence_was_read(cast: Cast) -> None:
    url = f"/afspraak/{agreement(cast, FAR).public_id}/"
    bas, form = with_another_hat_on(cast, url)
    assert send(bas, f"{url}tekenen/", number=1, **form) == 302
    signed = Signature.objects.filter(at__isnull=False).values_list("seat", "person")
    assert list(signed) == [(cast.bas.seat_id, cast.bas.person_id)]


def test_a_link_in_a_mail_is_read_in_the_hat_that_it_is_for(cast: Cast) -> None:
    """Samira wears the hat of a resident; her mail was for the handler, the signer, the one who is asked."""
    made = agreement(cast, FAR)
    goal = table(cast)
    goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(cast.samira), at=clock.now())
    Signature.objects.filter(seat=cast.ilse.seat_id).update(seat=cast.samira.seat_id)
    samira = walk_in(cast.samira)
    samira.post("/mijn/zetel/", {"half": "bewoners", "area": "WK015014"})
    case = f"/balie/zaak/{made.initiative.case.public_id}/"
    deal, asked = f"/afspraak/{made.public_id}/", f"/opgave/{goal.public_id}/"
    for url, act in ((case, "verslag/"), (deal, "tekenen/"), (asked, "aanschuiven/")):
        shown = page(samira, url)
        assert f'name="pet" value="{cast.samira.seat_public_id}"' in shown
        assert f'action="{url}{act}"' in shown
    assert "Jouw zetel hoeft deze afspraak niet te tekenen." not in page(samira, deal)
    assert send(samira, f"{asked}aanschuiven/", pet=cast.samira.seat_public_id) == 302
    assert goal.chairs.filter(seat=cast.samira.seat_id).exists()
    assert "Je bent hier als <b>bewoner van Lettele</b>" in page(samira, "/mijn/")


def test_a_hat_of_somebody_else_or_of_before_acts_nowhere(cast: Cast) -> None:
    url = f"/initiatief/{submitted(cast).public_id}/helpen/"
    bas, words = walk_in(cast.bas), {"brings": "Een aanhanger vol aarde.", "has_read": "on"}
    answer = bas.post(url, {**words, "pet": cast.ilse.seat_public_id})
    assert answer.status_code == 409
    assert "In deze zetel zit je niet meer." in answer.content.decode()
    assert "Een aanhanger vol aarde." in answer.content.decode()
    assert send(bas, url, pet=cast.bas.seat_public_id, **words) == 302
