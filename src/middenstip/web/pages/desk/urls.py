from django.urls import path

from middenstip.web.pages.desk import acts, check, intake, overview, paper, refer, tailoring, tasks, views
from middenstip.web.shared.sheet import CSV, XLSX

app_name = "desk"
CASE, ACTION = "zaak/<slug:public_id>/", "actie/<slug:action_id>/"
REFERRAL = "doorverwijzing/<slug:public_id>/"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/", paper.new, name="new"),
    path("overzicht/", overview.overview, name="overview"),
    path("overzicht/csv/", overview.export, {"kind": CSV}, name="export"),
    path("overzicht/xlsx/", overview.export, {"kind": XLSX}, name="export_xlsx"),
    path("geen-hokje/", overview.no_box, name="no_box"),
    path(REFERRAL, refer.referral, name="referral"),
    path(f"{REFERRAL}ja/", refer.accept, name="accept_referral"),
    path(f"{REFERRAL}nee/", refer.refuse, name="refuse_referral"),
    path(f"{REFERRAL}terug/", refer.take_back, name="take_back_referral"),
    path(f"{CASE}doorverwijzen/", refer.refer, name="refer"),
    path(f"{CASE}intake/", intake.intake, name="intake"),
    path(f"{CASE}actie-check/", check.check, name="check"),
    path(f"{CASE}maatwerk/", tailoring.tailoring, name="tailoring"),
    path(CASE, views.case, name="case"),
    path(f"{CASE}neem/", acts.take, name="take"),
    path(f"{CASE}zoek/", acts.take_search, name="take_search"),
    path(f"{CASE}bevestig/", acts.confirm, name="confirm"),
    path(f"{CASE}tekende/", acts.confirm_on_paper, name="confirm_on_paper"),
    path(f"{CASE}verslag/", acts.note, name="note"),
    path(f"{CASE}bericht/", acts.message, name="message"),
    path(f"{CASE}telefoon/", acts.phone, name="phone"),
    path(f"{CASE}afspreken/", acts.plan, name="plan"),
    path(f"{CASE}uitslag/", acts.decide, name="decide"),
    path(f"{CASE}overdragen/", acts.hand_over, name="hand_over"),
    path(f"{ACTION}klaar/", tasks.do, name="do"),
    path(f"{ACTION}niet-nodig/", tasks.drop, name="drop"),
    path(f"{ACTION}toch-niet-klaar/", tasks.reopen, name="reopen"),
    path(f"{ACTION}overnemen/", tasks.carry, name="carry"),
    path(f"{ACTION}vragen/", tasks.ask, name="ask"),
    path(f"{ACTION}teruggeven/", tasks.give_back, name="give_back"),
]
