"""/voorbeelden: case studies, also of what failed."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, only_known, page_links
from middenstip.api.parts import AreaRef, HalfWord, Links, PublicId, Shape, half_words, links
from middenstip.domain.learning.models import CaseStudy
from middenstip.domain.learning.rules import may_see
from middenstip.domain.learning.selectors import Wanted, study_by_id, study_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked

router = Router(tags=["voorbeelden"], by_alias=True)
OutcomeWord = Literal["gelukt", "deels", "mislukt"]
SizeWord = Literal["klein", "dorp", "stad", "groot"]


class StudiesAsked(Window):
    """Filters for case studies."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    afloop: OutcomeWord | None = Field(None, description="Hoe het afliep.")
    plek: SizeWord | None = Field(None, description="Hoe groot de plek is.")
    helft: HalfWord | None = Field(None, description="Begonnen door deze helft.")


class StudyShape(Shape):
    """Een voorbeeld, kort."""

    id: str
    titel: str
    afloop: OutcomeWord
    waar: str
    gebied: AreaRef
    plek: SizeWord | None = Field(description="Hoe groot de plek is; leeg als dat niet bekend is.")
    begonnen_door: HalfWord | None
    helften: list[HalfWord] = Field(description="De helften die meededen.")
    gepubliceerd_op: datetime
    links: Links


class StudyPage(Shape):
    """Een bladzijde voorbeelden: de nieuwste eerst."""

    voorbeelden: list[StudyShape]
    links: PageLinks


class StudyDetail(StudyShape):
    """Een voorbeeld. Namen van mensen staan er niet bij."""

    wat: str
    hoe_samenwerking_ontstond: str
    geld: str
    regels: str
    afspraken: str
    als_bewoner: str
    als_professional: str
    uit_literatuur: str
    waar_het_vastliep: str
    wat_het_kostte: str
    wat_we_nu_zouden_doen: str
    kijkje: str
    organisatie: str
    licentie: Literal["by", "by-sa", "zero", "own"]


@router.get(
    "",
    url_name="voorbeelden",
    operation_id="voorbeelden",
    response=StudyPage,
    summary="Voorbeelden, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[StudiesAsked]) -> StudyPage:
    """The published case studies. One query."""
    only_known(request, asked)
    needs_json(request)
    wanted = Wanted(asked.afloop or "", asked.plek or "", asked.helft or "")
    rows = study_rows(wanted, int(asked.na) if asked.na else None, asked.aantal + 1)
    shown = rows[: asked.aantal]
    after = f"{shown[-1].pk}" if len(rows) > asked.aantal else ""
    return StudyPage(
        voorbeelden=[StudyShape(**_values(one)) for one in shown], links=page_links(request, after)
    )


@router.get(
    "/{id}", url_name="voorbeeld", operation_id="voorbeeld", response=StudyDetail, summary="Eén voorbeeld"
)
def detail(request: HttpRequest, id: PublicId) -> StudyDetail:
    """One published case study. One query."""
    needs_json(request)
    study = study_by_id(id)
    if study is None or study.is_hidden or not may_see(None, study, ()):
        raise Http404("Dit voorbeeld is er niet.")
    return StudyDetail(
        **_values(study),
        wat=masked(study.what),
        hoe_samenwerking_ontstond=masked(study.how),
        geld=masked(study.money),
        regels=masked(study.rules_met),
        afspraken=masked(study.agreements_used),
        als_bewoner=masked(study.as_resident),
        als_professional=masked(study.as_professional),
        uit_literatuur=masked(study.as_literature),
        waar_het_vastliep=masked(study.broke_where),
        wat_het_kostte=masked(study.broke_cost),
        wat_we_nu_zouden_doen=masked(study.broke_now),
        kijkje=masked(study.visit),
        organisatie=study.organisation,
        licentie=study.licence,  # type: ignore[arg-type]  # the words of this Literal
    )


def _values(one: CaseStudy) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "titel": masked(one.title),
        "afloop": one.outcome,
        "waar": masked(one.place),
        "gebied": AreaRef(code=one.area.code, naam=one.area.name),
        "plek": one.size or None,
        "begonnen_door": one.origin_half or None,
        "helften": half_words(one.halves),
        "gepubliceerd_op": one.published_at,
        "links": links(f"/voorbeelden/{one.public_id}", path_to("study", one.public_id)),
    }
