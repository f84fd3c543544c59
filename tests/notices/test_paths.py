"""The post knows addresses as text; here they meet the pages."""

import pytest
from django.urls import resolve

from middenstip.notices.paths import MINE, PATHS
from middenstip.notices.unsubscribe import PATH


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (MINE, "mine:index"),
        (PATHS["initiative"].format("x"), "initiatives:detail"),
        (PATH.format("x"), "post:unsubscribe"),
    ],
)
def test_a_notice_leads_to_a_page_that_exists(path: str, name: str) -> None:
    assert resolve(path).view_name == name
