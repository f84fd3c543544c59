"""After any sequence of acts, an agreement is in force only when every seat signed its current text."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.lifecycle import AGREEMENT, PROPOSED
from middenstip.domain.agreements.models import Agreement
from middenstip.journeys import sign_agreement
from tests.cast import Cast, agreement
from tests.domain.playing import play

STORY = [
    ("sign", "marijke"),
    ("sign", "ilse"),
    ("change", "bas"),
    *(("sign", who) for who in ("marijke", "ilse", "bas")),
]


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast) -> None:
    made = agreement(cast)

    def check(now: Agreement) -> None:
        unsigned = now.signatures.filter(at=None).count()
        if now.state == PROPOSED:
            assert unsigned > 0
        elif now.made_at:
            assert unsigned == 0

    played = play(
        AGREEMENT,
        lambda: _now(made),
        lambda *move: _act(cast, made, *move),
        STORY,
        others=("sign_old", *2 * ("miss",), *4 * ("keep", "withdraw"), "withdraw", "withdraw", "lapse"),
        check=check,
    )
    played.assert_not_one_sided(*AGREEMENT.words, never=("sign_old",))


def _now(made: Agreement) -> Agreement:
    return Agreement.objects.get(pk=made.pk)


def _act(cast: Cast, made: Agreement, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick()

    def do() -> object:
        number = _now(made).number
        if what in ("sign", "sign_old"):
            number -= what == "sign_old"
            return sign_agreement.sign(by=by, agreement=made, number=number, at=at)
        if what == "change":
            return agreements.change_agreement(
                by=by,
                agreement=made,
                what=f"Anders {at}",
                due_on=at.date(),
                conditions="",
                number=number,
                at=at,
            )
        if what == "miss":
            return agreements.miss_agreement(by=by, agreement=made, why_not="Het regende.", at=at)
        if what == "lapse":
            return agreements.lapse_unsigned(by=by, initiative=made.initiative, at=at)
        if what == "keep":
            return agreements.keep_agreement(by=by, agreement=made, at=at)
        return agreements.withdraw_agreement(by=by, agreement=made, at=at)

    return do
