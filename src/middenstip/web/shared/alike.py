"""What is like a text that somebody is writing: questions, examples and initiatives, to open beside it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives import method as initiatives
from middenstip.domain.learning.face import SEARCHED as STUDIES
from middenstip.domain.learning.selectors import Wanted, studies
from middenstip.domain.matching.method import keys_like
from middenstip.domain.questions.face import SEARCHED as QUESTIONS
from middenstip.domain.questions.selectors import Asked, questions_in
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.questions import answered_words
from middenstip.web.shared.studies import outcome_of

MOST = 5
OF_ONE_KIND, TWO = 2, 2


def alike(text: str) -> list[dict[str, str]]:
    """At most five lines: what it is, its name and page, and what helps to choose. Eight queries."""
    return [*_questions(text), *_studies(text), *_initiatives(text)][:MOST]


def _studies(text: str) -> list[dict[str, str]]:
    keys = keys_like(text, STUDIES.index, TWO)
    rows = {one.pk: one for one in studies(Wanted(), limit=TWO, among=keys)} if keys else {}
    return [
        {
            "kind": _("Voorbeeld"),
            "icon": outcome_of(one)["icon"],
            "title": masked(one.title),
            "url": path_to("study", one.public_id),
            "line": outcome_of(one)["outcome"],
        }
        for key in keys
        if (one := rows.get(key))
    ]


def _questions(text: str) -> list[dict[str, str]]:
    keys = keys_like(text, QUESTIONS.index, OF_ONE_KIND)
    rows = {one.pk: one for one in questions_in(Asked(), limit=OF_ONE_KIND, among=keys)} if keys else {}
    return [
        {
            "kind": _("Al eens gevraagd"),
            "icon": "vraag",
            "title": masked(one.text),
            "url": path_to("question", one.public_id),
            "line": answered_words(one),
        }
        for key in keys
        if (one := rows.get(key))
    ]


def _initiatives(text: str) -> list[dict[str, Any]]:
    found = initiatives.find_cards(text, initiatives.EVERYTHING, 0, TWO)
    return [
        {
            "kind": _("Initiatief"),
            "icon": "lijkt",
            "title": one["title"],
            "url": path_to("initiative", one["public_id"]),
            "line": one["area__name"],
        }
        for one in found
    ]
