from django.urls import path

from middenstip.web.pages.post import following, views

app_name = "post"
urlpatterns = [
    path("mijn/berichten/", views.inbox, name="inbox"),
    path("mijn/berichten/gelezen/", views.read_all, name="read_all"),
    path("mijn/berichten/mail/", views.choose_mail, name="choose_mail"),
    path("mijn/berichten/per-dag/", views.choose_digest, name="choose_digest"),
    path("mijn/volgen/", following.index, name="following"),
    path("mijn/volgen/<str:public_id>/", following.choose, name="choose_about"),
    path("mijn/berichten/<str:public_id>/", views.open_notice, name="open"),
    path("post/afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
