"""What people say about an initiative: Tarik worries, Marijke owes him an answer, and gives it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.learning import services as learning
from middenstip.domain.parties.models import Person
from middenstip.domain.questions import services as questions
from middenstip.domain.questions.models import Question
from middenstip.domain.reactions import services
from middenstip.domain.reactions.lifecycle import MOST_A_DAY
from middenstip.domain.reactions.models import Reaction, Talk
from middenstip.domain.reactions.selectors import (
    About,
    numbers_on_news,
    reaction_by_id,
    reactions_in,
    replies_to,
    talk_about,
)
from middenstip.domain.reactions.turns import turn
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.journeys import leave, stop_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, agreement, draft, submitted
from tests.journeys.test_plan_preparation import asks
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import page, send, walk_in


def say(cast: Cast, who: Actor, about: About, kind: str = "tip", text: str = "Doe het.") -> Reaction:
    return services.place_reaction(by=who, about=about, kind=kind, text=text, at=cast.tick())


def fresh(reaction: Reaction) -> Reaction:
    found = reaction_by_id(reaction.public_id)
    assert found
    return found


def numbers(about: Initiative) -> tuple[dict[str, int], int]:
    talk = talk_about(about)
    return {kind: count for kind, count in talk.numbers.items() if count}, talk.waiting


def my_turns(actor: Actor, cast: Cast) -> list[str]:
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=cast.today)
    return [row.ask for row in rows if row.kind == "reply"]


def test_a_concern_waits_for_the_initiator_and_the_answer_reaches_the_asker(cast: Cast) -> None:
    initiative = submitted(cast)
    post(cast)
    concern = say(cast, cast.tarik, initiative, "concern", " Komt er veel verkeer? ")
    post(cast)

    assert heard(cast.marijke)[-1] == "Een zorg wacht op je antwoord: Voedselbos Lettele"
    assert "Komt er veel verkeer?" in told(cast.marijke).text
    assert my_turns(cast.marijke, cast) == ["Geef antwoord: Komt er veel verkeer?"]
    now = turn(fresh(concern))
    assert now
    assert (now.who.name, now.person) == ("Marijke Wolterink", cast.marijke.person_id)
    assert numbers(initiative) == ({"concern": 1}, 1)

    answer = services.reply(by=cast.marijke, reaction=concern, text="Nee, fietsers.", at=cast.tick())
    post(cast)
    assert answer.is_answer
    assert heard(cast.tarik)[-1] == "Antwoord op je zorg: Voedselbos Lettele"
    assert "Nee, fietsers." in told(cast.tarik).text
    assert (my_turns(cast.marijke, cast), turn(fresh(concern))) == ([], None)
    assert numbers(initiative) == ({"concern": 1}, 0)


def test_the_page_shows_reactions_by_kind_and_what_waits_since_when(cast: Cast) -> None:
    initiative = submitted(cast)
    say(cast, cast.tarik, initiative, "question", "Mag de klas komen?")
    say(cast, cast.gerrit, initiative, "tip", "Plant noten.")
    url = f"/initiatief/{initiative.public_id}/"
    with clock.frozen(cast.at):
        assert "1 zorg of vraag wacht op antwoord, sinds vandaag" in page(walk_in(None), url)
    with clock.frozen(cast.tick(days=8)):  # from Monday to Tuesday a week later
        shown = page(walk_in(None), url)
    assert "1 zorg of vraag wacht op antwoord, al 6 werkdagen" in shown
    assert "Wat zeggen mensen?" in shown
    assert "De bal ligt bij Marijke Wolterink" in shown
    assert (f"{url}reacties/?soort=tip" in shown, "Plant noten." in shown) == (True, True)
    only = page(walk_in(None), f"{url}reacties/?soort=tip")
    assert ("Plant noten." in only, "Mag de klas komen?" in only) == (True, False)


def test_reactions_are_placed_and_answered_through_the_web(cast: Cast) -> None:
    initiative = submitted(cast)
    tarik, url = walk_in(cast.tarik), f"/initiatief/{initiative.public_id}/reacties/"
    assert send(tarik, url, kind="question", text="Mag de klas komen?", key="een") == 302
    assert send(tarik, url, kind="question", text="Mag de klas komen?", key="een") == 302
    (question,) = Reaction.objects.all()
    assert send(tarik, url, kind="tip", text="  ") == 422
    assert send(tarik, url, kind="anders", text="Hallo") == 422
    here = f"/reactie/{question.public_id}/"
    assert send(walk_in(cast.marijke), f"{here}antwoord/", text="Graag!") == 302
    assert send(walk_in(cast.marijke), f"{here}antwoord/", text="") == 422
    assert send(walk_in(cast.gerrit), f"{here}herkenbaar/", familiar="ja") == 302
    assert send(tarik, f"{here}aanpassen/", text="Mag de hele klas komen?") == 302
    assert send(tarik, f"{here}aanpassen/", text="") == 422
    shown = page(tarik, here)
    for words in ("Mag de hele klas komen?", "aangepast", "Graag!", "Herkenbaar (1)", "Pas je tekst aan"):
        assert words in shown, words
    answer = question.replies.get()
    assert "Mag de hele klas komen?" in page(walk_in(None), f"/reactie/{answer.public_id}/")
    assert send(tarik, f"{here}intrekken/") == 302
    assert "Deze reactie is ingetrokken." in page(walk_in(None), here)
    assert send(walk_in(cast.gerrit), f"{here}antwoord/", text="En nu?") == 409


def test_nobody_reacts_to_a_draft_or_to_what_ended(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="nog een concept"):
        say(cast, cast.tarik, draft(cast))
    initiative = submitted(cast, "Pluktuin")
    question = say(cast, cast.tarik, initiative, "question", "Wanneer?")
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Te nat.", at=cast.tick())
    stopped = Initiative.objects.get(pk=initiative.pk)
    with pytest.raises(Forbidden, match="afgesloten"):
        say(cast, cast.gerrit, stopped)
    with pytest.raises(Forbidden, match="afgesloten"):
        services.reply(by=cast.gerrit, reaction=question, text="Nooit.", at=cast.tick())
    assert (turn(fresh(question)), my_turns(cast.marijke, cast)) == (None, [])
    assert services.reply(by=cast.marijke, reaction=question, text="Nooit.", at=cast.tick()).is_answer


def test_without_the_initiator_a_concern_is_refused_and_a_tip_is_not(cast: Cast) -> None:
    initiative = submitted(cast)
    waits = say(cast, cast.tarik, initiative, "concern", "Wie maait er?")
    marijke = Person.objects.get(pk=cast.marijke.person_id)
    leave.erase(by=cast.marijke, person=marijke, at=cast.tick())
    left = Initiative.objects.get(pk=initiative.pk)
    with pytest.raises(Forbidden, match="initiatiefnemer is weg"):
        say(cast, cast.tarik, left, "concern")
    assert say(cast, cast.tarik, left).kind == "tip"
    assert turn(fresh(waits)) is None


def test_an_empty_text_an_unknown_kind_and_the_21st_of_a_day_are_refused(cast: Cast) -> None:
    initiative = submitted(cast)
    with pytest.raises(Invalid, match="Schrijf eerst je reactie"):
        say(cast, cast.tarik, initiative, text=" \u200b ")
    with pytest.raises(Invalid, match="Kies wat je wilt zeggen"):
        say(cast, cast.tarik, initiative, "klacht")
    for _number in range(MOST_A_DAY):
        first = say(cast, cast.tarik, initiative)
    with pytest.raises(Forbidden, match="vandaag al 20 reacties"):
        say(cast, cast.tarik, initiative)
    with pytest.raises(Forbidden, match="vandaag al 20 reacties"):
        services.reply(by=cast.tarik, reaction=first, text="Nog een.", at=cast.tick())
    cast.tick(days=1)
    assert say(cast, cast.tarik, initiative).state == "shown"


def test_the_initiator_owes_no_answer_to_an_own_question(cast: Cast) -> None:
    initiative = submitted(cast)
    own = say(cast, cast.marijke, initiative, "question", "Wie heeft een schep?")
    assert (own.waits, numbers(initiative)) == (False, ({"question": 1}, 0))


def test_a_person_without_a_seat_reacts_too(cast: Cast) -> None:
    initiative = submitted(cast)
    loose = Unseated(cast.tarik.person_id, cast.tarik.person_public_id, "Tarik")
    placed = services.place_reaction(by=loose, about=initiative, kind="tip", text="Doe.", at=cast.tick())
    assert (placed.seat, placed.person_id) == (None, cast.tarik.person_id)


def test_replies_are_one_level_deep_and_only_the_initiators_side_answers(cast: Cast) -> None:
    initiative = submitted(cast)
    question = say(cast, cast.tarik, initiative, "question", "Wanneer?")
    post(cast)
    guess = services.reply(by=cast.gerrit, reaction=question, text="In mei?", at=cast.tick())
    post(cast)
    assert (guess.is_answer, fresh(question).waits) == (False, True)
    assert heard(cast.tarik)[-1] == "Iemand antwoordde op je vraag: Voedselbos Lettele"
    with pytest.raises(NotNow, match="reactie erboven"):
        services.reply(by=cast.marijke, reaction=guess, text="Ja.", at=cast.tick())
    assert replies_to([fresh(question)]) == {question.pk: [guess]}


def test_a_text_is_changed_within_an_hour_and_only_by_its_writer(cast: Cast) -> None:
    tip = say(cast, cast.tarik, submitted(cast))
    with pytest.raises(Forbidden, match="Alleen wie dit schreef, past het aan"):
        services.change_reaction(by=cast.gerrit, reaction=tip, text="Nee.", at=cast.tick())
    same = services.change_reaction(by=cast.tarik, reaction=tip, text="Doe het.", at=cast.tick())
    assert same.changed_at is None
    changed = services.change_reaction(by=cast.tarik, reaction=tip, text="Doe het nu.", at=cast.tick())
    assert (changed.text, changed.changed_at) == ("Doe het nu.", cast.at)
    with pytest.raises(Forbidden, match="Dat uur is voorbij"):
        services.change_reaction(
            by=cast.tarik, reaction=tip, text="Laat.", at=tip.at + timedelta(hours=1, seconds=1)
        )


def test_withdrawing_deletes_the_text_and_keeps_the_replies(cast: Cast) -> None:
    initiative = submitted(cast)
    alone, asked = say(cast, cast.tarik, initiative), say(cast, cast.tarik, initiative, "question", "Wie?")
    answer = services.reply(by=cast.marijke, reaction=asked, text="Ik.", at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen wie dit schreef, trekt het in"):
        services.withdraw_reaction(by=cast.gerrit, reaction=alone, at=cast.tick())
    for one in (alone, asked):
        assert services.withdraw_reaction(by=cast.tarik, reaction=one, at=cast.tick()).text == ""
    listed = reactions_in(talk_about(initiative), limit=9)
    assert [one.pk for one in listed] == [asked.pk]
    assert numbers(initiative) == ({}, 0)
    with pytest.raises(NotNow, match="ingetrokken"):
        services.withdraw_reaction(by=cast.tarik, reaction=asked, at=cast.tick())
    services.withdraw_reaction(by=cast.marijke, reaction=answer, at=cast.tick())
    assert fresh(asked).reply_count == 0


def test_a_question_waits_again_when_its_answer_is_withdrawn(cast: Cast) -> None:
    initiative = submitted(cast)
    asked = say(cast, cast.tarik, initiative, "question", "Wie?")
    answer = services.reply(by=cast.marijke, reaction=asked, text="Ik.", at=cast.tick())
    services.withdraw_reaction(by=cast.marijke, reaction=answer, at=cast.tick())
    assert (fresh(asked).waits, numbers(initiative)) == (True, ({"question": 1}, 1))


def test_a_hidden_reaction_is_not_read_and_does_not_wait(cast: Cast) -> None:
    initiative = submitted(cast)
    asked = say(cast, cast.tarik, initiative, "question", "Lelijk woord?")
    services.hide_reaction(by=cast.samira, code=asked.public_id, words=HIDDEN, at=cast.tick())
    shown = page(walk_in(None), f"/reactie/{asked.public_id}/")
    assert ("Lelijk woord?" in shown, HIDDEN in shown) == (False, True)
    assert numbers(initiative) == ({}, 0)
    services.show_reaction(by=cast.samira, code=asked.public_id, at=cast.tick())
    assert numbers(initiative) == ({"question": 1}, 1)


def test_hiding_again_changes_only_the_words_that_stand_there(cast: Cast) -> None:
    asked = say(cast, cast.tarik, submitted(cast), "question", "Lelijk woord?")
    for words in ("Dit kijken we na.", HIDDEN):
        services.hide_reaction(by=cast.samira, code=asked.public_id, words=words, at=cast.tick())
    assert (fresh(asked).state, fresh(asked).text) == ("hidden", HIDDEN)


def test_familiar_counts_once_per_person_and_not_for_the_writer(cast: Cast) -> None:
    tip = say(cast, cast.tarik, submitted(cast))
    for who, is_familiar, count in (
        (cast.gerrit, True, 1),
        (cast.gerrit, True, 1),
        (cast.ilse, True, 2),
        (cast.gerrit, False, 1),
    ):
        now = services.recognise(by=who, reaction=tip, is_familiar=is_familiar, at=cast.tick())
        assert now.recognised_count == count
    with pytest.raises(Forbidden, match="Dit schreef je zelf"):
        services.recognise(by=cast.tarik, reaction=tip, at=cast.tick())


def test_news_can_be_answered(cast: Cast) -> None:
    initiative = submitted(cast)
    initiatives.tell_news(by=cast.marijke, initiative=initiative, text="We planten.", at=cast.tick())
    news = Update.objects.get()
    url = f"/initiatief/{initiative.public_id}/reacties/?nieuws={news.pk}"
    assert send(walk_in(cast.tarik), url, kind="question", text="Hoe laat?") == 302
    assert numbers_on_news([news.pk]) == {news.pk: 1}
    shown = page(walk_in(None), url)
    assert ("We planten." in shown, "Hoe laat?" in shown) == (True, True)
    assert walk_in(None).get(f"/initiatief/{initiative.public_id}/reacties/?nieuws=99").status_code == 404


def test_contact_data_is_masked_on_the_page_in_the_mail_and_in_the_api(cast: Cast) -> None:
    initiative = submitted(cast)
    post(cast)
    text = "Bel 06-12345678 of mail tarik@voorbeeld.example, na 06-11-2026."
    question = say(cast, cast.tarik, initiative, "question", text)
    post(cast)
    here = f"/initiatief/{initiative.public_id}/"
    listed = walk_in(None).get(f"/api/v1/reacties?initiatief={initiative.public_id}").text
    mine = page(walk_in(cast.marijke), "/mijn/")
    for shown in (
        page(walk_in(None), here),
        page(walk_in(None), f"/reactie/{question.public_id}/"),
        told(cast.marijke).text,
        listed,
        mine,
    ):
        assert "12345678" not in shown
        assert "voorbeeld.example" not in shown.replace("middenstip.example", "")
        assert "[telefoonnummer verborgen]" in shown
    assert "na 06-11-2026" in listed
    assert "Antwoord hier, dan krijgt Tarik" in page(walk_in(None), here)


def test_a_goal_and_an_agreement_have_reactions_of_their_own(cast: Cast) -> None:
    deal = agreement(cast, cast.day(90))
    goal = Goal.objects.get(pk=deal.goal_id)
    initiative = Initiative.objects.get(pk=deal.initiative_id)
    told_at = {"kind": "question", "at": cast.tick()}
    services.place_reaction(by=cast.tarik, about=goal, text="Waarom zo groot?", **told_at)
    services.place_reaction(by=cast.tarik, about=deal, text="Wie betaalt?", **told_at)
    assert (talk_about(goal).waiting, talk_about(deal).waiting, talk_about(initiative).waiting) == (1, 1, 0)
    assert "Waarom zo groot?" in page(walk_in(None), f"/opgave/{goal.public_id}/")
    assert "Wie betaalt?" in page(walk_in(None), f"/afspraak/{deal.public_id}/reacties/")
    for one in Reaction.objects.all():
        here = page(walk_in(None), f"/reactie/{one.public_id}/")
        assert one.text in here
        assert services.reply(by=cast.ilse, reaction=one, text="Dat staat vast.", at=cast.tick()).is_answer
    assert Talk.objects.filter(waiting=0).count() == 2


def test_a_question_at_a_table_without_an_initiative_waits_for_who_opened_it(cast: Cast) -> None:
    goal = Goal.objects.get(pk=agreement(cast, cast.day(90)).goal_id)
    goal.initiative = None
    goal.store("initiative")
    post(cast)
    told_at = {"kind": "question", "at": cast.tick()}
    asked = services.place_reaction(by=cast.tarik, about=goal, text="Waar is dat?", **told_at)
    post(cast)
    assert heard(cast.marijke)[-1] == f"Een vraag wacht op je antwoord: {goal.title}"
    now = turn(fresh(asked))
    assert now
    assert (now.seats, my_turns(cast.marijke, cast)) == ((cast.marijke.seat_id,), [now.ask])
    goal.state = "stopped"
    goal.store("state")
    assert (turn(fresh(asked)), my_turns(cast.marijke, cast)) == (None, [])
    with pytest.raises(Forbidden, match="Deze tafel is gestopt"):
        services.place_reaction(by=cast.tarik, about=goal, text="En nu?", **told_at)


def test_a_long_list_has_pages_and_the_api_lists_what_can_be_read(cast: Cast) -> None:
    initiative = submitted(cast)
    for number in range(21):
        say(cast, (cast.tarik, cast.gerrit)[number % 2], initiative, text=f"Tip nummer {number}.")
    url = f"/initiatief/{initiative.public_id}/reacties/"
    first = walk_in(None).get(url)
    assert (len(first.context["reactions"]), "na=" in first.context["next_url"]) == (20, True)
    last = walk_in(None).get(url + first.context["next_url"])
    assert [one["text"] for one in last.context["reactions"]] == ["Tip nummer 0."]
    listed = walk_in(None).get(f"/api/v1/reacties?initiatief={initiative.public_id}&aantal=20").json()
    assert (len(listed["reacties"]), listed["reacties"][0]["soort"]) == (20, "tip")
    after = walk_in(None).get(listed["_links"]["next"]["href"]).json()
    assert [one["tekst"] for one in after["reacties"]] == ["Tip nummer 0."]


def test_reactions_about_a_question_and_a_case_study_are_owed_nothing(cast: Cast) -> None:
    question = asks(cast)
    study = learning.begin_study(
        by=cast.marijke,
        texts={"title": "Pluktuin", "how": "Samen."},
        choices={"outcome": "gelukt", "licence": "by"},
        area=question.area,
        at=cast.tick(),
    )
    with pytest.raises(Forbidden, match="niet te lezen"):
        services.place_reaction(by=cast.bas, about=study, kind="tip", text="Goed.", at=cast.tick())
    learning.review_study(by=cast.marijke, study=study, at=cast.tick())
    study = learning.publish_study(by=cast.marijke, study=study, at=cast.tick())
    for about, where in ((question, "vraag"), (study, "voorbeeld")):
        worry = services.place_reaction(
            by=cast.bas, about=about, kind="concern", text="Wie betaalt dat?", at=cast.tick()
        )
        services.recognise(by=cast.ilse, reaction=worry, at=cast.tick())
        services.reply(by=cast.ilse, reaction=worry, text="De gemeente.", at=cast.tick())
        assert (worry.waits, talk_about(about).concern, talk_about(about).waiting) == (False, 1, 0)
        shown = page(walk_in(None), f"/{where}/{about.public_id}/reacties/")
        assert "Wie betaalt dat?" in shown
        assert f"/{where}/{about.public_id}/" in page(walk_in(None), f"/reactie/{worry.public_id}/")
        post(cast)
        assert "Iemand antwoordde op je zorg" in heard(cast.bas)[-1]
    questions.withdraw_question(by=cast.marijke, question=question, at=cast.tick())
    with pytest.raises(Forbidden, match="niet te lezen"):
        say(cast, cast.tarik, Question.objects.get())
    assert walk_in(None).get("/voorbeeld/bestaatniet/reacties/").status_code == 404
