"""A paper that is longer than what it briefs says so; its annexes do not count."""

from dataclasses import replace

from briefbook.documents import compose_documents
from briefbook.model import Briefing
from briefbook.model.reader import read_briefing
from briefbook.paper.length import length_words, told_words
from briefbook.paper.plan import Heading, Paper
from tests.seeds import EXAMPLE


def _made() -> tuple[Briefing, Paper]:
    briefing = read_briefing(EXAMPLE)
    paper = compose_documents(briefing, pptx=False).made.paper
    assert paper
    return briefing, paper


def test_words_count_up_to_the_evidence() -> None:
    _, paper = _made()
    at = [n for n, b in enumerate(paper.blocks) if isinstance(b, Heading) and b.anchor == "evidence"]  # fmt: skip
    assert told_words(paper) == told_words(replace(paper, blocks=paper.blocks[: at[0]])) > 100
    assert told_words(replace(paper, blocks=paper.blocks[at[0] :])) == 0


def test_it_is_said_where_there_are_more_words_than_in_the_sources() -> None:
    briefing, paper = _made()
    own = told_words(paper)
    [(id_, source)] = briefing.documents
    for words, is_said in ((own, False), (own - 1, True)):
        longer = replace(source, text=" ".join(["word"] * words))
        told = length_words(paper, replace(briefing, documents=((id_, longer),)))
        assert bool(told) is is_said
        assert f"{words:,} in the source" in told or not is_said
