"""Who is told about signals: who must answer, and everyone who reported."""

from __future__ import annotations

from typing import Any

from django.utils.dateparse import parse_date

from middenstip.domain.parties.models import Seat
from middenstip.domain.signals import facts
from middenstip.domain.signals.lifecycle import ANSWERED, OPEN, OUTCOMES, REPORTED
from middenstip.domain.signals.models import Policy, Signal
from middenstip.domain.signals.selectors import (
    answers_of,
    desk_of,
    moved_from,
    policy_by_id,
    reporters_of,
    signal_by_id,
)
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own
from middenstip.notices.rooms.initiatives import INITIATOR


def signal_of(dossier: Dossier) -> Signal | None:
    return dossier.subject("signal", signal_by_id)


def policy_of(dossier: Dossier) -> Policy | None:
    return dossier.subject("policy", policy_by_id)


def _desk(dossier: Dossier) -> list[Seat]:
    signal = signal_of(dossier)
    return desk_of(signal, dossier.on) if signal else []


def _must_answer(dossier: Dossier) -> list[Seat]:
    signal = signal_of(dossier)
    return [signal.to] if signal and signal.to else _desk(dossier)


def _reporters(dossier: Dossier) -> list[Any]:
    signal = signal_of(dossier)
    return reporters_of(signal) if signal else []


def _moved(dossier: Dossier) -> list[Any]:
    return moved_from(dossier.entry.subject)


def _policy_seat(dossier: Dossier) -> list[Seat]:
    policy = policy_of(dossier)
    return [policy.seat] if policy else []


SIGNAL_DESK = in_seats("signal_desk", "je bij de balie van dit gebied werkt", _desk)
MUST_ANSWER = in_seats("signal_must_answer", "dit signaal bij jouw zetel ligt", _must_answer)
SIGNAL_MANAGER = in_seats(
    "signal_manager", "jij leiding geeft in dit gebied", lambda dossier: [dossier.named_seat]
)
REPORTERS = Audience("signal_reporters", "jij dit signaal meldde", _reporters)
MOVED = Audience("signal_moved", "jij dit meldde", _moved)
POLICY_SEAT = in_seats("policy_seat", "jouw zetel dit beleid stuurde", _policy_seat)


def waits(dossier: Dossier) -> bool:
    signal = signal_of(dossier)
    return signal is not None and signal.state in OPEN


def has_no_seat(dossier: Dossier) -> bool:
    signal = signal_of(dossier)
    return signal is not None and signal.state == REPORTED


def lies_there(dossier: Dossier) -> bool:
    signal = signal_of(dossier)
    return waits(dossier) and signal is not None and signal.to == dossier.named_seat


def _gaps(dossier: Dossier) -> dict[str, Any]:
    signal, data = signal_of(dossier), dossier.entry.data
    answer = None
    if signal and dossier.entry.kind == facts.SignalAnswered.kind and signal.state in ANSWERED:
        answer = next((one for one in answers_of(signal) if one.at == dossier.entry.at), None)
    return {
        "signal": signal,
        "policy": policy_of(dossier),
        "answer": answer,
        "outcome": OUTCOMES.get(str(data.get("outcome", "")), ""),
        "due": parse_date(str(data.get("due", ""))) or (signal.due_on if signal else None),
    }


_HIDING = Silent("moderation tells the writer and the reporters")

POST = Post(
    heard={
        facts.SignalReported: (own(SIGNAL_DESK, page="signal", still=has_no_seat),),
        facts.SignalJoined: Silent("the signal shows how many people meet it"),
        facts.SignalBundled: (own(MOVED, page="signal"),),
        facts.SignalAddressed: (
            own(MUST_ANSWER, page="signal", still=lies_there),
            own(REPORTERS, page="signal", text="reporter", still=lies_there),
        ),
        facts.SignalStudied: (own(REPORTERS, page="signal"),),
        facts.SignalAnswered: (own(REPORTERS, page="signal", also_self=True),),
        facts.SignalReopened: (own(MUST_ANSWER, page="signal", still=waits),),
        facts.SignalReminded: (own(MUST_ANSWER, page="signal", still=waits),),
        facts.SignalEscalated: (
            own(SIGNAL_MANAGER, page="signal", text="manager", still=waits),
            own(MUST_ANSWER, page="signal", still=waits),
            own(REPORTERS, page="signal", text="reporter", still=waits),
        ),
        facts.SignalWithdrawn: Silent("the one who reported it did it"),
        facts.SignalHidden: _HIDING,
        facts.SignalShown: _HIDING,
        facts.PolicySent: (own(INITIATOR, page="policy"),),
        facts.PolicyAnswered: (own(POLICY_SEAT, page="policy"),),
    },
    things={"signal": signal_of, "policy": policy_of},
    gaps=_gaps,
)
