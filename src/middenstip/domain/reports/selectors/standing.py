"""How one initiative stands: everything around it that its page shows, in one query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from middenstip.domain.goals.models import Answer, Goal, Version
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme, Partner, Update
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import party_in, sitter
from middenstip.domain.projects.lifecycle import VOID
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.domain.reports.selectors.ball import AgreementAt, CaseAt, ChairAt, GoalAt, Party
from middenstip.domain.reports.selectors.names import signed_halves
from middenstip.kernel.half import halves_of
from middenstip.kernel.prepared import Prepared

Row = dict[str, Any]
# One shape for all kinds, so that they fit in one UNION.
_TEXT = ("kind", "id", "state", "text", "extra", "more", "half", "title", "organisation", "name")
_OTHER = ("half_2", "title_2", "organisation_2", "half_3", "title_3", "organisation_3")
_NUMBERS = ("number", "number_2", "number_3", "seat")
_KINDS = ("case", "partner", "theme", "update", "agreement", "chair")
COLUMNS = (*_TEXT, *_OTHER, *_NUMBERS, "on", "at", "at_2", "at_3")


@dataclass(frozen=True)
class Standing:
    """Rows (flat dicts of `COLUMNS`) by kind, and the table with its chairs."""

    case: Row | None = None
    partners: list[Row] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    news: list[Row] = field(default_factory=list)
    agreements: list[Row] = field(default_factory=list)
    table: list[Row] = field(default_factory=list)


def standing_of(initiative: Initiative, on: date, news: int = 3) -> Standing:
    """Case, help, themes, the last `news`, the agreements and the newest table of an initiative. One query.

    `table` has a row per chair, and at least one row when there is a table: the goal (`public_id`,
    `title`, `state`, `version` (0 before the first), `present` and `yes` (halves as bits), `changed_at`,
    the `text` that lies there and `proposed_at`) and the chair (`chair`, `half` ("" for no chair),
    `title_of`, `organisation`, `name`, `answer` ("" when silent), `condition`, `answered_at`).
    """
    found: dict[str, list[Row]] = {kind: [] for kind in _KINDS}
    for values in _standing(news).rows(initiative=initiative.pk, on=on):
        row = dict(zip(COLUMNS, values, strict=True))
        found[row["kind"]].append(row)
    return Standing(
        case=found["case"][0] if found["case"] else None,
        partners=sorted(found["partner"], key=lambda row: row["at"]),
        themes=[row["text"] for row in found["theme"]],
        news=sorted(found["update"], key=lambda row: row["at"], reverse=True),
        agreements=sorted(found["agreement"], key=lambda row: (row["on"], row["id"])),
        table=sorted(map(_chair, found["chair"]), key=lambda row: row["chair"] or 0),
    )


@cache
def _standing(news: int) -> Prepared:
    return Prepared(partial(_everything, news=news), keys=["initiative"], days=["on"])


def _everything(initiative: int, on: date, news: int) -> QuerySet[Any, Any]:
    parts = [
        _rows(
            "case",
            Case.objects.filter(initiative=initiative),
            _CASE | {"name": sitter("handler", on, HANDLER)},
        ),
        _rows("partner", _helping(initiative), _PARTNER | {"name": sitter("seat", on)}),
        _rows("theme", InitiativeTheme.objects.filter(initiative=initiative), {"text": F("theme")}),
        _rows("update", _latest(initiative, news), _UPDATE),
        _rows("agreement", _agreements(initiative), _AGREEMENT | _sides(on)),
        _rows("chair", _newest_table(initiative), _CHAIR | {"name": sitter("chair__seat", on)}),
    ]
    everything: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return everything


def _chair(row: Row) -> Row:
    """The shared columns under the names that fit a chair."""
    return {mine: row[shared] for mine, shared in _AS_CHAIR.items()}


def case_at(row: Row | None) -> CaseAt | None:
    """The case as `ball_of` takes it; without a handler when that one got up or lost the role."""
    if row is None:
        return None
    return CaseAt(
        state=row["state"],
        handler=_party(row) if row["name"] else None,
        next_step=row["text"],
        moved_at=row["at"],
        due_on=row["on"],
        initiator_confirmed=row["at_2"] is not None,
        handler_confirmed=row["at_3"] is not None,
    )


def goal_at(table: list[Row]) -> GoalAt | None:
    """The table as `ball_of` takes it."""
    if not table:
        return None
    chairs = [
        ChairAt(_party(row | {"title": row["title_of"]}), row["answer"] or "") for row in table if row["half"]
    ]
    missing = [half.value for half in halves_of(7 & ~table[0]["present"])]
    return GoalAt(table[0]["state"], chairs, missing, table[0]["changed_at"])


def agreements_at(rows: list[Row], today: date) -> list[AgreementAt]:
    """The agreements as `ball_of` takes them."""
    return [
        AgreementAt(
            state=row["state"],
            what=row["text"],
            due_on=row["on"],
            promisor=_party(row),
            signer=_party(row, "_3") if row["half_3"] else None,
            is_over=row["on"] < today,
        )
        for row in rows
    ]


def _party(row: Row, suffix: str = "") -> Party:
    title, organisation = row[f"title{suffix}"], row[f"organisation{suffix}"]
    label = f"{title}, {organisation}" if organisation else title
    name = "" if suffix else row["name"]
    return Party(name or organisation or title, label, row[f"half{suffix}"])


def _sides(on: date) -> dict[str, Any]:
    """Who promises, to whom, and who signs next. A side is its organisation, or else who sits in the seat."""
    waits = Signature.objects.filter(agreement=OuterRef("pk"), at=None).order_by("pk")
    next_one = waits.annotate(side=party_in("seat", on))
    third = {"half_3": "seat__half", "title_3": "seat__title", "organisation_3": "side"}
    return {
        **_half("promisor"),
        **_half("promisee", "_2"),
        "organisation": party_in("promisor", on),
        "organisation_2": party_in("promisee", on),
        **{key: Coalesce(Subquery(next_one.values(column)[:1]), Value("")) for key, column in third.items()},
    }


def _empty() -> dict[str, Any]:
    none = Value(None)
    blank: dict[str, Any] = {key: Value("", output_field=TextField()) for key in (*_TEXT, *_OTHER)}
    blank |= {key: Cast(none, DateTimeField()) for key in ("at", "at_2", "at_3")}
    blank |= {key: Cast(none, IntegerField()) for key in _NUMBERS}
    return blank | {"on": Cast(none, DateField())}


def _rows(kind: str, rows: QuerySet[Any], columns: Mapping[str, Any]) -> Any:
    """These rows in the shape of `COLUMNS`; names get a `c_` in SQL, since a model may have the field."""
    shape = _empty() | {"kind": Value(kind, output_field=CharField())} | dict(columns)
    own = {f"c_{key}": shape[key] for key in COLUMNS}
    return rows.order_by().annotate(**own).values(*own)


def _half(seat: str, suffix: str = "") -> dict[str, Any]:
    return {
        f"half{suffix}": Coalesce(F(f"{seat}__half"), Value("")),
        f"title{suffix}": Coalesce(F(f"{seat}__title"), Value("")),
        f"organisation{suffix}": Coalesce(F(f"{seat}__side__organisation__name"), Value("")),
    }


_CASE: dict[str, Any] = {
    "id": F("public_id"),
    "state": F("state"),
    "text": F("next_step"),
    "extra": F("outcome"),
    "more": F("answer"),
    "on": F("due_on"),
    "at": F("moved_at"),
    "at_2": F("initiator_confirmed_at"),
    "at_3": F("handler_confirmed_at"),
    **_half("handler"),
}
_PARTNER: dict[str, Any] = {
    "id": F("public_id"),
    "state": F("state"),
    "text": F("brings"),
    "extra": F("gets"),
    "more": F("fears"),
    "at": F("offered_at"),
    "number": F("reins_number"),
    "seat": F("seat_id"),
    **_half("seat"),
}
_VERSION = Version.objects.filter(goal=OuterRef("pk"), number=OuterRef("number"))
_ANSWER = Answer.objects.filter(
    version__goal=OuterRef("pk"), version__number=OuterRef("number"), seat=OuterRef("chair__seat")
)
_CHAIR: dict[str, Any] = {
    "id": F("public_id"),
    "state": F("state"),
    "text": Coalesce(Subquery(_VERSION.values("text")[:1]), Value(""), output_field=TextField()),
    "extra": F("title"),
    "more": Coalesce(Subquery(_ANSWER.values("condition")[:1]), Value("")),
    "half_2": Coalesce(Subquery(_ANSWER.values("answer")[:1]), Value("")),
    "at": F("changed_at"),
    "at_2": Subquery(_VERSION.values("at")[:1]),
    "at_3": Subquery(_ANSWER.values("at")[:1]),
    "number": F("number"),
    "number_2": F("halves_present"),
    "number_3": F("halves_yes"),
    "seat": F("chair__pk"),
    **_half("chair__seat"),
}
_AS_CHAIR = {
    "public_id": "id",
    "title": "extra",
    "state": "state",
    "text": "text",
    "version": "number",
    "present": "number_2",
    "yes": "number_3",
    "changed_at": "at",
    "proposed_at": "at_2",
    "chair": "seat",
    "half": "half",
    "title_of": "title",
    "organisation": "organisation",
    "name": "name",
    "answer": "half_2",
    "condition": "more",
    "answered_at": "at_3",
}
_UPDATE: dict[str, Any] = {"text": F("text"), "at": F("at")}
_AGREEMENT: dict[str, Any] = {
    "id": F("public_id"),
    "state": F("state"),
    "text": F("what"),
    "extra": F("why_not"),
    "name": Value(""),
    "on": F("due_on"),
    "at": F("closed_at"),
    "number_2": signed_halves(),
}


def _helping(initiative: int) -> QuerySet[Partner]:
    return Partner.objects.filter(initiative=initiative, state__in=["offered", "accepted"])


def _latest(initiative: int, news: int) -> QuerySet[Update]:
    newest = Update.objects.filter(initiative=initiative).order_by("-at", "-pk").values("pk")[:news]
    return Update.objects.filter(pk__in=Subquery(newest))


def _agreements(initiative: int) -> QuerySet[Agreement]:
    return Agreement.objects.filter(initiative=initiative).exclude(state__in=VOID)


def _newest_table(initiative: int) -> QuerySet[Goal]:
    newest = Goal.objects.filter(initiative=initiative).order_by("-opened_at", "-pk").values("pk")[:1]
    chairs = FilteredRelation("chairs", condition=Q(chairs__left_at=None))
    return Goal.objects.filter(pk__in=Subquery(newest)).annotate(chair=chairs)
