"""The smaller refusals: unknown outcomes, too many reports, texts and writers that are gone."""

from __future__ import annotations

import pytest

from middenstip.domain.initiatives.models import Update
from middenstip.domain.moderation import rules
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.models import Complaint, Pause, Posting, Review
from middenstip.domain.moderation.selectors import figures_for
from middenstip.domain.parties.rules import MODERATOR, ROLES
from middenstip.domain.rooms import REPORTABLE
from middenstip.journeys import leave, moderate_text, publish_text
from middenstip.kernel.actor import Unseated
from middenstip.kernel.hidden import words_of
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, moderator, person, submitted

WHY = {"rule": "privacy", "reason": "Zo is de regel."}


def reported(cast: Cast) -> Review:
    publish_text.news(by=cast.marijke, initiative=submitted(cast), text="Bel Henk.", at=cast.tick())
    code = f"{Update.objects.get().pk}"
    return moderate_text.report(noun="nieuws", code=code, **WHY, at=cast.tick()).review


def test_a_decision_needs_a_known_outcome(cast: Cast) -> None:
    review = reported(cast)
    with pytest.raises(Invalid, match="Kies een besluit"):
        moderate_text.decide(
            by=moderator(cast, cast.yara), review=review, outcome="ja", **WHY, at=cast.tick()
        )


def test_a_person_makes_thirty_reports_a_day(cast: Cast) -> None:
    review = reported(cast)
    others = Review.objects.bulk_create(
        Review(noun="x", target=f"{n}", area=review.area, opened_at=cast.at, due_on=cast.today)
        for n in range(30)
    )
    Complaint.objects.bulk_create(
        Complaint(review=other, person=person(cast.gerrit), **WHY, at=cast.at) for other in others
    )
    with pytest.raises(NotNow, match="Even rustig aan"):
        moderation.add_complaint(review=review, person=cast.gerrit, **WHY, at=cast.tick())


def test_a_text_that_was_deleted_after_the_report_can_still_be_decided(cast: Cast) -> None:
    review = reported(cast)
    Update.objects.all().delete()
    decided = moderate_text.decide(
        by=moderator(cast, cast.yara), review=review, outcome="hide", **WHY, at=cast.tick()
    )
    assert decided.outcome == "hide"
    writer = person(cast.marijke)
    publish_text.check(writer, cast.marijke, "nieuws", review.target, cast.tick())  # nothing to hold


def test_news_that_was_sent_twice_is_counted_once(cast: Cast) -> None:
    initiative = submitted(cast)
    for _ in range(2):
        told = {"initiative": initiative, "text": "Wij planten zaterdag bramen.", "key": "k"}
        publish_text.news(by=cast.marijke, **told, at=cast.tick())
    assert Update.objects.get().hidden is None


def test_a_text_without_a_writer_is_decided_without_a_pause(cast: Cast) -> None:
    review = reported(cast)
    Review.objects.update(writer=None)
    yara = moderator(cast, cast.yara)
    moderate_text.decide(by=yara, review=review, outcome="pause", days=3, **WHY, at=cast.tick())
    assert not Pause.objects.exists()


def test_the_writer_appeals_without_a_seat_and_others_read_nothing(cast: Cast) -> None:
    review, yara = reported(cast), moderator(cast, cast.yara)
    moderate_text.decide(by=yara, review=review, outcome="hide", **WHY, at=cast.tick())
    marijke = Unseated(cast.marijke.person_id, cast.marijke.person_public_id)
    gerrit = Unseated(cast.gerrit.person_id, cast.gerrit.person_public_id)
    assert rules.may_read(marijke, review)
    assert rules.may_read(yara, review)
    assert not rules.may_read(gerrit, review)
    assert not rules.may_read(None, review)
    assert (
        moderation.appeal_review(by=marijke, review=review, text="Nee.", at=cast.tick()).state == "appealed"
    )
    with pytest.raises(Forbidden, match="moderator van dit gebied"):
        moderate_text.judge(by=cast.ilse, review=review, keeps=True, **WHY, at=cast.tick())


