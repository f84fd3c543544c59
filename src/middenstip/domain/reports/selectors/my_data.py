"""Everything the platform keeps about one person, to take along (AVG art. 15 and 20)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from middenstip.domain.goals.models import Answer, Letter
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.models import Follow, Membership, Person
from middenstip.domain.projects.models import Signature


def my_data(person: Person) -> dict[str, Any]:
    """Plain values with Dutch keys, ready for JSON; moments as ISO 8601 text. Three queries."""
    seats = Membership.objects.filter(person=person).select_related("seat__area", "seat__side__organisation")
    own = [row.seat_id for row in seats if row.seat.side_id is None]
    return {
        "naam": person.name,
        "e-mail": person.email,
        "sinds": _iso(person.joined_at),
        "zetels": [
            {
                "functie": row.seat.label,
                "helft": row.seat.half,
                "gebied": row.seat.area.code,
                "van": _iso(row.from_on),
                "tot": _iso(row.until_on),
            }
            for row in seats
        ],
        "initiatieven": _values(
            Initiative.objects.filter(initiator=person),
            {"code": "public_id", "naam": "title", "wat": "what", "waarom": "why", "motto": "motto"}
            | {"stap": "stage", "begonnen": "drafted_at", "verstuurd": "submitted_at", "geleerd": "lesson"},
        ),
        **_did(person, own),
    }


# What somebody did: our word, the model, whether it hangs on their own seats, its columns; a moment last.
_DID: dict[str, tuple[Any, bool, dict[str, str]]] = {
    "hulp": (
        Partner,
        True,
        {"initiatief": "initiative__public_id", "stand": "state", "aanbod": "brings", "hoop": "gets"}
        | {"zorg": "fears", "op": "offered_at"},
    ),
    "briefjes": (Letter, True, {"opgave": "goal__public_id", "tekst": "text", "op": "written_at"}),
    "antwoorden": (
        Answer,
        True,
        {"opgave": "version__goal__public_id", "antwoord": "answer", "tenzij": "condition", "op": "at"},
    ),
    "handtekeningen": (
        Signature,
        False,
        {"afspraak": "agreement__public_id", "zin": "sentence", "op": "at"},
    ),
    "volgt": (Follow, False, {"soort": "kind", "wat": "target", "op": "at"}),
}
_WIDEST = max(len(columns) for _model, _seat, columns in _DID.values())


def _did(person: Person, own: list[int]) -> dict[str, list[dict[str, Any]]]:
    """All of `_DID`, in the order in which it was written. One query."""
    first, *others = (_rows(word, person, own) for word in _DID)
    found: dict[str, list[dict[str, Any]]] = {word: [] for word in _DID}
    for word, _pk, at, *texts in first.union(*others, all=True).order_by("w_word", "w_pk"):
        columns = _DID[word][2]
        found[word].append(dict(zip(columns, (*texts[: len(columns) - 1], _iso(at)), strict=True)))
    return found


def _rows(word: str, person: Person, own: list[int]) -> QuerySet[Any, Any]:
    """Rows of one kind, in the one shape that all kinds share."""
    model, hangs_on_seat, columns = _DID[word]
    rows = model.objects.filter(seat__in=own) if hangs_on_seat else model.objects.filter(person=person)
    *texts, at = columns.values()
    shape = {"w_word": Value(word, output_field=TextField()), "w_pk": F("pk"), "w_at": F(at)}
    for place in range(_WIDEST - 1):
        said = F(texts[place]) if place < len(texts) else Value("")
        shape[f"w_{place}"] = Cast(said, TextField())
    found: QuerySet[Any, Any] = rows.order_by().annotate(**shape).values_list(*shape)
    return found


def _values(rows: Any, columns: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {word: _iso(value) for word, value in zip(columns, row, strict=True)}
        for row in rows.order_by("pk").values_list(*columns.values())
    ]


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
