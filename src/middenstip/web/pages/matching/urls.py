"""`/vraag-en-aanbod/`, `/kennismaking/<id>/`, `/beweging/<id>/`, and the acts under them."""

from django.urls import path

from middenstip.web.pages.matching import (
    acts,
    introductions,
    movements,
    moving,
    network,
    suggestions,
    views,
    writing,
)

app_name = "matching"
listings = "vraag-en-aanbod/"
one = listings + "<str:public_id>/"
movement = "beweging/<str:public_id>/"
member = movement + "<str:initiative>/"
meeting = "kennismaking/<str:public_id>/"
urlpatterns = [
    path(listings, views.index, name="list"),
    path(listings + "nieuw/", writing.new, name="new"),
    path(listings + "voor-jou/", suggestions.index, name="suggestions"),
    path(listings + "voor-jou/<str:public_id>/", suggestions.one, name="answer"),
    path(listings + "mijn/", views.mine, name="mine"),
    path(one, views.detail, name="detail"),
    path(one + "aanpassen/", writing.change, name="change"),
    path(one + "klopt/", acts.confirm, name="confirm"),
    path(one + "weghalen/", acts.withdraw, name="withdraw"),
    path(one + "reageren/", acts.ask, name="ask"),
    path("gebied/<str:code>/netwerk/", network.network, name="network"),
    path(meeting, introductions.detail, name="introduction"),
    path(meeting + "ja/", introductions.accept, name="accept"),
    path(meeting + "nee/", introductions.decline, name="decline"),
    path(meeting + "schrijven/", introductions.say, name="write"),
    path(meeting + "afspreken/", introductions.agree, name="agree"),
    path(meeting + "toch-niet/", introductions.undo, name="undo"),
    path(meeting + "gedaan/", introductions.finish, name="finish"),
    path(meeting + "stoppen/", introductions.end, name="end"),
    path("beweging/nieuw/", moving.new, name="movement_new"),
    path(movement, movements.detail, name="movement"),
    path(movement + "aanpassen/", moving.change, name="movement_change"),
    path(movement + "vragen/", moving.invite, name="movement_invite"),
    path(member + "antwoord/", moving.answer, name="movement_answer"),
    path(member + "meedoen/", moving.join, name="movement_join"),
    path(member + "toelaten/", moving.let_in, name="movement_let_in"),
    path(member + "eruit/", moving.leave, name="movement_leave"),
]
