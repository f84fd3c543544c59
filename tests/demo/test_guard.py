"""The demo and a real platform refuse each other's database, in one sentence."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from middenstip.demo.guard import OF_THE_DEMO, REAL, refuse_wrong_database
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from tests.cast import START, Cast


def test_a_real_platform_does_not_begin_where_the_cast_lives(cast: Cast, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured, match="verzonnen mensen") as no:
        refuse_wrong_database()
    assert str(no.value) == OF_THE_DEMO
    settings.DEMO = True
    refuse_wrong_database()


@pytest.mark.django_db
def test_the_demo_does_not_begin_in_a_real_platform(settings: Any) -> None:
    settings.DEMO = True
    refuse_wrong_database()  # an empty one is anybody's
    parties.register_person(email="jan@plein.example", name="Jan", at=START)
    with pytest.raises(ImproperlyConfigured) as no:
        refuse_wrong_database()
    assert str(no.value) == REAL
    settings.DEMO = False
    refuse_wrong_database()
    assert Person.objects.count() == 1
