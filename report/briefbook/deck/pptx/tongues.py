"""What PowerPoint must know of letters of the world: language and face of a run, direction of a paragraph.

Done to finished XML, so that texts, tables, charts, drawings and notes are told alike.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TypeVar

from lxml import etree

from briefbook.deck.pptx.xml import A
from briefbook.scripts import in_languages, is_foreign, runs_from_right

FACES = {
    **dict.fromkeys(("ar", "fa", "he", "ur", "yi"), ("cs", "Arial")),
    **dict.fromkeys(("as", "bn", "gu", "hi", "kn", "ml", "mr", "ne", "pa", "si", "ta", "te"), ("cs", "Nirmala UI")),
    **dict.fromkeys(("km", "lo", "th"), ("cs", "Leelawadee UI")),
    "zh": ("ea", "Microsoft YaHei"), "ja": ("ea", "Yu Gothic"), "ko": ("ea", "Malgun Gothic"),
}  # fmt: skip
"""For a language the kind of letters that it is written in, and a face that comes with Office."""
_BEFORE = ("ln", "solidFill", "noFill", "effectLst", "highlight", "latin", "ea", "cs", "sym")
"""What stands before a face in the properties of a run, in the schema's order."""
_Element = TypeVar("_Element", bound=etree._Element)


def spoken(root: _Element) -> _Element:
    """Return a part's XML in which each paragraph and run of foreign letters says what it is."""
    for paragraph in root.iter(f"{{{A}}}p"):
        words = "".join(part.text or "" for part in paragraph.iter(f"{{{A}}}t"))
        if not is_foreign(words):
            continue
        for run in list(paragraph.iter(f"{{{A}}}r")):
            _part(run, paragraph)
        if runs_from_right(words):
            _turn(paragraph)
    return root


def spoken_part(xml: str) -> str:
    """Return the text of a part likewise."""
    if not is_foreign(xml):
        return xml
    root = spoken(etree.fromstring(xml.encode()))
    said = etree.tostring(root, encoding="unicode")
    return f"{xml[: xml.index('?>') + 3]}{said}"


def _part(run: etree._Element, paragraph: etree._Element) -> None:
    """Part a run where its language changes."""
    text = run.find(f"{{{A}}}t")
    if text is None or not is_foreign(text.text or ""):
        return
    made = []
    for words, lang in in_languages(text.text or ""):
        one = deepcopy(run)
        next(one.iter(f"{{{A}}}t")).text = words
        one.tail = None
        if lang:
            looks = one.find(f"{{{A}}}rPr")
            if looks is None:
                looks = etree.Element(f"{{{A}}}rPr")
                one.insert(0, looks)
            _say(looks, lang)
        made.append(one)
    at = paragraph.index(run)
    paragraph[at : at + 1] = made


def _say(looks: etree._Element, lang: str) -> None:
    looks.set("lang", lang)
    kind, name = FACES.get(lang, ("", ""))
    if not kind:
        return
    face = looks.find(f"{{{A}}}{kind}")
    if face is None:
        face = etree.Element(f"{{{A}}}{kind}")
        earlier = {f"{{{A}}}{tag}" for tag in _BEFORE[: _BEFORE.index(kind)]}
        looks.insert(sum(child.tag in earlier for child in looks), face)
    face.set("typeface", name)


def _turn(paragraph: etree._Element) -> None:
    """Make a paragraph run from right to left; one that says its side keeps it."""
    settings = paragraph.find(f"{{{A}}}pPr")
    if settings is None:
        settings = etree.Element(f"{{{A}}}pPr")
        paragraph.insert(0, settings)
    if settings.get("algn") is None:
        settings.set("algn", "r")
    settings.set("rtl", "1")
