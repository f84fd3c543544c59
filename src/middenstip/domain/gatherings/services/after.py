"""Services for after a gathering: it was held, its notes, what they became, and the follow-up day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import (
    CAME,
    CLOSED_TITLE,
    GATHERING,
    HELD,
    MOST_LINES,
    ON_TABLE,
    REVIEW,
    REVIEW_MONTHS,
    WAITS,
)
from middenstip.domain.gatherings.models import Came, Gathering, HallQuestion, NoteLine
from middenstip.domain.gatherings.models.gathering import SHORT
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.kernel import typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

AGAIN = "Terugkomsessie"
ALIKE = (  # what a terugkomsessie takes over
    *("what", "place", "online", "access", "theme", "is_closed", "inside_place"),
    *("person_id", "seat_id", "initiative_id", "goal_id", "lab_id"),
    *("area_id", "municipality_id", "district_id"),
)
TWO_YEARS = timedelta(days=731)


@write
def hold_gathering(
    *,
    by: Doer,
    gathering: Gathering,
    follow_up_on: date | None,
    is_reviewed: bool = False,
    at: datetime,
) -> Gathering:
    """It took place. On the follow-up day at least one action is done, which is measured then.

    With `is_reviewed` two gatherings are planned to see what came of it, after three and twelve months.
    """
    gathering = fresh(gathering)
    require(rules.may_manage(by, gathering))
    state = GATHERING.after(gathering.state, "hold")
    if gathering.starts_at > at:
        raise NotNow("Deze bijeenkomst moet nog beginnen. Daarna rond je haar af.")
    today = timezone.localdate(at)
    if follow_up_on is None:
        raise Invalid({"follow_up_on": "Kies de dag waarop minstens één vervolgactie klaar is."})
    if not today < follow_up_on <= today + TWO_YEARS:
        raise Invalid({"follow_up_on": "Kies een dag die nog komt, binnen twee jaar."})
    gathering.state, gathering.follow_up_on = state, follow_up_on
    gathering.store("state", "follow_up_on")
    HallQuestion.objects.filter(gathering=gathering, state=ON_TABLE).update(state=WAITS)
    record_about(facts.GatheringHeld, gathering, by, at, follow_up_on=follow_up_on.isoformat())
    if is_reviewed and gathering.kind != REVIEW:
        for months in REVIEW_MONTHS:
            _plan_review(gathering, months, by, at)
    return gathering


@write
def tell_outcome(
    *, by: Doer, review: Gathering, line: NoteLine, outcome: str, text: str, at: datetime
) -> Came:
    """In a terugkomsessie: what came of this line of the notes. Told again, it replaces what stood."""
    review = fresh(review)
    require(rules.may_manage(by, review))
    GATHERING.after(review.state, "tell")
    line = NoteLine.objects.get(pk=line.pk)
    if line.gathering_id != review.reviews_id or not line.noun:
        raise NotNow("Deze regel hoort niet bij wat hier terugkomt.")
    if outcome not in CAME:
        raise Invalid({"outcome": "Kies wat ervan kwam."})
    text = typed.text(text)
    if outcome == "not" and not text:
        raise Invalid({"text": "Schrijf op waarom het er niet van kwam."})
    known = Came.objects.filter(review=review, line=line).first() or Came(review=review, line=line)
    known.outcome, known.text, known.at = outcome, text, at
    known.store()
    record_about(facts.OutcomeTold, review, by, at, outcome=outcome)
    return known


def _plan_review(gathering: Gathering, months: int, by: Doer, at: datetime) -> None:
    """A terugkomsessie some months later, at the same time of the day and in the same place."""
    zone = timezone.get_default_timezone()
    start, length = gathering.starts_at.astimezone(zone), gathering.ends_at - gathering.starts_at
    years, month = divmod(start.month - 1 + months, 12)
    wall = datetime.combine(date(start.year + years, month + 1, min(start.day, 28)), start.time(), zone)
    words = {"title": f"{AGAIN}: {gathering.title}"[:SHORT]}
    if gathering.is_closed:
        words = {"title": CLOSED_TITLE, "inside_title": f"{AGAIN}: {gathering.inside_title}"[:SHORT]}
    review = Gathering(
        kind=REVIEW,
        reviews=gathering,
        starts_at=wall,
        ends_at=wall + length,
        announced_at=at,
        changed_at=at,
        **words,
        **{name: getattr(gathering, name) for name in ALIKE},
    ).store()
    record_about(facts.GatheringAnnounced, review, by, at)


@write
@once(lambda public_id: NoteLine.objects.get(public_id=public_id))
def write_note(
    *, by: Doer, gathering: Gathering, text: str, key: str = "", public_id: str = "", at: datetime
) -> NoteLine:
    """Add a line to the notes, from the beginning of the gathering."""
    gathering = fresh(gathering)
    require(rules.may_manage(by, gathering))
    GATHERING.after(gathering.state, "write")
    if gathering.starts_at > at:
        raise NotNow("Deze bijeenkomst moet nog beginnen. Daarna schrijf je op wat er gezegd is.")
    text = typed.name("text", text)
    if not text:
        raise Invalid({"text": "Schrijf eerst je regel."})
    if NoteLine.objects.filter(gathering=gathering).count() >= MOST_LINES:
        raise NotNow(said("Er staan al %(count)s regels. Meer past er niet bij.", count=MOST_LINES))
    line = NoteLine(public_id=public_id or new_id(), gathering=gathering, text=text, at=at).store()
    record_about(facts.NoteWritten, gathering, by, at)
    return line


@write
def hold_line(*, by: Doer, line: NoteLine) -> NoteLine:
    """The line as it is now, locked with its gathering; a journey makes something of it."""
    gathering = fresh(line.gathering)
    require(rules.may_manage(by, gathering))
    found = NoteLine.objects.get(pk=line.pk)
    found.gathering = gathering
    return found


@write
def name_line(*, by: Doer, line: NoteLine, noun: str, code: str, at: datetime) -> NoteLine:
    """Keep what a line became: the noun (action, agreement) and its public id."""
    line.noun, line.code = noun, code
    line.store("noun", "code")
    record_about(facts.NoteBecame, line.gathering, by, at, noun=noun, code=code)
    return line


@write
def measure_gathering(*, gathering: Gathering, done: int, at: datetime) -> bool:
    """Keep how many actions of its notes were done on the follow-up day; false when that stood already."""
    gathering = fresh(gathering)
    if gathering.state != HELD:
        return False
    gathering.state = GATHERING.after(gathering.state, "measure")
    gathering.follow_up_done = done
    gathering.store("state", "follow_up_done")
    record_about(facts.GatheringMeasured, gathering, None, at, done=done, is_met=done > 0)
    return True
