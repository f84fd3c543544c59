"""Nothing grows for ever unseen: docs/beheer/groei.md names every table, with its term."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps
from django.db.models import EmailField

from tests.architecture.test_rooms import ALL_KEPT, AT_THE_DOOR, relations

TEXT = (Path(__file__).parents[2] / "docs/beheer/groei.md").read_text()
# Addresses of people who are no rows of ours yet, or of nobody: each table has a term in groei.md.
STRANGERS = {
    "parties.PendingClaim.email",
    "goals.Link.address",
    "moderation.Complaint.email",
    "notices.UrgentMail.to",
}


def test_every_table_is_in_the_list_of_what_grows() -> None:
    named = set(re.findall(r"`(\w+)`", TEXT))
    stored = {model._meta.db_table for model in apps.get_models()}
    assert sorted(stored - named) == []
    gone = {name for name in named - stored if "_" in name and not name.startswith("matching_")}
    assert gone - {"FILES_URL"} == set()


def test_every_table_has_a_term_or_stays_as_what_people_wrote() -> None:
    terms, written = TEXT.split("## Wat mensen schreven")
    terms = terms.split("## Wat blijft, en tot wanneer")[1]
    for model in apps.get_models():
        table = model._meta.db_table
        assert (f"`{table}`" in terms) != (f"`{table}`" in written), table


def test_everything_kept_of_a_person_has_a_term_that_they_can_read() -> None:
    assert [one.word for one in ALL_KEPT if not one.under.long.strip()] == []


def test_every_address_belongs_to_a_person_or_has_a_term() -> None:
    addresses = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, EmailField)
    }
    of_people = {name.rpartition(".")[0] for name in relations()} | {"parties.Person"}
    assert {
        one
        for one in addresses
        if one.rpartition(".")[0] not in of_people - {"goals.Link", "moderation.Complaint"}
    } == STRANGERS
    terms = TEXT.split("## Wat mensen schreven")[0]
    for name in (*STRANGERS, *AT_THE_DOOR):
        table = apps.get_model(name.rpartition(".")[0])._meta.db_table
        assert f"`{table}`" in terms, table


def test_rows_are_counted_without_reading_them() -> None:
    """`Count("pk")` reads a column, and with it PostgreSQL leaves the index that was made for the count."""
    source = Path(__file__).parents[2] / "src/middenstip"
    assert [path.name for path in source.rglob("*.py") if 'Count("pk")' in path.read_text()] == []
