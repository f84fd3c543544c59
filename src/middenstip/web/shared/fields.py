"""The form fields for typed text. Every text field of a form is one of these; a test refuses any other.

Input is cleaned by `kernel.typed` before it is validated, so that "empty" and "too long" are about the text
that would be stored. The browser cuts nothing off: a text that is too long is shown again, with its length.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel import clock, typed
from middenstip.web.shared.dates import long_date
from middenstip.web.shared.words import in_words, thousands

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TEN_YEARS = timedelta(days=3653)
LOOK = "utrecht-select utrecht-select--html-select"  # as in widgets/select.html
SURE = "_zeker"  # suffix of the hidden field with the same day, for confirmation


class _Typed(forms.CharField):
    """A text field without `maxlength`, with which a browser silently cuts off pasted text."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class Line(_Typed):
    """A name, a title, or another text of one line. Refuses characters that change the text direction."""

    def to_python(self, value: Any) -> str:
        if value in self.empty_values:
            return ""
        if typed.turns(str(value)):
            raise forms.ValidationError(in_words(typed.TURNED), code="turned")
        return typed.line(str(value))


class _WrittenOptions(forms.widgets.ChoiceWidget):
    """Marks texts that people wrote as Dutch, on a page in another language."""

    def create_option(self, name: str, value: Any, *more: Any, **attrs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *more, **attrs)
        if str(value) and get_language() != "nl":
            option["attrs"]["lang"] = "nl"
        return option


class _WrittenSelect(_WrittenOptions, forms.Select):
    pass


class _WrittenBoxes(_WrittenOptions, forms.CheckboxSelectMultiple):
    pass


class LongSelect(forms.Select):
    """A list of many choices, written at once: Django renders each of them with templates of its own, which
    costs more than the rest of the page (see `python -m bench.gatherings`)."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = "" if value is None else str(value)
        told = {"name": name, "class": LOOK, **self.build_attrs(self.attrs, attrs)}
        kept = [(key, value) for key, value in told.items() if value is not False]
        flags = format_html_join("", " {}", ((key,) for key, value in kept if value is True))
        pairs = format_html_join("", ' {}="{}"', (one for one in kept if one[1] is not True))
        return format_html("<select{}{}>{}</select>", pairs, flags, _options(self.choices, chosen))


def _options(choices: Any, chosen: str) -> SafeString:
    """The options, and groups of them."""
    rows = []
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            rows.append(format_html('<optgroup label="{}">{}</optgroup>', value, _options(label, chosen)))
        elif str(value) == chosen:
            rows.append(format_html('<option value="{}" selected>{}</option>', value, label))
        else:
            rows.append(format_html('<option value="{}">{}</option>', value, label))
    return SafeString("".join(rows))


class Written(forms.ChoiceField):
    """A choice between titles or other texts that people wrote."""

    widget = _WrittenSelect


class WrittenSeveral(forms.MultipleChoiceField):
    """Several titles or other texts that people wrote."""

    widget = _WrittenBoxes


class Title(Line):
    """A line that shows its maximum length."""

    def __init__(self, *, max_length: int, help_text: StrOrPromise = "", **more: Any) -> None:
        super().__init__(max_length=max_length, help_text=_with_limit(help_text, max_length), **more)


class Text(_Typed):
    """A text of several lines that shows its maximum length."""

    def __init__(
        self,
        *,
        rows: int = 3,
        max_length: int | None,
        help_text: StrOrPromise = "",
        attrs: Any = None,
        **more: Any,
    ) -> None:
        widget = forms.Textarea(attrs={"rows": rows} | (attrs or {}))
        help_text = _with_limit(help_text, max_length)
        super().__init__(max_length=max_length, widget=widget, help_text=help_text, **more)

    def to_python(self, value: Any) -> str:
        return "" if value in self.empty_values else typed.text(str(value))


class Pasted(_Typed):
    """A text for a program, such as GeoJSON: cleaned like any other, without a length that readers count."""

    def to_python(self, value: Any) -> str:
        return "" if value in self.empty_values else typed.text(str(value))


class DayInput(forms.DateInput):
    """A day, typed or picked. A distant day is repeated in a hidden field: sending it again confirms it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = self.format_value(value) or ""
        box = super().render(name, value, attrs, renderer)
        again = format_html('<input type="hidden" name="{}{}" value="{}">', name, SURE, shown)
        return box + again if shown else box

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        day = data.get(name)
        return Meant(day) if day and data.get(f"{name}{SURE}") == day else day


class Meant(str):
    """A day that was confirmed by sending it twice."""


class Day(forms.DateField):
    """A day; one that is more than ten years away must be confirmed."""

    widget = DayInput

    def __init__(self, **more: Any) -> None:
        wrong = {"invalid": _lazy("Dit is geen dag. Schrijf hem als 2026-12-31.")}
        forms_of_a_day = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]
        super().__init__(input_formats=forms_of_a_day, error_messages=wrong, **more)

    def clean(self, value: Any) -> Any:
        day = super().clean(typed.folded(value) if isinstance(value, str) else value)
        if day and day > clock.today() + TEN_YEARS and not isinstance(value, Meant):
            said = _("Dat duurt meer dan tien jaar: %(day)s. Klopt dat? Verstuur het dan nog een keer.")
            raise forms.ValidationError(said % {"day": long_date(day)}, code="far")
        return day


class Address(forms.EmailField):
    """An e-mail address in the form in which it is stored and compared."""

    def __init__(self, **more: Any) -> None:
        more.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email"}))
        super().__init__(**more)

    def to_python(self, value: Any) -> str:
        return "" if value in self.empty_values else typed.address(str(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


def _hint(help_text: StrOrPromise, longest: int | None) -> str:
    if longest is None:
        return str(help_text)
    limit = _("Hooguit %(count)s tekens.") % {"count": thousands(longest)}
    return f"{help_text} {limit}".strip()


_with_limit = lazy(_hint, str)
