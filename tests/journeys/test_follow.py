"""A person on the tribune follows an initiative."""

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import follow
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, draft, submitted


def test_following_twice_changes_nothing(cast: Cast) -> None:
    initiative = submitted(cast)
    for _ in range(2):
        follow.follow_initiative(person=cast.tarik.person_id, initiative=initiative, at=cast.tick())
    assert Initiative.objects.get().follower_count == 1
    for _ in range(2):
        follow.unfollow_initiative(person=cast.tarik.person_id, initiative=initiative)
    assert Initiative.objects.get().follower_count == 0


def test_a_draft_cannot_be_followed(cast: Cast) -> None:
    with pytest.raises(Forbidden, match="concept"):
        follow.follow_initiative(person=cast.tarik.person_id, initiative=draft(cast), at=cast.tick())
