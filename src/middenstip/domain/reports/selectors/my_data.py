"""What the rooms keep about one person, to take along (AVG art. 15 and 20)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from middenstip.domain.goals.models import Answer, Letter, Version
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner, ReinsCard, Update
from middenstip.domain.intake.models import Action, Case, Note
from middenstip.domain.parties.models import Follow, Membership, Person
from middenstip.domain.projects.models import Agreement, Signature


def my_data(person: Person) -> dict[str, Any]:
    """Plain values with Dutch keys, ready for JSON; moments as ISO 8601 text. Three queries.

    What was done in a seat of an organisation belongs to that seat; what was signed, also to the person.
    """
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
            | {"stap": "stage", "begonnen": "drafted_at", "verstuurd": "submitted_at", "geleerd": "lesson"}
            | {"afloop": "outcome", "gebied": "area__code", "lengtegraad": "lon", "breedtegraad": "lat"}
            | {"ook commercieel": "is_hybrid"},
        ),
        **_did(person, own),
    }


PERSON, SEATS = "person", "seats"
# What somebody did or what is kept about them: our word, the model, the path to the person or to one of
# their own seats, its columns; a moment last.
_DID: dict[str, tuple[Any, str, str, dict[str, str]]] = {
    "regiekaarten": (
        ReinsCard,
        PERSON,
        "initiative__initiator",
        {"initiatief": "initiative__public_id", "vast": "fixed", "bespreekbaar": "negotiable"}
        | {"open": "open", "op": "at"},
    ),
    "thema’s": (
        InitiativeTheme,
        PERSON,
        "initiative__initiator",
        {"initiatief": "initiative__public_id", "thema": "theme", "op": "submitted_at"},
    ),
    "zaken": (
        Case,
        PERSON,
        "initiative__initiator",
        {"initiatief": "initiative__public_id", "uitslag": "outcome", "antwoord": "answer"}
        | {"volgende stap": "next_step", "op": "opened_at"},
    ),
    "nieuws": (
        Update,
        PERSON,
        "initiative__initiator",
        {"initiatief": "initiative__public_id", "tekst": "text", "op": "at"},
    ),
    "gesprekken": (
        Note,
        PERSON,
        "case__initiative__initiator",
        {"initiatief": "case__initiative__public_id", "verslag": "text", "op": "at"},
    ),
    "acties": (
        Action,
        SEATS,
        "owner",
        {"initiatief": "case__initiative__public_id", "tekst": "text", "stand": "state", "op": "planned_at"},
    ),
    "overgenomen acties": (
        Action,
        SEATS,
        "carrier",
        {"initiatief": "case__initiative__public_id", "tekst": "text", "tot": "carried_until"}
        | {"op": "planned_at"},
    ),
    "hulp": (
        Partner,
        SEATS,
        "seat",
        {"initiatief": "initiative__public_id", "stand": "state", "aanbod": "brings", "hoop": "gets"}
        | {"zorg": "fears", "op": "offered_at"},
    ),
    "briefjes": (Letter, SEATS, "seat", {"opgave": "goal__public_id", "tekst": "text", "op": "written_at"}),
    "versies": (Version, SEATS, "by", {"opgave": "goal__public_id", "tekst": "text", "op": "at"}),
    "antwoorden": (
        Answer,
        SEATS,
        "seat",
        {"opgave": "version__goal__public_id", "antwoord": "answer", "tenzij": "condition", "op": "at"},
    ),
    "beloften": (
        Agreement,
        SEATS,
        "promisor",
        {"afspraak": "public_id", "wat": "what", "als": "conditions", "stand": "state", "op": "proposed_at"},
    ),
    "handtekeningen": (
        Signature,
        PERSON,
        "person",
        {"afspraak": "agreement__public_id", "zin": "sentence", "op": "at"},
    ),
    "volgt": (Follow, PERSON, "person", {"soort": "kind", "wat": "target", "op": "at"}),
}
_WIDEST = max(len(columns) for *_where, columns in _DID.values())


def _did(person: Person, own: list[int]) -> dict[str, list[dict[str, Any]]]:
    """All of `_DID`, in the order in which it was written. One query."""
    first, *others = (_rows(word, person, own) for word in _DID)
    found: dict[str, list[dict[str, Any]]] = {word: [] for word in _DID}
    for word, _pk, at, *texts in first.union(*others, all=True).order_by("w_word", "w_pk"):
        columns = _DID[word][-1]
        found[word].append(dict(zip(columns, (*texts[: len(columns) - 1], _iso(at)), strict=True)))
    return found


def _rows(word: str, person: Person, own: list[int]) -> QuerySet[Any, Any]:
    """Rows of one kind, in the one shape that all kinds share."""
    model, whose, path, columns = _DID[word]
    rows = model.objects.filter(**({path: person} if whose == PERSON else {f"{path}__in": own}))
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
