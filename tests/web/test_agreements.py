"""The agreement: promised, signed, changed, kept or not, through the doors."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from middenstip.domain.agreements.lifecycle import DONE, NOT_MET, OPEN, WITHDRAWN
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Organisation, Seat
from middenstip.journal.models import Entry
from middenstip.journeys import sign_agreement, stop_initiative
from middenstip.kernel import clock
from middenstip.web.pages.agreements.present import promise
from tests.cast import FAR, Cast, agreement, person, seat_of, shared, signed
from tests.queries import at_most
from tests.web.at_the_door import page, send, walk_in

WHY = "De grond was te nat en de kraan kwam niet."


def url(made: Agreement, verb: str = "") -> str:
    return f"/afspraak/{made.public_id}/{verb}"


def _told(cast: Cast, **more: object) -> dict[str, object]:
    """The form as Ilse fills it in."""
    told = {
        "promisor": cast.ilse.seat_public_id,
        "promisee": cast.marijke.seat_public_id,
        "what": "Het weiland is schoon.",
        "due_on": "2034-03-01",
        "conditions": "Het onderzoek is klaar.\n\n  De buren weten het.  ",
        "also_sign": [cast.bas.seat_public_id],
        "key": "een-formulier",
    }
    return told | more


def test_three_halves_sign_what_one_of_them_promises(cast: Cast) -> None:
    goal = shared(cast)
    ilse, marijke, bas = (walk_in(one) for one in (cast.ilse, cast.marijke, cast.bas))
    form = ilse.get(f"/opgave/{goal.public_id}/afspraak/")
    by_default = {cast.marijke.seat_public_id, cast.ilse.seat_public_id, cast.bas.seat_public_id}
    assert set(form.context["form"].initial["also_sign"]) == by_default  # one seat of each half

    assert send(ilse, f"/opgave/{goal.public_id}/afspraak/", **_told(cast)) == 302
    made = Agreement.objects.get()
    assert made.conditions == "Het onderzoek is klaar.\nDe buren weten het."
    seen = page(bas, url(made))
    assert (
        "<b>Gemeente Deventer</b> belooft aan <b>Marijke Wolterink</b>: <span>het weiland is schoon</span>,"
        in seen
    )
    assert "Wacht op 3 handtekeningen" in seen
    assert "Ik teken voor Kwekerij De Esch, als eigenaar." in seen

    assert [send(one, url(made, "tekenen/"), number=1) for one in (bas, ilse)] == [302, 302]
    assert "Wacht op 1 handtekening" in page(bas, url(made))
    assert send(marijke, url(made, "tekenen/"), number=1, on_paper="on") == 302
    assert Agreement.objects.get().state == OPEN
    assert ", op papier" in page(bas, url(made))
    assert send(marijke, url(made, "gedaan/")) == 302
    assert Agreement.objects.get().state == DONE


def test_sending_the_promise_twice_makes_one_agreement(cast: Cast) -> None:
    goal, ilse = shared(cast), walk_in(cast.ilse)
    where = f"/opgave/{goal.public_id}/afspraak/"
    assert [send(ilse, where, **_told(cast)) for _ in "ab"] == [302, 302]
    assert Agreement.objects.count() == 1


def test_a_change_makes_everybody_sign_anew_and_a_stale_one_shows_both_texts(cast: Cast) -> None:
    made, ilse, bas = agreement(cast), walk_in(cast.ilse), walk_in(cast.bas)
    sign_agreement.sign(by=cast.marijke, agreement=made, number=1, at=cast.tick())
    words = {"due_on": "2034-03-01", "conditions": ""}
    assert "Gemeente Deventer belooft dit aan " in page(ilse, url(made, "veranderen/"))
    assert send(ilse, url(made, "veranderen/"), number=1, what="De helft is schoon.", **words) == 302
    assert Signature.objects.filter(at__isnull=False).count() == 0

    late = bas.post(url(made, "veranderen/"), {"number": 1, "what": "Alles is schoon.", **words})
    assert late.status_code == 409
    assert "De helft is schoon." in late.content.decode()
    assert "Alles is schoon." in late.content.decode()
    assert send(bas, url(made, "tekenen/"), number=1) == 409  # read first, then sign
    assert send(bas, url(made, "veranderen/"), number=2, what="Alles is schoon.", **words) == 302


def test_nobody_signs_for_another(cast: Cast) -> None:
    made, tarik = agreement(cast, FAR), walk_in(cast.tarik)
    assert "Jouw zetel hoeft deze afspraak niet te tekenen." in page(tarik, url(made))
    assert send(tarik, url(made, "tekenen/"), number=1) == 403
    marijke = walk_in(cast.marijke)
    assert [send(marijke, url(made, "tekenen/"), number=1) for _ in "ab"] == [302, 409]
    assert "Je tekende. We wachten op de anderen." in page(marijke, url(made))


def test_the_proposer_takes_it_back(cast: Cast) -> None:
    made = agreement(cast)
    assert "Trek de afspraak in" not in page(walk_in(cast.ilse), url(made))
    assert send(walk_in(cast.ilse), url(made, "intrekken/")) == 403
    assert send(walk_in(cast.marijke), url(made, "intrekken/")) == 302
    assert Agreement.objects.get().state == WITHDRAWN
    assert send(walk_in(cast.ilse), url(made, "tekenen/"), number=1) == 409


def test_what_lapsed_is_not_called_taken_back(cast: Cast) -> None:
    """Nobody did that: what it stood on ended. Page, list and API say so, like the mail and the report."""
    made = agreement(cast)
    stop_initiative.stop(by=cast.marijke, initiative=made.initiative, lesson="Te nat.", at=cast.tick())
    visitor = walk_in(None)
    texts = [page(visitor, one) for one in (url(made), "/afspraken/?stand=ingetrokken")]
    assert [("Vervallen<" in text, "Ingetrokken<" in text) for text in texts] == [(True, False)] * 2
    assert made.what not in page(visitor, "/afspraken/?stand=alles")
    assert visitor.get(f"/api/v1/afspraken/{made.public_id}").json()["status"] == "vervallen"
    assert page(visitor, f"/initiatief/{made.initiative.public_id}/verslag/").count("vervallen") == 1


@pytest.mark.django_db(transaction=True)
def test_a_database_in_which_the_room_was_called_projects_keeps_its_agreements(cast: Cast) -> None:
    """0.1.0 kept what lapsed as taken back; the journal knows which it was."""
    for made in (agreement(cast), agreement(cast)):
        Agreement.objects.filter(pk=made.pk).update(state=WITHDRAWN)
    facts = Entry.objects.filter(kind="agreement.proposed", subject=made.public_id)
    facts.update(kind="agreement.withdrawn", data={"lapsed": True})
    migration = import_module("middenstip.domain.agreements.migrations.0001_initial")
    with connection.schema_editor() as editor:
        for old, new in migration.TABLES.items():
            editor.alter_db_table(Agreement, new, old)
        migration.take_over(apps, editor)
    assert list(Agreement.objects.order_by("pk").values_list("state", flat=True)) == ["withdrawn", "lapsed"]


def test_what_is_late_says_so_and_ends_with_a_reason(cast: Cast) -> None:
    made = signed(cast)
    late = made.due_on + timedelta(days=9)
    with clock.frozen(cast.at.replace(year=late.year, month=late.month, day=late.day)):
        ilse = walk_in(cast.ilse)
        assert "9 dagen te laat" in page(ilse, url(made))
        assert "9 dagen te laat" in page(walk_in(None), "/afspraken/?stand=te-laat")
        assert send(ilse, url(made, "gedaan/")) == 403  # the one it was promised to says so
        assert send(ilse, url(made, "niet-gehaald/"), why_not=" ") == 422
        assert send(ilse, url(made, "niet-gehaald/"), why_not=WHY) == 302
        assert WHY in page(walk_in(None), url(made))
    assert Agreement.objects.get().state == NOT_MET
    assert "Niet gehaald" in page(walk_in(None), "/afspraken/?stand=niet-gehaald")


def test_bad_input_is_a_clear_sentence_and_what_was_typed_stays(cast: Cast) -> None:
    goal, ilse = shared(cast), walk_in(cast.ilse)
    where = f"/opgave/{goal.public_id}/afspraak/"
    wrong: tuple[tuple[dict[str, object], str], ...] = (
        ({"what": ""}, "id_what_error"),
        ({"what": "x" * 1001}, "id_what_error"),
        ({"due_on": "31 februari"}, "id_due_on_error"),
        ({"due_on": "2020-01-01"}, "Kies een dag die nog komt."),
        ({"promisee": cast.ilse.seat_public_id}, "Kies twee verschillende partijen"),
        ({"promisor": cast.tarik.seat_public_id}, "id_promisor_error"),
        ({"also_sign": ["bestaatniet"]}, "id_also_sign_error"),
    )
    for more, sentence in wrong:
        answer = ilse.post(where, _told(cast, **more))
        assert answer.status_code == 422, more
        assert sentence in answer.content.decode(), more
        assert "De buren weten het." in answer.content.decode()
    assert send(ilse, where, **_told(cast, what="a\x00b")) == 400
    assert Agreement.objects.count() == 0
    assert send(walk_in(cast.tarik), where, **_told(cast)) == 403
    assert ilse.get("/afspraak/bestaatniet/").status_code == 404
    assert ilse.get("/afspraken/?na=2026-13-45").status_code == 400
    assert ilse.get("/afspraken/?stand=onzin&helft=geen").status_code == 200


def test_only_a_shared_goal_carries_agreements(cast: Cast) -> None:
    goal = shared(cast)
    ilse = walk_in(cast.ilse)
    send(ilse, f"/opgave/{goal.public_id}/versie/", number=1, text="Toch anders.")
    answer = ilse.get(f"/opgave/{goal.public_id}/afspraak/")
    assert answer.status_code == 403
    assert "Afspraken maken kan pas als alle drie de helften ja zeiden" in answer.content.decode()


def test_the_list_narrows_by_stand_half_area_and_party(cast: Cast) -> None:
    made = agreement(cast)
    visitor, link = walk_in(None), f"/afspraak/{made.public_id}/"
    city = Organisation.objects.get(name="gemeente Deventer").public_id
    nursery = Organisation.objects.get(name="Kwekerij De Esch").public_id
    found = {
        query: link in page(visitor, f"/afspraken/?{query}")
        for query in (
            "", "stand=tekenen", "stand=loopt", "stand=te-laat", "helft=overheid", "helft=ondernemers",
            "gebied=WK015014", "gebied=GM0957", f"partij={city}", f"partij={nursery}",
        )
    }  # fmt: skip
    assert [query for query, is_there in found.items() if is_there] == [
        "",
        "stand=tekenen",
        "helft=overheid",
        "gebied=WK015014",
        f"partij={city}",
    ]
    assert "De gemeente is overheid." in page(visitor, f"/partij/{city}/")
    assert link in page(visitor, f"/partij/{city}/")
    assert visitor.get("/partij/bestaatniet/").status_code == 404


def test_the_list_goes_on_where_it_stopped(cast: Cast) -> None:
    _copies(agreement(cast), 29)
    first = walk_in(None).get("/afspraken/?helft=overheid")
    second = walk_in(None).get("/afspraken/" + first.context["next_url"])
    urls = [line["url"] for answer in (first, second) for line in answer.context["lines"]]
    assert (len(first.context["lines"]), len(urls), len(set(urls))) == (25, 30, 30)


def test_the_promise_is_one_sentence() -> None:
    assert promise("De grond is schoon. En er is water.") == "de grond is schoon"
    assert promise("Deventer betaalt.\nElk jaar.") == "Deventer betaalt"


def test_queries_do_not_grow(cast: Cast) -> None:
    made = agreement(cast)
    city = Organisation.objects.get(name="gemeente Deventer").public_id
    ilse, visitor = walk_in(cast.ilse), walk_in(None)
    page(ilse, "/afspraken/")  # fills the caches of the frame
    for rows in (1, 30):
        if rows == 30:
            _copies(made, 29)
            _signers(made, 27)
        for client in (visitor, ilse):
            with at_most(3):
                page(client, "/afspraken/")
            with at_most(6):
                page(client, url(made))
            with at_most(13):  # the figures of five rooms, the functions, its photo
                page(client, f"/partij/{city}/")


def test_queries_of_an_act(cast: Cast) -> None:
    goal, clients = shared(cast), [walk_in(one) for one in (cast.ilse, cast.bas, cast.marijke)]
    page(clients[0], "/afspraken/")
    with at_most(20):  # nine of moderation: paused, text (3), person, setting, told before, today, count
        send(clients[0], f"/opgave/{goal.public_id}/afspraak/", **_told(cast))
    made = Agreement.objects.get()
    with at_most(20):
        words = {"due_on": "2034-03-01", "conditions": ""}
        send(clients[1], url(made, "veranderen/"), number=1, what="Alles is schoon.", **words)
    for client in clients:
        with at_most(16):
            send(client, url(made, "tekenen/"), number=2)
    with at_most(16):
        send(clients[2], url(made, "gedaan/"))
    assert Agreement.objects.get().state == DONE


def _copies(made: Agreement, count: int) -> None:
    names = [f.name for f in Agreement._meta.fields if f.name not in ("id", "public_id")]
    kept = {name: getattr(made, name) for name in names}
    Agreement.objects.bulk_create(Agreement(**kept) for _ in range(count))


def _signers(made: Agreement, count: int) -> None:
    area = made.area
    seats = Seat.objects.bulk_create(
        Seat(title=f"winkelier {n}", half="ondernemers", area=area) for n in range(count)
    )
    Signature.objects.bulk_create(Signature(agreement=made, seat=seat) for seat in seats)


def test_a_form_is_there_only_when_something_can_be_changed(cast: Cast) -> None:
    made, marijke = agreement(cast), walk_in(cast.marijke)
    propose = f"/opgave/{Goal.objects.get().public_id}/afspraak/"
    assert [marijke.head(one).status_code for one in (propose, url(made, "veranderen/"))] == [200, 200]
    for actor in (cast.marijke, cast.ilse, cast.bas):
        sign_agreement.sign(by=actor, agreement=made, number=1, at=cast.tick())
    answer = marijke.get(url(made, "veranderen/"))
    assert answer.status_code == 409
    assert "De stand van de afspraak is: loopt." in answer.content.decode()


def test_a_day_that_changed_meanwhile_is_shown_too(cast: Cast) -> None:
    made = agreement(cast)
    words = {"what": made.what, "conditions": made.conditions, "number": 1}
    assert send(walk_in(cast.ilse), url(made, "veranderen/"), due_on="2034-03-01", **words) == 302
    late = walk_in(cast.bas).post(url(made, "veranderen/"), {**words, "due_on": "2034-05-01"})
    assert late.status_code == 409
    assert "<p>Uiterlijk 1 maart 2034</p>" in late.content.decode()


def test_only_what_was_signed_with_a_pen_says_so(cast: Cast) -> None:
    made = agreement(cast)
    sign_agreement.sign(by=cast.ilse, agreement=made, number=1, at=cast.tick())
    assert "op papier" not in page(walk_in(None), url(made))
    Signature.objects.filter(agreement=made, seat=cast.ilse.seat_id).update(on_paper=True)
    assert page(walk_in(None), url(made)).count(", op papier") == 1


def test_the_page_of_the_initiative_names_who_is_promised_something(cast: Cast) -> None:
    """The organisation, or else who sits in the own seat, as on the agreement itself; nobody else."""
    made, visitor = agreement(cast), walk_in(None)
    start = f"/initiatief/{made.initiative.public_id}/"
    assert "<b>Gemeente Deventer</b> aan <b>Marijke Wolterink</b>" in page(visitor, start)
    parties.leave_seat(person=person(cast.marijke), seat=seat_of(cast.marijke), at=cast.tick())
    assert "<b>Gemeente Deventer</b> aan <b>een bewoner van Lettele</b>" in page(visitor, start)
