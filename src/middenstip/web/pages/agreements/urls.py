"""`/afspraken/`, `/afspraak/<id>/` with its acts, and `/partij/<id>/`."""

from django.urls import path

from middenstip.web.pages.agreements import acts, views, written

app_name = "agreements"
one = "afspraak/<str:public_id>/"
urlpatterns = [
    path("afspraken/", views.index, name="index"),
    path("partij/<str:public_id>/", views.party, name="party"),
    path("opgave/<str:public_id>/afspraak/", written.propose, name="propose"),
    path(one, views.detail, name="detail"),
    path(one + "tekenen/", acts.sign, name="sign"),
    path(one + "veranderen/", written.change, name="change"),
    path(one + "intrekken/", acts.withdraw, name="withdraw"),
    path(one + "gedaan/", acts.keep, name="keep"),
    path(one + "niet-gehaald/", acts.miss, name="miss"),
]
