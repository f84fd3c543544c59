from django.urls import path

from middenstip.web.pages.post import views

app_name = "post"
urlpatterns = [
    path("mijn/berichten/", views.inbox, name="inbox"),
    path("mijn/berichten/gelezen/", views.read_all, name="read_all"),
    path("mijn/berichten/mail/", views.choose_mail, name="choose_mail"),
    path("mijn/berichten/<str:public_id>/", views.open_notice, name="open"),
    path("post/afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
