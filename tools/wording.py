"""Every Dutch text in the code that a visitor can read, for translation in `locale/en`.

Each text belongs to the lowest room that uses it, or to the frame when the frame uses it too: the file of
that name in `locale/en` has its translation. Texts are in three places: templates (`{% trans %}`), calls of
gettext in Python, and the rooms (sentences of rules, names of states), which are translated when they are
shown, because the rooms do not know the web.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils.translation.template import templatize

from middenstip.domain.areas.models import Kind
from middenstip.domain.areas.selectors import figures
from middenstip.domain.baseline.content import INDICATORS
from middenstip.domain.baseline.content import THEMES as SCAN_THEMES
from middenstip.domain.baseline.lifecycle import VIEWS
from middenstip.domain.budgeting.lifecycle import COMPLETIONS, RULE_NAMES
from middenstip.domain.budgeting.lifecycle import KINDS as BALLOTS
from middenstip.domain.deliberation import lifecycle as deliberation
from middenstip.domain.gatherings.lifecycle import ANSWERS as INVITED
from middenstip.domain.gatherings.lifecycle import CAME
from middenstip.domain.gatherings.lifecycle import KINDS as GATHERED
from middenstip.domain.goals.lifecycle import ANSWERS
from middenstip.domain.initiatives.models import THEME_WORDS, Size
from middenstip.domain.initiatives.models.initiative import OUTCOMES
from middenstip.domain.initiatives.services import MOST_ASKS, MOST_THEMES
from middenstip.domain.intake.lifecycle import ANSWERS as CHALLENGE_ANSWERS
from middenstip.domain.intake.lifecycle import CHANNELS, ENDINGS, FACETS, PRECEDENTS
from middenstip.domain.intake.lifecycle import OUTCOMES as ANSWERS_OF_DESK
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.rules import CRITERIA, HOLIDAY
from middenstip.domain.learning.lifecycle import LICENCES, SIZES
from middenstip.domain.learning.lifecycle import OUTCOMES as ENDS
from middenstip.domain.matching.lifecycle import PLACES, SORTS
from middenstip.domain.moderation.lifecycle import ORIGINS
from middenstip.domain.moderation.lifecycle import OUTCOMES as DECIDED
from middenstip.domain.parties.lifecycle import TERMS
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.podium.lifecycle import NEXT_STEPS
from middenstip.domain.podium.lifecycle import PROMISES as PROMISED
from middenstip.domain.podium.rules import BECAME
from middenstip.domain.podium.rules import STANDS as STANDS_OF_PROMISE
from middenstip.domain.projects import lifecycle as projects
from middenstip.domain.projects.models.filing import ANSWERS as FILED_ANSWERS
from middenstip.domain.projects.models.filing import WISH_ANSWERS
from middenstip.domain.projects.models.register import LEVELS
from middenstip.domain.questions.lifecycle import KINDS as ANSWER_KINDS
from middenstip.domain.reactions.lifecycle import KINDS
from middenstip.domain.reports.selectors.names import GONE
from middenstip.domain.rooms import ROOMS as FACES
from middenstip.domain.rooms import STAIRS
from middenstip.domain.signals.lifecycle import DEFAULTS, POLICIES
from middenstip.domain.signals.lifecycle import KINDS as OBSTACLES
from middenstip.domain.signals.lifecycle import OUTCOMES as ANSWERED
from middenstip.journal.told import Told
from middenstip.kernel.half import Half
from middenstip.notices.kept import RETENTION as POST
from middenstip.web.pages.projects.forms import PLAN_LABELS
from middenstip.web.pages.projects.present import WORDS as SCENARIOS
from middenstip.web.shared.cards import MARKS
from middenstip.web.shared.errors import TITLES
from middenstip.web.templatetags.middenstip import STEPS
from tools.levenslopen import lifecycles

PROJECT_TABLES: tuple[Iterable[str], ...] = (
    projects.MOVES.values(),
    projects.TRACKS.values(),
    projects.CLIENT_FORMS.values(),
    projects.APPROVES_WORDS.values(),
    projects.AWARD_KINDS.values(),
    projects.SOURCE_KINDS.values(),
    projects.CERTAINTIES.values(),
    projects.CHECKS.values(),
    projects.LINKS.values(),
    dict(projects.HALVES).values(),
    projects.COLOURS,
    projects.RESULTS.values(),
    dict(WISH_ANSWERS).values(),
    dict(FILED_ANSWERS).values(),
    dict(LEVELS).values(),
    SCENARIOS.values(),
    PLAN_LABELS.values(),
)
DELIBERATION_TABLES = (
    deliberation.MODES,
    deliberation.CHOICES,
    deliberation.CONSENT_CHOICES,
    deliberation.ROLLS,
    deliberation.REPLIES,
    deliberation.WAYS,
    deliberation.METHODS,
    deliberation.VIEWS,
    deliberation.STANCES,
    deliberation.LADDER,
    deliberation.CHECKS,
    deliberation.BACKINGS,
    deliberation.LIKES,
    deliberation.ANYWHERE,
)
SOURCE = Path(__file__).parents[1] / "src" / "middenstip"
Msgid = tuple[str, ...]  # one text, or its singular and plural
Said = tuple[Msgid, str]  # and the room that uses it

FRAME = "frame"  # the web, kernel and journeys: everything without a room
# Page folders with another name than their room.
PAGES = {
    "challenges": "intake",
    "desk": "intake",
    "drawing": "areas",
    "finder": "initiatives",
    "principles": "intake",
    "roles": "parties",
    "submit": "initiatives",
}
CALLS = {"_", "_lazy", "_noop", "ngettext"}
ROOMS = ("domain", "journeys", "kernel", "web/shared", "web/pages")
SKIP = {"notices", "email", "gallery", "management"}  # mails, samples and commands are only in Dutch
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_IN_TEMPLATE = re.compile(rf"\bn?gettext\(({_STRING}(?:, {_STRING})?)|\b_\(({_STRING})")
_SENTENCE = re.compile(r"[A-ZÉ{].* .*[.?]", re.DOTALL)


def wording() -> dict[Msgid, str]:
    """All texts with their room; a text that is also in a singular-plural pair only as that pair."""
    said: dict[Msgid, set[str]] = {}
    for text, room in (*in_templates(), *in_python(), *in_rooms(), *in_tables()):
        said.setdefault(text, set()).add(room)
    for pair in [text for text in said if len(text) > 1]:
        for text in pair:
            said[pair] |= said.pop((text,), set())
    order = (FRAME, *STAIRS)
    return {text: min(rooms, key=order.index) for text, rooms in said.items()}


def room_of(path: Path) -> str:
    """The room of this file, or the frame."""
    floor, *rest = path.relative_to(SOURCE).parts
    if floor == "web":
        folders = [part.removesuffix(".py") for part in rest if part not in ("pages", "templates", "parts")]
        room = PAGES.get(folders[0], folders[0])
    else:
        room = rest[0].removesuffix(".py") if floor in ("domain", "api") else FRAME
    return room if room in STAIRS else FRAME


def in_templates() -> Iterator[Said]:
    """The texts in `{% trans %}` and `{% blocktrans %}`, except in mails."""
    for path in SOURCE.rglob("templates/**/*.*"):
        if SKIP & set(path.parts):
            continue
        for several, one in _IN_TEMPLATE.findall(templatize(path.read_text())):
            text = tuple(ast.literal_eval(text) for text in re.findall(_STRING, several or one))
            yield text, room_of(path)


def in_python() -> Iterator[Said]:
    """The literal arguments of gettext and its variants."""
    for path in SOURCE.rglob("*.py"):
        if SKIP & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                said = node.args[: 2 if node.func.id == "ngettext" else 1]
                if all(isinstance(part, ast.Constant) for part in said):
                    yield tuple(ast.literal_eval(part) for part in said), room_of(path)


def in_rooms() -> Iterator[Said]:
    """Complete sentences in rooms and journeys: reasons, errors, facts and next steps."""
    for path in (path for room in ROOMS for path in (SOURCE / room).rglob("*.py")):
        if SKIP & set(path.parts):
            continue
        nodes = list(ast.walk(ast.parse(path.read_text())))
        skip = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}  # docstrings
        skip |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        texts = (node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in skip)
        for text in texts:
            if isinstance(text, str) and _SENTENCE.fullmatch(text):
                yield (text,), room_of(path)


def in_tables() -> Iterator[Said]:
    """Words in tables: states, halves, themes, figures."""
    for name, table in lifecycles().items():
        room, _, _ = name.partition(".")
        for words in (table.words.values(), map(table.refusal, table.words)):
            yield from (((word,), room) for word in words)
    for room, words in _tables():
        yield from (((word,), room) for word in words)


def _tables() -> Iterator[tuple[str, Iterable[str]]]:
    for half in Half:
        yield FRAME, (half.value, half.word, half.person)
    yield FRAME, (*STEPS, *TITLES.values(), *MARKS.values())
    yield "areas", (*(word for word, _style in figures.WORDS.values()), *figures.LIVABILITY, figures.UNKNOWN)
    yield "areas", Kind.labels
    yield "parties", (role.word for role in ROLES.values())
    yield "initiatives", THEME_WORDS.values()
    yield "initiatives", (*dict(OUTCOMES).values(), f"Kies er hooguit {MOST_THEMES}.")
    yield "initiatives", (*Size.labels, f"Er staan al {MOST_ASKS} vragen open. Sluit er eerst één af.")
    yield "goals", ANSWERS.values()
    yield "intake", ANSWERS_OF_DESK.values()
    yield "moderation", (*DECIDED.values(), *ORIGINS.values())
    yield "matching", (*SORTS.values(), *PLACES.values())
    yield "reactions", KINDS.values()
    yield "questions", ANSWER_KINDS.values()
    yield "gatherings", (*GATHERED.values(), *INVITED.values(), *CAME.values())
    for asked in CHECK:
        yield "labs", (asked.question, asked.why, *asked.answers.values())
    yield "labs", (*CRITERIA, HOLIDAY)
    yield "podium", (*PROMISED.values(), *STANDS_OF_PROMISE.values(), *BECAME.values(), *NEXT_STEPS.values())
    yield "learning", (*ENDS.values(), *SIZES.values(), *LICENCES.values())
    yield "intake", (word for _key, word in CHANNELS)
    yield "intake", (text for pair in FACETS.values() for text in pair)
    for table in (CHALLENGE_ANSWERS, ENDINGS, PRECEDENTS):
        yield "intake", table.values()
    yield "parties", TERMS.values()
    for table in (OBSTACLES, DEFAULTS, ANSWERED, POLICIES):
        yield "signals", table.values()
    yield "budgeting", (*BALLOTS.values(), *RULE_NAMES.values(), *COMPLETIONS.values())
    yield "baseline", (text for one in INDICATORS.values() for text in (one.word, one.unit) if text)
    for table in (SCAN_THEMES, VIEWS):
        yield "baseline", table.values()
    for table in PROJECT_TABLES:
        yield "projects", table
    for table in DELIBERATION_TABLES:
        yield "deliberation", table.values()
    yield "reports", (GONE,)
    for face in FACES:
        yield face.name, (one.word for one in face.reportable)
        found = {one.noun for one in face.searched if one.index}
        yield face.name, (one.word for one in face.nouns if one.key in found and one.key != "listing")
        told = [one for one in face.told.values() if isinstance(one, Told)]
        yield face.name, (one.short for one in told)
        yield face.name, (words for one in told for words in one.wordings)
        yield face.name, (mark.word for one in told for mark in one.marks)
        yield face.name, (text for line in face.retention for text in (line.what, line.why, line.long))
    yield FRAME, (text for line in POST for text in (line.what, line.why, line.long))
