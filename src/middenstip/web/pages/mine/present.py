"""The own place as plain values for its template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from middenstip.domain.parties.rules import ROLES
from middenstip.domain.reports.selectors.waiting import (
    CARRIED,
    FOLLOWED,
    FOLLOWED_AREA,
    PROMISE,
    TO_DO,
    Waiting,
)
from middenstip.kernel.actor import Actor
from middenstip.web.shared import dates
from middenstip.web.shared.fold import fold
from middenstip.web.shared.place_choices import names_of_areas
from middenstip.web.shared.words import stage_words


def present(
    lines: Sequence[Waiting], hats: Sequence[Actor], worn: Actor | None, today: date
) -> dict[str, Any]:
    """Everything `mine/index.html` shows about what waits, was promised and is followed."""
    by_seat = {hat.seat: hat for hat in hats}
    first, rest = fold([_followed(line) for line in _of(lines, FOLLOWED, FOLLOWED_AREA)])
    return {
        "waiting": [_to_do(line, by_seat, worn, today) for line in lines if _waits(line, today)],
        "promises": [_promise(line, by_seat, worn, today) for line in _of(lines, PROMISE)],
        "carried": [_promise(line, by_seat, worn, today) for line in _of(lines, CARRIED)],
        "followed_first": first,
        "followed_rest": rest,
        "other_hats": [hat for hat in hats if worn and hat.seat != worn.seat],
        "seats": [_seat(hat) for hat in hats],
    }


def _seat(hat: Actor) -> dict[str, Any]:
    """A hat, with each role it holds: its word, where, and what whoever holds it may do."""
    names = names_of_areas() if hat.grants else {}
    roles = [
        {
            "word": _(ROLES[role].word),
            "place": names.get(code, code),
            "sentence": _(ROLES[role].sentence),
        }
        for role, code in sorted(hat.grants)
        if role in ROLES
    ]
    return {"hat": hat.hat, "half": hat.half, "seat_id": hat.seat_id, "roles": roles}


def _waits(line: Waiting, today: date) -> bool:
    """Whether the ball lies here: something to do, or what was promised and is too late."""
    return line.kind in TO_DO or (line.kind == PROMISE and line.is_late(today))


def _of(lines: Sequence[Waiting], *kinds: str) -> list[Waiting]:
    return [line for line in lines if line.kind in kinds]


def _to_do(line: Waiting, hats: dict[int, Actor], worn: Actor | None, today: date) -> dict[str, Any]:
    title, action, url = _words(line)
    other = _other_hat(line, hats, worn)
    return {
        "title": title,
        "action": action,
        "url": url,
        "context_text": _context(line, other),
        "when_text": _when(line, today),
        "is_late": line.is_late(today),
        "hat": other.seat_id if other else "",
    }


def _other_hat(line: Waiting, hats: dict[int, Actor], worn: Actor | None) -> Actor | None:
    """The hat that a line is for, when that is not the one worn now."""
    hat = hats.get(line.seat)
    return hat if hat and worn and hat.seat != worn.seat else None


def _context(line: Waiting, other: Actor | None) -> str:
    """Where a line belongs, and as whom."""
    as_hat = _("als %(hat)s") % {"hat": other.hat} if other else ""
    return " · ".join(part for part in (line.context, as_hat) if part)


def _words(line: Waiting) -> tuple[str, str, str]:
    """Per kind: the sentence, the button and the page."""
    about, target = line.title, line.target
    case, goal, deal = f"/balie/zaak/{target}/", f"/opgave/{target}/", f"/afspraak/{target}/"
    words = {
        "draft": (_("Maak je idee af: %s"), _("Ga verder"), ""),
        "help": (_("Geef antwoord op een aanbod om te helpen: %s"), _("Lees het aanbod"), ""),
        "confirm_mine": (_("Bevestig hoe jullie beginnen met %s"), _("Lees en bevestig"), case),
        "confirm": (_("Bevestig hoe jullie beginnen met %s"), _("Lees en bevestig"), case),
        "decide": (_("Geef antwoord op %s"), _("Ga naar de zaak"), case),
        "invited": (_("Je bent gevraagd aan tafel: %s"), _("Bekijk de tafel"), goal),
        "letter": (_("Schrijf je eigen doel op voor %s"), _("Schrijf je briefje"), goal),
        "answer": (_("Zeg ja, ‘nee, tenzij’ of nee: %s"), _("Geef je antwoord"), goal),
        "sign": (_("Lees en teken: %s"), _("Lees en teken"), deal),
        "new_day": (_("Kies een nieuwe dag: %s"), _("Verander de afspraak"), f"{deal}veranderen/"),
        "close": (_("Is dit gedaan? %s"), _("Geef antwoord"), deal),
        PROMISE: (_("Je beloofde dit: %s"), _("Lees de afspraak"), deal),
        "action": (_("Doe: %s"), _("Ga naar de zaak"), case),
        "back": (_("De tijd is om, neem het terug: %s"), _("Ga naar de zaak"), case),
        "asked": (_("Neem je dit over? %s"), _("Geef antwoord"), case),
    }
    sentence, action, url = words[line.kind]
    if not url:
        url = reverse("initiatives:detail", args=[target]) + ("#wie" if line.kind == "help" else "")
    return sentence % _short(about), action, url


def _when(line: Waiting, today: date) -> str:
    if line.due_on is None:
        return ""
    if line.is_late(today):
        return dates.days_left(line.due_on, today)
    return capfirst(dates.day_date(line.due_on))


def _promise(line: Waiting, hats: dict[int, Actor], worn: Actor | None, today: date) -> dict[str, Any]:
    due = dates.long_date(line.due_on) if line.due_on else ""
    late = dates.days_left(line.due_on, today) if line.due_on and line.is_late(today) else ""
    return {
        "id": line.target,
        "title": line.title,
        "context": _context(line, _other_hat(line, hats, worn)),
        "due": due,
        "late": late,
        "url": f"/afspraak/{line.target}/",
    }


def _followed(line: Waiting) -> dict[str, str]:
    if line.kind == FOLLOWED_AREA:
        return {"title": line.title, "url": f"/gebied/{line.target}/", "note": _("gebied")}
    url = reverse("initiatives:detail", args=[line.target])
    return {"title": line.title, "url": url, "note": stage_words(line.context)}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 110 else line[:109].rsplit(" ", 1)[0] + " …"
