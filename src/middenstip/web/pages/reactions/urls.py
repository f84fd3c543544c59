"""`/initiatief/<id>/reacties/` (also for a goal and an agreement), `/reactie/<id>/` and the acts under it."""

from django.urls import path

from middenstip.web.pages.reactions import acts, views

app_name = "reactions"
one = "reactie/<str:public_id>/"
urlpatterns = [
    path("initiatief/<str:public_id>/reacties/", views.of_initiative, name="of_initiative"),
    path("opgave/<str:public_id>/reacties/", views.of_goal, name="of_goal"),
    path("afspraak/<str:public_id>/reacties/", views.of_agreement, name="of_agreement"),
    path("vraag/<str:public_id>/reacties/", views.of_question, name="of_question"),
    path("voorbeeld/<str:public_id>/reacties/", views.of_study, name="of_study"),
    path(one, views.detail, name="detail"),
    path(one + "antwoord/", acts.reply, name="reply"),
    path(one + "aanpassen/", acts.change, name="change"),
    path(one + "intrekken/", acts.withdraw, name="withdraw"),
    path(one + "wordt-antwoord/", acts.into_answer, name="into_answer"),
    path(one + "herkenbaar/", acts.recognise, name="recognise"),
]
