"""The URLs of the site, and a minimal hello page behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from middenstip.config import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def hello(request: HttpRequest) -> HttpResponse:
    """The smallest possible page."""
    return HttpResponse("hallo")


urlpatterns = [path("hallo", hello), *urls.urlpatterns]
