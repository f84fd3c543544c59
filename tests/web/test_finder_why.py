"""A search shows why something was found, and leaves out what is far off."""

from __future__ import annotations

import pytest

from middenstip.domain.initiatives.method import stems
from middenstip.domain.initiatives.tasks import learn_words
from middenstip.journeys import submit_initiative
from middenstip.web.shared.matched import marked, passage
from tests.cast import Cast, draft
from tests.web.at_the_door import page, walk_in


def tell(cast: Cast, title: str, what: str) -> None:
    idea = draft(cast, title, texts={"title": title, "what": what, "why": ""})
    submit_initiative.submit(by=cast.marijke, initiative=idea, at=cast.tick())


@pytest.mark.parametrize(
    ("asked", "text", "html"),
    [
        ("fiets", "Licht op het fietspad", "Licht op het <mark>fietspad</mark>"),
        ("fietsen", "Deelfietsen & meer", "<mark>Deelfietsen</mark> &amp; meer"),
        ("cafe", "Het Café <b>", "Het <mark>Café</mark> &lt;b&gt;"),
        ("in de", "In de buurt", "In de buurt"),  # words without meaning are not marked
        ("bos", "Een bosje", "Een <mark>bosje</mark>"),
    ],
)
def test_the_words_that_match_are_marked_and_all_is_escaped(asked: str, text: str, html: str) -> None:
    assert marked(text, stems(asked)) == html


def test_the_passage_with_the_word_is_shown_when_it_is_far_in_the_text() -> None:
    text = "Eerst iets anders. " * 20 + "Dan een fietspad. En nog iets."
    assert passage(text, stems("fiets"), 150) == "… Dan een fietspad. En nog iets."
    assert passage("Een fietspad.", stems("fiets"), 150) == "Een fietspad."
    assert passage("Niets.", stems("fiets"), 150) == "Niets."


def test_hits_that_share_only_letters_are_cut(cast: Cast) -> None:
    tell(cast, "Licht op het fietspad", "Lampen die aangaan als er iemand fietst.")
    tell(cast, "Samen eten", "Elke vrijdag koken we iets voor de buurt.")
    tell(cast, "Voedselbos", "Een plek met fruit, iets voor het dorp.")
    learn_words()
    answer = walk_in(None).get("/initiatieven/", {"q": "fiets"})
    assert [card["title"] for card in answer.context["cards"]] == ["Licht op het <mark>fietspad</mark>"]


def test_a_name_of_a_person_finds_nothing_and_the_page_says_why(cast: Cast) -> None:
    tell(cast, "Samen eten", "Elke vrijdag koken we iets voor de buurt.")
    learn_words()
    assert "Op namen van mensen zoeken we niet." in page(walk_in(None), "/initiatieven/?q=Marijke")
