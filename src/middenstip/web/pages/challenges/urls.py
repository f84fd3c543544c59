"""`/uitdaging/<id>/`."""

from django.urls import path

from middenstip.web.pages.challenges import acts, views

app_name = "challenges"
urlpatterns = [
    path("zaak/<str:public_id>/", views.of_case, name="of_case"),
    path("zaak/<str:public_id>/begin/", acts.begin, name="open"),
    path("<str:public_id>/", views.detail, name="detail"),
    path("<str:public_id>/schrijf/", acts.write, name="write"),
    path("<str:public_id>/volledig/", acts.check, name="check"),
    path("<str:public_id>/antwoord/", acts.decide, name="decide"),
    path("<str:public_id>/overeenkomst/", acts.agree, name="agree"),
    path("<str:public_id>/gesprek/", acts.talk, name="talk"),
    path("<str:public_id>/evaluatie/", acts.evaluate, name="evaluate"),
    path("<str:public_id>/intrekken/", acts.withdraw, name="withdraw"),
]
