"""`/aanvraag/`."""

from django.urls import path

from middenstip.web.pages.applications import views

app_name = "applications"
urlpatterns = [
    path("beheer/aanvragen/", views.waiting, name="waiting"),
    path("aanvraag/nieuw/", views.new, name="new"),
    path("aanvraag/<str:public_id>/", views.detail, name="detail"),
    path("aanvraag/<str:public_id>/ja/", views.accept, name="accept"),
    path("aanvraag/<str:public_id>/nee/", views.refuse, name="refuse"),
]
