"""The one way to write a form that changes something: `{% post_form … %}…{% endpost_form %}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template
from django.forms import BaseForm
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from middenstip.kernel.actor import Actor
from middenstip.web.shared.again import TOKEN
from middenstip.web.shared.hat import SHOWN

register = template.Library()


@register.simple_block_tag(takes_context=True)
def post_form(
    context: template.Context,
    content: SafeString,
    to: str = "",
    *args: object,
    hat: Actor | None = None,
    form: BaseForm | None = None,
    token: bool = True,
    back: str = "",
    next: str = "",
    **attributes: Any,
) -> SafeString:
    """`{% post_form "goals:join" goal.public_id hat=actor back=this_page form=form class="ms-form" %}`.

    `to`: the name of a view, with its arguments after it, or a path; nothing is the page itself.
    `hat`: the form is sent in this hat, even when another tab puts on another one meanwhile.
    `back`: the page that the form stands on, for when it is refused. `next`: the page to show afterwards.
    `form`: the Django form inside; its hidden fields are written, the key of sending once is one of them.
    `token=False` only for a view without cookies (`csrf_exempt`).
    Anything else is an attribute of the form: `True` is one without a value, `_` is written as `-`.
    """
    if to:
        attributes = {"action": to if "/" in to else reverse(to, args=args)} | attributes
    hidden = (
        (TOKEN, context.get("csrf_token") if token else ""),
        (SHOWN, hat.seat_public_id if hat else ""),
        ("back", back),
        ("next", next),
    )
    fields = form.hidden_fields() if form else ()
    return format_html(
        '<form method="post"{}>\n{}{}{}</form>',
        format_html_join("", " {}{}", _written(attributes)),
        format_html_join(
            "", '<input type="hidden" name="{}" value="{}">\n', (one for one in hidden if one[1])
        ),
        format_html_join("", "{}\n", ((field,) for field in fields)),
        content,
    )


def _written(attributes: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names and values of the attributes; those that are false or None are left out."""
    for name, value in attributes.items():
        if value is True:
            yield name.replace("_", "-"), ""
        elif value not in (False, None):
            yield name.replace("_", "-"), format_html('="{}"', value)
