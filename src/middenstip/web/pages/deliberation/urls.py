"""Dialogues, statements (both below `/opgave/<id>/`), ballots and decisions."""

from django.urls import path

from middenstip.web.pages.deliberation import (
    acts,
    ballot,
    covenant,
    decision,
    dialogue,
    dialogue_acts,
    mandate,
    opening,
    opinions,
    scenarios,
    shared,
    sheets,
    support,
)

app_name = "deliberation"
one = "stemming/<str:public_id>/"
stated = "opgave/<str:public_id>/stellingen/"
talk = "opgave/<str:public_id>/gesprek/"
said = "gesprek/<str:public_id>/"
backed = "draagvlak/<str:public_id>/"
beside = "opgave/<str:public_id>/scenarios/"
card = "opgave/<str:public_id>/wie-beslist/"
urlpatterns = [
    path(card, mandate.detail, name="mandate"),
    path(card + "schrijven/", mandate.write, name="write_mandate"),
    path(card + "klopt/", mandate.check, name="check_mandate"),
    path(card + "winwin/", mandate.gain, name="gain"),
    path(beside, scenarios.detail, name="scenarios"),
    path(beside + "erbij/", scenarios.add, name="add_scenario"),
    path("scenario/<str:public_id>/", scenarios.one, name="scenario"),
    path("scenario/<str:public_id>/veranderen/", scenarios.change, name="change_scenario"),
    path("scenario/<str:public_id>/reactie/", scenarios.react, name="react_to_scenario"),
    path("opgave/<str:public_id>/draagvlak/", support.at_table, name="support_at_table"),
    path("opgave/<str:public_id>/draagvlak/vragen/", support.open_support, name="open_support"),
    path(backed, support.detail, name="support"),
    path(backed + "antwoord/", support.answer, name="answer_support"),
    path(backed + "papier/", support.paper, name="support_paper"),
    path(talk, dialogue.at_table, name="talk"),
    path(talk + "openen/", dialogue.open_dialogue, name="open_dialogue"),
    path(talk + "scherm/", dialogue.screen, name="screen"),
    path(said, dialogue.detail, name="dialogue"),
    path(said + "meedoen/", dialogue_acts.join, name="join_dialogue"),
    path(said + "papier/", dialogue_acts.join_paper, name="join_paper"),
    path(said + "weg/<int:number>/", dialogue_acts.leave, name="leave_dialogue"),
    path(said + "zeggen/", dialogue_acts.say, name="say"),
    path(said + "herken/<str:view_id>/", dialogue_acts.recognise, name="recognise"),
    path(said + "veilig/", dialogue_acts.agree, name="agree"),
    path(said + "antwoord/", dialogue_acts.answer, name="answer_round"),
    path(said + "nodig/", dialogue_acts.need, name="need"),
    path(said + "nodig/<int:key>/", dialogue_acts.reply, name="reply"),
    path(said + "voorstel/", dialogue_acts.propose, name="propose"),
    path(said + "stap/", dialogue_acts.move, name="move"),
    path(stated, opinions.detail, name="statements"),
    path(stated + "beginnen/", opinions.begin, name="begin"),
    path(stated + "verder/", opinions.go_on, name="go_on"),
    path(stated + "antwoord/", opinions.answer, name="answer_statement"),
    path(stated + "erbij/", opinions.add, name="add_statement"),
    path(stated + "openen/", shared.open_inquiry, name="open_inquiry"),
    path(stated + "uitslag/", shared.detail, name="shared"),
    path(stated + "nakijken/<str:statement_id>/", shared.judge, name="judge"),
    path(stated + "sluiten/", shared.close, name="close_inquiry"),
    path(stated + "antwoorden.csv", shared.answers_csv, name="answers"),
    path(stated + "helften.csv", shared.halves_csv, name="halves"),
    path("opgave/<str:public_id>/stemming/", opening.open_ballot, name="open"),
    path(one, ballot.detail, name="ballot"),
    path(one + "papier/", sheets.paper, name="paper"),
    path("opgave/<str:public_id>/convenant/", covenant.write, name="write_covenant"),
    path("convenant/<str:public_id>/", covenant.detail, name="covenant"),
    path("convenant/<str:public_id>/tekenen/", covenant.sign, name="sign_covenant"),
    path(one + "stemmen/", acts.vote, name="vote"),
    path(one + "storing/", acts.extend, name="extend"),
    path(one + "tellen/", acts.count, name="count"),
    path(one + "ronde/", opening.next_round, name="next_round"),
    path(one + "stoppen/", acts.stop, name="stop"),
    path(one + "voorwaarde/<int:key>/", acts.answer, name="answer"),
    path(one + "stemmen.csv", ballot.votes_csv, name="votes"),
    path("besluiten/", decision.index, name="decisions"),
    path("besluit/<str:public_id>/", decision.detail, name="decision"),
    path("besluit/<str:public_id>/meegeven/", decision.give_along, name="give_along"),
]
