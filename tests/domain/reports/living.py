"""What a person leaves behind in the rooms besides the chain: a row of each kind that is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.baseline.models import (
    AreaValue,
    Claim,
    Effect,
    EffectValue,
    Observation,
    Reading,
    Scan,
    ValueAnswer,
    ValueYes,
)
from middenstip.domain.budgeting.models import Assent, Budget
from middenstip.domain.budgeting.models import Plan as BudgetPlan
from middenstip.domain.deliberation.models import (
    Attendee,
    Backing,
    Ballot,
    Counted,
    Covenant,
    CovenantSignature,
    Decision,
    Dialogue,
    Inquiry,
    Mandate,
    MandateCheck,
    MinorityWord,
    Participant,
    Scenario,
    ScenarioReaction,
    Support,
    Voter,
)
from middenstip.domain.gatherings.models import (
    Attendance,
    CalendarAddress,
    Gathering,
    Lot,
    Lottery,
    Portrait,
    ProcessInvite,
    ReportPhoto,
    Willing,
)
from middenstip.domain.goals.models import Goal, Letter, Portfolio, Restatement, Visit
from middenstip.domain.initiatives.models import Initiative, PartyAround
from middenstip.domain.intake.models import Challenge, ChallengeTalk, Check
from middenstip.domain.labs.models import HostDays, Lab, LabHost, LabPlace, LabTask, LabVisit, RoleCheck
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.domain.matching.models import ContactMessage, Introduction, Listing, Movement, Suggestion
from middenstip.domain.parties.models import Application, Profile
from middenstip.domain.podium.models import Edition, Pitch, Promise
from middenstip.domain.projects.models import Award, Line, Member, Order, Plan, Project, Take, Task, Wish
from middenstip.domain.questions.models import Answer, Question
from middenstip.domain.questions.models import Line as Preparation
from middenstip.domain.signals.models import Policy, Report, Signal, Touch
from tests.cast import Cast, person, seat_of


class Living:
    """The acts of Marijke in each room, around her own initiative and its goal."""

    def __init__(self, cast: Cast, hers: Initiative, goal: Goal) -> None:
        self.cast, self.hers, self.goal = cast, hers, goal
        self.marijke, self.bas = person(cast.marijke), person(cast.bas)
        self.seat, self.other = seat_of(cast.marijke), seat_of(cast.bas)
        self.at, self.half = cast.tick(), cast.marijke.half
        self.later, self.day = self.at + timedelta(days=9), cast.day(9)
        self.wrote: dict[str, Any] = {"person": self.marijke, "seat": self.seat, "at": self.at}
        self.here = {"area": hers.area, "municipality": hers.municipality}
        self.around = self.here | {"district": hers.district}

    def everywhere(self) -> None:
        self.at_the_door()
        self.measures()
        self.budgets()
        self.learns()
        self.meets()
        self.is_drawn()
        self.looks_around()
        self.hosts_and_pitches()
        self.decides()
        self.says_and_dialogues()
        self.asks()
        self.finds_others()
        self.is_introduced()
        self.works()
        self.orders()
        self.signals()

    def at_the_door(self) -> None:
        told = {"organisation": "De Bron", "folded": "de bron", "title": "tuinman", "half": self.half}
        asked = {"reason": "Ik werk er.", "state": "refused", "answer": "Je werkt er niet."}
        Application(person=self.marijke, area=self.hers.area, at=self.at, **told, **asked).store()
        Profile(person=self.marijke, portrait=True, seats=True, initiatives=True, promises=True).store()
        told = {
            "side": "initiator",
            "facet": "a",
            "score": 4,
            "note": "Veel animo.",
            "action": "Langs de deur.",
        }
        case = self.hers.case
        Check(case=case, at=self.at, **told).store()
        case.own_part = "We graven zelf."
        case.store("own_part")
        names = "task better knowledge support costs help quality why"
        parts = dict.fromkeys(names.split(), "Wij snoeien zelf.")
        challenge = Challenge(case=case, state="agreed", opened_at=self.at, **parts).store()
        ChallengeTalk(challenge=challenge, seat=self.other, text="Het gaat goed.", at=self.at).store()

    def measures(self) -> None:
        scan = Scan(question="Hoe groen is het?", **self.wrote, **self.around).store()
        Observation(scan=scan, kind="observed", place="Plein", text="Kaal.", **self.wrote).store()
        told = {"half": self.half, "view": "partly", "experience": "Het is heet.", "stands_out": "De stenen."}
        Reading(scan=scan, **told, **self.wrote).store()
        about = {"initiative": self.hers.public_id, "person": self.marijke, "at": self.at}
        Claim(scan=scan, key="groen", **about).store()
        told = {
            "key": "groen",
            "word": "Meer schaduw",
            "target": 30,
            "by_year": 2030,
            "trade_off": "Minder steen.",
        }
        value = AreaValue(scan=scan, **told, **self.wrote).store()
        ValueYes(value=value, half=self.half, **self.wrote).store()
        ValueAnswer(value=value, need="need", half=self.half, age="25-44", person=self.marijke).store()
        told = {"number": 1, "word": "Planten", "start": 1, "start_on": self.cast.today}
        effect = Effect(area=self.hers.area, **told, **about).store()
        EffectValue(effect=effect, value=2, on=self.day, person=self.marijke, at=self.at).store()

    def budgets(self) -> None:
        told = {"title": "Groen", "text": "Voor planten.", "who": "Iedereen", "amount": 100_000}
        rules = {"kind": "approval", "rule": "mes", "completion": "none", "lot": "lot", "closes_on": self.day}
        by = {"person": self.marijke, "seat": self.seat, "checker": self.other, "drafted_at": self.at}
        budget = Budget(**told, **rules, **by, **self.here).store()
        Assent(budget=budget, half=self.half, **self.wrote).store()
        told = {"number": 1, "title": "Bankje", "text": "Van hout.", "place": "Plein"}
        BudgetPlan(budget=budget, cost_low=1, cost_high=2, **told, **self.wrote).store()

    def learns(self) -> None:
        names = (
            "title what place how money rules_met agreements_used as_resident as_professional as_literature "
            "broke_where broke_cost broke_now visit organisation"
        )
        texts = dict.fromkeys(names.split(), "Zo ging het.")
        at = {"drafted_at": self.at, "published_at": self.at, "changed_at": self.at}
        by = {"person": self.marijke, "seat": self.seat, "area": self.hers.area}
        CaseStudy(state="published", outcome="gelukt", **texts, **by, **at).store()
        of_bas = {"person": self.bas, "area": self.hers.area, "drafted_at": self.at, "changed_at": self.at}
        study = CaseStudy(title="Moestuin", how="Samen.", outcome="deels", **of_bas).store()
        Voice(study=study, state="corrected", remark="Het was later.", **self.wrote).store()

    def is_drawn(self) -> None:
        Willing(person=self.marijke, area=self.hers.area, half=self.half, at=self.at).store()
        when = {"starts_at": self.later, "ends_at": self.later + timedelta(hours=2)}
        noted = {"changed_at": self.at, "announced_at": self.at, "person": self.bas, "seat": self.other}
        gathering = Gathering(kind="meeting", title="Praten", **when, **noted, **self.around).store()
        sealed = {"places": {"bewoners": 1}, "secret": "geheim", "seal": "zegel", "mark": "merk"}
        lottery = Lottery(gathering=gathering, days=7, sealed_at=self.at, **sealed).store()
        told = {"number": "xmupez", "half": self.half, "until_on": self.day, "answered_at": self.at}
        Lot(lottery=lottery, person=self.marijke, **told).store()

    def looks_around(self) -> None:
        side = self.other.side
        assert side
        told = {"initiative": self.hers, "half": self.half, "added_at": self.at}
        words = {"found": "Via de krant.", "reached": "Gebeld."}
        PartyAround(name="De zangclub", **told, **words).store()
        no = {"state": "refuses", "why_not": "Geen tijd."}
        PartyAround(organisation=side.organisation, **told, **words, **no).store()
        asked = {"question": "Waar is het nat?", "context": "Het regent.", "use": "Een kaart."}
        about = {"seat": self.other, "closes_on": self.day, "asked_at": self.at}
        request = AdviceRequest(**asked, **about, **self.around).store()
        said = {"text": "Bij de brug.", "because": "Ik woon er.", "answer": "Dank je.", "state": "adopted"}
        Advice(request=request, person=self.marijke, at=self.at, **said).store()
        by = {"organisation": side.organisation, "seat": self.other, "by": self.seat, "named_at": self.at}
        portfolio = Portfolio(goal=self.goal, **by).store()
        seen = {"on": self.cast.today, "note": "Ze bleef voor de soep.", "at": self.at}
        Visit(goal=self.goal, portfolio=portfolio, by=self.seat, **seen).store()

    def meets(self) -> None:
        texts = {"title": "Besloten", "what": "Praten.", "place": "Dorpshuis", "access": "Geen drempel."}
        inside = {"is_closed": True, "inside_title": "Het plan", "inside_place": "Achterin"}
        when = {"starts_at": self.later, "ends_at": self.later + timedelta(hours=2)}
        noted = {"changed_at": self.at, "announced_at": self.at, "person": self.marijke, "seat": self.seat}
        ended = {"state": "cancelled", "why_cancelled": "Te nat.", "online": "https://praat.example/"}
        told = texts | inside | when | noted | ended | self.around
        gathering = Gathering(kind="meeting", initiative=self.hers, **told).store()
        Attendance(gathering=gathering, half=self.half, **self.wrote).store()
        asked = {"what_for": "Grond", "state": "no", "answer": "Nee.", "asked_at": self.at}
        ProcessInvite(initiative=self.hers, seat=self.other, by=self.marijke, **asked).store()

        photo = ReportPhoto(gathering=gathering, at=self.at).store()
        given = {"given_at": self.at, "how": "paper", "by_guardian": True, "is_young": True}
        Portrait(photo=photo, words="Het kind", secret="ook geheim", asked_at=self.at, **given).store()
        address = {"secret": "geheim", "made_at": self.at}
        CalendarAddress(person=self.marijke, **address).store()

    def hosts_and_pitches(self) -> None:
        by = {"person": self.marijke, "seat": self.seat, "area": self.hers.area}
        told = {"name": "De Werf", "aim": "Maken.", "money": "De wijk.", "why_closed": "Het geld is op."}
        lab = Lab(planned_at=self.at, state="closed", **told, **by).store()
        host = LabHost(lab=lab, half=self.half, **self.wrote).store()
        place = LabPlace(lab=lab, name="School", hours=["9.00-17.00"] * 7, from_on=self.day).store()
        HostDays(host=host, place=place, days=[1]).store()
        moved = {"made_at": self.at, "moved_at": self.at, "due_on": self.day, "came": "Hij hangt."}
        LabTask(lab=lab, text="Hang de poster op", state="done", person=self.marijke, **moved).store()
        wished = {"needs": "Een oprit.", "comes_at": self.at, "answer": "Kom.", "asked_at": self.at}
        LabVisit(place=place, person=self.marijke, on=self.day, state="agreed", **wished).store()
        RoleCheck(person=self.marijke, tries=1, tried_at=self.at, passed_at=self.at).store()
        told = {"number": 1, "title": "Podium", "what": "Groen.", "place": "School", "on": self.day}
        edition = Edition(announced_at=self.at, **told, **by).store()
        pitched = {"initiative": self.hers, "person": self.marijke, "ask": "Grond?", "at": self.at}
        pitch = Pitch(edition=edition, **pitched).store()
        promised = {"kind": "money", "what": "Voor bomen", "euros": 5, "until": self.day}
        Promise(pitch=pitch, half=self.half, **promised, **self.wrote).store()

    def decides(self) -> None:
        text = {"question": "Komt er een pad?", "text": "Er komt een pad.", "review_on": self.day}
        days = {"opened_at": self.at, "planned_at": self.at, "closes_at": self.at, "counted_at": self.at}
        told = {"status_quo": "Er is geen pad.", "roll": {self.half: 1}, "state": "ended"}
        ballot = Ballot(goal=self.goal, opened_by=self.other, **text, **days, **told, **self.here).store()
        Voter(ballot=ballot, seat=self.seat, half=self.half, number=1, has_voted=True).store()
        choice = {"choice": "tenzij", "condition": "Als het droog is.", "code": "abcd"}
        Counted(ballot=ballot, number=1, half=self.half, seat=self.seat, **choice).store()
        made = {"number": 1, "outcome": "ended", "decided_at": self.at}
        decision = Decision(goal=self.goal, ballot=ballot, **text, **made, **self.here).store()
        told = {"name": "Samen groen", "ambition": "Meer schaduw.", "written_by": self.other, "at": self.at}
        covenant = Covenant(goal=self.goal, area=self.hers.area, review_on=self.day, **told).store()
        CovenantSignature(covenant=covenant, seat=self.seat, half=self.half, at=self.at).store()
        letter = Letter.objects.filter(goal=self.goal).exclude(seat=self.seat).first()
        words = {"text": "Jij wilt werk.", "state": "corrected", "correction": "Ook rust."}
        Restatement(goal=self.goal, letter=letter, seat=self.seat, **words, at=self.at).store()
        MinorityWord(decision=decision, seat=self.seat, text="Denk aan de egels.", at=self.at).store()

    def says_and_dialogues(self) -> None:
        opened = {"area": self.hers.area, "opened_at": self.at}
        asked = {"subject": "Het pad", "members": {self.half: 9}, "opened_by": self.other, "state": "closed"}
        inquiry = Inquiry(goal=self.goal, closes_at=self.later, **asked, **opened).store()
        taken = {"half": self.half, "way": "account", "code": "code", "number": 7}
        Participant(inquiry=inquiry, person=self.marijke, **taken).store()
        told = {"subject": "Het pad", "decides": "De tafel", "promise": "We bouwen.", "until_on": self.day}
        mandate = Mandate(goal=self.goal, promised_by=self.other, at=self.at, **told).store()
        MandateCheck(mandate=mandate, seat=self.seat, half=self.half, answer="kept", at=self.at).store()
        talk = Dialogue(goal=self.goal, question="Waar?", led_by=self.other, **opened).store()
        told = {"question": "Steun je dit?", "text": "Een pad.", **opened}
        told |= {"members": {self.half: 9}, "places": [{"code": "WK015014"}]}
        support = Support(goal=self.goal, opened_by=self.other, closes_at=self.later, **told).store()
        told = {"choice": "against", "place": "elders", "words": "Te duur.", "at": self.at}
        Backing(support=support, seat=self.seat, half=self.half, **told).store()
        told = {"title": "Bos", "text": "Bomen.", "gains": "Kinderen", "gives_in": "Auto's", "at": self.at}
        scenario = Scenario(
            goal=self.goal, area=self.hers.area, number=1, written_by=self.other, **told
        ).store()
        told = {"choice": "like", "words": "Mooi.", "at": self.at}
        ScenarioReaction(scenario=scenario, seat=self.seat, half=self.half, **told).store()
        Attendee(dialogue=talk, seat=self.seat, number=1, half=self.half).store()

    def asks(self) -> None:
        texts = {
            "text": "Hoe snoei ik?",
            "explanation": "Hij is oud.",
            "motivation": "Fruit.",
            "place": "Lettele",
        }
        told = {"state": "answered", "answer_count": 1, "asked_at": self.at}
        by = {"person": self.marijke, "seat": self.seat}
        question = Question(is_beginner=True, **texts, **told, **by, **self.around).store()
        Answer(question=question, kind="tip", text="In de winter.", **self.wrote).store()
        Preparation(question=question, text="Koop een schaar.", at=self.at).store()

    def listing(self, by: Any, seat: Any, **more: Any) -> Listing:
        texts = {"title": "Een plek", "text": "Voor planten.", "at_what_time": "Zaterdag"}
        space = {"sort": "space", "place_kind": "plot", "conditions": "Geen gif.", "access": "Geen drempel."}
        days = {"until_on": self.day, "placed_at": self.at, "changed_at": self.at, "confirmed_at": self.at}
        told = texts | space | days | self.around | more
        return Listing(is_offer=True, person=by, seat=seat, **told).store()

    def finds_others(self) -> None:
        told = {"pair": "pair", "reasons": ["dichtbij"], "answer": "yes", "made_at": self.at}
        offer = self.listing(self.bas, self.other)
        days = {"proposed_at": self.at, "changed_at": self.at}
        aim = {"title": "Groene stip", "aim": "Overal schaduw.", "text": "Het begon met een bank."}
        Movement(person=self.marijke, seat=self.seat, **aim, **days, **self.around).store()
        Suggestion(person=self.marijke, own_initiative=self.hers, listing=offer, **told).store()

    def is_introduced(self) -> None:
        done = {"state": "done", "deal": "Zaterdag.", "thanks": "Fijn!", "asked_at": self.at}
        mine = self.listing(self.marijke, self.seat, initiative=self.hers, size=1)
        asks = {"asker": self.marijke, "asker_seat": self.seat, "owner": self.bas, "owner_seat": self.other}
        asked = {"asker": self.bas, "asker_seat": self.other, "owner": self.marijke, "owner_seat": self.seat}
        for listing, sides in ((self.listing(self.bas, self.other), asks), (mine, asked)):
            one = Introduction(listing=listing, text="Mag ik?", **sides, **done).store()
            ContactMessage(introduction=one, person=self.marijke, text="Bel me.", at=self.at).store()

    def works(self) -> None:
        told = {"title": "Het pad", "goal": self.goal, "started_at": self.at}
        self.project = Project(initiative=self.hers, **told, **self.around).store()
        self.line = Line(
            project=self.project, name="Zand", planned=900, first_on=self.day, last_on=self.day
        ).store()
        said = {"outcome": "nee", "answer": "Te duur.", "answered_at": self.at}
        Wish(project=self.project, text="Een bocht.", **said, **self.wrote).store()
        size = {"what": "Graven", "day": self.day, "minutes": 60, "asked_by": self.other}
        task = Task(project=self.project, **size).store()
        Take(task=task, minutes=50, **self.wrote).store()
        Member(project=self.project, seat=self.seat, is_coordinator=True, since=self.at).store()
        plan = {"number": 1, "question": "Waar kun je lopen?", "aim": "Een pad."}
        Plan(project=self.project, seat=self.seat, at=self.at, **plan).store()

    def orders(self) -> None:
        told = {
            "what": "Leg zand.",
            "price": 100,
            "due_on": self.day,
            "asked_at": self.at,
            "moved_at": self.at,
        }
        about = {"project": self.project, "line": self.line}
        Order(client=self.seat, contractor=self.other, **about, **told).store()
        done = {"state": "delivered", "delivered_by": self.marijke, "delivered_at": self.at}
        Order(client=self.other, contractor=self.seat, **about, **told, **done).store()
        gift = {"kind": "fonds", "name": "Buurtfonds", "amount": 500, "covers_on": self.day}
        Award(project=self.project, giver=self.seat, at=self.at, **gift).store()

    def signals(self) -> None:
        texts = {"title": "Het mag niet", "text": "De regel is oud."}
        about = {"person": self.marijke, "at": self.at}
        signal = Signal(kind="rule", **texts, **about, **self.here).store()
        again = {"hours_lost": 3, "reopened_at": self.at, "why_again": "Het mag nog steeds niet."}
        Report(signal=signal, origin=signal, **again, **self.wrote).store()
        by = {"area": self.hers.area, "seat": self.other, "at": self.at}
        policy = Policy(kind="policy", title="Groen", text="Meer groen.", **by).store()
        Touch(policy=policy, initiative=self.hers, answer="Goed.", answered_at=self.at).store()
