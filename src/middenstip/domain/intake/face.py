"""What this room declares to code that reads across rooms (see `kernel.face`)."""

from typing import Any

from middenstip.domain.intake.told import TOLD
from middenstip.domain.parties.face import WRITTEN
from middenstip.kernel.face import Face, Kept, Noun, Retention, TakesPart

_INITIATIVE = "case__initiative__public_id"
_AT_THE_DESK = "who works at the desk acts in a function, for the organisation"

PHONE = Retention(
    what="Een telefoonnummer, als jij dat voor je zaak geeft",
    why="Zodat je vaste persoon bij de balie je kan bellen. Alleen de balie ziet het.",
    long="Tot je het weghaalt, tot de zaak klaar is, of tot jij je gegevens laat wissen.",
)
HANDLER = TakesPart(
    key="handler",
    why="jij dit initiatief helpt bij de balie",
    model="intake.Case",
    initiative="initiative",
    seat="handler",
    role="handler",
    place=30,
    hears_moves=True,
)


def _turns() -> Any:
    from middenstip.domain.intake.turns import TURNS

    return TURNS


def _holders() -> Any:
    from middenstip.domain.intake.files import HOLDERS

    return HOLDERS


FACE = Face(
    name="intake",
    nouns=(
        Noun(
            key="case",
            word="zaak",
            path="/balie/zaak/{}/",
            model="intake.Case",
            name="initiative__title",
        ),
        Noun(
            key="referral",
            word="doorverwijzing",
            path="/balie/doorverwijzing/{}/",
            model="intake.Referral",
            name="case__initiative__title",
        ),
        Noun(
            key="support_point",
            word="steunpunt",
            path="/steunpunten/{}/",
            model="intake.SupportPoint",
            name="name",
        ),
        Noun(
            key="challenge",
            word="uitdaging",
            path="/uitdaging/{}/",
            model="intake.Challenge",
            name="case__initiative__title",
        ),
        Noun(
            key="principle",
            word="principe",
            path="/principes/van/{}/",
            model="intake.Principle",
            name="text",
        ),
        Noun(key="action", word="actie", path="/mijn/", model="intake.Action", name="text"),
    ),
    told=TOLD,
    turns=_turns,
    holders=_holders,
    kept=(
        Kept(
            word="zaken",
            model="intake.Case",
            of="person",
            path="initiative__initiator",
            columns={
                "initiatief": "initiative__public_id",
                "uitslag": "outcome",
                "antwoord": "answer",
                "zelf en met buren": "own_part",
                "hoe binnengekomen": "channel",
                "volgende stap": "next_step",
                "op": "opened_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="gesprekken",
            model="intake.Note",
            of="person",
            path="case__initiative__initiator",
            columns={"initiatief": _INITIATIVE, "verslag": "text", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="berichten in een zaak",
            model="intake.Message",
            of="person",
            path="person",
            columns={"initiatief": _INITIATIVE, "tekst": "text", "op": "at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="telefoon voor een zaak",
            model="intake.CasePhone",
            of="person",
            path="case__initiative__initiator",
            columns={"initiatief": _INITIATIVE, "nummer": "number", "op": "at"},
            wiped="gone",
            under=PHONE,
        ),
        Kept(
            word="ACTIE-check",
            model="intake.Check",
            of="person",
            path="case__initiative__initiator",
            columns={
                "initiatief": _INITIATIVE,
                "kant": "side",
                "onderdeel": "facet",
                "cijfer": "score",
                "waarom": "note",
                "actie": "action",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="uitdagingen",
            model="intake.Challenge",
            of="person",
            path="case__initiative__initiator",
            columns={
                "initiatief": _INITIATIVE,
                "taak": "task",
                "beter of goedkoper": "better",
                "kennis": "knowledge",
                "draagvlak": "support",
                "kosten": "costs",
                "hulp": "help",
                "kwaliteit": "quality",
                "stand": "state",
                "waarom": "why",
                "op": "opened_at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="gesprekken over een uitdaging",
            model="intake.ChallengeTalk",
            of="person",
            path="challenge__case__initiative__initiator",
            columns={
                "initiatief": "challenge__case__initiative__public_id",
                "tekst": "text",
                "op": "at",
            },
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="acties",
            model="intake.Action",
            of="seat",
            path="owner",
            columns={"initiatief": _INITIATIVE, "tekst": "text", "stand": "state", "op": "planned_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
        Kept(
            word="overgenomen acties",
            model="intake.Action",
            of="seat",
            path="carrier",
            columns={
                "initiatief": _INITIATIVE,
                "tekst": "text",
                "tot": "carried_until",
                "op": "planned_at",
            },
            wiped="gone",  # the action goes back to its owner
            under=WRITTEN,
        ),
        Kept(
            word="gevraagde acties",
            model="intake.Action",
            of="seat",
            path="asked",
            columns={"initiatief": _INITIATIVE, "tekst": "text", "tot": "asked_until", "op": "planned_at"},
            wiped="unnamed",
            under=WRITTEN,
        ),
    ),
    not_kept={
        "intake.Case.handler": _AT_THE_DESK,
        "intake.ChallengeTalk.seat": "it stands with the challenge that it is about",
        "intake.Principle.by": _AT_THE_DESK,
        "intake.Tailoring.by": _AT_THE_DESK,
        "intake.Referral.by": _AT_THE_DESK,
        "intake.Referral.to": _AT_THE_DESK,
        "intake.SupportPoint.by": _AT_THE_DESK,
        "intake.SupportPoint.seat": _AT_THE_DESK,
        "intake.Note.seat": _AT_THE_DESK,
        "intake.Message.seat": "the message stands with the person who wrote it",
    },
    retention=(PHONE,),
    takes_part=(HANDLER,),
)
