"""What a project is worth to whom, and how projects hang together."""

from __future__ import annotations

import pytest

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives.models import Initiative, InitiativeTheme
from middenstip.domain.projects import method, services
from middenstip.domain.projects.models import Milestone, Project, Value
from middenstip.domain.projects.selectors.checks import risk_of
from middenstip.domain.projects.selectors.links import chances_in, delays, links_of, other_projects
from middenstip.domain.projects.selectors.money import flow_rows
from middenstip.journeys import start_project
from middenstip.kernel.verdict import Invalid, NotNow
from tests.cast import Cast, draft, signed
from tests.journeys.test_cliff import house
from tests.journeys.test_start_project import project_by


def beside(cast: Cast, project: Project, title: str) -> Project:
    """Another project at the same place, of an idea of its own."""
    idea = draft(cast, title)
    idea = Initiative.objects.select_related("area", "municipality", "district").get(pk=idea.pk)
    texts = {"question": "Wat?", "aim": title}
    about = {"initiative": idea, "goal": None, "seats": [cast.bas.seat_id], "texts": texts}
    return services.start_project(by=cast.marijke, **about, at=cast.tick())


def test_a_step_without_proof_is_an_assumption_until_it_is_proved(cast: Cast) -> None:
    signed(cast)
    Agreement.objects.update(goal=None)  # made outside a table: the plan aims at what the idea wants
    idea = Initiative.objects.select_related("area", "municipality", "district", "seat").get()
    project = start_project.start(by=cast.marijke, initiative=idea, at=cast.tick())
    assert project.plans.get().aim == idea.what
    told = {"activity": "Elke dag koffie", "worth": "Minder mensen alleen", "half": "overheid"}
    step = {"by": cast.marijke, "project": project, **told}
    for wrong in ({"half": "iedereen"}, {"worth": " "}):
        with pytest.raises(Invalid):
            services.add_value(**(step | wrong), at=cast.tick())
    value = services.add_value(**step, key="1", at=cast.tick())
    assert services.add_value(**step, key="1", at=cast.tick()) == value
    proof = {"by": cast.bas, "value": value, "proof": "Telling van mei", "brings": "€ 2.000 per jaar"}
    elsewhere = Agreement(initiative_id=project.initiative_id + 1)
    with pytest.raises(Invalid, match="van dit project"):
        services.prove_value(**proof, agreement=elsewhere, at=cast.tick())
    services.prove_value(**proof, agreement=Agreement.objects.get(), at=cast.tick())
    assert Value.objects.get().proof == "Telling van mei"
    Value.objects.bulk_create(
        Value(project=project, activity="Soep", worth=f"{number}", half="bewoners") for number in range(39)
    )
    with pytest.raises(NotNow, match="40 waarden"):
        services.add_value(**step, at=cast.tick())
    services.drop_value(by=cast.bas, value=value, at=cast.tick())
    assert Value.objects.count() == 39


def test_the_year_of_the_example_is_counted_by_kind(cast: Cast) -> None:
    """By hand: 12 x 2,000 out; two subsidies, and letting twelve times."""
    flows = method.flows_of(*flow_rows(house(cast)))
    year = method.model_of(flows, cast.at.date().replace(year=2027, month=1, day=1))
    assert year.costs == {"Huur": 24_000_00}
    assert year.income == {
        "subsidie": 18_000_00,
        "verhuur": 4_800_00,
    }
    assert (year.subsidy_share, method.model_of([], cast.today).subsidy_share) == (79, None)


def test_projects_that_wait_make_no_circle_and_carry_the_delay_on(cast: Cast) -> None:
    first = project_by(cast)
    second, third = beside(cast, first, "Speeltuin"), beside(cast, first, "Fietspad")
    link = {"by": cast.marijke, "kind": "wacht", "reason": "Eerst de grond."}
    for wrong, text in (({"other": first}, "ander project"), ({"kind": "x"}, "samenhangen")):
        with pytest.raises(Invalid, match=text):
            services.link_project(**(link | {"other": second} | wrong), project=first, at=cast.tick())
    services.link_project(**link, project=second, other=first, at=cast.tick())
    services.link_project(**link, project=third, other=second, at=cast.tick())
    with pytest.raises(NotNow, match="staat er al"):
        services.link_project(**link, project=third, other=second, at=cast.tick())
    with pytest.raises(NotNow, match="wacht al op dit project"):
        services.link_project(**link, project=first, other=third, at=cast.tick())
    assert [len(links_of(one)) for one in (first, second, third)] == [1, 2, 1]
    assert {one.title for one in other_projects(first)} == {"Speeltuin", "Fietspad"}

    late = {"project_id": second.pk, "other_id": first.pk, "day": cast.day(-9)}
    then = {"project_id": third.pk, "other_id": second.pk, "day": None}
    days = delays({third.pk: 2}, [then, late], cast.today)
    assert days == {first.pk: 9, second.pk: 9, third.pk: 9}
    assert [risk_of(None, 0), risk_of(None, 9), risk_of(20, 31), risk_of(2, 0), risk_of(9, 0)] == [
        "groen",
        "oranje",
        "rood",
        "rood",
        "oranje",
    ]


def test_a_chance_is_another_theme_at_the_same_place(cast: Cast) -> None:
    first = project_by(cast)
    second, third = beside(cast, first, "Speeltuin"), beside(cast, first, "Fietspad")
    InitiativeTheme.objects.all().delete()
    for project, theme in ((first, "groen"), (second, "verkeer"), (third, "groen")):
        InitiativeTheme.objects.create(initiative_id=project.initiative_id, theme=theme)
    found = [(one.one[1], one.other[1]) for one in chances_in(first.municipality)]
    assert found == [("Voedselbos Lettele", "Speeltuin"), ("Speeltuin", "Fietspad")]
    services.link_project(
        by=cast.marijke, project=third, other=first, kind="koppel", reason="Samen planten", at=cast.tick()
    )
    assert chances_in(first.municipality) == []
    assert not Milestone.objects.exists()
