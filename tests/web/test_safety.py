"""A borrowed session is not enough: what changes the door takes a code, is mailed, and can be ended."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client, override_settings

from middenstip.domain.parties.models import Device, Person
from middenstip.domain.parties.tasks import forget_pending
from middenstip.kernel import clock
from tests.cast import Cast, person
from tests.web.at_the_door import Visitor, walk_in

LOGIN, CODE, EMAIL = "/inloggen/", "/inloggen/code/typen/", "/inloggen/e-mail/"
AGAIN = "/inloggen/code/opnieuw/"
FOX = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"


def code() -> str:
    return re.findall(r"code is: (\S+)", mail.outbox[-1].body)[-1]


def address(cast: Cast) -> str:
    return person(cast.marijke).email or ""


def log_in(cast: Cast, agent: str = FOX) -> Client:
    client = Visitor(headers={"user-agent": agent})
    client.post(LOGIN, {"email": address(cast)})
    client.post(CODE, {"code": code()})
    return client


def test_a_borrowed_session_changes_no_address_without_a_code_to_the_old_one(cast: Cast) -> None:
    borrowed = walk_in(cast.marijke)
    answer = borrowed.post(EMAIL, {"action_add": "1", "email": "dief@voorbeeld.example"})
    assert answer.headers["Location"] == f"{AGAIN}?next=%2Finloggen%2Fe-mail%2F"
    assert borrowed.get("/inloggen/sleutels/passkeys/nieuw/").headers["Location"].startswith(AGAIN)
    assert mail.outbox == []

    assert "Mail mij een code" in borrowed.get(answer.headers["Location"]).content.decode()
    borrowed.post(AGAIN, {"act": "mail", "next": EMAIL})
    assert mail.outbox[-1].to == [address(cast)]
    wrong = borrowed.post(AGAIN, {"code": "XXXXXX", "next": EMAIL})
    assert (wrong.status_code, "Deze code klopt niet." in wrong.content.decode()) == (422, True)
    assert borrowed.post(AGAIN, {"code": code(), "next": EMAIL}).headers["Location"] == EMAIL
    assert borrowed.post(EMAIL, {"action_add": "1", "email": "nieuw@voorbeeld.example"}).status_code == 302


def test_too_many_codes_for_this_are_refused_too(cast: Cast) -> None:
    marijke = walk_in(cast.marijke)
    with clock.frozen(cast.at):  # in one minute
        for _ in range(4):
            said = marijke.post(AGAIN, {"act": "mail"}, follow=True).content.decode()
    assert "Er gingen net al codes naar dit adres." in said
    assert len(mail.outbox) == 3


def test_the_old_address_hears_of_every_change(cast: Cast) -> None:
    old, new = address(cast), "nieuw@voorbeeld.example"
    own = {"email": old, "verified": True, "primary": True}
    EmailAddress.objects.get_or_create(user=person(cast.marijke), defaults=own)
    marijke = log_in(cast)
    mail.outbox.clear()
    marijke.post(EMAIL, {"action_add": "1", "email": new})
    assert [(one.to, new in one.body) for one in mail.outbox] == [([new], False), ([old], True)]
    given = re.findall(r"code is: (\S+)", mail.outbox[0].body)[0]
    marijke.post("/inloggen/e-mail/bevestigen/", {"code": given})
    mail.outbox.clear()
    marijke.post(EMAIL, {"action_primary": "1", "email": new})
    assert sorted(one.to[0] for one in mail.outbox) == sorted([old, new])
    # The mailbox is another one now: a code from the old one is no proof any more.
    assert marijke.post(EMAIL, {"action_remove": "1", "email": old}).headers["Location"].startswith(AGAIN)
    marijke.post(AGAIN, {"act": "mail"})
    marijke.post(AGAIN, {"code": code()})
    mail.outbox.clear()
    marijke.post(EMAIL, {"action_remove": "1", "email": old})
    assert sorted(one.to[0] for one in mail.outbox) == sorted([old, new])
    assert [one.email for one in EmailAddress.objects.filter(user=person(cast.marijke))] == [new]


def test_a_new_device_is_mailed_once_and_listed_without_a_network_address(cast: Cast) -> None:
    first = log_in(cast)
    assert "nieuw apparaat: Firefox op Android" in mail.outbox[-1].body
    sent = len(mail.outbox)
    log_in(cast)
    assert len(mail.outbox) == sent + 1  # the code alone
    page = first.get("/mijn/apparaten/").content.decode()
    assert page.count("Firefox op Android") == 2
    assert page.count("(dit apparaat)") == 1
    assert "127.0.0.1" not in page[page.index("<h1") : page.index("</main>")]
    assert first.get("/mijn/gegevens/").json()["apparaten"][0]["apparaat"] == "Firefox op Android"


@pytest.mark.parametrize(
    ("agent", "word"),
    [
        ("", "Onbekend apparaat"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge op Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari op iPhone"),
        ("curl/8 Linux", "Linux"),
    ],
)
def test_a_device_has_a_word(cast: Cast, agent: str, word: str) -> None:
    marijke = log_in(cast, agent)
    assert Device.objects.get().word == word
    assert word in marijke.get("/mijn/apparaten/").content.decode()


def test_logging_out_everywhere_ends_all_sessions_also_those_not_listed(cast: Cast) -> None:
    here, there, unlisted = log_in(cast), log_in(cast), walk_in(cast.marijke)
    assert here.post("/mijn/apparaten/uit/").status_code == 302
    assert [one.get("/mijn/").status_code for one in (here, there, unlisted)] == [302, 302, 302]
    assert Device.objects.count() == 0
    assert log_in(cast).get("/mijn/").status_code == 200


def test_logging_out_here_forgets_this_device(cast: Cast) -> None:
    log_in(cast).post("/inloggen/uit/")
    log_in(cast)
    assert Device.objects.count() == 1
    forget_pending(clock.now() + timedelta(days=62))
    assert Device.objects.count() == 0


def test_erasing_ends_every_session_at_once(cast: Cast) -> None:
    here, there = log_in(cast), log_in(cast)
    kept = Session.objects.count()
    here.post("/mijn/wissen/", {"sure": "on"})
    assert there.get("/mijn/").status_code == 302
    assert (Device.objects.count(), Session.objects.count() < kept) == (0, True)
    stored = [one.get_decoded() for one in Session.objects.all()]
    assert "marijke@" not in str(stored)
    assert Person.objects.get(pk=cast.marijke.person_id).email is None


@override_settings(GUARD_ROLES=True)
def test_a_role_that_reads_data_of_others_counts_only_with_a_passkey(cast: Cast) -> None:
    samira = walk_in(cast.samira)
    assert "Je rol telt pas als je met een passkey inlogt" in samira.get("/mijn/").content.decode()
    assert samira.get("/balie/nieuw/").status_code == 403
    session = samira.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(cast.samira.person_id)
    session.save()
    assert "Je rol telt pas" not in samira.get("/mijn/").content.decode()
    assert samira.get("/balie/nieuw/").status_code == 200


@override_settings(GUARD_ROLES=True)
def test_giving_a_role_takes_a_fresh_code_and_a_session_with_a_role_is_short(cast: Cast) -> None:
    noor = Visitor()
    noor.post(LOGIN, {"email": person(cast.noor).email})
    noor.post(CODE, {"code": code()})
    assert noor.session.get_expiry_age() <= 12 * 3600
    assert noor.get("/technisch-beheer/").status_code == 302
    late = walk_in(cast.noor)
    assert late.get("/gebied/GM0150/rollen/geven/").headers["Location"].startswith(AGAIN)
    assert late.post("/gebied/GM0150/rollen/1/beeindigen/").headers["Location"].startswith(AGAIN)
    assert noor.get("/gebied/GM0150/rollen/geven/").status_code == 403  # fresh, and still no passkey


def test_in_the_demo_roles_are_open(cast: Cast) -> None:
    assert walk_in(cast.samira).get("/balie/nieuw/").status_code == 200
