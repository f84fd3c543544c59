"""Invented content for the gallery. People and places do not exist."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from middenstip.kernel.half import Half
from middenstip.web.parts.agreements import marked
from middenstip.web.shared.svg import ring_svg

LONG = "Hemelwaterinfiltratievoorzieningenonderhoudscoördinatie"
HALVES = list(Half)


def rings() -> list[SafeString]:
    """Rings from 22 to 112 px, from no half to all three."""
    plain = [ring_svg(bits, size=36) for bits in range(8)]
    return [
        *plain,
        ring_svg(3, 12),
        ring_svg(1, size=22),
        ring_svg(5, size=64),
        ring_svg(7, size=112, ball=True),
    ]


def _line(title: str, line: str, bits: int, mark: str = "") -> dict[str, Any]:
    summary = "Buren maken samen een plek met noten, fruit en kruiden. Iedereen mag er plukken."
    return {
        "url": "#lijst",
        "number": "LET-12",
        "title": title,
        "line": line,
        "ring": ring_svg(bits),
        "mark": mark,
        "summary": summary,
    }


def _entry(day: str, bits: int, who: str, text: str, mark: str = "") -> dict[str, Any]:
    return {
        "is_good": mark == "gelukt",
        "date_text": day,
        "iso": "2026-11-19",
        "ring": ring_svg(bits, size=22, label=False),
        "who": who,
        "before": text,
        "mark": mark,
    }


EVERYTHING: dict[str, Any] = {
    "long": LONG,
    "stand": {"code": "GM0150", "name": "Deventer"},
    "crumbs": [{"url": "#", "label": "Deventer"}, {"url": "#", "label": "Lettele"}],
    "initiatives": [
        _line("Voedselbos", "Lettele · stap 4: doel", 3),
        _line("Koele pleinen", "Rivierenwijk · stap 6: project", 7),
        _line(LONG, f"{LONG} · stap 1: idee", 1, "te laat"),
        _line("Deelfietsen", "Okkenbroek · stap 3: verbinden", 1, "gestopt"),
    ],
    "entries": [
        _entry("19 nov", 1, "Bewoners", "Het dorp koos het weiland achter de kerk als beste plek."),
        _entry("18 nov", 7, "Alle drie", "Zeiden ja tegen één doel: in 2028 zijn vier pleinen koeler."),
        _entry(
            "11 nov", 2, "Overheid", "Het waterschap meet de bodem later dan beloofd.", "10 dagen te laat"
        ),
        _entry("6 nov", 1, "Bewoners", f"{LONG} stopte. Er waren te weinig mensen.", "gestopt"),
        _entry("30 okt 2025", 1, "Bewoners", "De markt is er weer.", "gelukt"),
    ],
    "agreements": [
        {
            **marked("telaat"),
            "who": "waterschap De Vlier",
            "to": "Marijke Wolterink",
            "text": "De bodem is gemeten.",
            "when_text": "10 dagen te laat",
        },
        {
            **marked("loopt"),
            "who": "gemeente Deventer",
            "to": "Marijke Wolterink",
            "text": "Het antwoord over het weiland is er.",
            "when_text": "Uiterlijk 26 november",
            "url": "#",
        },
        {
            **marked("gedaan"),
            "who": "dorpshuis Lettele",
            "to": "Hanna Brinkman",
            "text": "De lijst is klaar.",
        },
        {
            **marked("mis"),
            "who": LONG,
            "to": LONG,
            "text": "De graafmachine is uitgeleend.",
            "when_text": "De machine was stuk.",
        },
    ],
    "figures": [
        {"name": "Inwoners", "value": "104.301", "source": "CBS", "year": 2025},
        {"name": LONG, "note": "1 op de 5 inwoners", "value": "19,5%", "source": "CBS", "year": 2025},
    ],
    "cards": [
        {
            "half": "bewoners",
            "state": "ja",
            "state_text": "JA, 9 november",
            "text": "12 van de 14 zeiden ja.",
        },
        {"half": "overheid", "state": "tenzij", "text": "Nee, tenzij mijn vrachtwagen kan blijven lossen."},
        {"half": "ondernemers", "state": "missing", "url": "#", "action": "Nodig iemand uit"},
    ],
    "open_cards": [
        {"half": "bewoners", "state": "open", "text": "Zij kiezen nog."},
        {"half": "overheid", "state": "nee", "text": "Zij zeggen waarom."},
        {"half": "ondernemers", "state": "missing", "text": LONG},
    ],
    "reins": {
        "fixed": ["Iedereen mag gratis plukken.", "We gebruiken geen gif."],
        "negotiable": ["Hoe groot het bos wordt.", LONG],
        "open": [],
    },
    "letters": [
        {"half": "bewoners", "state": "open", "text": "Een plek waar je elkaar ziet."},
        {"half": "overheid", "state": "dicht"},
        {"half": "ondernemers", "state": "wacht"},
    ],
    "balls": [
        {
            "who": "Ilse van der Kolk",
            "role": "team Groen",
            "half": "overheid",
            "question": "Mag het dorp het weiland tien jaar gebruiken?",
            "since_text": "Sinds 12 nov: 9 dagen",
            "due_text": "Uiterlijk 26 nov",
            "used": 64,
            "note": "Ze antwoordt namens de gemeente.",
        },
        {
            "who": LONG,
            "half": "ondernemers",
            "question": LONG,
            "since_text": "Sinds 12 nov",
            "late_text": "10 dagen te laat",
            "used": 100,
            "url": "#",
            "action": "Geef antwoord",
        },
        {"question": "Wie pakt dit op?", "since_text": "Sinds 1 oktober"},
    ],
    "actions": [
        {
            "title": "Geef Bram antwoord over de sleutel",
            "when_text": "2 dagen te laat",
            "is_late": True,
            "context_text": "Klusbus Bathmen",
            "url": "#",
            "action": "Geef antwoord",
        },
        {
            "title": LONG,
            "when_text": "Maandag 23 november",
            "context_text": LONG,
            "url": "#",
            "action": "Lees en teken",
        },
    ],
    "tabs": [
        {"url": "#", "label": "Van mij", "count": 7, "current": True},
        {"url": "#", "label": "Nieuw", "count": 4},
        {"url": "#", "label": "Te laat", "count": 2},
        {"url": "#", "label": "Geen beweging", "count": 0},
        {"url": "#", "label": "Alles", "count": 12345},
    ],
    "cases": [
        {
            "url": "#",
            "number": "RVR-4",
            "title": "Speelstraat",
            "who_text": "Karin Mulderij, Rivierenwijk",
            "ball_text": "jou",
            "is_mine": True,
            "step_text": "Laat weten hoe het staat",
            "moved_text": "Gisteren",
            "moved_note": "wo 25 november",
        },
        {
            "url": "#",
            "number": "BER-118",
            "title": LONG,
            "who_text": "Robin Assink, Bergweide",
            "ball_text": "Vergunningen",
            "ball_note": "Hendrik Pasman",
            "step_text": "Zegt of een vergunning nodig is",
            "still_text": "18 dagen stil",
            "moved_note": "sinds 8 november",
        },
    ],
    "sides": [
        {
            "half": "bewoners",
            "here_text": "1 van de 2 is er nu",
            "seats": [
                {"name": "Noor Haverkate", "note": "voedselbos, initiatiefnemer", "state": "er"},
                {"name": LONG, "note": "is er nu niet", "state": "weg"},
            ],
        },
        {"half": "overheid", "here_text": "Nog niemand", "is_empty": True, "seats": []},
        {
            "half": "ondernemers",
            "here_text": "Niemand is er nu. Praten mag, besluiten kan niet.",
            "is_empty": True,
            "seats": [{"name": "Lege stoel", "note": "winkeliers", "state": "leeg"}],
            "url": "#",
            "action": "Nodig een winkelier uit",
        },
    ],
    "lines": [
        {"title": "Voorgesteld", "text": "19 november, door Noor Haverkate", "state": "gedaan"},
        {"title": "Tekenen", "text": "2 van de 3 tekenden", "state": "nu"},
        {"title": "Loopt", "text": "tot 1 maart 2027"},
    ],
    "paper": {
        "status_text": "Wacht op 2 handtekeningen",
        "promiser": "De gemeente",
        "receiver": "Voedselbos Amstelveld",
        "what": "het veld is schoon en klaar om te planten",
        "due_text": "1 maart 2027",
        "unsigned_text": "Nog niet getekend",
        "rows": [
            {"label": "Wie", "text": "Gemeente, hoofd Groen en beheer", "half": "overheid"},
            {"label": "Aan wie", "text": "Voedselbos Amstelveld, voorzitter", "half": "bewoners"},
            {"label": "Wat", "text": f"Puin en hekken zijn weg. {LONG} is klaar."},
        ],
        "conditions": [
            {
                "text": "Het bodemonderzoek is klaar, uiterlijk 11 december.",
                "status": "Bezig",
                "kind": "bezig",
            },
            {"text": "Lukt het niet op tijd? Dan zegt de gemeente dat uiterlijk 1 februari."},
        ],
        "signatures": [
            {
                "half": "bewoners",
                "sentence": "Ik teken voor Voedselbos Amstelveld, als voorzitter.",
                "name": "Noor Haverkate",
                "signed_text": "24 november 2026, 20.31 uur",
            },
            {"half": "overheid", "sentence": "Ik teken voor de gemeente, als hoofd Groen en beheer."},
            {"half": "ondernemers", "sentence": f"Ik teken voor {LONG}."},
        ],
        "footer_lines": ["Wie tekent, tekent voor een functie en niet voor zichzelf."],
    },
    "field": {
        "residents": {"count": 75, "unit": "groepen", "text": "214 mensen."},
        "government": {"count": 1, "unit": "partij", "text": "Alleen de gemeente."},
        "business": {"count": 0, "unit": "bedrijven", "text": "Zij ontbreken nog."},
    },
    "chosen": [{"url": "#", "label": "Natuur en milieu"}, {"url": "#", "label": LONG}],
}
