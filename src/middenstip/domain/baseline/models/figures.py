"""The database tables of figures: which edition of which table, and the values in it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.kernel.models import Row


class Edition(Row):
    """One year of one table of a source, as it was loaded (uitgave). Every figure names its edition."""

    source = models.CharField(max_length=80)
    table = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    licence = models.CharField(max_length=60)
    file = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "table", "year"], name="edition_once_a_year"),
            models.CheckConstraint(condition=~Q(source="") & ~Q(licence=""), name="edition_has_source"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.table} {self.year}"


class Measure(Row):
    """One value of one indicator for one area. A null `value` is shown as *niet bekend*, never as 0."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="measures")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    key = models.SlugField(max_length=40, db_index=False)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    # The margins (95%) of a figure from a sample; null when the source has none.
    low = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "key", "edition"], name="measure_once_an_edition"),
            models.CheckConstraint(
                condition=Q(low=None, high=None) | Q(low__lte=F("value"), high__gte=F("value")),
                name="measure_lies_in_its_margins",
            ),
        ]
