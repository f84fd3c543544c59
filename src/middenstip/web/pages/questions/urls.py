"""`/vragen/`, `/vraag/<id>/`, and the acts under a question, an answer and a line of the list."""

from django.urls import path

from middenstip.web.pages.questions import acts, lists, views, written

app_name = "questions"
one, answer = "vraag/<str:public_id>/", "antwoord/<str:public_id>/"
urlpatterns = [
    path("vragen/", views.index, name="index"),
    path("vragen/nieuw/", written.ask, name="ask"),
    path(one, views.detail, name="detail"),
    path(one + "antwoord/", acts.answer, name="answer"),
    path(one + "veranderen/", written.change, name="change"),
    path(one + "afronden/", acts.close, name="close"),
    path(one + "heropenen/", acts.reopen, name="reopen"),
    path(one + "intrekken/", acts.withdraw, name="withdraw"),
    path(one + "lijst/", lists.add, name="add_line"),
    path(one + "taken/", lists.plan, name="plan"),
    path(answer + "hielp/", acts.mark, name="mark"),
    path(answer + "lijst/", lists.add_answer, name="add_answer"),
    path(answer + "intrekken/", acts.withdraw_answer, name="withdraw_answer"),
    path("voorbereiding/<str:public_id>/weghalen/", lists.drop, name="drop_line"),
]
