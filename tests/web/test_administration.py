"""The technical administration has the same door as everything else."""

from django.test import Client

from tests.cast import Cast
from tests.web.at_the_door import walk_in


def test_an_administrator_comes_in_by_the_code_in_the_mail(client: Client, cast: Cast) -> None:
    asked = client.get("/technisch-beheer/", follow=True)
    assert asked.redirect_chain[-1][0] == "/inloggen/?next=%2Ftechnisch-beheer%2F"
    noor = walk_in(cast.noor)
    assert noor.get("/technisch-beheer/").status_code == 200
    assert noor.get("/technisch-beheer/areas/area/").status_code == 200


def test_nobody_else_is_asked_for_a_password_that_does_not_exist(cast: Cast) -> None:
    refused = walk_in(cast.marijke).get("/technisch-beheer/", follow=True)
    assert refused.status_code == 403
