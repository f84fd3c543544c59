"""Who is told about gatherings: who comes, and the host; and about invitations of institutions."""

from __future__ import annotations

from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from middenstip.domain.gatherings import facts
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, ANSWERS, ASKED, CANCELLED
from middenstip.domain.gatherings.models import Gathering, Lottery, ProcessInvite
from middenstip.domain.gatherings.selectors import attendance_of, gathering_by_id, invite_by_id, people_of
from middenstip.domain.gatherings.selectors.lots import lottery_by_id, people_asked
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own


def gathering_of(dossier: Dossier) -> Gathering | None:
    return dossier.subject("gathering", gathering_by_id)


def invite_of(dossier: Dossier) -> ProcessInvite | None:
    return dossier.subject("process_invite", invite_by_id)


def _coming(dossier: Dossier) -> list[Person]:
    gathering = gathering_of(dossier)
    return people_of(gathering) if gathering else []


def _freed(dossier: Dossier) -> list[Person]:
    gathering = gathering_of(dossier)
    found = Person.objects.filter(public_id=str(dossier.entry.data.get("person", ""))).first()
    return [found] if found and gathering and attendance_of(gathering, found.pk) else []


def _host(dossier: Dossier) -> list[Person]:
    gathering = gathering_of(dossier)
    return [gathering.person] if gathering else []


def lottery_of(dossier: Dossier) -> Lottery | None:
    return dossier.subject("lottery", lottery_by_id)


def _drawn(dossier: Dossier) -> list[Person]:
    lottery = lottery_of(dossier)
    code = str(dossier.entry.data.get("person", ""))
    return [one for one in people_asked(lottery.gathering) if one.public_id == code] if lottery else []


def _asked_by_lot(dossier: Dossier) -> list[Person]:
    gathering = gathering_of(dossier)
    return people_asked(gathering) if gathering else []


def _asker(dossier: Dossier) -> list[Person]:
    invite = invite_of(dossier)
    return [invite.by] if invite else []


def _invited(dossier: Dossier) -> list[Seat]:
    invite = invite_of(dossier)
    return [invite.seat] if invite else []


COMERS = Audience("comers", "jij naar deze bijeenkomst komt", _coming)
FREED = Audience("freed", "jij op de wachtlijst stond", _freed)
DRAWN = Audience("drawn", "jij geloot bent", _drawn)
ASKED_BY_LOT = Audience("asked_by_lot", "jij geloot bent voor deze bijeenkomst", _asked_by_lot)
HOST = Audience("gathering_host", "jij deze bijeenkomst aankondigde", _host)
ASKER = Audience("process_asker", "jij deze organisatie vroeg", _asker)
INVITED = in_seats("process_invited", "jouw zetel is uitgenodigd", _invited)
MANAGER = in_seats("process_manager", "jij leiding geeft in dit gebied", lambda dossier: [dossier.named_seat])


def is_coming(dossier: Dossier) -> bool:
    gathering = gathering_of(dossier)
    return gathering is not None and gathering.state == ANNOUNCED and not gathering.is_hidden


def is_cancelled(dossier: Dossier) -> bool:
    gathering = gathering_of(dossier)
    return gathering is not None and gathering.state == CANCELLED and not gathering.is_hidden


def is_readable(dossier: Dossier) -> bool:
    gathering = gathering_of(dossier)
    return gathering is not None and not gathering.is_hidden


def is_asked(dossier: Dossier) -> bool:
    lottery = lottery_of(dossier)
    return lottery is not None and lottery.gathering.state == ANNOUNCED and not lottery.gathering.is_hidden


def waits(dossier: Dossier) -> bool:
    invite = invite_of(dossier)
    return invite is not None and invite.state == ASKED


def _gaps(dossier: Dossier) -> dict[str, Any]:
    invite, lottery, data = invite_of(dossier), lottery_of(dossier), dossier.entry.data
    return {
        "gathering": gathering_of(dossier) or (lottery.gathering if lottery else None),
        "invite": invite,
        "before": parse_datetime(str(data.get("before", ""))) if data.get("before") else None,
        "answer": ANSWERS.get(str(data.get("answer", "")), ""),
        "until": parse_date(str(data.get("until", ""))),
        "due": parse_date(str(data.get("due", ""))) or (invite.due_on if invite else None),
    }


_BY_HOST = Silent("the host did it")
_MODERATED = Silent("who moderates tells the writer why")
_IN_HALL = Silent("who is in the hall sees it on the screen; who asked, is not known")

POST = Post(
    heard={
        facts.GatheringAnnounced: Silent("it stands in the agenda and on the tribune"),
        facts.GatheringChanged: Silent("the page shows it; the time and the place are the same"),
        facts.GatheringMoved: (own(COMERS, ASKED_BY_LOT, page="gathering", still=is_coming),),
        facts.GatheringCancelled: (own(COMERS, ASKED_BY_LOT, page="gathering", still=is_cancelled),),
        facts.GatheringJoined: Silent("the host sees who comes on the page"),
        facts.GatheringLeft: Silent("the host sees who comes on the page"),
        facts.YoungCounted: Silent("the host sees the number on the page"),
        facts.PlaceFreed: (own(FREED, page="gathering", still=is_coming),),
        facts.GatheringReminded: (own(COMERS, page="gathering", still=is_coming),),
        facts.GatheringHeld: (own(COMERS, page="gathering", still=is_readable),),
        facts.WalkInsCounted: _BY_HOST,
        facts.NoteWritten: _BY_HOST,
        facts.OutcomeTold: _BY_HOST,
        facts.NoteBecame: Silent("the action or agreement has its own post"),
        facts.GatheringMeasured: (own(HOST, page="gathering", still=is_readable),),
        facts.GatheringHidden: _MODERATED,
        facts.GatheringShown: _MODERATED,
        facts.LotsSealed: Silent("it stands with the gathering"),
        facts.LotsDrawn: Silent("whoever was drawn hears it, one by one"),
        facts.LotAsked: (own(DRAWN, page="lottery", still=is_asked),),
        facts.LotAnswered: Silent("the host sees the figures on the page"),
        facts.LotOver: Silent("the host sees the figures on the page"),
        facts.HallAsked: _IN_HALL,
        facts.HallEchoed: _IN_HALL,
        facts.HallMoved: _IN_HALL,
        facts.HallSummed: _IN_HALL,
        facts.HallConfirmed: _IN_HALL,
        facts.HallHidden: _IN_HALL,
        facts.HallShown: _IN_HALL,
        facts.HallNoted: _IN_HALL,
        facts.PhotoPlaced: _BY_HOST,
        facts.PortraitNamed: _BY_HOST,
        facts.PortraitGiven: Silent("the host sees it on the page; a letter would tell who is on a photo"),
        facts.PhotoGone: Silent("the host sees it on the page; a letter would tell who said no"),
        facts.InstitutionInvited: (own(INVITED, page="process_invite", still=waits),),
        facts.InstitutionAnswered: (own(ASKER, page="process_invite"),),
        facts.InstitutionWithdrawn: (own(INVITED, page="process_invite"),),
        facts.InstitutionReminded: (own(INVITED, page="process_invite", still=waits),),
        facts.InstitutionEscalated: (
            own(MANAGER, page="process_invite", text="manager", still=waits),
            own(INVITED, page="process_invite", still=waits),
        ),
    },
    things={"gathering": gathering_of, "process_invite": invite_of, "lottery": lottery_of},
    gaps=_gaps,
)
