"""All URLs of the site."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from middenstip.api.api import api
from middenstip.operations import probes
from middenstip.web.shared.hat import waits_for_passkey

# Django's admin uses the login of the site, because there are no passwords.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
_may_administer = admin.site.has_permission
admin.site.has_permission = lambda request: (  # type: ignore[method-assign]
    _may_administer(request) and not waits_for_passkey(request)
)

urlpatterns = [
    path("", include("middenstip.operations.urls")),
    path(
        "beheer/gezondheid/",
        include("middenstip.web.pages.health.urls"),
        {"parts": probes.all_parts, "room": probes.room},
    ),
    path("", include("middenstip.web.urls")),
    path("api/v1/", api.urls),
    path("technisch-beheer/", admin.site.urls),
]

handler400 = "middenstip.web.shared.errors.bad_request"
handler403 = "middenstip.web.shared.errors.forbidden"
handler404 = "middenstip.web.shared.errors.not_found"
handler429 = "middenstip.web.shared.errors.too_many"
handler500 = "middenstip.web.shared.errors.broken"
