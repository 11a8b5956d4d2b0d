"""A view of Django that makes a country's paper from what the application holds.

    path("papers/<slug:country>.pdf", paper)

A build takes about a second; under load let a worker make it, and serve its file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

import briefbook

Held = tuple[Mapping[str, Any], str, list[dict[str, Any]]]
"""Of a country: the model, its source's text, its figures."""


def paper_view(held: Callable[[str], Held]) -> Callable[[HttpRequest, str], HttpResponse]:
    """Return the view; `held` gets what the application's own database has."""

    def paper(_request: HttpRequest, country: str) -> HttpResponse:
        model, text, rows = held(country)
        briefing = briefbook.load(
            model,
            sources={"history": briefbook.Source.from_text(text)},
            series={"grants": briefbook.Series.from_records(rows)},
            id=country,
        )
        try:
            documents = briefbook.build(briefing, pptx=False)
        except briefbook.Problems as stopped:
            told = [{"rule": p.rule, "place": str(p.place), "message": p.message} for p in stopped.problems]  # fmt: skip
            return JsonResponse({"problems": told}, status=422)
        return HttpResponse(documents.paper, content_type="application/pdf")

    return paper
