"""Facts in English text: dates, money, quantities, people, organisations, places, agreements.

By rule, without models or network: the same text gives the same facts. Only English is read; in
other languages almost nothing is found, and nothing is guessed.
"""

from briefbook.language.en.mentions.find import find_facts
from briefbook.language.en.mentions.mention import (
    EntityType,
    Mention,
    Money,
    Person,
    Quantity,
    Value,
    as_json,
)

__all__ = [
    "EntityType",
    "Mention",
    "Money",
    "Person",
    "Quantity",
    "Value",
    "as_json",
    "find_facts",
]
