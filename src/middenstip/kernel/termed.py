"""A row with a term: since when it runs, its last day, and the day of its next bell.

The day of the next bell is a column with an index, so that the daily job reads only what rings today, however
many rows there are. The row is locked, rung and given its next bell in one transaction: twice is once.
"""

from __future__ import annotations

from datetime import date

from django.db import models

from middenstip.kernel import term


class Termed(models.Model):
    """Columns of a term. Without `bell_on` no bell rings: nothing is waited for."""

    term_from = models.DateField(null=True, blank=True, editable=False)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    bell_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    TERM = ("term_from", "due_on", "bell_on")  # the columns, for `store`

    def start_term(self, start: date, days: int) -> None:
        """A term of this many working days begins."""
        self.term_from, self.due_on = start, term.after_working_days(start, days)
        self.bell_on, _kind = term.next_bell(start, self.due_on)

    def end_term(self) -> None:
        """Nothing rings any more. The last day stays, to count whether the answer was in time."""
        self.bell_on = None

    def ring(self, today: date) -> list[str]:
        """The kinds of the bells that ring now; sets the day of the next one. Empty when it is too early."""
        if self.bell_on is None or self.bell_on > today:
            return []
        assert self.term_from  # the three are set together
        assert self.due_on
        kinds = term.rung(self.term_from, self.due_on, self.bell_on, today)
        self.bell_on, _kind = term.next_bell(self.term_from, self.due_on, after=today)
        return kinds
