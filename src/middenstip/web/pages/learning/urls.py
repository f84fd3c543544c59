"""`/voorbeelden/`, `/voorbeeld/<id>/` with its acts, and `/afspraakteksten/`."""

from django.urls import path

from middenstip.web.pages.learning import acts, texts, views, written

app_name = "learning"
one, voice = "voorbeeld/<str:public_id>/", "meelezen/<str:public_id>/"
urlpatterns = [
    path("voorbeelden/", views.index, name="index"),
    path("voorbeelden/nieuw/", written.new, name="new"),
    path("initiatief/<str:public_id>/voorbeeld/", written.begin, name="begin"),
    path(one, views.detail, name="detail"),
    path(one + "veranderen/", written.change, name="change"),
    path(one + "inzage/", acts.review, name="review"),
    path(one + "publiceren/", acts.publish, name="publish"),
    path(one + "intrekken/", acts.withdraw, name="withdraw"),
    path(voice + "klopt/", acts.agree, name="agree"),
    path(voice + "verbeteren/", acts.correct, name="correct"),
    path(voice + "eruit/", acts.leave, name="leave"),
    path("afspraakteksten/", texts.index, name="texts"),
    path("afspraaktekst/<str:key>/", texts.detail, name="text"),
]
