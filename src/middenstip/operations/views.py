"""For programs that watch the platform: is it alive, is it ready, what does it count."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from middenstip.kernel import clock
from middenstip.operations import metrics, probes


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """This process answers. It asks nothing of anything else: a restart would not bring a database back."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Everything that people need works (200), or something is broken (503); each part with a Dutch word."""
    parts = probes.all_parts(clock.now())
    is_ready = all(part.state != probes.BROKEN for part in parts)
    told = {"klaar": is_ready, "delen": {part.name: part.word for part in parts}}
    return JsonResponse(told, status=200 if is_ready else 503)


@require_safe
@never_cache
def ready_to_read(request: HttpRequest) -> HttpResponse:
    """Whether to send visitors here. A silent worker is no reason to close every door, so this asks less."""
    can_read = probes.can_read()
    return JsonResponse({"klaar": can_read}, status=200 if can_read else 503)


@require_safe
@never_cache
def read_metrics(request: HttpRequest) -> HttpResponse:
    """Metrics, for who brings the token of the setting METRICS_TOKEN; without that setting there are none."""
    if not settings.METRICS_TOKEN:
        raise Http404
    told = request.headers.get("Authorization", "")
    if not constant_time_compare(told, f"Bearer {settings.METRICS_TOKEN}"):
        return HttpResponseForbidden("Geef het token van METRICS_TOKEN mee.", content_type="text/plain")
    return HttpResponse(metrics.exposed(), content_type=CONTENT_TYPE_LATEST)
