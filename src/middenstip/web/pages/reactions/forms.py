"""The forms of one reaction. Shape only; the form to react is in `web.shared.reaction_form`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.reactions.models import LENGTH
from middenstip.web.shared.fields import Text
from middenstip.web.shared.forms import Form


class ReplyForm(Form):
    text = Text(label=_lazy("Jouw antwoord"), max_length=LENGTH)


class ChangeForm(Form):
    text = Text(label=_lazy("Jouw tekst"), max_length=LENGTH)
