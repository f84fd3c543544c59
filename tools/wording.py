"""Every Dutch text a visitor can read, found in the code: what `locale/en` has to translate.

Three places hold text: templates (`{% trans %}`), calls of gettext in Python, and the words of the house
itself (sentences of rules, names of states), which pass gettext at the door because the rooms know no web.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from middenstip.domain.areas.models import Kind
from middenstip.domain.areas.selectors import figures
from middenstip.domain.goals.lifecycle import ANSWERS
from middenstip.domain.initiatives.models import THEMES
from middenstip.domain.initiatives.models.initiative import OUTCOMES
from middenstip.domain.initiatives.services import MOST_THEMES
from middenstip.domain.intake.lifecycle import OUTCOMES as ANSWERS_OF_DESK
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.reports.selectors.names import GONE
from middenstip.kernel.half import Half
from middenstip.web.shared.cards import MARKS
from middenstip.web.shared.errors import TITLES
from middenstip.web.templatetags.middenstip import STEPS
from tools.levenslopen import lifecycles

SOURCE = Path(__file__).parents[1] / "src" / "middenstip"
Msgid = tuple[str, ...]  # one text, or the singular and the plural

CALLS = {"_", "_now", "noop", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
ROOMS = ("domain", "journeys", "kernel", "web/shared", "web/pages")
SKIP = {"notices", "email", "gallery", "management"}  # mails, samples and commands are Dutch only
IN_STORY = (
    *("gestopt", "gedeeld doel", "afspraak", "ingetrokken", "vervallen"),
    *("niet gehaald", "op tijd", "te laat"),
)
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_IN_TEMPLATE = re.compile(rf"\bn?gettext\(({_STRING}(?:, {_STRING})?)|\b_\(({_STRING})")
_SENTENCE = re.compile(r"[A-ZÉ{].* .*[.?]", re.DOTALL)


def wording() -> set[Msgid]:
    """All of it, a text that also stands in a pair only as the pair."""
    found = {*in_templates(), *in_python(), *in_rooms(), *((word,) for word in in_tables())}
    return found - {(text,) for pair in found if len(pair) > 1 for text in pair}


def in_templates() -> Iterator[Msgid]:
    """What stands in `{% trans %}` and `{% blocktrans %}`; without the mails."""
    for path in SOURCE.rglob("templates/**/*.*"):
        if SKIP & set(path.parts):
            continue
        for several, one in _IN_TEMPLATE.findall(templatize(path.read_text())):
            yield tuple(ast.literal_eval(text) for text in re.findall(_STRING, several or one))


def in_python() -> Iterator[Msgid]:
    """The literal arguments of gettext and its sisters."""
    for path in SOURCE.rglob("*.py"):
        if SKIP & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                said = node.args[: 2 if node.func.id == "ngettext" else 1]
                if all(isinstance(part, ast.Constant) for part in said):
                    yield tuple(ast.literal_eval(part) for part in said)


def in_rooms() -> Iterator[Msgid]:
    """Whole sentences in the rooms and journeys: reasons, errors, what happened, what to do next."""
    for path in (path for room in ROOMS for path in (SOURCE / room).rglob("*.py")):
        if SKIP & set(path.parts):
            continue
        nodes = list(ast.walk(ast.parse(path.read_text())))
        skip = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}  # docstrings
        skip |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        texts = (node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in skip)
        yield from ((text,) for text in texts if isinstance(text, str) and _SENTENCE.fullmatch(text))


def in_tables() -> Iterator[str]:
    """Words that stand in tables: states, halves, themes, figures."""
    for table in lifecycles().values():
        yield from table.words.values()
        yield from (table.refusal(state) for state in table.words)
    for half in Half:
        yield from (half.value, half.word, half.person)
    yield from (thing.word for thing in (*THEMES.values(), *ROLES.values()))
    yield from (word for word, _style in figures.WORDS.values())
    yield from (*figures.LIVABILITY, figures.UNKNOWN, *Kind.labels, *STEPS, *IN_STORY, GONE)
    for words in (ANSWERS, dict(OUTCOMES), ANSWERS_OF_DESK, MARKS, TITLES):
        yield from words.values()
    yield f"Kies er hooguit {MOST_THEMES}."
