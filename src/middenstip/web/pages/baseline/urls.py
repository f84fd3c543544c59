"""`/gebied/<code>/cijfers/`, `/gebied/<code>/scan/`, `/scan/<id>/` with its acts, and effects."""

from django.urls import path

from middenstip.web.pages.baseline import acts, effects, scans, views

app_name = "baseline"
area, one = "gebied/<str:code>/", "scan/<str:public_id>/"
urlpatterns = [
    path(area + "cijfers/", views.figures, name="figures"),
    path(area + "scan/", scans.index, name="scans"),
    path(area + "scan/nieuw/", acts.start, name="start"),
    path(one, scans.detail, name="scan"),
    path(one + "cijfers.csv", scans.download, name="download"),
    path(one + "kiezen/", acts.choose, name="choose"),
    path(one + "eigen/", acts.own, name="own"),
    path(one + "meten/", acts.measure, name="measure"),
    path(one + "waarneming/", acts.observe, name="observe"),
    path(one + "oplossing/", acts.propose, name="propose"),
    path(one + "herkennen/", acts.read, name="read"),
    path(one + "herhalen/", acts.repeat, name="repeat"),
    path(one + "hielp/", acts.claim, name="claim"),
    path(one + "stap/<str:name>/", acts.step, name="step"),
    path(one + "waarde/", acts.value, name="value"),
    path("waarde/<str:public_id>/ja/", acts.agree, name="agree_value"),
    path("waarde/<str:public_id>/antwoord/", acts.answer, name="answer"),
    path("waarde/<str:public_id>/papier/", acts.paper, name="paper_answers"),
    path("waarneming/<str:public_id>/weghalen/", acts.withdraw, name="withdraw"),
    path("initiatief/<str:public_id>/effect/", effects.index, name="effects"),
    path("initiatief/<str:public_id>/effect/nieuw/", effects.add, name="add_effect"),
    path("effect/<str:public_id>/", effects.effect, name="effect"),
    path("effect/<str:public_id>/meten/", effects.measure, name="measure_effect"),
]
