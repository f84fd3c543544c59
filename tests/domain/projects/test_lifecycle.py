"""Whatever happens to an agreement, it only stands when every seat signed that text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis.extra.django import TestCase

from middenstip.domain.projects import services as projects
from middenstip.domain.projects.lifecycle import AGREEMENT, PROPOSED
from middenstip.domain.projects.models import Agreement
from middenstip.journeys import close_agreement, sign_agreement
from tests.cast import Cast, agreement, neighbourhood
from tests.domain.playing import moves, play

ACTS = ("sign", "sign_old", "change", "withdraw", "keep", "miss")


class AgreementsHold(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = neighbourhood()
        cls.made = agreement(cls.cast)

    @settings(max_examples=30, deadline=None)
    @given(moves(ACTS, ("marijke", "ilse", "bas", "tarik")))
    def test_no_sequence_of_acts_leaves_the_table(self, sequence: list[tuple[str, str]]) -> None:
        cast, made = self.cast, self.made
        for move in sequence:
            play(AGREEMENT, lambda: _now(made).state, [_act(cast, made, *move)])
            now = _now(made)
            unsigned = now.signatures.filter(at=None).count()
            if now.state == PROPOSED:
                assert unsigned > 0
            elif now.made_at:
                assert unsigned == 0


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
            return projects.change_agreement(
                by=by,
                agreement=made,
                what=f"Anders {at}",
                due_on=at.date(),
                conditions="",
                number=number,
                at=at,
            )
        if what == "miss":
            return close_agreement.miss(by=by, agreement=made, why_not="Het regende.", at=at)
        if what == "keep":
            return close_agreement.keep(by=by, agreement=made, at=at)
        return projects.withdraw_agreement(by=by, agreement=made, at=at)

    return do
