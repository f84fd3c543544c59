"""`/agenda/`, `/bijeenkomst/<id>/` with its acts, and `/gevraagd/` for institutions that are invited."""

from django.urls import path

from middenstip.web.pages.gatherings import (
    acts,
    after,
    feeds,
    invites,
    paper,
    photos,
    portraits,
    views,
    written,
    young,
)

app_name = "gatherings"
one, line = "bijeenkomst/<str:public_id>/", "notulen/<str:public_id>/"
asked, photo = "gevraagd/<str:public_id>/", "foto/<str:public_id>/"
urlpatterns = [
    path("agenda/", views.index, name="index"),
    path("agenda/maand/", views.month, name="month"),
    path("agenda.ics", feeds.agenda, name="feed"),
    path("bijeenkomsten/nieuw/", written.new, name="new"),
    path(one, views.detail, name="detail"),
    path(one + "agenda.ics", feeds.single, name="single_feed"),
    path(one + "veranderen/", written.change, name="change"),
    path(one + "komen/", acts.come, name="come"),
    path(one + "papier/", paper.sheets, name="sheets"),
    path(one + "jong/", young.come, name="young"),
    path(one + "afmelden/", acts.leave, name="leave"),
    path(one + "afgelasten/", acts.cancel, name="cancel"),
    path(one + "geweest/", after.hold, name="hold"),
    path(one + "tellen/", after.count, name="count"),
    path(one + "regel/", after.note, name="note"),
    path(one + "terug/<str:line>/", after.came, name="came"),
    path(one + "fotos/", photos.report, name="photos"),
    path(one + "fotos/erbij/", photos.place, name="place_photo"),
    path(photo, photos.detail, name="photo"),
    path(photo + "wie/", photos.name, name="name_portrait"),
    path(photo + "weg/", photos.remove, name="remove_photo"),
    path("foto/wie/<str:public_id>/getekend/", photos.signed, name="sign_portrait"),
    path("foto/wie/<str:public_id>/nee/", photos.refused, name="refuse_portrait"),
    path("portret/<str:secret>/", portraits.asked, name="portrait"),
    path("portret/<str:secret>/foto.webp", portraits.photo, name="portrait_photo"),
    path("mijn/agenda/", feeds.mine, name="mine"),
    path("mijn/agenda/nieuw/", feeds.renew, name="renew"),
    path("mijn/agenda/weg/", feeds.drop, name="drop"),
    path("agenda/<str:secret>.ics", feeds.personal, name="personal"),
    path(line + "actie/", after.plan, name="plan"),
    path(line + "afspraak/", after.draft, name="draft"),
    path(line + "signaal/", after.signal, name="signal"),
    path("gevraagd/bij/<str:public_id>/", invites.of_initiative, name="invites"),
    path(asked, invites.detail, name="invite"),
    path(asked + "antwoord/", invites.answer, name="answer"),
    path(asked + "intrekken/", invites.withdraw, name="withdraw"),
]
