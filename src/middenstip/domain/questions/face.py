"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.parties.face import WRITTEN
from middenstip.domain.questions import facts
from middenstip.domain.questions.lifecycle import READABLE, SHOWN
from middenstip.domain.questions.told import TOLD
from middenstip.kernel.face import Below, Face, Kept, Noun, Reportable, Searched

ASKED = Reportable(
    key="vraag",
    word="deze vraag",
    model="questions.Question",
    writer="person",
    of="person",
    area="area",
    noun="question",
    page="public_id",
    hides="hide_question",
    shows="show_question",
    only={"state__in": READABLE},
)
SAID = Reportable(
    key="antwoord",
    word="dit antwoord",
    model="questions.Answer",
    writer="person",
    of="person",
    area="question__area",
    noun="question",
    page="question__public_id",
    hides="hide_answer",
    shows="show_answer",
    only={"state": SHOWN},
)
SEARCHED = Searched(
    noun="question",
    texts=("text", "explanation", "motivation", "place"),
    reader="search_questions",
    index="vraag",
    only={"state__in": READABLE, "hidden__isnull": True},
    below=Below(
        model="questions.Answer", to="question", text="text", only={"state": SHOWN, "hidden__isnull": True}
    ),
    is_beside=True,
    kinds=(
        facts.QuestionAsked.kind,
        facts.QuestionChanged.kind,
        facts.QuestionAnswered.kind,
        facts.QuestionWithdrawn.kind,
        facts.AnswerWithdrawn.kind,
        facts.QuestionHidden.kind,
        facts.QuestionShown.kind,
        facts.AnswerHidden.kind,
        facts.AnswerShown.kind,
    ),
)

FACE = Face(
    name="questions",
    nouns=(
        Noun(
            key="question",
            word="vraag",
            path="/vraag/{}/",
            model="questions.Question",
            name="text",
            is_long=True,
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="gestelde vragen",
            model="questions.Question",
            of="person",
            path="person",
            columns={
                "vraag": "public_id",
                "tekst": "text",
                "toelichting": "explanation",
                "motivatie": "motivation",
                "werkgebied": "place",
                "begint net": "is_beginner",
                "stand": "state",
                "op": "asked_at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="antwoorden op vragen",
            model="questions.Answer",
            of="person",
            path="person",
            columns={
                "vraag": "question__public_id",
                "soort": "kind",
                "tekst": "text",
                "stand": "state",
                "op": "at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="voorbereidingslijst",
            model="questions.Line",
            of="person",
            path="question__person",
            columns={
                "vraag": "question__public_id",
                "regel": "text",
                "op": "at",
            },
            wiped="gone",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "questions.Question.seat": "the question stands with the person who asked it",
        "questions.Answer.seat": "the answer stands with the person who gave it",
    },
    searched=(SEARCHED,),
    reportable=(ASKED, SAID),
)
