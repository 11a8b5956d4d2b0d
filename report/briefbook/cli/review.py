"""The command `review`: statements in order of risk, each beside its quotes, with the reasons for a look."""

from __future__ import annotations

import argparse
import json

from briefbook.brand import lent_of, wearing_brand
from briefbook.checks.review import Risk, review
from briefbook.cli.terminal import format_of
from briefbook.evidence.resolve import resolve
from briefbook.messages import Format
from briefbook.model.reader import read_briefing


def review_command(options: argparse.Namespace) -> int:
    """Print the list; return 0."""
    with wearing_brand(None, lent_of(options.seed)):
        risks = review(resolve(read_briefing(options.seed)))
    if format_of(options) is Format.JSON:
        told = {"statements": [_entry(risk) for risk in risks]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for risk in (risk for risk in risks if not risk.is_reviewed):
        print(f"{risk.score:.2f}  {risk.name}  ({risk.place})")
        print(f"      says   {risk.text}")
        for text in risk.also:
            print(f"      also   {text}")
        for text in risk.rests_on:
            print(f"      on     {text}")
        for quote in risk.quotes:
            print(f"      quote  {quote}")
        for reason in risk.reasons:
            print(f"      why    {reason}")
        print(f"      mark   {risk.mark}")
    over = sum(risk.is_over_line for risk in risks)
    done = sum(risk.is_reviewed for risk in risks)
    print(
        f"{len(risks)} statements: {done} reviewed, {over} over the line that want a person's look; "
        "whoever has looked writes the mark under `reviewed:` in briefing.yaml"
    )
    return 0


def _entry(risk: Risk) -> dict[str, object]:
    return {
        "statement": risk.statement, "risk": risk.score, "over_line": risk.is_over_line,
        "reasons": list(risk.reasons), "text": risk.text, "also": list(risk.also), "quotes": list(risk.quotes), "rests_on": list(risk.rests_on),
        "mark": risk.mark,
        "reviewed": risk.is_reviewed, "file": risk.place.file, "line": risk.place.line,
    }  # fmt: skip
