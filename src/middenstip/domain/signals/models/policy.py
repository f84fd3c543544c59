"""New policy, and the initiatives it touches."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.signals.lifecycle import POLICIES
from middenstip.kernel.models import Row, Thing


class Policy(Thing):
    """A new policy, plan or rule of an organisation, sent to the initiatives it touches."""

    kind = models.CharField("soort", max_length=10, choices=list(POLICIES.items()))
    title = models.CharField("titel", max_length=120)
    text = models.TextField("wat verandert er?", max_length=2000)
    source = models.CharField("waar staat het?", max_length=300, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "nieuw beleid"
        constraints = [models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="policy_says_what")]
        indexes = [models.Index(fields=["-at", "-id"], name="policy_newest")]

    def __str__(self) -> str:
        return self.title


class Touch(Row):
    """One initiative that a policy touches, and what its initiator says about that."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="touches")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField("wat betekent dit voor jou?", max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["policy", "initiative"], name="touched_once")]
