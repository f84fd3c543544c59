"""`/tafels/`, `/opgave/<id>/` and the acts under it, `/uitnodiging/<token>/`."""

from django.urls import path

from middenstip.web.pages.goals import acts, board, invite, motions, restatement, views, written

app_name = "goals"
one = "opgave/<str:public_id>/"
urlpatterns = [
    path("tafels/", views.index, name="index"),
    path(one, views.detail, name="detail"),
    path(one + "aanschuiven/", acts.join, name="join"),
    path(one + "opstaan/", acts.leave, name="leave"),
    path(one + "stoel/", acts.ask, name="ask"),
    path(one + "stoel/<str:request_id>/", acts.answer_request, name="answer_request"),
    path(one + "stoel/<str:request_id>/intrekken/", acts.withdraw_request, name="withdraw_request"),
    path(one + "niet/", acts.decline, name="decline"),
    path(one + "uitnodigen/", invite.invite, name="invite"),
    path(one + "uitnodigen/mail/", invite.by_mail, name="invite_by_mail"),
    path(one + "uitnodigen/link/", invite.by_link, name="invite_by_link"),
    path(one + "uitnodigen/<str:key>/intrekken/", invite.withdraw, name="withdraw_invitation"),
    path(one + "briefje/", written.write, name="write"),
    path(one + "eigen-woorden/", restatement.index, name="own_words"),
    path(one + "eigen-woorden/briefje/<int:key>/", restatement.restate, name="restate"),
    path(one + "eigen-woorden/<int:key>/", restatement.answer, name="answer_restatement"),
    path(one + "bestuur/", board.index, name="board"),
    path(one + "bestuur/vragen/", board.name, name="name_portfolio"),
    path(one + "bestuur/bezoek/", board.visit, name="log_visit"),
    path(one + "bestuur/bezoek/<str:key>/", board.see, name="see_visit"),
    path(one + "bestuur/<str:key>/", board.accept, name="accept_portfolio"),
    path(one + "bestuur/<str:key>/toezegging/", board.commit, name="commit"),
    path(one + "bestuur/<str:key>/staat-nog/", board.confirm, name="confirm_commitment"),
    path(one + "bestuur/<str:key>/loslaten/", board.release, name="release_portfolio"),
    path(one + "openen/", acts.reveal, name="reveal"),
    path(one + "versie/", written.propose, name="propose"),
    path(one + "antwoord/", written.answer, name="answer"),
    path(one + "verzoek/", motions.move, name="move"),
    path(one + "verzoek/<str:motion_id>/", motions.answer, name="answer_motion"),
    path(one + "verzoek/<str:motion_id>/terug/", motions.undo, name="undo_motion"),
    path("uitnodiging/<str:token>/", invite.opened, name="invitation"),
]
