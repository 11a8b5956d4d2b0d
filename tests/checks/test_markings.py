"""A marking, what a source is worth and the edition of data say nothing that nobody said."""

import dataclasses
from typing import Any

import pytest

from briefbook.checks.metadata import check_metadata
from briefbook.errors import Severity
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE

BRIEFING = read_briefing(EXAMPLE)


def told_of(field: str, text: str) -> list[Severity]:
    sources = tuple(dataclasses.replace(one, quality=text) for one in BRIEFING.sources)
    series = tuple(dataclasses.replace(one, edition=text) for one in BRIEFING.series)
    given: dict[str, dict[str, Any]] = {
        "marking": {"marking": text},
        "quality": {"sources": sources},
        "edition": {"series": series},
    }
    briefing = dataclasses.replace(BRIEFING, **given[field])
    return [problem.severity for problem in check_metadata(resolve(briefing))]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("marking", "APPROVED BY BRAZIL"),
        ("marking", "Approved by the ministry in 2033"),
        ("marking", "SECRET – 40 COPIES"),
        ("marking", "Endorsed by 12 governments"),
        ("quality", "Checked by 40 auditors"),
        ("quality", "Audited by Brazil"),
        ("quality", "Official record, confirmed in 1987"),
        ("edition", "audited by Brazil"),
        ("edition", "checked by 40 auditors"),
        ("edition", "file of March 2031"),
    ],
)
def test_a_value_or_name_that_nothing_has_is_an_error(field, text):
    assert Severity.ERROR in told_of(field, text)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("marking", "Approved by the World Bank"),
        ("marking", "APPROVED BY THE WORLD BANK"),
        ("quality", "Audited by Ada Lind"),
    ],
)
def test_a_name_that_no_list_knows_is_a_warning(field, text):
    assert set(told_of(field, text)) == {Severity.WARNING}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("marking", "FOR COMMENT"),
        ("marking", "SECRET until 2033"),
        ("marking", "EMBARGOED UNTIL 3 MAY 2027"),
        ("marking", "TLP:AMBER"),
        ("marking", "OFFICIAL USE ONLY"),
        ("marking", "FOR THE UN AND NATO ONLY"),
        ("marking", "Draft 2 – for the Ostmark desk"),
        ("quality", "Invented, to show how a briefing is written"),
        ("quality", "Official record, read as a stored excerpt of two pages"),
        ("quality", "A note on Ostmark, careful with figures"),
        ("edition", "file of November 2025"),
        ("edition", "release 14"),
        ("edition", "version 2.1 of 2020"),
    ],
)
def test_what_such_words_say_of_themselves_passes(field, text):
    assert told_of(field, text) == []
