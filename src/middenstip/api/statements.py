"""/stellingen: the statements of a goal, with what each half finds of them."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import ID, HalfWord, Shape
from middenstip.domain.deliberation.selectors.opinions import statement_rows
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half

router = Router(tags=["stellingen"], by_alias=True)


class StatementsAsked(Window):
    """Filters for statements."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    opgave: str = Field(pattern=ID, description="Van deze opgave.")


class OpinionShape(Shape):
    """Wat één helft van een stelling vindt, zoals het laatst gemeten is."""

    helft: HalfWord
    ja: int
    nee: int
    weet_niet: int
    alle_leden: bool = Field(description="Of alle leden van deze helft gevraagd zijn.")
    zeker_ja: bool


class StatementShape(Shape):
    """Een stelling. Wie haar schreef staat er niet bij."""

    id: str
    tekst: str
    helften: list[OpinionShape] = Field(description="Leeg zolang er niet gemeten is.")
    gedeeld: bool = Field(description="Of alle drie de helften zeker ja zeggen.")
    op: datetime


class StatementPage(Shape):
    """Een bladzijde stellingen: de nieuwste eerst."""

    stellingen: list[StatementShape]
    links: PageLinks


@router.get(
    "",
    url_name="stellingen",
    operation_id="stellingen",
    response=StatementPage,
    summary="Stellingen van een opgave, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[StatementsAsked]) -> StatementPage:
    """The statements that can be answered. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = statement_rows(asked.opgave, int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    found = [
        StatementShape(
            id=row["public_id"],
            tekst=masked(row["text"]),
            helften=[
                OpinionShape(
                    helft=half.value,
                    ja=part["agree"],
                    nee=part["disagree"],
                    weet_niet=part["pass"],
                    alle_leden=bool(part["census"]),
                    zeker_ja=bool(part["certified"]),
                )
                for half in Half
                if (part := _measured(row).get(half.value))
            ],
            gedeeld=row["public_id"] in row["result"].get("certified", []),
            op=row["at"],
        )
        for row in page.rows
    ]
    return StatementPage(stellingen=found, links=page_links(request, page.after))


def _measured(row: dict[str, object]) -> dict[str, dict[str, int]]:
    told = row["result"].get("statements", {})  # type: ignore[attr-defined]  # a JSON column
    return told.get(row["public_id"], {}).get("per_half", {})  # type: ignore[no-any-return]
