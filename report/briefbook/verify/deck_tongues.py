"""What a deck says of letters of the world: the language of each run, the direction of each paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefbook.ooxml import A, P
from briefbook.scripts import could_be, is_foreign, runs_from_right

_RIGHT = ("1", "true")


def tongue_faults(root: etree._Element) -> Iterator[str]:
    """Yield what is read or spoken otherwise than it is written."""
    for paragraph in root.iter(f"{A}p"):
        settings = paragraph.find(f"{A}pPr")
        is_right = settings is not None and settings.get("rtl", "0") in _RIGHT
        words = "".join(part.text or "" for part in paragraph.iter(f"{A}t"))
        if is_right != runs_from_right(words):
            yield f"a paragraph that runs from the {'right' if is_right else 'left'}: “{words[:40]}”"
        if settings is not None and settings.get("algn") and not is_right and _is_text(paragraph):
            yield f"a paragraph with algn=“{settings.get('algn')}”: “{words[:40]}”"
        if not is_foreign(words):
            continue
        for run in paragraph.iter(f"{A}r"):
            said = run.findtext(f"{A}t") or ""
            looks, possible = run.find(f"{A}rPr"), could_be(said)
            lang = "" if looks is None else looks.get("lang", "")
            if possible and lang not in possible:
                yield f"a run in “{lang}” that shows “{said[:40]}”"


def _is_text(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph is of a text of its own, which its layout gives its side."""
    shape = next(paragraph.iterancestors(f"{P}sp"), None)
    above = None if shape is None else shape.getparent()
    return above is not None and above.tag == f"{P}spTree"
