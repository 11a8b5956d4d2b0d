"""What a briefing leaves out on purpose stands in its source."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.model.locations import place_of
from briefbook.sources.anchoring import fold


def check_omissions(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each omission whose sentence is not in its source."""
    briefing = resolved.briefing
    for omission in briefing.omissions:
        document = briefing.texts.get(omission.source or str(briefing.sources[0].id))
        if document is None:
            continue
        wanted = fold(omission.sentence)
        sentences = (fold(document.text[span.start : span.end]) for span in document.sentences)
        if not any(sentence.startswith(wanted) for sentence in sentences):
            place = place_of(omission.sentence, omission.place)
            message = f"no sentence of the source begins with “{omission.sentence}”"
            yield Problem(place, message, "copy the beginning of the sentence", "omission")
