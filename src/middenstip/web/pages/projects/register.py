"""The funding register as a file: written for a spreadsheet, and read from one by a beheerder."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.projects import method, rules, services
from middenstip.domain.projects.models.register import LEVELS
from middenstip.domain.projects.selectors import all_schemes
from middenstip.domain.projects.services.register import Fault, SchemeRow, WrongRows
from middenstip.kernel import clock, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require, said
from middenstip.web.pages.projects.forms import RegisterForm
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done
from middenstip.web.shared.sheet import DAY, EUROS, NUMBER, TEXT, Cell, Column, Sheet, as_file, plain
from middenstip.web.shared.words import in_words

_DUTCH_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")  # how a Dutch spreadsheet writes a day
_LEVEL_OF = {typed.folded(word): level for level, label in LEVELS for word in (level, label)}
KINDS = {"deadline": DAY, "checked_on": DAY, "most": EUROS, "own_share": NUMBER}
_YES_NO = {"ja": True, "nee": False, "": False}


@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Every scheme as a file for a spreadsheet."""
    rows = ([_written(field, getattr(one, field)) for field in _READ] for one in all_schemes())
    columns = [Column(name, KINDS.get(field, TEXT), 24) for name, (field, _read) in COLUMNS.items()]
    return as_file(Sheet("fondsen", _("Fondsen en regelingen"), columns, rows), kind)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def read_in(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A beheerder reads a whole list in: everything, or nothing with each place that is wrong."""
    require(rules.may_read_in(actor))
    form, status = RegisterForm(request.POST or None, request.FILES or None), 200
    faults: Sequence[Fault] = ()
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                rows = rows_of(form.cleaned_data["file"])
                kept = services.keep_register(by=actor, rows=rows, at=clock.now())
            except Invalid as refusal:
                status = form.absorb(refusal)
                faults = refusal.faults if isinstance(refusal, WrongRows) else ()
            else:
                told = _("Nieuw: %(added)s. Bijgewerkt: %(changed)s. Al goed: %(same)s.")
                return done(request, told % kept._asdict(), "projects:funds")
    page = {
        "title": _("Lees een lijst met fondsen in"),
        "menu": "hoe",
        "crumbs": [{"url": reverse("projects:funds"), "label": _("Fondsen en regelingen")}],
        "columns": list(COLUMNS),
        "faults": [{"where": _where(one), "reason": in_words(one.reason)} for one in faults],
        "form": form,
        "actor": actor,
    }
    return render(request, "projects/register.html", page, status=status)


def _where(fault: Fault) -> str:
    told = _("Regel %(line)s") % {"line": fault.line}
    return f"{told}, {_NAMES[fault.field]}" if fault.field else told


def rows_of(text: str) -> list[SchemeRow]:
    """The schemes in a file. Raises `WrongRows` with every place that cannot be read."""
    fields: list[str] = []
    rows, faults = [], list[Fault]()
    for line, told in _cells(text):
        if not any(told):
            continue
        if not fields:
            fields = _header(line, told)
            continue
        while len(told) > len(fields) and not told[-1]:
            told.pop()
        if len(told) != len(fields):
            faults.append(Fault(line, "", said(WIDTH, found=len(told), wanted=len(fields))))
            continue
        values, wrong = _values(line, dict(zip(fields, told, strict=True)))
        faults += wrong
        rows.append(SchemeRow(line, values.pop("name", ""), values))
    if faults:
        raise WrongRows(faults)
    return rows


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins. A cell may go on over more lines."""
    reader, above = csv.reader(io.StringIO(text), delimiter=";", strict=True), 0
    try:
        for cells in reader:
            yield above + 1, [plain(one) for one in cells]
            above = reader.line_num
    except csv.Error as wrong:
        raise WrongRows([Fault(above + 1, "", UNCLEAR)]) from wrong


UNCLEAR = "Deze regel is niet te lezen. Kijk of elk aanhalingsteken ook weer sluit."
WRONG_DAY = "Schrijf de dag als 2027-03-01 of 1-3-2027."
WIDTH = "Deze regel heeft %(found)s vakken, en de kop heeft er %(wanted)s."
MISSING = "De kolom ‘%(column)s’ ontbreekt. Zet ; tussen de kolommen."
STRANGE = "De kolom ‘%(column)s’ kennen we niet."
DOUBLE = "De kolom ‘%(column)s’ staat er twee keer."


def _header(line: int, told: list[str]) -> list[str]:
    """The fields that the columns name. Without the name of a scheme and whose it is, nothing is read."""
    names = [typed.folded(one) for one in told]
    wrong = [said(MISSING, column=one) for one in ("naam", "van wie") if one not in names]
    wrong += [said(STRANGE, column=one) for one in told if typed.folded(one) not in COLUMNS]
    wrong += [said(DOUBLE, column=one) for one in COLUMNS if names.count(one) > 1]
    if wrong:
        raise WrongRows(Fault(line, "", one) for one in wrong)
    return [COLUMNS[one][0] for one in names]


def _values(line: int, cells: dict[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    values, wrong = {}, []
    for field, cell in cells.items():
        try:
            values[field] = _READ[field](cell)
        except Invalid as refusal:
            wrong.append(Fault(line, field, next(iter(refusal.errors.values()))))
    return values, wrong


def _name(cell: str) -> str:
    return typed.line(cell) or _refuse("Schrijf hoe het fonds heet.")


def _level(cell: str) -> str:
    return _LEVEL_OF.get(typed.folded(cell)) or _refuse("Schrijf Europa, Rijk, Provincie of Fonds.")


def _yes(cell: str) -> bool:
    told = typed.folded(cell)
    return _YES_NO[told] if told in _YES_NO else _refuse("Schrijf ja of nee.")


def _day(cell: str) -> date | None:
    if not cell:
        return None
    dutch = _DUTCH_DAY.fullmatch(cell)
    try:
        return date(*(int(one) for one in reversed(dutch.groups()))) if dutch else date.fromisoformat(cell)
    except ValueError:
        raise Invalid({"": WRONG_DAY}) from None


def _checked(cell: str) -> date:
    day = _day(cell) or _refuse("Schrijf op welke dag dit is nagekeken.")
    return day if day <= clock.today() else _refuse("Deze dag moet nog komen.")


def _most(cell: str) -> int | None:
    return method.cents(cell) if cell else None


def _share(cell: str) -> int:
    told = cell.removesuffix("%").strip() or "0"
    is_share = told.isascii() and told.isdigit() and len(told) <= 3 and int(told) <= 100
    return int(told) if is_share else _refuse("Schrijf een heel getal van 0 tot 100.")


def _refuse(reason: str) -> Any:
    raise Invalid({"": reason})


def _written(field: str, value: Any) -> Cell:
    """One cell; `rows_of` reads it back."""
    if field == "most" and value is not None:
        return Decimal(value) / 100
    told: Cell = dict(LEVELS)[value] if field == "level" else value
    return told


# Each column: its field, and how a cell becomes a value.
COLUMNS: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "naam": ("name", _name),
    "van wie": ("level", _level),
    "voorwaarden": ("conditions", typed.text),
    "voor bewoners": ("for_residents", _yes),
    "voor de overheid": ("for_government", _yes),
    "voor ondernemers": ("for_business", _yes),
    "mag geld verdienen": ("allows_commercial", _yes),
    "uiterste dag": ("deadline", _day),
    "hoogste bedrag": ("most", _most),
    "eigen deel": ("own_share", _share),
    "nagekeken op": ("checked_on", _checked),
    "adres": ("url", typed.line),
}
_READ = dict(COLUMNS.values())
_NAMES = {field: name for name, (field, _read) in COLUMNS.items()}
