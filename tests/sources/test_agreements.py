"""Titles of agreements and programmes in English prose."""

import pytest

from briefbook.language.document import Document
from briefbook.language.en.mentions.find import find_facts
from briefbook.language.en.mentions.mention import EntityType


def found(text):
    return [(fact.kind, fact.quote) for fact in find_facts(Document("x", text + "\n", "")) if fact.kind in (EntityType.AGREEMENT, EntityType.ORGANISATION)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Money went to the Lower Keld Water Initiative.", "Lower Keld Water Initiative"),
        ("The Teacher Exchange Scheme has ended.", "Teacher Exchange Scheme"),
        ("The Harvest Support Act for Fiscal Year 2021 pays.", "Harvest Support Act for Fiscal Year 2021"),
        ("The clinics are paid by PEPFAR.", "PEPFAR"),
    ],
)  # fmt: skip
def test_an_undertaking_is_found_by_its_whole_title(text, title):
    assert found(text) == [(EntityType.AGREEMENT, title)]


@pytest.mark.parametrize("text", ["They began a strategic partnership.", "The Project began late."])
def test_a_word_alone_is_no_title(text):
    assert found(text) == []
