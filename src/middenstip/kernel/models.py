"""Base models, and the receipts that make a repeated request harmless."""

from __future__ import annotations

from typing import Any, Self

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from middenstip.kernel.ids import LENGTH, new_id
from middenstip.kernel.verdict import Invalid


class Row(models.Model):
    """Base of our tables. Rows are written only with `store`: it checks, then saves."""

    class Meta:
        abstract = True

    def inspect(self, *fields: str) -> None:
        """Check these fields (none: all); raises `Invalid` with a Dutch sentence per field.

        Relations are left to the database constraints: checking them here costs a query each.
        SQLite ignores max_length, so this check makes both databases behave the same.
        """
        skip = {f.name for f in self._meta.fields if f.is_relation or (fields and f.name not in fields)}
        skip |= {f.name for f in self._meta.fields if f.null and getattr(self, f.attname) is None}
        try:
            self.clean_fields(exclude=skip)
        except ValidationError as error:
            texts = {_name(key): " ".join(said) for key, said in error.message_dict.items()}
            raise Invalid(texts) from error

    def store(self, *fields: str) -> Self:
        """Check, then save, these fields (none: all)."""
        self.inspect(*fields)
        self.save(update_fields=fields or None)
        return self


class Thing(Row):
    """A row with a public id, for use in URLs, mails and the API."""

    public_id = models.CharField(max_length=LENGTH, unique=True, default=new_id, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.public_id


class Receipt(models.Model):
    """A form that was handled. See `middenstip.kernel.once`."""

    key = models.CharField(max_length=64, primary_key=True)
    fingerprint = models.CharField(max_length=64)
    result = models.CharField(max_length=LENGTH, blank=True)
    at = models.DateTimeField(db_index=True)


class Tally(models.Model):
    """How often something was done in one period. See `middenstip.kernel.tally`."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)


def _name(key: Any) -> str:
    return "" if key == NON_FIELD_ERRORS else str(key)
