"""The complaint: a text is reported, hidden with a reason, appealed, judged by another half, and back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.moderation import services as moderation
from middenstip.domain.moderation.models import Complaint, Pause, Review
from middenstip.journeys import moderate_text, publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.hidden import GONE, HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, agreement, moderator, shared, submitted
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import page, walk_in

WHY = {"rule": "privacy", "reason": "Hier staat een telefoonnummer van een ander."}


def news_of(cast: Cast, text: str = "Bel Henk op 06 123.") -> Update:
    initiative = submitted(cast)
    publish_text.news(by=cast.marijke, initiative=initiative, text=text, at=cast.tick())
    return Update.objects.get()


def reported(cast: Cast, by: Actor | None = None, code: str = "") -> Complaint:
    code = code or f"{news_of(cast).pk}"
    return moderate_text.report(noun="nieuws", code=code, person=by, **WHY, at=cast.tick())


def test_a_reported_text_is_hidden_with_a_reason_and_comes_back_after_the_appeal(cast: Cast) -> None:
    yara, bas = moderator(cast, cast.yara), moderator(cast, cast.bas)
    news = news_of(cast)
    path = f"/initiatief/{news.initiative.public_id}/"
    complaint = reported(cast, cast.gerrit, f"{news.pk}")
    post(cast)
    assert "06 123" in page(walk_in(None), path)  # a report alone hides nothing
    assert heard(yara)[-1] == "Een tekst wacht op nakijken"

    moderate_text.decide(by=yara, review=complaint.review, outcome="hide", **WHY, at=cast.tick())
    post(cast)
    shown = page(walk_in(None), path)
    assert HIDDEN in shown
    assert "06 123" not in shown
    assert "telefoonnummer van een ander" in told(cast.marijke).text
    assert "bezwaar" in told(cast.marijke).text
    assert heard(cast.gerrit)[-1] == "Antwoord op je melding: verborgen"

    moderation.appeal_review(by=cast.marijke, review=complaint.review, text="Henk zei ja.", at=cast.tick())
    post(cast)
    assert heard(bas)[-1] == "Er is bezwaar gemaakt"
    review = Review.objects.get()
    with pytest.raises(Forbidden, match="Jij nam het eerste besluit"):
        moderate_text.judge(by=yara, review=review, keeps=False, **WHY, at=cast.tick())
    moderate_text.judge(
        by=bas, review=review, keeps=False, rule="privacy", reason="Henk vond het goed.", at=cast.tick()
    )
    post(cast)
    assert "06 123" in page(walk_in(None), path)
    assert heard(cast.marijke)[-1] == "Antwoord op je bezwaar: blijft"
    assert heard(cast.gerrit)[-1] == "Na bezwaar: blijft"


def test_an_appeal_is_made_once_by_the_writer_and_judged_by_another_half(cast: Cast) -> None:
    yara, tarik = moderator(cast, cast.yara), moderator(cast, cast.tarik)
    review = reported(cast).review
    with pytest.raises(NotNow, match="open"):
        moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.tick())
    moderate_text.decide(by=yara, review=review, outcome="hide", **WHY, at=cast.tick())
    with pytest.raises(Forbidden, match="niet over jouw tekst"):
        moderation.appeal_review(by=cast.gerrit, review=review, text="Nee.", at=cast.tick())
    with pytest.raises(Invalid, match="Schrijf waarom"):
        moderation.appeal_review(by=cast.marijke, review=review, text=" ", at=cast.tick())
    with pytest.raises(Forbidden, match="zes weken"):
        moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.at + timedelta(days=50))
    moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.tick())
    with pytest.raises(NotNow, match="geen tweede bezwaar"):
        moderation.appeal_review(by=cast.marijke, review=review, text="Toch.", at=cast.tick())
    with pytest.raises(Forbidden, match="andere helft"):
        moderate_text.judge(by=tarik, review=review, keeps=True, **WHY, at=cast.tick())
    bas = moderator(cast, cast.bas)
    moderate_text.judge(by=bas, review=review, keeps=True, **WHY, at=cast.tick())
    with pytest.raises(NotNow, match="besloot al: verborgen"):
        moderate_text.judge(by=bas, review=review, keeps=False, **WHY, at=cast.tick())
    assert Update.objects.get().text == HIDDEN


def test_a_text_that_stays_needs_no_appeal(cast: Cast) -> None:
    yara = moderator(cast, cast.yara)
    review = reported(cast).review
    moderate_text.decide(by=yara, review=review, outcome="keep", **WHY, at=cast.tick())
    assert Update.objects.get().text == "Bel Henk op 06 123."
    with pytest.raises(Forbidden, match="Je tekst staat er"):
        moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.tick())


def test_a_moderator_never_judges_an_own_text_or_an_own_report(cast: Cast) -> None:
    marijke, yara = moderator(cast, cast.marijke), moderator(cast, cast.yara)
    review = reported(cast, yara).review
    with pytest.raises(Forbidden, match="je eigen tekst"):
        moderate_text.decide(by=marijke, review=review, outcome="keep", **WHY, at=cast.tick())
    with pytest.raises(Forbidden, match="meldde deze tekst zelf"):
        moderate_text.decide(by=yara, review=review, outcome="keep", **WHY, at=cast.tick())
    with pytest.raises(Forbidden, match="moderator van dit gebied"):
        moderate_text.decide(by=cast.gerrit, review=review, outcome="keep", **WHY, at=cast.tick())


def test_of_two_moderators_at_once_the_second_is_told_of_the_first(cast: Cast) -> None:
    yara, bas = moderator(cast, cast.yara), moderator(cast, cast.bas)
    review = reported(cast).review
    moderate_text.decide(by=yara, review=review, outcome="remove", **WHY, at=cast.tick())
    with pytest.raises(NotNow, match="Een andere moderator besloot al: weg"):
        moderate_text.decide(by=bas, review=review, outcome="keep", **WHY, at=cast.tick())
    assert Update.objects.get().text == GONE


def test_a_removed_text_is_deleted_when_nobody_can_appeal_any_more(cast: Cast) -> None:
    yara = moderator(cast, cast.yara)
    review = reported(cast).review
    with pytest.raises(Forbidden, match="moderatoren van twee helften"):
        moderate_text.decide(by=yara, review=review, outcome="remove", **WHY, at=cast.tick())
    moderator(cast, cast.bas)
    moderate_text.decide(by=yara, review=review, outcome="remove", **WHY, at=cast.tick())
    assert moderate_text.drop_removed(cast.tick(days=42)) == 0
    assert Update.objects.get().hidden == {"": {"text": "Bel Henk op 06 123."}}
    assert moderate_text.drop_removed(cast.tick(days=1)) == 1
    news = Update.objects.get()
    assert (news.text, news.hidden) == (GONE, {})
    assert moderate_text.drop_removed(cast.tick(days=1)) == 0
    assert "06 123" not in page(walk_in(yara), f"/moderatie/{review.public_id}/")


def test_a_text_that_went_meanwhile_needs_no_dropping(cast: Cast) -> None:
    yara = moderator(cast, cast.yara)
    moderator(cast, cast.bas)
    review = reported(cast).review
    moderate_text.decide(by=yara, review=review, outcome="remove", **WHY, at=cast.tick())
    Update.objects.all().delete()
    assert moderate_text.drop_removed(cast.tick(days=43)) == 1


def test_a_reaction_is_reported_hidden_and_shown_again(cast: Cast) -> None:
    yara, bas = moderator(cast, cast.yara), moderator(cast, cast.bas)
    initiative = submitted(cast)
    said = publish_text.reaction(
        by=cast.gerrit, about=initiative, kind="concern", text="Lelijke woorden.", at=cast.tick()
    )
    reply = publish_text.reaction_reply(by=cast.tarik, reaction=said, text="Bel 06-12345678.", at=cast.tick())
    path = f"/reactie/{said.public_id}/"
    shown = page(walk_in(cast.ilse), path)
    assert f"/melden/reactie/{said.public_id}/" in shown
    assert f"/melden/reactie/{reply.public_id}/" in shown
    assert "06-12345678" not in shown
    complaint = moderate_text.report(
        noun="reactie", code=said.public_id, person=cast.ilse, **WHY, at=cast.tick()
    )
    assert "Moderatie" in page(walk_in(yara), "/over/")
    moderate_text.decide(by=yara, review=complaint.review, outcome="hide", **WHY, at=cast.tick())
    shown = page(walk_in(None), path)
    assert HIDDEN in shown
    assert "Lelijke woorden" not in shown
    moderation.appeal_review(by=cast.gerrit, review=complaint.review, text="Nee.", at=cast.tick())
    moderate_text.judge(by=bas, review=Review.objects.get(), keeps=False, **WHY, at=cast.tick())
    assert "Lelijke woorden" in page(walk_in(None), path)
    moderate_text.report(noun="reactie", code=reply.public_id, person=cast.ilse, **WHY, at=cast.tick())
    moderate_text.decide(
        by=yara, review=Review.objects.get(target=reply.public_id), outcome="hide", **WHY, at=cast.tick()
    )
    assert "Bel" not in page(walk_in(None), path)


def test_five_hundred_reports_are_one_open_report_and_hide_nothing(cast: Cast) -> None:
    news = news_of(cast)
    at = cast.tick()
    for number in range(500):
        moderate_text.report(noun="nieuws", code=f"{news.pk}", **WHY, network=f"{number}", at=at)
    (review,) = Review.objects.all()
    assert (review.reports, review.state) == (500, "open")
    news.refresh_from_db()
    assert news.text == "Bel Henk op 06 123."


def test_reports_are_limited_per_network_and_joined_per_person(cast: Cast) -> None:
    code = f"{news_of(cast).pk}"
    first = reported(cast, cast.gerrit, code)
    assert reported(cast, cast.gerrit, code) == first
    for _ in range(10):
        moderate_text.report(noun="nieuws", code=code, **WHY, network="n", at=cast.tick())
    with pytest.raises(NotNow, match="Even rustig aan"):
        moderate_text.report(noun="nieuws", code=code, **WHY, network="n", at=cast.tick())
    cast.tick(hours=2)
    moderate_text.report(noun="nieuws", code=code, **WHY, network="n", at=cast.tick())


def test_a_report_needs_a_text_a_rule_and_a_reason(cast: Cast) -> None:
    code = f"{news_of(cast).pk}"
    for noun, target in (("nieuws", "abc"), ("nieuws", "999"), ("review", "1"), ("initiatief", "zzzz")):
        with pytest.raises(NotNow, match="staat er niet meer"):
            moderate_text.report(noun=noun, code=target, **WHY, at=cast.tick())
    with pytest.raises(Forbidden, match="je eigen tekst"):
        reported(cast, cast.marijke, code)
    with pytest.raises(Invalid) as refusal:
        moderate_text.report(noun="nieuws", code=code, rule="onzin", reason=" ", at=cast.tick())
    assert set(refusal.value.errors) == {"rule", "reason"}


def test_a_pause_stops_posting_until_a_moment_and_ends_with_a_granted_appeal(cast: Cast) -> None:
    yara, bas = moderator(cast, cast.yara), moderator(cast, cast.bas)
    review = reported(cast).review
    with pytest.raises(Invalid, match="van 1 tot 90"):
        moderate_text.decide(by=yara, review=review, outcome="pause", **WHY, days=0, at=cast.tick())
    moderate_text.decide(by=yara, review=review, outcome="pause", **WHY, days=7, at=cast.tick())
    initiative = Initiative.objects.get()
    with pytest.raises(Forbidden, match=r"pauze tot 9 november 2026.*telefoonnummer"):
        publish_text.news(by=cast.marijke, initiative=initiative, text="Nog iets.", at=cast.tick())
    moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.tick())
    moderate_text.judge(by=bas, review=review, keeps=False, **WHY, at=cast.tick())
    assert Pause.objects.get().until_at == cast.at
    publish_text.news(by=cast.marijke, initiative=initiative, text="Nog iets.", at=cast.tick())


@pytest.mark.parametrize("key", ["initiatief", "opgave", "afspraak"])
def test_every_kind_of_text_can_be_hidden_and_shown(cast: Cast, key: str) -> None:
    yara, bas = moderator(cast, cast.yara), moderator(cast, cast.bas)
    if key == "initiatief":
        row, column = submitted(cast), "what"
    elif key == "opgave":
        row, column = shared(cast), "title"
    else:
        row, column = agreement(cast), "what"
    before = getattr(row, column)
    complaint = moderate_text.report(noun=key, code=row.public_id, **WHY, at=cast.tick())
    review = complaint.review
    tarik = moderator(cast, cast.samira)
    by = tarik if review.writer_id == yara.person_id else yara
    moderate_text.decide(by=by, review=review, outcome="hide", **WHY, at=cast.tick())
    row.refresh_from_db()
    assert getattr(row, column) == HIDDEN
    with pytest.raises(NotNow, match="staat er niet meer"):
        moderate_text.report(noun=key, code=row.public_id, **WHY, at=cast.tick())
    moderation.appeal_review(by=cast.marijke, review=review, text="Nee.", at=cast.tick())
    moderate_text.judge(by=bas, review=review, keeps=False, **WHY, at=cast.tick())
    row.refresh_from_db()
    assert (getattr(row, column), row.hidden) == (before, None)
