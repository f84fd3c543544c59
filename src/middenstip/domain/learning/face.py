"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from middenstip.domain.learning import facts
from middenstip.domain.learning.lifecycle import FOUND_BY, PUBLISHED
from middenstip.domain.learning.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Reportable, Searched

STORY = Reportable(
    key="voorbeeld",
    word="dit voorbeeld",
    model="learning.CaseStudy",
    writer="person",
    of="person",
    area="area",
    noun="study",
    page="public_id",
    hides="hide_study",
    shows="show_study",
    only={"state": PUBLISHED},
)
SEARCHED = Searched(
    noun="study",
    texts=FOUND_BY,
    reader="search_studies",
    index="casus",
    gemeente=False,
    only={"state": PUBLISHED, "hidden__isnull": True},
    is_beside=True,
    kinds=(
        facts.StudyPublished.kind,
        facts.StudyWithdrawn.kind,
        facts.StudyHidden.kind,
        facts.StudyShown.kind,
    ),
)

FACE = Face(
    name="learning",
    nouns=(
        Noun(
            key="study",
            word="voorbeeld",
            path="/voorbeeld/{}/",
            model="learning.CaseStudy",
            name="title",
            is_linked=True,
        ),
    ),
    told=TOLD,
    kept=(
        Kept(
            word="voorbeelden",
            model="learning.CaseStudy",
            of="person",
            path="person",
            columns={
                "voorbeeld": "public_id",
                "titel": "title",
                "wat": "what",
                "waar": "place",
                "hoe": "how",
                "geld": "money",
                "regels": "rules_met",
                "afspraken": "agreements_used",
                "als bewoner": "as_resident",
                "als professional": "as_professional",
                "literatuur": "as_literature",
                "afloop": "outcome",
                "waar het vastliep": "broke_where",
                "wat het kostte": "broke_cost",
                "wat we nu zouden doen": "broke_now",
                "kijkje": "visit",
                "organisatie": "organisation",
                "stand": "state",
                "begonnen": "drafted_at",
                "gepubliceerd": "published_at",
                "verborgen tekst": "hidden",
            },
            wiped="unnamed",  # a draft is deleted: nobody else has read it
            under=WRITTEN,
        ),
        Kept(
            word="antwoord op een voorbeeld",
            model="learning.Voice",
            of="person",
            path="person",
            columns={
                "voorbeeld": "study__public_id",
                "antwoord": "state",
                "wat er niet klopt": "remark",
                "op": "at",
            },
            wiped="gone",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "learning.CaseStudy.seat": "the text stands with the person who wrote it",
        "learning.Voice.seat": "the answer stands with the person who gave it",
    },
    searched=(SEARCHED,),
    reportable=(STORY,),
)
