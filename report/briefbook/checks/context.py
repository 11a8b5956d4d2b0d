"""What rules that read one assertion at a time may read of its briefing besides.

Their verdicts are kept under the hash of an assertion and of all that stands here (`verdicts`):
whatever such a rule is to read more becomes a field of `Context`.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property

from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.frozen import dataclass
from briefbook.language.document import Document
from briefbook.language.en.common_words import is_common
from briefbook.language.en.name_forms import Equivalents, Vocabulary, equivalents_of, vocabulary
from briefbook.language.en.stemmer import words_of
from briefbook.model import Alias, Source

_LANGUAGES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "ru": "Russian"}
_SMALL = re.compile(r"\b[a-z]+\b")


@dataclass(frozen=True)
class Context:
    """A briefing's title, language, parties, aliases and sources."""

    title: str
    lang: str
    parties: tuple[str, ...]
    aliases: tuple[Alias, ...]
    sources: tuple[Source, ...]
    source_titles: tuple[str, ...]
    """Of each source the words of its title that its text has too."""
    quoted_paragraphs: frozenset[int]
    """Numbers of all paragraphs that something is quoted from."""
    hashes: tuple[str, ...]
    """Of the sources' texts."""
    documents: tuple[tuple[str, Document], ...] = field(default=(), compare=False, repr=False)
    """The sources' texts by their ids; `hashes` stand for them."""

    @cached_property
    def names(self) -> Equivalents:
        """Names that mean the same: the built-in ones and those that the briefing declares."""
        return equivalents_of(self.aliases)

    @cached_property
    def texts(self) -> dict[str, Document]:
        """The sources' texts by their ids."""
        return dict(self.documents)

    @cached_property
    def party_names(self) -> Vocabulary:
        """What the briefing is about, and the language that it is written in."""
        language = _LANGUAGES.get(self.lang.partition("-")[0], "")
        countries = frozenset(f"country:{code}" for code in self.parties)
        told = vocabulary((self.title, language), self.names)
        return told | Vocabulary(countries, frozenset(), frozenset())

    def is_common(self, word: str) -> bool:
        """Tell whether a capitalised word at the start of a sentence needs no evidence."""
        if any(":" in part.key for part in self.names.parts(word, words_of(word))):
            return False
        return is_common(word) or word.lower() in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """Every word that the sources write small: capitals elsewhere are their position's."""
        return frozenset(
            word for document in self.texts.values() for word in _SMALL.findall(document.text)
        )


def context_of(resolved: ResolvedBriefing) -> Context:
    """Return what rules on single assertions may read of a briefing."""
    briefing = resolved.briefing
    return Context(
        title=briefing.title,
        lang=briefing.lang,
        parties=briefing.parties,
        aliases=briefing.aliases,
        sources=briefing.sources,
        source_titles=tuple(map(resolved.evidence.title_words, briefing.sources)),
        quoted_paragraphs=frozenset(
            quote.paragraph
            for assertion in resolved.assertions
            for quote in assertion.quotes
            if quote.paragraph is not None
        ),
        hashes=tuple(document.sha256 for _, document in briefing.documents),
        documents=briefing.documents,
    )
