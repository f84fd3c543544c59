"""The changes of the two recipes in existing files: a few lines each, next to an existing line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Edit:
    """Put `text` after (or before) the only occurrence of `beside` in this file."""

    path: str
    beside: str
    text: str
    is_before: bool = False

    def apply(self, root: Path) -> None:
        """Apply the edit. ValueError when `beside` is not found once: then update the recipe."""
        file = root / self.path
        before, beside, after = file.read_text().partition(self.beside)
        if not beside or self.beside in after:
            raise ValueError(f"{self.path}: not once in it: {self.beside!r}")
        together = (self.text, beside) if self.is_before else (beside, self.text)
        file.write_text(before + "".join(together) + after)


@dataclass(frozen=True)
class Recipe:
    """New files from `tools/recipe/<name>/`, edits, English texts by room, and the tests to run."""

    name: str
    edits: tuple[Edit, ...]
    english: dict[str, dict[str, str]]
    most: int  # limit on existing files that it touches
    tests: tuple[str, ...]


ROOM = Recipe(
    name="room",
    most=15,
    edits=(
        Edit(
            "src/middenstip/domain/rooms.py",
            "from middenstip.domain.parties import face as parties\n",
            "from middenstip.domain.thanks import face as thanks\n",
        ),
        Edit("src/middenstip/domain/rooms.py", "    agreements.FACE,\n", "    thanks.FACE,\n"),
        Edit(".importlinter", "    reactions\n", "    thanks\n"),
        Edit(
            "docs/huis.md",
            "| `agreements` |",
            "| `thanks` | bedankje | één regel dank bij een initiatief |\n",
            is_before=True,
        ),
        Edit(
            "docs/woordenlijst.md",
            "| opgave | `Goal` |",
            "| bedankje | `Thanks` | één regel dank bij een initiatief |\n",
            is_before=True,
        ),
        Edit("src/middenstip/notices/heard.py", "    reactions,\n", "    thanks,\n"),
        Edit(
            "src/middenstip/notices/heard.py",
            '    "agreements": agreements.POST,\n',
            '    "thanks": thanks.POST,\n',
        ),
        Edit(
            "src/middenstip/web/urls.py",
            '    path("", include("middenstip.web.pages.agreements.urls")),\n',
            '    path("", include("middenstip.web.pages.thanks.urls")),\n',
        ),
        Edit("src/middenstip/api/api.py", "    statements,\n", "    thanks,\n"),
        Edit(
            "src/middenstip/api/api.py",
            'api.add_router("/afspraken", agreements.router)\n',
            'api.add_router("/bedankjes", thanks.router)\n',
        ),
    ),
    english={
        "thanks": {
            "Bedankje": "Thanks",
            "Bedankjes": "Thanks",
            "{who} schreef een bedankje: {thanks}.": "{who} said thank you: {thanks}.",
            "Dit is je eigen initiatief. Een ander bedankt je.": (
                "This is your own initiative. Others thank you."
            ),
        },
    },
    tests=(
        "tests/journeys/test_thanks.py",
        "tests/architecture/test_rooms.py",
        "tests/architecture/test_room_files.py",
        "tests/architecture/test_changelog.py",
        "tests/matrix/test_matrix.py::test_matrix_knows_every_route",
        "tests/matrix/test_matrix.py::test_matrix_gives_each_role_its_answer[GET thanks:detail]",
        "tests/matrix/test_matrix.py::test_matrix_gives_each_role_its_answer[GET api-1.0.0:bedankjes]",
        "tests/web/test_english.py::test_every_text_is_translated",
        "tests/web/test_english.py::test_every_text_stands_in_the_file_of_the_room_that_says_it",
        "tests/web/test_english.py::test_only_what_people_wrote_stays_dutch_and_is_read_as_dutch[anonymous]",
        "tests/demo/test_demo.py",
    ),
)

_AGREEMENTS = "src/middenstip/domain/agreements"
FACT = Recipe(
    name="fact",
    most=7,
    edits=(
        Edit(
            f"{_AGREEMENTS}/facts.py",
            "@dataclass(frozen=True, kw_only=True)\nclass AgreementSigned(Fact):\n",
            '''@dataclass(frozen=True, kw_only=True)
class AgreementPostponed(Fact):
    """Its last day became a later one: `due`."""

    kind = "agreement.postponed"

    due: str


''',
            is_before=True,
        ),
        Edit(
            f"{_AGREEMENTS}/told.py",
            "    facts.AgreementSigned: Told(\n",
            "    facts.AgreementPostponed: Told(\n"
            '        sentence="{who} gaf een afspraak meer tijd: {agreement}."\n'
            "    ),\n",
            is_before=True,
        ),
        Edit(
            f"{_AGREEMENTS}/services.py",
            "    agreement.what, agreement.due_on, agreement.conditions = new\n",
            "    is_later = new[1] > agreement.due_on\n",
            is_before=True,
        ),
        Edit(
            f"{_AGREEMENTS}/services.py",
            "    _record(facts.AgreementChanged, agreement, by, at, number=agreement.number)\n",
            "    if is_later:\n"
            "        due = agreement.due_on.isoformat()\n"
            "        _record(facts.AgreementPostponed, agreement, by, at, due=due)\n",
        ),
        Edit(
            "src/middenstip/notices/rooms/agreements.py",
            '        facts.AgreementSigned: Silent("the last one is agreement.made"),\n',
            '        facts.AgreementPostponed: (own(INITIATOR, page="agreement"),),\n',
            is_before=True,
        ),
    ),
    english={
        "agreements": {
            "{who} gaf een afspraak meer tijd: {agreement}.": (
                "{who} gave an agreement more time: {agreement}."
            ),
        },
    },
    tests=(
        "tests/notices/test_postponed.py",
        "tests/architecture/test_rooms.py",
        "tests/architecture/test_changelog.py",
        "tests/web/test_english.py::test_every_text_is_translated",
        "tests/web/test_english.py::test_every_text_stands_in_the_file_of_the_room_that_says_it",
    ),
)
