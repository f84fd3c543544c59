"""The funding register: kept by the government, and asked once by a project."""

from __future__ import annotations

from datetime import date

import pytest

from middenstip.domain.projects import services
from middenstip.domain.projects.models import FundingScheme, Pot
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast
from tests.journeys.test_start_project import a_line, adds_up, project_by


def test_a_scheme_is_kept_by_its_name_and_asked_once(cast: Cast) -> None:
    project = project_by(cast)
    told = {"name": "Groenfonds", "level": "fonds", "deadline": date(2027, 3, 1)}
    with pytest.raises(Forbidden, match="houdt de overheid bij"):
        services.keep_scheme(by=cast.bas, **told, at=cast.tick())
    with pytest.raises(Invalid, match="van wie het geld is"):
        services.keep_scheme(by=cast.ilse, **(told | {"level": "x"}), at=cast.tick())
    services.keep_scheme(by=cast.ilse, **told, at=cast.tick())
    scheme = services.keep_scheme(by=cast.ilse, **told, own_share=20, at=cast.tick())
    assert (FundingScheme.objects.count(), scheme.own_share) == (1, 20)
    services.apply_for(by=cast.bas, project=project, scheme=scheme, amount=500_00, at=cast.tick())
    with pytest.raises(NotNow, match="al op jullie lijst"):
        services.apply_for(by=cast.bas, project=project, scheme=scheme, amount=1, at=cast.tick())


def test_a_cost_that_its_own_pot_can_pay_leaves_the_free_one_alone(cast: Cast) -> None:
    project = project_by(cast)
    bill = {"day": cast.today, "text": "Touw", "number": "1", "amount": 5_00}
    days = {"first_on": cast.today, "last_on": cast.today, "pot": "tuin", "at": cast.tick()}
    about = {"by": cast.marijke, "project": project, "name": "Tuin"}
    source = services.add_source(**about, kind="leden", amount=9_00, certainty="vast", **days)
    services.book_income(by=cast.bas, source=source, day=cast.today, amount=9_00, at=cast.tick())
    line = services.add_line(**about, planned=9_00, **days)
    with pytest.raises(Forbidden, match="het team"):
        services.book_expense(by=cast.tarik, line=line, **bill, at=cast.tick())
    services.book_expense(by=cast.marijke, line=line, **bill, at=cast.tick())
    assert dict(Pot.objects.values_list("name", "balance")) == {"": 0, "tuin": 4_00}
    assert a_line(cast, project).left == 90_000_00
    adds_up()
