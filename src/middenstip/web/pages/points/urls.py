"""`/steunpunten/`."""

from django.urls import path

from middenstip.web.pages.points import acts, views

app_name = "points"
urlpatterns = [
    path("steunpunten/", views.index, name="index"),
    path("steunpunten/nieuw/<str:code>/", acts.add, name="add"),
    path("steunpunten/<str:public_id>/", views.detail, name="detail"),
    path("steunpunten/<str:public_id>/aanpassen/", acts.change, name="change"),
    path("steunpunten/<str:public_id>/weg/", acts.close, name="close"),
]
