"""`/labs/`, `/lab/<id>/`, `/plek/<id>/`, and `/rolcheck/`."""

from django.urls import path

from middenstip.web.pages.labs import check, hosts, hours_feed, ideas, places, views, written

app_name = "labs"
one, place, host = "lab/<str:public_id>/", "plek/<str:public_id>/", "labzetel/<str:public_id>/"
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
]
