"""/vragen: what people ask from practice, with the answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import AREA, AreaRef, HalfWord, Links, PublicId, Shape, known_area, links
from middenstip.domain.questions.lifecycle import ANSWERED, CLOSED, KINDS, OPEN, WITHDRAWN
from middenstip.domain.questions.models import Answer, Question
from middenstip.domain.questions.selectors import Asked, answers_to, question_by_id, question_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked

router = Router(tags=["vragen"], by_alias=True)
StandWord = Literal["open", "beantwoord", "afgerond"]
KindWord = Literal["tip", "voorbeeld", "contact", "aanbod", "waarschuwing", "ik neem je twijfel weg"]
STANDS: dict[str, StandWord] = {OPEN: "open", ANSWERED: "beantwoord", CLOSED: "afgerond"}


class QuestionsAsked(Window):
    """Filters for questions."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    helft: HalfWord | None = Field(None, description="Alleen gevraagd door deze helft.")
    status: Literal["open", "beantwoord"] | None = Field(None, description="Met of zonder antwoord.")


class QuestionShape(Shape):
    """Een vraag uit de praktijk. Wie haar stelde staat er niet bij."""

    id: str
    vraag: str
    toelichting: str
    motivatie: str
    werkgebied: str = Field(description="In de woorden van de vrager; mag vaag zijn.")
    gebied: AreaRef
    helft: HalfWord | None = Field(description="Leeg als iemand zonder zetel het vroeg.")
    begint_net: bool
    status: StandWord
    antwoorden: int
    hielp: int = Field(description="Hoeveel antwoorden hielpen.")
    gevraagd_op: datetime
    links: Links


class QuestionPage(Shape):
    """Een bladzijde vragen: de nieuwste eerst."""

    vragen: list[QuestionShape]
    links: PageLinks


class AnswerShape(Shape):
    """Een antwoord. De functie staat erbij, de naam van de persoon niet."""

    id: str
    soort: KindWord
    tekst: str
    zetel: str = Field(description="De functie en de organisatie; leeg zonder zetel.")
    helft: HalfWord | None
    hielp: bool
    op: datetime


class QuestionDetail(QuestionShape):
    """Een vraag met haar antwoorden."""

    gegeven: list[AnswerShape] = Field(description="Oudste eerst; hooguit tweehonderd.")


@router.get(
    "",
    url_name="vragen",
    operation_id="vragen",
    response=QuestionPage,
    summary="Vragen uit de praktijk, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[QuestionsAsked]) -> QuestionPage:
    """The matching questions. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    wanted = Asked(
        area=(area.code, area.kind) if area else None, half=asked.helft or "", stand=asked.status or ""
    )
    rows = question_rows(wanted, int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    return QuestionPage(
        vragen=[QuestionShape(**_values(row)) for row in page.rows], links=page_links(request, page.after)
    )


@router.get("/{id}", url_name="vraag", operation_id="vraag", response=QuestionDetail, summary="Eén vraag")
def detail(request: HttpRequest, id: PublicId) -> QuestionDetail:
    """One question that everyone may read. Two queries."""
    needs_json(request)
    question = question_by_id(id)
    if question is None or question.is_hidden or question.state == WITHDRAWN:
        raise Http404("Deze vraag is er niet.")
    given = [_answer(one) for one in answers_to(question) if not one.is_hidden]
    return QuestionDetail(**_values(_row(question)), gegeven=given)


def _row(question: Question) -> dict[str, Any]:
    there = {"area__code": question.area.code, "area__name": question.area.name}
    return vars(question) | there | {"half": question.seat.half if question.seat else None}


def _values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["public_id"],
        "vraag": masked(row["text"]),
        "toelichting": masked(row["explanation"]),
        "motivatie": masked(row["motivation"]),
        "werkgebied": masked(row["place"]),
        "gebied": AreaRef(code=row["area__code"], naam=row["area__name"]),
        "helft": row["half"],
        "begint_net": row["is_beginner"],
        "status": STANDS[row["state"]],
        "antwoorden": row["answer_count"],
        "hielp": row["helped_count"],
        "gevraagd_op": row["asked_at"],
        "links": links(f"/vragen/{row['public_id']}", path_to("question", row["public_id"])),
    }


def _answer(one: Answer) -> AnswerShape:
    return AnswerShape(
        id=one.public_id,
        soort=KINDS[one.kind],  # type: ignore[arg-type]  # the words of this Literal
        tekst=masked(one.text),
        zetel=one.seat.label if one.seat else "",
        helft=one.seat.half if one.seat else None,  # type: ignore[arg-type]
        hielp=one.helped_at is not None,
        op=one.at,
    )
