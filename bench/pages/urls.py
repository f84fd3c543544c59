"""The addresses of the house, and a bare hello behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from middenstip.config import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def hello(request: HttpRequest) -> HttpResponse:
    """The least a page can be."""
    return HttpResponse("hallo")


urlpatterns = [path("hallo", hello), *urls.urlpatterns]
