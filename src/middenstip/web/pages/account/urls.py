"""Our own pages for joining, next to those of allauth."""

from django.urls import path

from middenstip.web.pages.account import again, views

app_name = "account"
urlpatterns = [
    path("inloggen/nieuw/", views.join, name="join"),
    path("inloggen/code/opnieuw/", again.again, name="again"),
    path("demo/als/", views.step_into, name="step"),
    path("demo/als/<str:person>/", views.step_into, name="step_into"),
]
