"""The whole chain once: read this first."""

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.lifecycle import DONE
from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.models import Entry
from middenstip.journeys import close_agreement
from middenstip.kernel.half import Half, halves_of
from tests.cast import Cast, signed


def test_a_voedselbos_goes_from_idea_to_a_signed_agreement_that_is_kept(cast: Cast) -> None:
    agreement = signed(cast)

    initiative = Initiative.objects.get(title="Voedselbos Lettele")
    assert initiative.stage == "project"
    assert halves_of(initiative.halves) == tuple(Half)
    assert agreement.goal.state == SHARED
    assert [s.sentence for s in agreement.signatures.order_by("at")] == [
        "Ik teken als bewoner van Lettele.",
        "Ik teken voor gemeente Deventer, als adviseur Groen.",
        "Ik teken voor Kwekerij De Esch, als eigenaar.",
    ]

    agreement = agreements.keep_agreement(by=cast.marijke, agreement=agreement, at=cast.tick(days=90))
    close_agreement.finish(
        by=cast.marijke,
        initiative=Initiative.objects.select_related("area").get(pk=initiative.pk),
        outcome="gelukt",
        lesson="Begin met de bodem.",
        at=cast.tick(),
    )

    assert agreement.state == DONE
    told = Entry.objects.filter(thread=initiative.public_id, public=True).order_by("pk")
    assert [entry.kind for entry in told] == [
        "initiative.submitted",
        "case.taken",
        "case.started",
        "case.decided",
        "goal.opened",
        "goal.chair_taken",
        "goal.chair_taken",
        "goal.chair_taken",
        "goal.letters_revealed",
        "goal.proposed",
        "goal.answered",
        "goal.half_said_yes",
        "goal.answered",
        "goal.half_said_yes",
        "goal.answered",
        "goal.half_said_yes",
        "goal.shared",
        "agreement.proposed",
        "agreement.signed",
        "agreement.signed",
        "agreement.signed",
        "agreement.made",
        "agreement.kept",
        "initiative.finished",
    ]
