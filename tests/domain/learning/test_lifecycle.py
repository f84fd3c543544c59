"""After any sequence of acts, a case study is public only when nobody waits for a change of it."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.learning import services
from middenstip.domain.learning.lifecycle import PUBLISHED, STUDY
from middenstip.domain.learning.models import CaseStudy, Voice
from tests.cast import Cast, person
from tests.domain.playing import play

STORY = [
    ("review", "marijke"),
    ("correct", "bas"),
    ("change", "marijke"),
    ("agree", "bas"),
    ("publish", "marijke"),
    ("leave", "bas"),
]


def test_random_acts_only_take_steps_of_the_lifecycle(cast: Cast) -> None:
    made = services.begin_study(
        by=cast.marijke,
        texts={"title": "Een", "how": "Samen."},
        choices={"outcome": "gelukt", "licence": "by"},
        area=Area.objects.get(code="GM0150"),
        at=cast.tick(),
    )
    services.ask_voices(study=made, people=[(person(cast.bas), None)], at=cast.tick())

    def check(now: CaseStudy) -> None:
        states = set(now.voices.values_list("state", flat=True))
        assert now.state != PUBLISHED or states <= {"agreed", "left"}

    played = play(
        STUDY,
        lambda: CaseStudy.objects.get(pk=made.pk),
        lambda *move: _act(cast, made, *move),
        STORY,
        others=("withdraw",),
        check=check,
    )
    played.assert_not_one_sided(*STUDY.words)


def _act(cast: Cast, made: CaseStudy, what: str, who: str):  # type: ignore[no-untyped-def]
    by, at = getattr(cast, who), cast.tick(seconds=1)

    def do() -> object:
        if what in ("agree", "correct", "leave"):
            voice = Voice.objects.select_related("study").get(study=made)
            more = {"remark": "Anders."} if what == "correct" else {}
            return getattr(services, f"{what}_study")(by=by, voice=voice, at=at, **more)
        if what == "change":
            told = {
                "texts": {"title": f"Een {at}", "how": "Samen."},
                "choices": {"outcome": "gelukt", "licence": "by"},
            }
            return services.change_study(by=by, study=made, **told, at=at)
        return getattr(services, f"{what}_study")(by=by, study=made, at=at)

    return do
