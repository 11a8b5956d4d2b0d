"""Which layout of a template has which role: by a map beside it, else by type, name and placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from briefbook.deck.design import map_places
from briefbook.deck.foreign.reading import ForeignLayout, Holder, Template
from briefbook.errors import Problem, Problems, Severity, SourceLocation
from briefbook.frozen import dataclass
from briefbook.language.phrases import did_you_mean
from briefbook.model.nodes import Scalar, compose
from briefbook.sources.read import read_bytes, utf8_text

ROLES = ("cover", "content", "two", "title-only", "section", "chart", "closing")
"""What a map may name."""
_NEEDED = ("cover", "content", "two", "title-only")
_MAP_BYTES = 100_000
_LEAST = 40
"""Points that a layout must have for a role."""
_WHAT = {
    "cover": "a title slide (a title and a subtitle)",
    "content": "a title and one content",
    "two": "a title and two contents side by side",
    "title-only": "a title alone",
}
_NAMES = {
    "cover": r"title slide|cover|titelfolie|deckblatt|titre|portada|opening|front page|copertina",
    "content": r"title.*(content|text)|content|inhalt|contenu|contenido|standard|body",
    "two": r"two|2|zwei|deux|dos|comparison|vergleich|split",
    "title-only": r"title only|nur titel|titre seul|solo el título|headline only",
    "section": r"section|abschnitt|chapter|kapitel|divider|trenn|sección|intercalaire",
    "chart": r"chart|graph|diagramm",
    "closing": r"closing|end|thank|danke|merci|contact|schluss|blank|leer|vide",
}
_TYPES = {
    "cover": {"title"}, "content": {"obj", "tx", "tbl"}, "two": {"twoObj", "twoColTx", "twoTxTwoObj"},
    "title-only": {"titleOnly"}, "section": {"secHead"}, "chart": {"chart", "txAndChart", "chartAndTx"},
    "closing": {"blank"},
}  # fmt: skip


@dataclass(frozen=True)
class Roles:
    """The layout of each role that has one, and warnings that name those that are missing."""

    found: dict[str, ForeignLayout] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    """Why: `map`, or `looks`."""
    warnings: tuple[Problem, ...] = ()


def read_map(path: Path, template: Template) -> dict[str, ForeignLayout]:
    """Return what the map beside a template says: FIRM.pptx has FIRM.yaml, if it has one.

    Raises Problems for a role or a layout that there is not.
    """
    file = next((place for place in map_places(path) if place.is_file()), None)
    if file is None:
        return {}
    problems: list[Problem] = []
    found: dict[str, ForeignLayout] = {}
    names = [layout.name for layout in template.layouts]
    for key, value in compose(utf8_text(read_bytes(file, _MAP_BYTES), file), str(file)).items:
        if key.text not in ROLES:
            hint = did_you_mean(key.text, ROLES, f"there are: {', '.join(ROLES)}")
            problems.append(
                Problem(key.place, f"there is no role “{key.text}”", hint, "template-map")
            )
        elif not isinstance(value, Scalar):
            hint = "write the layout's name after the role"
            problems.append(
                Problem(value.place, "this is no name of a layout", hint, "template-map")
            )
        elif (layout := template.layout(value.text)) is None:
            hint = did_you_mean(value.text, names, f"there are: {', '.join(dict.fromkeys(names))}")
            message = f"the template has no layout “{value.text}”"
            problems.append(Problem(value.place, message, hint, "template-map"))
        elif layout.title is None and key.text in _NEEDED:
            message = f"the layout “{value.text}” has no place for a title"
            hint = "name one that has"
            problems.append(Problem(value.place, message, hint, "template-map"))
        else:
            found[key.text] = layout
    if problems:
        raise Problems(tuple(problems))
    return found


def find_roles(template: Template, named: dict[str, ForeignLayout]) -> Roles:
    """Return the layout of each role: the one that is named, else the likeliest."""
    found, how = dict(named), dict.fromkeys(named, "map")
    usual = _usual_master(template, named)
    for role in ROLES:
        if role in found:
            continue
        scored = [
            (score, -number, layout)
            for number, layout in enumerate(template.layouts)
            if (score := _score(role, layout, template)) >= _LEAST
        ]
        # The inner slides are of one master; a cover may have one of its own.
        own = [one for one in scored if one[2].master == usual] if role != "cover" else scored
        if best := max(own or scored, key=lambda one: one[:2], default=None):
            found[role], how[role] = best[2], "looks"
    missing = [role for role in _NEEDED if role not in found]
    fallback = (
        found.get("title-only")
        or found.get("content")
        or next(layout for layout in template.layouts if layout.title)
    )
    for role in missing:
        found[role], how[role] = fallback, "instead"
    return Roles(found, how, tuple(_missing(role, fallback) for role in missing))


def _missing(role: str, fallback: ForeignLayout) -> Problem:
    message = (
        f"the template has no layout for {_WHAT[role]}; slides that want it stand on "
        f"“{fallback.name}”, with their content in text boxes"
    )
    hint = f"add such a layout, or name one as `{role}:` in a map beside the template"
    return Problem(
        SourceLocation("template"), message, hint, "template-layout", severity=Severity.WARNING
    )


def _usual_master(template: Template, named: dict[str, ForeignLayout]) -> int:
    """Return the master that has most of what is needed, the first where several have."""
    if "content" in named:
        return named["content"].master
    masters = dict.fromkeys(layout.master for layout in template.layouts)
    used = {layout.part: layout.master for layout in template.layouts}
    # The first sample slide is a cover; what comes second shows what is meant for the rest.
    shown = [used[part] for part in template.package.sampled[1:2] if part in used]

    def worth(master: int) -> int:
        own = [layout for layout in template.layouts if layout.master == master]
        furniture = any(layout.furniture("ftr") for layout in own)
        return (
            2 * sum(any(_score(r, one, template) >= _LEAST for one in own) for r in _NEEDED[1:])
            + furniture
            + 2 * (master in shown)
        )

    return max(masters, key=lambda master: (worth(master), -master))


def _score(role: str, layout: ForeignLayout, template: Template) -> int:
    """Return how likely a layout has a role, in points."""
    if role != "closing" and layout.title is None:
        return 0
    if layout.title is not None and layout.title.is_vertical:
        return 0
    if any(holder.is_vertical for holder in layout.contents):
        return 0
    points = 60 * (layout.type in _TYPES[role]) + 25 * bool(
        re.search(_NAMES[role], layout.name, re.IGNORECASE)
    )
    return max(0, points + _BY_HOLDERS[role](layout, template.width_pt * template.height_pt))


def _cover_points(layout: ForeignLayout, _: float) -> int:
    has_subtitle = any(holder.kind == "subTitle" for holder in layout.holders)
    has_centre = any(holder.kind == "ctrTitle" for holder in layout.holders)
    others = sum(holder.kind != "subTitle" for holder in layout.contents)
    return 45 * has_centre + 45 * has_subtitle - 20 * max(0, others - 1)


def _content_points(layout: ForeignLayout, area: float) -> int:
    main = [
        h
        for h in layout.contents
        if h.kind in ("obj", "body", "tbl", "chart") and h.area > area / 4
    ]
    subtitle = any(holder.kind in ("subTitle", "pic") for holder in layout.holders)
    if len(main) != 1 or subtitle:
        return -100
    others = [holder for holder in layout.contents if holder is not main[0]]
    return 50 + 15 * (main[0].kind == "obj") - 25 * len(others)


def _two_points(layout: ForeignLayout, area: float) -> int:
    pair = beside(layout)
    if pair is None or min(holder.area for holder in pair) < area / 12:
        return -100
    return 60 - 10 * (len(layout.contents) - 2)


def beside(layout: ForeignLayout) -> tuple[Holder, Holder] | None:
    """Return two contents of a layout that stand side by side, the left one first."""
    main = sorted((h for h in layout.contents if h.kind in ("obj", "body")), key=lambda h: -h.area)[
        :2
    ]
    if len(main) < 2:  # noqa: PLR2004
        return None
    left, right = sorted(main, key=lambda holder: holder.rect.x)
    level = abs(left.rect.y - right.rect.y) < left.rect.h / 3
    apart = left.rect.x + left.rect.w <= right.rect.x + left.rect.w * 0.1
    alike = min(left.rect.h, right.rect.h) > max(left.rect.h, right.rect.h) * 0.6
    return (left, right) if level and apart and alike else None


def _only_points(layout: ForeignLayout, _: float) -> int:
    return 50 if not layout.contents else -100


def _section_points(layout: ForeignLayout, _: float) -> int:
    return 0 if len(layout.contents) < 2 else -60  # noqa: PLR2004


def _chart_points(layout: ForeignLayout, _: float) -> int:
    return 45 * any(holder.kind == "chart" for holder in layout.holders)


def _closing_points(layout: ForeignLayout, _: float) -> int:
    return -15 * len(layout.contents)


_BY_HOLDERS: dict[str, Callable[[ForeignLayout, float], int]] = {
    "cover": _cover_points, "content": _content_points, "two": _two_points, "title-only": _only_points,
    "section": _section_points, "chart": _chart_points, "closing": _closing_points,
}  # fmt: skip
