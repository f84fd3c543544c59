"""`/bestand/<id>/`, its bytes, and the form to add one."""

from django.urls import path

from middenstip.web.pages.files import views

app_name = "files"
one = "bestand/<str:public_id>/"
urlpatterns = [
    path("bestanden/<str:noun>/<str:subject>/erbij/", views.add, name="add"),
    path(one, views.detail, name="detail"),
    path(one + "weg/", views.remove, name="remove"),
    path(one + "document", views.document, name="document"),
    path(one + "<str:size>.webp", views.photo, name="photo"),
]
