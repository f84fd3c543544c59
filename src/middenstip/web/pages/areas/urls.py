"""URLs of an area."""

from django.urls import path

from middenstip.web.pages.areas import views

app_name = "areas"
urlpatterns = [
    path("<str:code>/", views.detail, name="detail"),
    path("<str:code>/logboek/", views.log, name="log"),
    path("<str:code>/volg/", views.follow, name="follow"),
    path("<str:code>/ontvolg/", views.unfollow, name="unfollow"),
]
