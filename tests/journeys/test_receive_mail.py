"""The initiator and the desk write each other, on the page and by answering the mail."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import override_settings

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import MOST_MESSAGES
from middenstip.domain.intake.models import Case, CasePhone, Message, RefusedMail
from middenstip.domain.parties.models import Membership
from middenstip.journeys import leave, stop_initiative
from middenstip.journeys.receive_mail import MOST_BYTES, receive
from middenstip.kernel.reply_address import read_reply_address, reply_address
from middenstip.kernel.reply_text import ABOVE, above_quote, from_html
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person, submitted, taken
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import page, send, walk_in

DOMAIN = "antwoord.middenstip.example"
HERE = override_settings(REPLY_DOMAIN=DOMAIN)


def letter(case: Case, cast: Cast, text: str = "Maandag kan.", **headers: str) -> EmailMessage:
    """An answer of Marijke by mail."""
    written = EmailMessage()
    marijke = person(cast.marijke)
    fields = {
        "From": f"Marijke <{marijke.email}>",
        "To": reply_address(case.public_id, marijke.public_id),
        "Subject": "Re: Een bericht",
        "Message-ID": "<een@post.example>",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in fields.items():
        if value:
            written[name] = value
    written.set_content(text)
    return written


def take_in(written: EmailMessage, cast: Cast) -> str:
    return receive(raw=written.as_bytes(), at=cast.tick())


def texts() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("text", flat=True))


@HERE
def test_the_answer_by_mail_stands_in_the_case_without_its_quote(cast: Cast) -> None:
    case = taken(cast)
    post(cast)
    intake.write_message(by=cast.samira, case=case, text="Kan het maandag?", at=cast.tick())
    post(cast)
    assert heard(cast.marijke)[-1] == "Een bericht over Voedselbos Lettele"
    (sent,) = [one for one in mail.outbox if "Een bericht" in one.subject]
    assert sent.body.startswith(ABOVE)
    assert "Kan het maandag?" in sent.body

    quote = f"Op ma 2 nov 2026 schreef balie:\n> {sent.body}"
    answer = letter(case, cast, f"Ja, maandag kan.\n\n{quote}", To=sent.reply_to[0])
    assert take_in(answer, cast) == ""
    assert texts() == ["Kan het maandag?", "Ja, maandag kan."]
    assert take_in(answer, cast) == ""  # the same mail again is the same message
    assert len(texts()) == 2
    post(cast)
    assert "Ja, maandag kan." in told(cast.samira).text
    shown = page(walk_in(cast.samira), f"/balie/zaak/{case.public_id}/")
    assert ("Ja, maandag kan." in shown, "per mail" in shown) == (True, True)

    back = letter(case, cast, "Tot dan.", To=reply_address(case.public_id, cast.samira.person_public_id))
    back.replace_header("From", str(person(cast.samira).email))
    back.replace_header("Message-ID", "<twee@post.example>")
    assert take_in(back, cast) == ""
    assert Message.objects.latest("pk").seat_id == cast.samira.seat_id


@HERE
@pytest.mark.parametrize(
    ("reason", "text", "headers"),
    [
        ("automatic", "Ik ben er niet.", {"Auto_Submitted": "auto-replied"}),
        ("automatic", "Ik ben er niet.", {"Precedence": "bulk"}),
        ("automatic", "Ik ben er niet.", {"X_Autoreply": "yes"}),
        ("automatic", "Niet bezorgd.", {"Return_Path": "<>"}),
        ("forged", "Stop ermee.", {"From": "iemand@elders.example"}),
        ("no_token", "Hallo", {"To": f"zaak+2222222222.3333333333.{'0' * 20}@{DOMAIN}"}),
        ("no_token", "Hallo", {"To": f"post@{DOMAIN}"}),
        ("no_token", "Hallo", {"To": ""}),
        ("empty", "> alleen een citaat", {}),
    ],
)
def test_what_is_wrong_is_not_stored_and_only_counted(
    cast: Cast, reason: str, text: str, headers: dict[str, str]
) -> None:
    case = taken(cast)
    post(cast)
    assert take_in(letter(case, cast, text, **headers), cast) == reason
    assert take_in(letter(case, cast, text, **headers), cast) == reason
    post(cast)
    assert (texts(), mail.outbox) == ([], [])
    assert RefusedMail.objects.get().number == 2


@HERE
def test_the_address_of_another_case_or_person_is_not_accepted(cast: Cast) -> None:
    first, marijke = taken(cast), cast.marijke.person_public_id
    other = submitted(cast, "Pluktuin").case
    right = reply_address(first.public_id, marijke)
    assert read_reply_address(right.upper()) == (first.public_id, marijke)
    turned = right.replace(first.public_id, other.public_id)
    assert (read_reply_address(turned), read_reply_address("post@elders.example")) == (None, None)
    stranger = reply_address(first.public_id, cast.tarik.person_public_id)
    mine = letter(first, cast, "Ik lees mee.", To=stranger, From=str(person(cast.tarik).email))
    assert take_in(mine, cast) == "refused"  # the rules say who writes, not the address
    unknown = letter(first, cast, To=reply_address("2222222222", marijke))
    assert take_in(unknown, cast) == "no_token"


@HERE
def test_a_large_mail_a_strange_one_and_an_attachment(cast: Cast) -> None:
    case = taken(cast)
    assert receive(raw=b"x" * (MOST_BYTES + 1), at=cast.tick()) == "too_big"
    assert receive(raw=b"\xff\x00 geen mail", at=cast.tick()) == "no_token"
    with_file = letter(case, cast, "Zie de foto.")
    with_file.add_attachment(b"...", maintype="image", subtype="png", filename="foto.png")
    assert take_in(with_file, cast) == ""
    assert texts() == ["Zie de foto.\n\n[Er zat een bijlage bij. Die bewaren we niet.]"]
    html = letter(case, cast, Message_ID="<drie@post.example>")
    html.set_content("<p>Ja <b>graag</b></p><blockquote>Kan het?</blockquote>", subtype="html")
    assert take_in(html, cast) == ""
    odd = letter(case, cast, "Een caf\u00e9", Message_ID="<vier@post.example>")
    raw = odd.as_bytes().replace(b'charset="utf-8"', b'charset="bestaat-niet"')
    assert receive(raw=raw, at=cast.tick()) == ""
    none = letter(case, cast, Message_ID="<vijf@post.example>")
    none.clear_content()
    none.add_attachment(b"...", maintype="image", subtype="png", filename="foto.png")
    assert take_in(none, cast) == "empty"
    assert texts()[1:] == ["Ja graag", "Een caf\u00e9"]


@HERE
def test_an_initiator_without_a_seat_answers_too(cast: Cast) -> None:
    case = taken(cast)
    Membership.objects.filter(person=cast.marijke.person_id).update(until_on=cast.today)
    assert take_in(letter(case, cast), cast) == ""
    assert Message.objects.get().seat is None


@HERE
def test_a_maildir_is_read_and_emptied(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    case = taken(cast)
    box = mailbox.Maildir(tmp_path / "post")
    box.add(letter(case, cast).as_bytes())
    box.add(letter(case, cast, From="iemand@elders.example").as_bytes())
    call_command("read_mail", maildir=tmp_path / "post")
    assert capsys.readouterr().out == "Bewaard: 1. Niet bewaard: afzender klopt niet: 1.\n"
    assert (texts(), len(box)) == (["Maandag kan."], 0)
    call_command("read_mail", maildir=tmp_path / "post")
    assert capsys.readouterr().out == "Bewaard: 0. Niet bewaard: geen.\n"
    with pytest.raises(CommandError, match="geen maildir"):
        call_command("read_mail", maildir=tmp_path)


def test_without_a_domain_no_mail_is_received(cast: Cast, tmp_path: Path) -> None:
    assert reply_address("2222222222", "3333333333") == ""
    with pytest.raises(CommandError, match="REPLY_DOMAIN"):
        call_command("read_mail", maildir=tmp_path)
    taken(cast)
    post(cast)
    assert [one.reply_to for one in mail.outbox if one.reply_to] == []


def test_messages_and_a_phone_number_go_through_the_page_of_the_case(cast: Cast) -> None:
    case = taken(cast)
    url = f"/balie/zaak/{case.public_id}/"
    marijke, samira = walk_in(cast.marijke), walk_in(cast.samira)
    assert "Samira" in page(marijke, f"/initiatief/{case.initiative.public_id}/")
    assert "Je vaste persoon bij de balie is <b>Samira" in page(marijke, url)
    assert send(marijke, f"{url}bericht/", **{"bericht-text": "Wanneer bel je?"}) == 302
    assert send(marijke, f"{url}bericht/", **{"bericht-text": " "}) == 422
    assert send(marijke, f"{url}telefoon/", **{"telefoon-phone": "morgen"}) == 422
    assert send(marijke, f"{url}telefoon/", **{"telefoon-phone": "x" * 40}) == 422
    assert send(marijke, f"{url}telefoon/", **{"telefoon-phone": "06-12345678"}) == 302
    shown = page(samira, url)
    assert ("Wanneer bel je?" in shown, "06-12345678" in shown) == (True, True)
    assert send(samira, f"{url}telefoon/", **{"telefoon-phone": "06-12345678"}) == 403
    assert send(marijke, f"{url}telefoon/", **{"telefoon-phone": ""}) == 302
    assert "06-12345678" not in page(samira, url)


def test_the_phone_number_goes_with_the_case_and_with_the_person(cast: Cast) -> None:
    case = taken(cast)
    intake.give_phone(by=cast.marijke, case=case, phone="06-12345678", at=cast.tick())
    stop_initiative.stop(by=cast.marijke, initiative=case.initiative, lesson="Te nat.", at=cast.tick())
    assert CasePhone.objects.count() == 0
    with pytest.raises(NotNow, match="gestopt"):
        intake.write_message(by=cast.marijke, case=case, text="Nog iets.", at=cast.tick())
    other = submitted(cast, "Pluktuin").case
    intake.give_phone(by=cast.marijke, case=other, phone="0570-123456", at=cast.tick())
    leave.erase(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert CasePhone.objects.count() == 0
    with pytest.raises(Forbidden, match="leest geen berichten meer"):
        intake.write_message(by=cast.samira, case=other, text="Hallo?", at=cast.tick())


def test_who_does_not_work_on_a_case_writes_nothing_in_it(cast: Cast) -> None:
    case = submitted(cast).case
    with pytest.raises(Forbidden, match="de initiatiefnemer en de balie"):
        intake.write_message(by=cast.tarik, case=case, text="Hallo", at=cast.tick())
    with pytest.raises(Forbidden, match="Alleen de initiatiefnemer"):
        intake.give_phone(by=cast.samira, case=case, phone="06-12345678", at=cast.tick())
    with pytest.raises(Invalid, match="Schrijf eerst je bericht"):
        intake.write_message(by=cast.marijke, case=case, text=" ", at=cast.tick())
    for _number in range(MOST_MESSAGES):
        intake.write_message(by=cast.marijke, case=case, text="Hallo", at=cast.tick())
    with pytest.raises(Forbidden, match="vandaag al 50 berichten"):
        intake.write_message(by=cast.marijke, case=case, text="Hallo", at=cast.tick())
    post(cast)
    assert heard(cast.samira)[-1] == "Een bericht over Voedselbos Lettele"  # nobody took the case yet


@pytest.mark.parametrize(
    "below",
    [
        "Op ma 2 nov 2026 om 10:12 schreef Balie <post@middenstip.example>:\n> Kan het?",
        "Op maandag 2 november 2026 schreef Balie van\nDeventer <post@middenstip.example>:\nKan het?",
        "On Mon, Nov 2, 2026 Balie wrote:\n> Kan het?",
        "-----Oorspronkelijk bericht-----\nVan: Balie",
        "Van: Balie <post@middenstip.example>\nVerzonden: maandag",
        "________________________________\nVan: Balie",
        "-- \nMarijke",
        "Verzonden vanaf mijn telefoon",
        f"> {ABOVE}",
        f"{ABOVE} Dan komt het in de zaak.",
    ],
)
def test_the_text_above_the_quote_is_kept(below: str) -> None:
    assert above_quote(f"Ja, dat kan.\r\nTot dan.\n\n{below}") == "Ja, dat kan.\nTot dan."


def test_a_text_without_a_quote_stays_whole() -> None:
    said = "Op de kaart die ik schreef:\nVan mij mag het."
    assert above_quote(said) == said
    assert from_html("<style>p{}</style><div>Ja</div><div>graag</div></blockquote>") == "Ja\ngraag"
