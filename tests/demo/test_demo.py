"""The demo area is alive: every stage, a half that is missing, agreements open, done, late and failed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from middenstip.demo.history import play
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.domain.projects.models import Agreement
from middenstip.journal.models import Entry

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_the_demo_area_lives_through_the_journeys_that_people_use() -> None:
    call_command("import_areas", compact=AREA, only="GM0150", active=True, verbosity=0)

    assert play(NOW) == Initiative.objects.count() == 26

    stages = set(Initiative.objects.values_list("stage", flat=True))
    assert stages == set(STAGES.words) - {"draft"}
    assert set(Initiative.objects.exclude(outcome="").values_list("outcome", flat=True)) == {
        "gelukt",
        "deels",
        "mislukt",
    }
    assert Goal.objects.exclude(halves_present=7).count() >= 2
    assert set(Agreement.objects.values_list("state", flat=True)) == {"proposed", "open", "done", "not_met"}
    assert Agreement.objects.filter(state="open", due_on__lt=NOW.date()).exists()
    assert InitiativeTheme.objects.values("theme").distinct().count() >= 10
    assert not Entry.objects.filter(at__gt=NOW).exists()
    hours = {timezone.localtime(at).hour for at in Entry.objects.values_list("at", flat=True)}
    assert hours <= set(range(9, 21))
