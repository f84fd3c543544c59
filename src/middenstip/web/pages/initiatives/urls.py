"""`/initiatief/<id>/` and the acts under it."""

from django.urls import path

from middenstip.web.pages.initiatives import acts, after, around, views, written

app_name = "initiatives"
one = "<str:public_id>/"
urlpatterns = [
    path(one, views.detail, name="detail"),
    path(one + "volgen/", acts.follow, name="follow"),
    path(one + "niet-volgen/", acts.unfollow, name="unfollow"),
    path(one + "helpen/", views.offer_help, name="help"),
    path(one + "helpen/<str:partner_id>/antwoord/", acts.answer_help, name="answer_help"),
    path(one + "helpen/<str:partner_id>/stoppen/", acts.end_help, name="end_help"),
    path(one + "wie-hoort-erbij/", around.detail, name="around"),
    path(one + "wie-hoort-erbij/erbij/", around.add, name="add_party"),
    path(one + "wie-hoort-erbij/<str:party_id>/", around.change, name="party"),
    path(one + "wie-hoort-erbij/<str:party_id>/weg/", around.drop, name="drop_party"),
    path(one + "versturen/", acts.submit, name="submit"),
    path(one + "delen/", after.sharing, name="share"),
    path(one + "verteld/", after.told, name="told"),
    path(one + "veranderen/", written.change, name="change"),
    path(one + "regie/", written.reins, name="reins"),
    path(one + "nieuws/", written.news, name="news"),
    path(one + "vragen/", written.ask, name="ask"),
    path(one + "vragen/<str:ask_id>/doen/", acts.answer_ask, name="answer_ask"),
    path(one + "vragen/<str:ask_id>/klaar/", acts.end_ask, name="end_ask"),
    path(one + "tafel/", written.table, name="table"),
    path(one + "stoppen/", written.stop, name="stop"),
    path(one + "afronden/", written.finish, name="finish"),
]