def test_a_person_who_was_erased_keeps_no_pause_by_name(cast: Cast) -> None:
    review, yara = reported(cast), moderator(cast, cast.yara)
    moderate_text.decide(by=yara, review=review, outcome="pause", days=3, **WHY, at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())  # a pause does not prevent it
    assert Review.objects.get().writer == person(cast.marijke)
    assert person(cast.marijke).name == ""


def test_the_figures_count_reports_rules_outcomes_and_appeals(cast: Cast) -> None:
    review, yara, bas = reported(cast), moderator(cast, cast.yara), moderator(cast, cast.bas)
    moderate_text.report(noun="nieuws", code=review.target, rule="wet", reason="Kan niet.", at=cast.tick())
    cast.tick(days=2)
    moderate_text.decide(by=yara, review=review, outcome="hide", **WHY, at=cast.tick())
    moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.tick())
    moderate_text.judge(by=bas, review=review, keeps=False, **WHY, at=cast.tick())
    told = figures_for(2026)
    assert (told.reports, told.texts, told.by_rule) == (2, 1, [("privacy", 1), ("wet", 1)])
    assert (told.outcomes["keep"], told.outcomes["hide"]) == (1, 0)
    assert (told.appeals, told.reversed, told.days, told.in_time) == (1, 1, 2, 1)
    assert figures_for(2020).days is None


def test_every_reportable_text_names_services_that_exist() -> None:
    for kind in REPORTABLE.values():
        assert callable(moderate_text.service(kind, kind.hides))
        assert callable(moderate_text.service(kind, kind.shows))


def test_words_that_are_kept_can_be_read_by_writer_and_moderator() -> None:
    assert words_of(None) == []
    assert words_of({"": {"a": "x"}, "rows": {"1": {"b": "y"}}}) == ["x", "y"]


def test_moderator_is_a_role_with_a_sentence() -> None:
    assert "nooit over een eigen tekst" in ROLES[MODERATOR].sentence


def test_an_address_is_confirmed_once(cast: Cast) -> None:
    told = {"noun": "nieuws", "code": reported(cast).target, **WHY, "email": "buur@voorbeeld.example"}
    complaint = moderate_text.report(**told, at=cast.tick())
    first = moderation.confirm_address(complaint=complaint, token=complaint.token, at=cast.tick())
    moment = first.confirmed_at
    again = moderation.confirm_address(complaint=complaint, token=complaint.token, at=cast.tick())
    assert again.confirmed_at == moment


def test_a_link_that_does_not_fit_confirms_no_address(cast: Cast) -> None:
    told = {"noun": "nieuws", "code": reported(cast).target, **WHY}
    with_address = moderate_text.report(**told, email="buur@voorbeeld.example", at=cast.tick())
    without = moderate_text.report(**told, at=cast.tick())
    for complaint, token in ((with_address, "verzonnen"), (with_address, ""), (without, without.token)):
        with pytest.raises(NotNow, match="Deze link klopt niet meer"):
            moderation.confirm_address(complaint=complaint, token=token, at=cast.tick())
    assert not Complaint.objects.exclude(confirmed_at=None).exists()


def test_what_a_reporter_left_is_forgotten_after_its_term(cast: Cast) -> None:
    told = {"noun": "nieuws", "code": reported(cast).target, **WHY}
    buur = {"email": "buur@voorbeeld.example", "network": "192.0.2.1"}
    answered, waiting = (moderate_text.report(**told, **buur, at=cast.tick()) for _ in range(2))
    Complaint.objects.filter(pk=answered.pk).update(answered_at=cast.at)

    def kept() -> list[tuple[str, str]]:
        return [
            Complaint.objects.values_list("email", "network").get(pk=one.pk) for one in (answered, waiting)
        ]

    cast.tick(days=2)
    assert (moderation.forget_reporters(at=cast.at), kept()) == (0, [(buur["email"], "")] * 2)
    assert Posting.objects.exists()
    cast.tick(days=29)  # thirty days after the answer
    assert (moderation.forget_reporters(at=cast.at), kept()) == (1, [("", ""), (buur["email"], "")])
    assert not Posting.objects.exists()
    cast.tick(days=150)  # half a year after a report without an answer
    assert (moderation.forget_reporters(at=cast.at), kept()) == (1, [("", "")] * 2)
