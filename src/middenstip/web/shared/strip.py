"""A class as a strip of nine steps: the own step is full, and a triangle marks the step of the country."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from middenstip.domain.areas.selectors.figures import STEPS

WIDE, APART = 20, 22  # units


def strip_svg(step: int, country: int, place: str) -> SafeString:
    """The strip, with its two steps in words for who cannot see it."""
    label = _("%(place)s: stap %(step)s van 9. Heel Nederland: stap %(country)s.")
    boxes = ((n * APART, WIDE, "hier" if n + 1 == step else "vak") for n in range(STEPS))
    return format_html(
        '<svg class="ms-strook" viewBox="0 0 196 29" role="img" aria-label="{}">{}'
        '<path class="ms-strook__nl" d="M{} 19l-6 9h12z"/></svg>',
        label % {"place": place, "step": step, "country": country},
        format_html_join(
            "", '<rect x="{}" y="4" width="{}" height="12" rx="2.5" class="ms-strook__{}"/>', boxes
        ),
        (country - 1) * APART + WIDE // 2,
    )
