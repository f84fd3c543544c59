"""An evening through the doors: phones, paper and the projector."""

from __future__ import annotations

from typing import Any

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Dialogue, Stance, View
from middenstip.kernel import clock
from tests.cast import Cast, table
from tests.domain.deliberation.crowd import crowd
from tests.web.at_the_door import walk_in


def test_a_phone_paper_and_the_projector(cast: Cast) -> None:
    goal = table(cast)
    people = [one for group in crowd(cast, 1, 1, 1) for one in group]
    leader, phone = walk_in(cast.bas), walk_in(people[0])
    base = f"/opgave/{goal.public_id}/gesprek/"
    with clock.frozen(cast.at):
        assert "geen gesprek" in phone.get(base).text
        assert "begint zo" in phone.get(base + "scherm/").text
        told: dict[str, Any] = {"method": "rounds", "question": "Mag het hek open?", "text": ""}
        assert leader.post(base + "openen/", told).status_code == 422
        assert leader.post(base + "openen/", told | {"method": "deep"}).status_code == 302
        dialogue = Dialogue.objects.get()
        said = f"/gesprek/{dialogue.public_id}/"
        for one in people:
            assert walk_in(one).post(said + "meedoen/").status_code == 302
        assert leader.post(said + "papier/", {"half": "bewoners", "number": "4"}).status_code == 302
        assert leader.post(said + "papier/", {"half": "bewoners", "number": "x"}).status_code == 422
        assert phone.post(said + "zeggen/", {"text": "Er is te weinig schaduw."}).status_code == 302
        assert phone.post(said + "zeggen/", {"text": ""}).status_code == 422
        assert phone.get(said)["Refresh"] == "20"
        step = {"act": "seek", "step": "collect"}
        for _ in range(2):  # sent twice, moved once
            assert leader.post(said + "stap/", step).status_code == 302
        assert phone.post(said + "zeggen/", {"text": "Laat het gras."}).status_code == 302
        for one in people[1:]:
            assert walk_in(one).post(said + "zeggen/", {"niets": "1"}).status_code == 302
        assert leader.post(said + "stap/", {"act": "spread", "step": "seek"}).status_code == 409
        assert leader.post(said + "zeggen/", {"niets": "1", "number": "4"}).status_code == 302
        leader.post(said + "stap/", {"act": "spread", "step": "seek"})
        screen = phone.get(base + "scherm/")
        assert "Een ander geluid, 1 van 1" in screen.text
        assert screen["Refresh"] == "8"
        assert "Refresh" not in phone.get(base + "scherm/?stil=1")
        lone = View.objects.get(kind="other").public_id
        official = walk_in(people[1])
        assert "Laat het gras." in official.get(said).text
        assert official.post(said + f"herken/{lone}/", {}).status_code == 422
        assert official.post(said + f"herken/{lone}/", {"answer": "ja"}).status_code == 302
        assert leader.post(said + "voorstel/", {"text": "Er komen bomen."}).status_code == 302
        leader.post(said + "stap/", {"act": "ask", "step": "spread"})
        assert phone.post(said + "antwoord/", {"choice": "nee"}).status_code == 302
        for one in people[1:]:
            assert walk_in(one).post(said + "antwoord/", {"choice": "ja"}).status_code == 302
        leader.post(said + "antwoord/", {"choice": "ja", "number": "4"})
        leader.post(said + "stap/", {"act": "close", "step": "ask"})
        assert "Refresh" not in phone.get(said)  # there is something to type
        assert phone.post(said + "nodig/", {"need": "Een bank."}).status_code == 302
        key = Stance.objects.get(choice="nee").pk
        assert leader.post(said + f"nodig/{key}/", {"reply": "decline", "reason": ""}).status_code == 422
        assert leader.post(said + f"nodig/{key}/", {"reply": "adopt", "reason": "Ja."}).status_code == 302
        assert "opgenomen" in phone.get(said).text
        step = {"act": "park", "step": "wisdom"}
        leader.post(said + "stap/", step)
        assert "geparkeerd" in walk_in(None).get(said).text
        assert "Mag het hek open?" in walk_in(None).get(base).text


def test_under_the_surface_on_a_phone(cast: Cast) -> None:
    dialogue = services.open_dialogue(
        by=cast.bas, goal=table(cast), method="deep", question="Het veld", at=cast.tick()
    )
    (one,), _, _ = crowd(cast, 1, 1, 1)
    services.join_dialogue(by=one, dialogue=dialogue, at=cast.tick())
    services.join_on_paper(by=cast.bas, dialogue=dialogue, half="overheid", number=2, at=cast.tick())
    Dialogue.objects.update(state="under", round=2)
    said, phone, leader = f"/gesprek/{dialogue.public_id}/", walk_in(one), walk_in(cast.bas)
    with clock.frozen(cast.at):
        assert "Niemand heeft de hele waarheid." in phone.get(said).text
        assert phone.post(said + "veilig/").status_code == 302
        assert leader.post(said + "veilig/", {"number": "2"}).status_code == 302
        assert phone.post(said + "zeggen/", {"text": "Jullie luisteren niet."}).status_code == 302
        arrow = View.objects.get().public_id
        assert phone.post(said + f"herken/{arrow}/", {"answer": "ja"}).status_code == 422
        assert phone.post(said + f"weg/{1}/").status_code == 302
        assert phone.post(said + "zeggen/", {"text": "Nog iets."}).status_code == 409
