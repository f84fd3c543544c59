"""The map of a large conversation is made in blocks; nobody may see the seams."""

import numpy as np
import pytest

from middenstip.methods.common_ground import collect, mapping


@pytest.fixture
def votes():
    rng = np.random.default_rng(2)
    view = rng.uniform(0.05, 0.95, (3, 130))
    return collect(
        (f"p{p}", f"s{s}", 1 if rng.random() < view[p % 3, s] else -1)
        for p in range(200)
        for s in range(130)
        if rng.random() < 0.5
    )


def test_blocks_give_the_same_map(votes, monkeypatch):
    whole = mapping.space(votes)
    monkeypatch.setattr(mapping, "CELLS", 130 * 37)
    parts = mapping.space(votes)
    assert np.abs(whole.scores[:, :3] - parts.scores[:, :3]).max() < 1e-9


def test_axes_are_orthonormal_and_point_to_their_largest_loading(votes):
    axes = mapping.space(votes).axes
    assert np.abs(axes.T @ axes - np.eye(axes.shape[1])).max() < 1e-12
    assert (axes[np.abs(axes).argmax(0), range(axes.shape[1])] > 0).all()


def test_few_votes_are_stretched_away_from_the_middle(votes):
    space = mapping.space(votes)
    given = np.bincount(votes.person)
    assert np.array_equal(space.stretch, np.sqrt(130 / given))
    assert np.array_equal(space.people, space.scores[:, :2] * space.stretch[:, None])
