"""The report of the voedselbos of the demo, with its news and photos, fits on three sheets of A4."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from django.core.management import call_command

from middenstip.demo.history import play
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel import clock
from tests.browser.street import Street

pytestmark = pytest.mark.browser
MOST = 3
A4 = (595, 842)  # points


@pytest.fixture
def cast(transactional_db: None) -> None:
    """The demo instead of the small neighbourhood."""
    call_command("import_areas", compact=AREA, only="GM0150", active=True, verbosity=0)
    play(clock.now())
    settle_files(clock.now())


def test_the_report_of_the_voedselbos_is_three_sheets(street: Street) -> None:
    initiative = Initiative.objects.get(title="Voedselbos Lettele")
    page = street.window()
    page.goto(f"/initiatief/{initiative.public_id}/verslag/")
    assert str(initiative.number) in page.locator("main").inner_text()
    with pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True))) as sheets:
        sizes = [[round(float(at)) for at in sheet.mediabox[2:]] for sheet in sheets.pages]
    assert len(sizes) <= MOST
    assert {tuple(size) for size in sizes} == {A4}
    assert street.complaints == []
