"""`/signalen/`, `/signaal/<id>/` with its acts, and `/beleid/`."""

from django.urls import path

from middenstip.web.pages.signals import acts, policy, reporting, views

app_name = "signals"
one = "signaal/<str:public_id>/"
urlpatterns = [
    path("signalen/", views.index, name="index"),
    path("signalen/nieuw/", reporting.new, name="new"),
    path(one, views.detail, name="detail"),
    path(one + "ook/", acts.join, name="join"),
    path(one + "intrekken/", acts.withdraw, name="withdraw"),
    path(one + "door/", acts.address, name="address"),
    path(one + "samen/", acts.bundle, name="bundle"),
    path(one + "onderzoek/", acts.study, name="study"),
    path(one + "antwoord/", acts.answer, name="answer"),
    path(one + "opnieuw/", acts.reopen, name="reopen"),
    path("beleid/", policy.index, name="policies"),
    path("beleid/nieuw/<str:code>/", policy.new, name="new_policy"),
    path("beleid/<str:public_id>/", policy.detail, name="policy"),
    path("beleid/<str:public_id>/<str:initiative_id>/", policy.answer, name="answer_policy"),
]
