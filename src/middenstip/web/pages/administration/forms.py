"""The forms of the administration. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.moderation.models import HOUSE_RULES
from middenstip.domain.site.models import LEAD_LENGTH, RULE_LENGTH, TITLE_LENGTH, Site
from middenstip.web.shared.fields import Line, Text, Title
from middenstip.web.shared.forms import Form


class FrontForm(Form):
    """The front page."""

    title = Title(
        label=_lazy("Kop"),
        max_length=TITLE_LENGTH,
        required=False,
        help_text=_lazy("Leeg: onze eigen kop."),
    )
    lead = Text(
        label=_lazy("Eerste zinnen"),
        max_length=LEAD_LENGTH,
        required=False,
        help_text=_lazy("Kort, actief, en met je of jij. Leeg: onze eigen zinnen."),
    )


class RulesForm(Form):
    """The first sentence of the rules, and what each rule means here."""

    lead = Text(label=_lazy("Eerste zin"), max_length=LEAD_LENGTH, required=False, rows=2)

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].initial = site.rules_lead
        for rule in HOUSE_RULES.values():
            self.fields[rule.key] = Text(
                label=_(rule.title),
                max_length=RULE_LENGTH,
                required=False,
                rows=2,
                initial=site.rule_texts.get(rule.key, ""),
                help_text=_("Nu staat er: %(text)s") % {"text": _(rule.text)},
            )

    @property
    def texts(self) -> dict[str, str]:
        """What each rule means, by its key."""
        return {key: self.cleaned_data[key] for key in HOUSE_RULES}


class LookForm(Form):
    """Two colours."""

    main = Line(
        label=_lazy("Kleur van knoppen en links"),
        max_length=7,
        required=False,
        help_text=_lazy("Als # met zes cijfers of letters, zoals #006d77. Leeg: onze eigen kleur."),
    )
    ball = Line(
        label=_lazy("Kleur van de bal"),
        max_length=7,
        required=False,
        help_text=_lazy("Die wijst aan wie aan zet is. Leeg: onze eigen kleur, #e85d04."),
    )


class HomeForm(Form):
    """The home area."""

    home = forms.ChoiceField(label=_lazy("Welk gebied is de voordeur?"), required=False)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["home"].choices = choices  # type: ignore[attr-defined]


class ThemesForm(Form):
    """Which themes people can choose."""

    themes = forms.MultipleChoiceField(
        label=_lazy("Welke thema’s kan iemand kiezen?"),
        choices=[(slug, _lazy(word)) for slug, word in THEME_WORDS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
