"""What a quote cuts away is read again."""

import dataclasses

import pytest

from benchmarks.truth import bare
from briefbook.checks import check
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Quote
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from tests.seeds import EXAMPLE

BRIEFING = bare(read_briefing(EXAMPLE))


def rules(source: str, quote: str, text: str) -> set[str]:
    claim = Claim("cut", StatementType.REPORTED, text, evidence=(Quote(quote),))
    (id_, document), *others = BRIEFING.documents
    longer = dataclasses.replace(document, text=f"{document.text}\n\n{source}\n")
    briefing = dataclasses.replace(
        BRIEFING, claims=(*BRIEFING.claims, claim), documents=((id_, longer), *others)
    )
    return {problem.rule for problem in check(resolve(briefing))}


LIES = [
    ("The parties did not, after long talks, sign the accord.", "The parties did […] sign the accord", "The parties signed the accord.", "quote-gap"),
    ("Ostmark signed a non-binding memorandum on grain.", "Ostmark signed a […] memorandum on grain", "Ostmark signed a memorandum on grain.", "quote-gap"),
    ("The mayors failed to reach an accord on grain.", "reach an accord on grain", "The mayors did reach an accord on grain.", "quote-behind"),
    ("Grain was dear in Lissa. The mayors noted sluggish sales of timber.", "Grain […] The mayors noted sluggish sales of timber", "Sales of grain were sluggish.", "quote-gap"),
    ("Pressures were minimal outside of some upward movement for grain.", "Pressures were […] upward", "Pressures were upward.", "quote-gap"),
    ("The mayors had never\nreached an accord on grain.", "reached an accord on grain", "The mayors reached an accord on grain.", "quote-behind"),
    ("Ostmark plans to build a second tunnel.", "build a second tunnel", "Ostmark built a second tunnel.", "quote-behind"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quote", "text", "rule"), LIES)
def test_a_cut_that_takes_away_what_takes_back_is_an_error(source, quote, text, rule):
    assert rule in rules(source, quote, text)


TRUE = [
    ("The parties, after long talks, signed the accord.", "The parties […] signed the accord", "The parties signed the accord."),
    ("Daily\nNever\nMarket stalls of Lissa 41 23", "Market stalls of Lissa 41 23", "Of the market stalls of Lissa 41 open daily."),
    ("The mayors failed to reach an accord on grain.", "failed to reach an accord on grain", "The mayors failed to reach an accord on grain."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quote", "text"), TRUE)
def test_a_cut_of_what_takes_nothing_back_is_none(source, quote, text):
    assert not {"quote-gap", "quote-behind"} & rules(source, quote, text)
