"""A lottery at the doors: somebody may be drawn, is drawn, answers; anyone does the draw again."""

from __future__ import annotations

from datetime import timedelta

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.models import Attendance, Gathering, Lot, Lottery, Willing
from middenstip.kernel import clock
from middenstip.methods.lots import mark
from middenstip.methods.lots.__main__ import read
from tests.cast import Cast
from tests.domain.gatherings.test_lots import actor_of, asked, everybody, seals, willing
from tests.journeys.test_follow_up_gathering import announces, moves
from tests.web.at_the_door import page, send, walk_in


def test_somebody_says_where_they_may_be_drawn(cast: Cast) -> None:
    gerrit = walk_in(cast.gerrit)
    assert "/mijn/loting/?gebied=WK015014" in page(walk_in(None), "/gebied/WK015014/")
    assert 'value="WK015014" selected' in page(gerrit, "/mijn/loting/?gebied=WK015014")
    assert send(gerrit, "/mijn/loting/", area="") == 422
    assert send(gerrit, "/mijn/loting/", area="WK015014") == 302
    assert "Hier kun je geloot worden" in page(gerrit, "/mijn/loting/")
    assert Willing.objects.get().half == "bewoners"
    assert send(gerrit, "/mijn/loting/stoppen/", area="nergens") == 404
    assert send(gerrit, "/mijn/loting/stoppen/", area="WK015014") == 302
    assert "Hier kun je geloot worden" not in page(gerrit, "/mijn/loting/")


def test_the_host_announces_and_draws_a_lottery(cast: Cast) -> None:
    cast.at = clock.now()
    one = announces(cast, days=20)
    marijke, here = walk_in(cast.marijke), f"/bijeenkomst/{one.public_id}/"
    assert f"{here}loting/" in page(marijke, here)
    assert f"{here}loting/" not in page(walk_in(cast.bas), here)
    assert "Nog niemand." in page(marijke, f"{here}loting/")
    assert send(marijke, f"{here}loting/", bewoners="1", days="5") == 409
    willing(cast, *everybody(cast))
    assert send(marijke, f"{here}loting/", bewoners="9", days="5") == 422
    assert send(marijke, f"{here}loting/", bewoners="veel", days="5") == 422
    assert send(marijke, f"{here}loting/", bewoners="1", days="5") == 302
    lottery = Lottery.objects.get()
    url = f"/loting/{lottery.public_id}/"
    assert marijke.get(f"{here}loting/").url == url
    before = page(walk_in(None), url)
    assert lottery.seal in before
    assert lottery.secret not in before
    assert url in page(walk_in(None), here)
    assert "Trek de loten" not in before
    assert "Trek de loten" in page(marijke, url)
    assert send(marijke, f"{url}trekken/", word="") == 422
    assert send(marijke, f"{url}trekken/", word="​") == 422
    assert send(marijke, f"{url}trekken/", word='Zeven "bomen"') == 302
    assert send(marijke, f"{url}trekken/", word="acht") == 409
    after = page(walk_in(None), url)
    assert lottery.secret in after
    script = walk_in(None).get(f"{url}naloten.py").content.decode()
    assert f'"{lottery.secret}", "zeven \\"bomen\\""' in script  # a text, never code


def test_the_list_and_the_script_on_the_page_give_the_same_order(cast: Cast) -> None:
    cast.at = clock.now()
    willing(cast, *everybody(cast))
    lottery = seals(cast, announces(cast, days=20))
    url = f"/loting/{lottery.public_id}/"
    answer = walk_in(None).get(f"{url}lijst.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    listed = answer.content.decode()
    assert mark(read(listed)) == lottery.mark
    services.draw_lots(by=cast.marijke, lottery=lottery, word="Zeven Ê", at=cast.tick())
    assert f"{url}naloten.py" in page(walk_in(None), url)
    lines = walk_in(None).get(f"{url}naloten.py").content.decode().splitlines()
    lines[3] = f"page = {listed!r}"  # what the address gives
    said: list[str] = []
    exec("\n".join(lines), {"print": lambda *words: said.append(" ".join(words))})
    assert said[0].startswith("zegel")
    assert said[:2] == [f"zegel {lottery.seal}", f"lijst {lottery.mark}"]
    order = [lot.number for lot in Lot.objects.filter(half="bewoners").order_by("place")]
    assert [one.split(";")[0] for one in said[2:] if one.endswith("bewoners")] == order


def test_whoever_is_drawn_answers_on_the_page(cast: Cast) -> None:
    cast.at = clock.now()
    willing(cast, *everybody(cast))
    one = announces(cast, days=20, places=9)
    lottery = seals(cast, one)
    assert "Nog 7 van de 9 plekken vrij" in page(walk_in(None), f"/bijeenkomst/{one.public_id}/")
    services.draw_lots(by=cast.marijke, lottery=lottery, word="zeven", at=cast.tick())
    lot = asked(lottery, "bewoners")
    by, url = actor_of(cast, lot), f"/loting/{lottery.public_id}/"
    reader = walk_in(by)
    assert "Je bent geloot. Kom je?" in page(reader, url)
    assert "Je bent geloot. Kom je?" in page(reader, "/mijn/")
    assert lot.number in page(reader, "/mijn/loting/")
    assert "Jouw nummer" not in page(walk_in(cast.marijke), url)
    assert send(walk_in(cast.marijke), f"{url}antwoord/", answer="ja") == 404
    assert send(reader, f"{url}antwoord/", answer="misschien") == 422
    assert send(reader, f"{url}antwoord/", answer="ja") == 302
    assert Attendance.objects.get(gathering=one).person_id == by.person_id
    assert "Ik kom toch niet" in page(reader, url)
    assert send(reader, f"{url}antwoord/", answer="nee") == 302
    assert "Ik kom toch niet" not in page(reader, url)
    assert Lot.objects.filter(lottery=lottery, state="asked", half="bewoners").count() == 1
    moves(cast, one, 21)
    Gathering.objects.filter(pk=one.pk).update(state="held", starts_at=cast.at - timedelta(days=1))
    assert "Kom je?" not in page(walk_in(actor_of(cast, asked(lottery, "bewoners"))), url)


def test_of_a_hidden_gathering_there_is_no_lottery_to_read(cast: Cast) -> None:
    willing(cast, *everybody(cast))
    lottery = seals(cast, announces(cast, days=20))
    services.hide_gathering(code=lottery.gathering.public_id, words="Verborgen.", by=None, at=cast.tick())
    for where in ("", "lijst.csv"):
        assert walk_in(None).get(f"/loting/{lottery.public_id}/{where}").status_code == 404
