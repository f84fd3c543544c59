"""The front page of the administration, and the figures."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.views.decorators.http import require_safe

from middenstip.domain.reports.selectors import sizes
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.shared.administration import for_administrator, show
from middenstip.web.shared.look import home_code
from middenstip.web.shared.words import megabytes, thousands

COUNTED = 600  # seconds: the figures count everything
WORDS = {
    sizes.PEOPLE: _noop("Mensen met een account"),
    sizes.ORGANISATIONS: _noop("Organisaties"),
    sizes.SEATS: _noop("Zetels waar iemand zit"),
    sizes.UNCONFIRMED: _noop("Zetels die op bevestigen wachten"),
    sizes.INITIATIVES: _noop("Initiatieven"),
    sizes.GOALS: _noop("Tafels"),
    sizes.AGREEMENTS: _noop("Afspraken"),
    sizes.REACTIONS: _noop("Reacties"),
    sizes.REVIEWS: _noop("Teksten die op nakijken wachten"),
    sizes.FILES: _noop("Foto’s en documenten"),
}
CARDS = (
    (
        "administration:people",
        _noop("Mensen en rollen"),
        _noop("Wie wat mag, in welk gebied."),
    ),
    (
        "applications:waiting",
        _noop("Organisaties die mee willen doen"),
        _noop("Wie wacht op een ja of nee."),
    ),
    (
        "administration:front",
        _noop("Tekst van de voordeur"),
        _noop("Het eerste wat iemand leest."),
    ),
    ("administration:rules", _noop("Tekst van de spelregels"), _noop("Wat elke regel hier betekent.")),
    (
        "administration:look",
        _noop("Huisstijl"),
        _noop("Het logo, en twee kleuren die iedereen kan lezen."),
    ),
    ("administration:areas", _noop("Gebieden"), _noop("Welke gemeenten meedoen, en wat elk gebied wil.")),
    (
        "administration:terms",
        _noop("Termijnen"),
        _noop("Binnen hoeveel dagen een organisatie antwoordt, en wat je kunt uitdagen."),
    ),
    ("administration:themes", _noop("Thema’s"), _noop("Waaruit iemand kiest bij een nieuw idee.")),
    ("administration:figures", _noop("Cijfers"), _noop("Hoeveel er van alles is.")),
    ("health:index", _noop("Gezondheid"), _noop("Of alles werkt, en hoeveel ruimte er nog is.")),
)


@require_safe
@for_administrator
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The ways in."""
    cards = [{"url": reverse(name), "title": _(title), "text": _(text)} for name, title, text in CARDS]
    cards.insert(
        1,
        {
            "url": reverse("moderation:queue"),
            "title": _("Moderatie"),
            "text": _("Wat gemeld is of op nakijken wacht."),
        },
    )
    return show(request, "index", _("Beheer"), cards=cards, crumbs=[], home=home_code())


@require_safe
@for_administrator
def figures(request: HttpRequest, actor: Actor) -> HttpResponse:
    """How much there is of everything, counted at most once in ten minutes."""
    found = cache.get_or_set("sizes", _counted, COUNTED) or _counted()
    rows = [{"name": _(word), "value": thousands(found["sizes"][key])} for key, word in WORDS.items()]
    rows.append(
        {"name": _("Ruimte van foto’s en documenten"), "value": megabytes(found["sizes"][sizes.BYTES])}
    )
    return show(request, "figures", _("Cijfers"), rows=rows, at=found["at"])


def _counted() -> dict[str, Any]:
    return {"sizes": sizes.sizes(), "at": clock.now()}
