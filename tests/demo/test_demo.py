"""The demo has every stage, a missing half, and agreements that are open, done, late and not met."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from middenstip.demo.history import play
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.budgeting.models import Ballot, Budget
from middenstip.domain.deliberation.models import Decision, Inquiry
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.domain.learning.models import CaseStudy
from middenstip.domain.learning.selectors import use_counts
from middenstip.domain.matching.models import Introduction, Listing, Movement
from middenstip.domain.moderation.models import Review
from middenstip.domain.questions.models import Question
from middenstip.journal.models import Entry

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_the_demo_has_every_stage_and_outcome() -> None:
    call_command("import_areas", compact=AREA, only="GM0150", active=True, verbosity=0)

    said: list[str] = []
    assert play(NOW, said.append) == 26
    assert Initiative.objects.count() == 28  # two plans of last year’s budget go on

    assert said[0].startswith("Ik verzin ")
    assert said[-1].startswith("Ik vertel verhaal 26 van 26: ")

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
    assert list(Decision.objects.order_by("pk").values_list("outcome", flat=True)) == ["adopted", "stalemate"]
    inquiry = Inquiry.objects.get()
    assert inquiry.participants.count() >= 150
    assert inquiry.result["certified"]
    hours = {timezone.localtime(at).hour for at in Entry.objects.values_list("at", flat=True)}
    assert hours <= set(range(9, 21))


@pytest.mark.django_db
def test_the_demo_has_three_reports_one_open_one_appealed_and_one_kept() -> None:
    call_command("import_areas", compact=AREA, only="GM0150", active=True, verbosity=0)
    play(NOW)
    assert set(Review.objects.values_list("state", "outcome")) == {
        ("open", ""),
        ("appealed", "hide"),
        ("decided", "keep"),
    }
    questions = Question.objects.public()
    assert (questions.count(), questions.filter(state="open").count()) == (12, 2)
    assert questions.exclude(raised_at=None).count() == 1
    budgets = Budget.objects.order_by("drafted_at").values_list("state", "ballot_count")
    assert list(budgets) == [("finished", 14), ("voting", 0), ("rules", 0)]
    assert Ballot.objects.filter(budget__state="voting").count() == 8
    movement = Movement.objects.get()
    members = movement.members.order_by("pk").values_list("state", flat=True)
    assert (movement.state, list(members)) == ("moving", ["joined", "joined", "joined", "invited", "wants"])
    assert Listing.objects.count() >= 30
    met = Introduction.objects.values_list("state", flat=True)
    assert {"asked", "met", "agreed", "done"} <= set(met)
    studies = CaseStudy.objects.public()
    assert (studies.count(), studies.filter(outcome="mislukt").count()) == (8, 3)
    assert set(use_counts()) == {"beheer", "geld", "samenwerking", "stoppen"}
