"""An agreement that begins with one of our texts is counted where the text was used."""

from __future__ import annotations

from middenstip.domain.learning.content import BY_KEY
from middenstip.domain.learning.models import TextUse
from middenstip.domain.learning.selectors import tables_of, use_counts, uses_of
from tests.cast import Cast, shared
from tests.web.at_the_door import page, walk_in


def test_a_text_fills_the_form_and_its_use_is_counted_once(cast: Cast) -> None:
    goal = shared(cast)
    client = walk_in(cast.marijke)
    assert [one.pk for one in tables_of(cast.marijke.seat_id)] == [goal.pk]
    there = f"/opgave/{goal.public_id}/afspraak/"
    assert f"{there}?tekst=beheer" in page(client, "/afspraaktekst/beheer/")
    assert "?tekst=stoppen" in page(client, there)
    form = client.get(f"{there}?tekst=beheer").context["form"]
    assert form.initial["what"] == BY_KEY["beheer"].what
    told = {
        "promisor": cast.ilse.seat_public_id,
        "promisee": cast.marijke.seat_public_id,
        "what": "De gemeente snoeit het bos elk voorjaar.",
        "due_on": "2034-03-01",
        "text": "beheer",
        "key": "formulier",
    }
    for _ in range(2):
        assert client.post(there, told).status_code == 302
    client.post(there, {**told, "what": "Nog iets.", "text": "", "key": "ander"})
    client.post(there, {**told, "what": "En nog iets.", "text": "bestaat-niet", "key": "derde"})
    used = TextUse.objects.get()
    assert (use_counts(), uses_of("beheer")[0]["agreement"]) == ({"beheer": 1}, used.agreement)
    shown = page(walk_in(None), "/afspraaktekst/beheer/")
    assert f"/afspraak/{used.agreement}/" in shown
    assert "1 keer gebruikt" in page(client, "/afspraakteksten/")
    assert client.get("/afspraaktekst/niets/").status_code == 404
