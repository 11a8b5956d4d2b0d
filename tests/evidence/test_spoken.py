"""A quotation box shows the speaker's words under the speaker's name, and the source's under its own."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from briefbook.deck.compose import compose_deck
from briefbook.documents import compose_documents
from briefbook.evidence.citations import spoken
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.model.reader import read_briefing
from briefbook.paper.plan import Quotation, TextColumns
from briefbook.text import plain
from tests.seeds import KETTERIA


def shown(voice: str, *quotes: str) -> tuple[list[str], bool, bool]:
    claim: Any = SimpleNamespace(voice=voice)
    passages: Any = [SimpleNamespace(quote=SimpleNamespace(quote=quote)) for quote in quotes]
    found = spoken(claim, passages)
    return [words for _, words in found.words], found.is_own, found.is_told


@pytest.mark.parametrize(
    ("voice", "quote", "words"),
    [
        (
            "Ansel Drury, ambassador",
            "Mr Ansel Drury told the Committee that his country “did not ask for loans”.",
            "did not ask for loans",
        ),
        (
            "election observers",
            'Observers described the vote as "neither free nor quite unfree" that day.',
            "neither free nor quite unfree",
        ),
        (
            "M. Okoro",
            "M. Okoro a parlé « d’un retour au calme » puis « d’un tout nouveau départ ».",
            " d’un retour au calme  […]  d’un tout nouveau départ ",
        ),
    ],
)
def test_of_what_a_source_quotes_only_the_speakers_words_are_shown(voice, quote, words) -> None:
    assert shown(voice, quote) == ([words], True, False)


def test_what_a_source_tells_of_a_speaker_stands_under_the_sources_name() -> None:
    quote = "Local mayors complain that the smugglers know the days."
    assert shown("local mayors", quote) == ([quote], False, True)


@pytest.mark.parametrize(
    ("voice", "quote"),
    [
        ("unnamed author who writes “our forces”", "There is some truth to the quip."),
        ("Corin Blythe", "Relations are effectively developing."),
        ("unnamed", "It was bought by the airline “Somon Air of Dushanbe”."),
        ("Ansel Drury", "We shall struggle to repay the “soft” loans."),
    ],
)
def test_words_of_the_voice_itself_stand_as_they_are(voice, quote) -> None:
    assert shown(voice, quote) == ([quote], False, False)


def test_quotation_marks_are_not_stacked_on_page_or_slide() -> None:
    briefing = read_briefing(KETTERIA)
    paper = compose_documents(briefing, pptx=False).made.paper
    assert paper
    columns = [block for block in paper.blocks if isinstance(block, TextColumns)]
    boxes = [b for each in columns for b in each.blocks if isinstance(b, Quotation)]
    deck = compose_deck(resolve(briefing), make_charts(briefing), "2026-11-23T00:00:00Z")
    asides = [t for s in deck.slides for t in s.texts() if t.place.endswith(", aside")]
    told = [plain(box.text) for box in boxes] + [plain(text.text) for text in asides]
    assert len(told) > 2
    for words in told:
        assert words.count("“") <= 1, words


def test_a_told_view_names_the_source_on_its_slide() -> None:
    briefing = read_briefing(KETTERIA)
    sections = tuple(
        replace(s, aside="mayors") if s.id == "background" else s for s in briefing.sections
    )
    briefing = replace(briefing, sections=sections)
    deck = compose_deck(resolve(briefing), make_charts(briefing), "2026-11-23T00:00:00Z")
    [slide] = [s for s in deck.slides if s.id == "statements-background"]
    said = [plain(text.text) for text in slide.texts() if text.place.endswith(", aside")]
    assert said[-1].startswith("Library note, ")
