"""`/spelregels/`, `/melden/`, `/melding/` and `/moderatie/`."""

from django.urls import path

from middenstip.web.pages.moderation import acts, queue, reporting, sweeping, views

app_name = "moderation"
one = "moderatie/<str:public_id>/"
urlpatterns = [
    path("spelregels/", views.house_rules, name="rules"),
    path("melden/<str:noun>/<str:code>/", reporting.report, name="report"),
    path("melding/<str:public_id>/", reporting.answer, name="answer"),
    path("melding/<str:public_id>/bevestigen/<str:token>/", reporting.confirm, name="confirm"),
    path("moderatie/", queue.index, name="queue"),
    path("moderatie/opruimen/<str:public_id>/", sweeping.sweep, name="sweep"),
    path("moderatie/opruiming/<str:public_id>/", sweeping.swept, name="swept"),
    path("moderatie/opruiming/<str:public_id>/terug/", sweeping.undo, name="undo"),
    path(one, queue.detail, name="review"),
    path(one + "besluit/", acts.decide, name="decide"),
    path(one + "bezwaar/", acts.appeal, name="appeal"),
    path(one + "oordeel/", acts.judge, name="judge"),
    path("gebied/<str:code>/moderatie/", views.setting, name="setting"),
]
