"""What a plan prints, as text that can be read, compared and kept as a golden file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefbook.deck.plan import Deck
from briefbook.paper.plan import Paper
from briefbook.text import Citation, Link, PrintedText, Run, Style, Tag, Text

_STYLES = {Style.STRONG: "**", Style.EMPHASIS: "_", Style.MUTED: "~", Style.PLAIN: ""}


def plan_text(plan: Paper | Deck) -> str:
    """Return what a plan prints: each place, and under it a line a text, its role first."""
    lines = [f"{name}: {value}" for name, value in vars(plan.meta).items() if value]
    lines += [f"repeated: {text}" for text in plan.repeated()]
    if isinstance(plan, Deck):
        for slide in plan.slides:
            hidden = ", hidden" if slide.is_hidden else ""
            lines += [f"─── {slide.id} ({slide.layout}, {slide.section}{hidden})"]
            lines += _lines(slide.texts())
    else:
        lines += _lines(plan.texts())
        for file in plan.attachments:
            digest = hashlib.sha256(file.data).hexdigest()[:16]
            lines.append(f"attached: {file.name}, {file.description}, SHA-256 {digest}")
    return "\n".join(lines) + "\n"


def _lines(texts: Iterable[PrintedText]) -> Iterator[str]:
    for place, there in groupby(texts, lambda text: text.place):
        yield place
        for text in there:
            label = f"{text.label} " if text.label else ""
            yield f"  {text.role}: {label}{inline(text.text)}"


def inline(text: Text) -> str:
    """Return inline text with its marks: **strong**, [7], <REPORTED>."""
    out = []
    for part in text:
        match part:
            case Run():
                out.append(f"{_STYLES[part.style]}{part.text}{_STYLES[part.style]}")
            case Citation():
                out.append(f"[{part.number}]")
            case Link():
                out.append(f"<{part.text}>({part.target})")
            case Tag():
                out.append(f"<{'view' if part.is_flag else part.kind.upper()}>")
    return "".join(out)
