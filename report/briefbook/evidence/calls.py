"""Which paragraph speaks of which exhibit: those that it names, and those whose series it computes from."""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.evidence.assertions import exhibit_series
from briefbook.evidence.formulas import inputs_of
from briefbook.model import BlockPart, Briefing, Claim, ExhibitPart, GlanceItem, ParagraphPart, Part


class ExhibitCalls:
    """The exhibits that each part of a briefing's body calls."""

    def __init__(self, briefing: Briefing) -> None:
        """Find which exhibits draw which series."""
        self._claims = {str(claim.id): claim for claim in briefing.claims}
        placed = _placed(briefing)
        self._drawn: dict[str, list[str]] = {}
        for exhibit in briefing.exhibits:
            if str(exhibit.id) in placed:
                for series in exhibit_series(briefing, exhibit):
                    self._drawn.setdefault(str(series.id), []).append(str(exhibit.id))

    def of(self, part: Part) -> tuple[str, ...]:
        """Return the ids of the exhibits that a part speaks of, each once, in their order."""
        ids: list[str] = []
        if isinstance(part, ParagraphPart):
            ids += map(str, part.see)
            for id_ in part.claims:
                ids += self.of_claim(self._claims[str(id_)])
        elif isinstance(part, BlockPart):
            ids += self.of_claim(self._claims[str(part.block)])
        return tuple(dict.fromkeys(ids))

    def of_claim(self, claim: Claim | GlanceItem) -> Iterator[str]:
        """Yield the first exhibit of each series that a claim, or a figure of page one, computes from."""
        for formula in claim.computed:
            for name in inputs_of(str(formula.formula)):
                yield from self._drawn.get(name, ())[:1]


def uncalled(briefing: Briefing) -> tuple[str, ...]:
    """Return the ids of the placed exhibits that no paragraph speaks of; the one on page one is seen."""
    calls = ExhibitCalls(briefing)
    called = {
        id_ for section in briefing.sections for part in section.body for id_ in calls.of(part)
    }
    return tuple(
        id_ for id_ in _placed(briefing) if id_ not in called and id_ != briefing.lead_exhibit
    )


def _placed(briefing: Briefing) -> tuple[str, ...]:
    parts = (part for section in briefing.sections for part in section.body)
    return tuple(str(part.exhibit) for part in parts if isinstance(part, ExhibitPart))
