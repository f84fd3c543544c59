"""Everything the platform keeps about one person, to take along (AVG art. 15 and 20)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from middenstip.domain.goals.models import Answer, Letter
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties.models import Follow, Membership, Person
from middenstip.domain.projects.models import Signature


def my_data(person: Person) -> dict[str, Any]:
    """Plain values with Dutch keys, ready for JSON; moments as ISO 8601 text. Seven queries."""
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
        "hulp": _values(
            Partner.objects.filter(seat__in=own),
            {"initiatief": "initiative__public_id", "stand": "state", "aanbod": "brings", "hoop": "gets"}
            | {"zorg": "fears", "op": "offered_at"},
        ),
        "briefjes": _values(
            Letter.objects.filter(seat__in=own),
            {"opgave": "goal__public_id", "tekst": "text", "op": "written_at"},
        ),
        "antwoorden": _values(
            Answer.objects.filter(seat__in=own),
            {"opgave": "version__goal__public_id", "antwoord": "answer", "tenzij": "condition", "op": "at"},
        ),
        "handtekeningen": _values(
            Signature.objects.filter(person=person),
            {"afspraak": "agreement__public_id", "zin": "sentence", "op": "at"},
        ),
        "volgt": _values(
            Follow.objects.filter(person=person), {"soort": "kind", "wat": "target", "op": "at"}
        ),
    }


def _values(rows: Any, columns: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {word: _iso(value) for word, value in zip(columns, row, strict=True)}
        for row in rows.order_by("pk").values_list(*columns.values())
    ]


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
