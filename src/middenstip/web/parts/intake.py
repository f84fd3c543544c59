"""The desk on other pages: the handler of an initiative, and the answer of the desk."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake.lifecycle import CASE, OUTCOMES
from middenstip.domain.intake.rules import works_at_desk
from middenstip.domain.intake.selectors.told import case_told, desk_of
from middenstip.domain.rooms import path_to
from middenstip.web.shared.part import OnInitiative, OnReport, Part, RoomParts


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The handler, the answer of the desk, and the way to the case for those who may read it. One query."""
    desk = desk_of(page.initiative, page.today)
    if desk is None:
        return
    if desk.name:
        who = {"half": desk.half, "name": desk.name, "role": _("vaste persoon bij de balie")}
        yield Part("components/person.html", page.PEOPLE, 30, who)
    url = path_to("case", desk.case)
    if page.actor and is_initiator(page.actor.person_id, page.initiative):
        values = {"handler": desk.name, "url": url, "code": desk.code}
        yield Part("parts/intake/initiative.html", page.MAIN, 10, values)
    elif page.actor and works_at_desk(page.actor, page.initiative):
        yield Part("components/act.html", page.ACTS, 10, {"label": _("Open de zaak"), "url": url})
    if desk.answer:
        said = {"said": _(OUTCOMES[desk.outcome]), "answer": desk.answer}
        yield Part("parts/intake/answer.html", page.MAIN, 25, said)


def on_report(page: OnReport) -> Iterator[Part]:
    """The handler of the case, the answer, and how long it took."""
    case = case_told(page.initiative)
    if case:
        said = _(OUTCOMES[case.outcome]) if case.outcome else _(CASE.words[case.state])
        values = {"handler": case.handler, "said": said, "answer": case.answer, "days": case.days}
        yield Part("parts/intake/report.html", page.FACTS, 10, values)


PARTS = RoomParts(on_initiative=on_initiative, on_report=on_report)
