"""`manage.py erase`: an administrator wipes somebody who cannot do it on the own page."""

from __future__ import annotations

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person
from middenstip.journal.models import Entry
from middenstip.journeys import submit_initiative
from middenstip.kernel.half import Half
from tests.cast import Cast, draft, person, submitted


def erase(by: str, **whom: str) -> str:
    said = StringIO()
    call_command("erase", by, **whom, stdout=said)
    return said.getvalue()


def test_name_address_and_drafts_go_and_what_happened_stays(cast: Cast) -> None:
    submitted(cast)
    draft(cast, "Nog geheim")
    marijke, noor = person(cast.marijke), person(cast.noor)
    EmailAddress.objects.create(user=marijke, email=marijke.email, verified=True, primary=True)
    assert noor.email
    assert marijke.email
    assert "Marijke Wolterink is gewist." in erase(noor.email, email=marijke.email)
    gone = person(cast.marijke)
    assert (gone.name, gone.email, EmailAddress.objects.count()) == ("", None, 0)
    assert Initiative.objects.get().title == "Voedselbos Lettele"
    assert Entry.objects.get(kind="person.erased").actor == cast.noor.person_id
    with pytest.raises(CommandError, match="kennen we niet"):
        erase(noor.email, email=marijke.email)


def test_who_has_no_address_is_found_by_the_number_of_the_idea(cast: Cast) -> None:
    told = submit_initiative.submit_on_paper(
        by=cast.samira,
        name="Opa Jan",
        email="",
        half=Half.RESIDENTS,
        area=submitted(cast).area,
        texts={"title": "Een bank", "what": "Bij de kerk.", "why": "Rust."},
        has_place=True,
        key="een-keer",
        at=cast.tick(),
    )
    noor = person(cast.noor).email
    assert noor
    assert "Opa Jan is gewist." in erase(noor, initiative=told.public_id)
    assert Person.objects.get(pk=told.initiator_id).erased_at


@pytest.mark.parametrize("by", ["samira@demo.middenstip.example", "niemand@voorbeeld.example"])
def test_nobody_but_an_administrator(cast: Cast, by: str) -> None:
    with pytest.raises(CommandError, match="geen beheerder"):
        erase(by, email="marijke@demo.middenstip.example")
    assert person(cast.marijke).email
