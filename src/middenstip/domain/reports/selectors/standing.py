"""How one initiative stands: everything around it that its page shows, in two queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
from middenstip.domain.parties.models import Membership
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.domain.reports.selectors.ball import AgreementAt, CaseAt, ChairAt, GoalAt, Party
from middenstip.kernel.half import halves_of

Row = dict[str, Any]
# One shape for all kinds, so that they fit in one UNION.
_TEXT = ("kind", "id", "state", "text", "extra", "more", "half", "title", "organisation", "name")
_OTHER = ("half_2", "title_2", "organisation_2", "half_3", "title_3", "organisation_3")
COLUMNS = (*_TEXT, *_OTHER, "on", "at", "at_2", "at_3", "number", "seat")


@dataclass(frozen=True)
class Standing:
    """Rows (flat dicts of `COLUMNS`) by kind, and the table with its chairs."""

    case: Row | None = None
    partners: list[Row] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    news: list[Row] = field(default_factory=list)
    agreements: list[Row] = field(default_factory=list)


def standing_of(initiative: Initiative, news: int = 3) -> Standing:
    """Case, help, themes, the last `news` and the agreements of an initiative. One query."""
    parts = [
        _rows("case", Case.objects.filter(initiative=initiative), _CASE),
        _rows("partner", _helping(initiative), _PARTNER),
        _rows("theme", InitiativeTheme.objects.filter(initiative=initiative), {"text": F("theme")}),
        _rows("update", _latest(initiative, news), _UPDATE),
        _rows("agreement", _agreements(initiative), _AGREEMENT),
    ]
    found: dict[str, list[Row]] = {"case": [], "partner": [], "theme": [], "update": [], "agreement": []}
    for prefixed in parts[0].union(*parts[1:], all=True):
        row = {key.removeprefix("c_"): value for key, value in prefixed.items()}
        found[row["kind"]].append(row)
    return Standing(
        case=found["case"][0] if found["case"] else None,
        partners=sorted(found["partner"], key=lambda row: row["at"]),
        themes=[row["text"] for row in found["theme"]],
        news=sorted(found["update"], key=lambda row: row["at"], reverse=True),
        agreements=sorted(found["agreement"], key=lambda row: (row["on"], row["id"])),
    )


def table_of(initiative: Initiative) -> list[Row]:
    """The newest table of an initiative: a row per chair, at least one row when there is a table. One query.

    Each row has the goal (`public_id`, `title`, `state`, `number`, `halves_present`, `halves_yes`,
    `changed_at`), its text as it lies there with `proposed_at`, and the chair: `seat`, `half`, `label`
    parts, `name`, `answer`, `condition`, `answered_at` (None when silent).
    """
    newest = Goal.objects.filter(initiative=initiative).order_by("-opened_at", "-pk").values("pk")[:1]
    version = Version.objects.filter(goal=OuterRef("pk"), number=OuterRef("number"))
    answer = Answer.objects.filter(
        version__goal=OuterRef("pk"), version__number=OuterRef("number"), seat=OuterRef("chair__seat")
    )
    rows = Goal.objects.filter(pk__in=Subquery(newest)).annotate(
        chair=FilteredRelation("chairs", condition=Q(chairs__left_at=None)),
        text=Subquery(version.values("text")[:1]),
        proposed_at=Subquery(version.values("at")[:1]),
        seat=F("chair__seat"),
        half=F("chair__seat__half"),
        function=F("chair__seat__title"),
        organisation=F("chair__seat__side__organisation__name"),
        name=_sitter("chair__seat"),
        answer=Subquery(answer.values("answer")[:1]),
        condition=Subquery(answer.values("condition")[:1]),
        answered_at=Subquery(answer.values("at")[:1]),
    )
    columns = ("public_id", "title", "state", "number", "halves_present", "halves_yes", "changed_at")
    more = ("text", "proposed_at", "seat", "half", "function", "organisation", "name")
    return list(rows.order_by("chair__pk").values(*columns, *more, "answer", "condition", "answered_at"))


def case_at(row: Row | None) -> CaseAt | None:
    """The case as `ball_of` takes it."""
    if row is None:
        return None
    return CaseAt(
        state=row["state"],
        handler=_party(row) if row["half"] else None,
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
        ChairAt(_party(row | {"title": row["function"]}), row["answer"] or "") for row in table if row["half"]
    ]
    missing = [half.value for half in halves_of(7 & ~table[0]["halves_present"])]
    return GoalAt(table[0]["state"], chairs, missing, table[0]["changed_at"])


def agreements_at(rows: list[Row]) -> list[AgreementAt]:
    """The agreements as `ball_of` takes them."""
    return [
        AgreementAt(
            state=row["state"],
            what=row["text"],
            due_on=row["on"],
            promisor=_party(row),
            signer=_party(row, "_3") if row["half_3"] else None,
        )
        for row in rows
    ]


def _party(row: Row, suffix: str = "") -> Party:
    title, organisation = row[f"title{suffix}"], row[f"organisation{suffix}"]
    label = f"{title}, {organisation}" if organisation else title
    name = "" if suffix else row["name"]
    return Party(name or organisation or title, label, row[f"half{suffix}"])


def _sitter(seat: str) -> Coalesce:
    sits = Membership.objects.filter(seat=OuterRef(seat), until_on=None).order_by("pk")
    return Coalesce(Subquery(sits.values("person__name")[:1]), Value(""))


def _unsigned(column: str) -> Coalesce:
    waits = Signature.objects.filter(agreement=OuterRef("pk"), at=None).order_by("pk")
    return Coalesce(Subquery(waits.values(column)[:1]), Value(""))


def _empty() -> dict[str, Any]:
    none = Value(None)
    blank: dict[str, Any] = {key: Value("", output_field=TextField()) for key in (*_TEXT, *_OTHER)}
    blank |= {key: Cast(none, DateTimeField()) for key in ("at", "at_2", "at_3")}
    blank |= {key: Cast(none, IntegerField()) for key in ("number", "seat")}
    return blank | {"on": Cast(none, DateField())}


def _rows(kind: str, rows: QuerySet[Any], columns: Mapping[str, Any]) -> QuerySet[Any, Row]:
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
    "name": _sitter("handler"),
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
    "name": _sitter("seat"),
    "at": F("offered_at"),
    "number": F("reins_number"),
    "seat": F("seat_id"),
    **_half("seat"),
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
    **_half("promisor"),
    **_half("promisee", "_2"),
    "half_3": _unsigned("seat__half"),
    "title_3": _unsigned("seat__title"),
    "organisation_3": _unsigned("seat__side__organisation__name"),
}


def _helping(initiative: Initiative) -> QuerySet[Partner]:
    return Partner.objects.filter(initiative=initiative, state__in=["offered", "accepted"])


def _latest(initiative: Initiative, news: int) -> QuerySet[Update]:
    newest = Update.objects.filter(initiative=initiative).order_by("-at", "-pk").values("pk")[:news]
    return Update.objects.filter(pk__in=Subquery(newest))


def _agreements(initiative: Initiative) -> QuerySet[Agreement]:
    return Agreement.objects.filter(initiative=initiative).exclude(state="withdrawn")
