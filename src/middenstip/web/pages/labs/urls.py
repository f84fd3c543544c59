"""`/labs/`, `/lab/<id>/` with its board, `/plek/<id>/`, `/bezoek/<id>/`, and `/rolcheck/`."""

from django.urls import path

from middenstip.web.pages.labs import board, check, hosts, hours_feed, ideas, places, views, visits, written

app_name = "labs"
one, place, host = "lab/<str:public_id>/", "plek/<str:public_id>/", "labzetel/<str:public_id>/"
task, visit = "labtaak/<str:public_id>/", "bezoek/<str:public_id>/"
urlpatterns = [
    path("labs/", views.index, name="index"),
    path("labs/nieuw/", written.new, name="new"),
    path("rolcheck/", check.check, name="check"),
    path(one, views.detail, name="detail"),
    path(one + "veranderen/", written.change, name="change"),
    path(one + "plek/", places.move, name="move"),
    path(one + "openen/", written.open_it, name="open"),
    path(one + "sluiten/", written.close, name="close"),
    path(one + "vragen/", hosts.ask, name="ask"),
    path(one + "ideeen/", ideas.wall, name="ideas"),
    path(one + "taken/", board.board, name="board"),
    path(one + "taken/nieuw/", board.make, name="make_task"),
    path(task + "oppakken/", board.take, name="take_task"),
    path(task + "teruggeven/", board.give_back, name="give_back_task"),
    path(task + "klaar/", board.finish, name="finish_task"),
    path(task + "vervallen/", board.drop, name="drop_task"),
    path(task + "opnieuw/", board.reopen, name="reopen_task"),
    path("idee/<str:secret>/", ideas.own, name="idea"),
    path("idee/<str:secret>/weg/", ideas.take_back, name="take_back_idea"),
    path("idee/<str:secret>/initiatief/", ideas.grow, name="grow_idea"),
    path("labidee/<str:public_id>/laten-zien/", ideas.let_pass, name="pass_idea"),
    path("labidee/<str:public_id>/weg/", ideas.drop, name="drop_idea"),
    path(host + "ja/", hosts.join, name="join"),
    path(host + "nee/", hosts.refuse, name="refuse"),
    path(host + "stoppen/", hosts.leave, name="leave"),
    path(place, places.detail, name="place"),
    path(place + "open.ics", hours_feed.feed, name="hours_feed"),
    path(place + "uren/", places.hours, name="hours"),
    path(place + "dag/", places.day, name="day"),
    path(place + "veranderen/", places.change, name="change_place"),
    path(place + "dagen/", places.days, name="days"),
    path(place + "bezoek/", visits.ask, name="ask_visit"),
    path(place + "bezoek/noteren/", visits.note, name="note_visit"),
    path(visit, visits.detail, name="visit"),
    path(visit + "ja/", visits.agree, name="agree_visit"),
    path(visit + "nee/", visits.refuse, name="refuse_visit"),
    path(visit + "nodig/", visits.needs, name="visit_needs"),
    path(visit + "intrekken/", visits.withdraw, name="withdraw_visit"),
]
