"""A deck that stands on somebody else's template: the parts that it had when it was built, and its inks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from briefbook.fingerprints import part_fingerprint, presentation_fingerprint
from briefbook.ooxml import A
from briefbook.verify.opc import Package

SRGB = "srgb"


@dataclass(frozen=True)
class SentTemplate:
    """What a ledger says of the template."""

    parts: Mapping[str, str]
    """Hash of each part that is the template's, by its name."""
    inks: Mapping[str, float]
    """Lightness of each colour that slides may have: `accent1 100000 0`, `srgb 1F497D`."""
    ground: float
    """Lightness of what content stands on."""
    foot_inks: frozenset[str] = frozenset()
    """Of these, the colours of footers that stand on a band of the template's."""


def read_template(data: dict[str, Any]) -> SentTemplate | None:
    """Return what a manifest says of a template; None where it says nothing."""
    said = data.get("template")
    if not said:
        return None
    inks = {str(key): float(value) for key, value in said["inks"].items()}
    feet = frozenset(map(str, said.get("foot_inks", ())))
    return SentTemplate(dict(said["parts"]), inks, float(said["ground"]), feet)


_SENT: ContextVar[SentTemplate | None] = ContextVar("sent_template", default=None)


def sent() -> SentTemplate | None:
    """Return the template that the deck in hand is held against, if it has one."""
    return _SENT.get()


@contextmanager
def held_against(template: SentTemplate | None) -> Iterator[None]:
    """Hold a deck against a template."""
    token = _SENT.set(template)
    try:
        yield
    finally:
        _SENT.reset(token)


def plain_colours(root: etree._Element, template: SentTemplate) -> etree._Element:
    """Return a part with the template's colours named as our own are, so that the grammar knows them."""
    copy = deepcopy(root)
    for colour in list(copy.iter(f"{A}srgbClr", f"{A}schemeClr")):
        is_named = colour.tag == f"{A}schemeClr"
        key = f"{colour.get('val', '')} 100000 0" if is_named else f"{SRGB} {colour.get('val', '')}"
        if key in template.inks and not len(colour):
            colour.tag = f"{A}schemeClr"
            colour.set("val", "tx1")
    return copy


def template_faults(package: Package, template: SentTemplate) -> Iterator[tuple[str, str]]:
    """Yield each part of the template that is not as it was, each that is lost, and each that is new."""
    left = dict(template.parts)
    for name in package.names:
        should = left.pop(name, None)
        if should is None:
            if _is_the_templates(package, name):
                yield name, "is no part of the template"
            continue
        data = package.data(name)
        have = (
            presentation_fingerprint(data) if name == package.main else part_fingerprint(name, data)
        )
        if have != should:
            yield name, "is not as it was in the template"
    for name in sorted(left):
        yield name, "is missing"


def _is_the_templates(package: Package, name: str) -> bool:
    folders = ("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/", "ppt/notesMasters/")
    return name.startswith(folders) or name == package.main
