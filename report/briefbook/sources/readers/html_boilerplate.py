"""What in a page of HTML belongs to its site: told by names, roles, classes, and shares of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

SILENT = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map head link meta "
    "colgroup col param source track input select option textarea datalist".split()
)
"""What holds no text of the document at all."""
_ASIDE = {
    "nav": "navigation", "footer": "footer", "aside": "sidebar", "form": "form", "button": "form",
    "dialog": "dialog", "menu": "navigation", "header": "banner",
}  # fmt: skip
_ROLES = {
    "navigation": "navigation", "banner": "banner", "contentinfo": "footer", "search": "form",
    "complementary": "sidebar", "dialog": "dialog", "alertdialog": "dialog", "menu": "navigation",
    "menubar": "navigation",
}  # fmt: skip
_CLASSES = (
    ("cookie notice", r"(?:.*[-_])?(?:cookies?|consent|gdpr)(?:[-_].*)?"),
    ("navigation", r"nav|navbar|navigation|navmenu|menu|breadcrumbs?|crumbs|pagination|pager|skip|skip-?link|toc|tabs|jump"),
    ("banner", r"banner|masthead|site-?header|page-?header|topbar|advert|adverts|advertisement|ads?|promo|donate|donation"),
    ("sidebar", r"sidebar|related|recommended|more-?stories|infobox-?nav|navbox|widget"),
    ("sharing links", r"share|sharing|social|addthis|follow"),
    ("mailing list", r"newsletter|subscribe|signup|mailing-?list"),
    ("comments", r"comments|disqus|respond"),
    ("footer", r"footer|site-?footer|page-?footer|copyright|legal"),
    ("edit link", r"mw-editsection|noprint|print-?link"),
    ("note mark", r"reference|noteref|footnote-?ref|footnote-?marker"),
)  # fmt: skip
_CLASS_RULES = tuple(
    (reason, re.compile(rf"(?:{names})", re.IGNORECASE)) for reason, names in _CLASSES
)
_WHOLE = frozenset("html body main article".split())
"""Never set aside, whatever their class says."""
_MOST = 0.5
"""Share of the page's text from which on an element is the document, not boilerplate."""
_LINKS, _LINKED = 3, 0.7
_LONG_LIST = 600
_LINK_LISTS = frozenset("ul ol p div table center td".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_MARK = re.compile(r"[\[(]?\d{1,2}(?:,\s?\d{1,2})*[\])]?|[*†‡§]+")
_WORD_BEFORE = re.compile(r"[^\W\d_]{4,}[.,;:”\")]{0,2}\s?$")
_TINY = 8
"""Letters of a raised note mark."""


@dataclass
class Weight:
    """How much text an element holds, how much of it in links, and how many links."""

    letters: int = 0
    linked: int = 0
    links: int = 0


def weigh(root: etree._Element) -> dict[etree._Element, Weight]:
    """Return the weight of every element."""
    weights: dict[etree._Element, Weight] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = Weight(len((element.text or "").strip()))
        if element.tag in SILENT:
            own = Weight()
        else:
            for child in element:
                part = weights[child]
                own.letters += part.letters + len((child.tail or "").strip())
                own.linked += part.linked
                own.links += part.links
        if element.tag == "a":
            own.linked, own.links = own.letters, 1
        weights[element] = own
    return weights


def reason_of(element: etree._Element, weight: Weight, total: int) -> str:
    """Return why an element is no part of the document; empty if it is."""
    tag = str(element.tag)
    if tag in _WHOLE or weight.letters > _MOST * total:
        return ""
    if tag == "sup" and _is_note_mark(element):
        return "note mark"
    return _by_attributes(element) or _by_names(element, tag) or _by_links(tag, weight)


def _is_note_mark(element: etree._Element) -> bool:
    """Tell whether a raised figure stands behind a word: behind a unit or a figure it is a power."""
    before = element.getprevious()
    parent = element.getparent()
    led = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    mark = "".join(texts(element)).strip()
    return _MARK.fullmatch(mark) is not None and _WORD_BEFORE.search(led) is not None


def _by_attributes(element: etree._Element) -> str:
    is_hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )
    return "hidden" if is_hidden else _ROLES.get((element.get("role") or "").lower(), "")


def _by_names(element: etree._Element, tag: str) -> str:
    is_own = tag == "header" and _is_in_article(element)
    if tag in _ASIDE and not is_own:
        return _ASIDE[tag]
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return next((reason for reason, rule in _CLASS_RULES if any(map(rule.fullmatch, names))), "")


def _by_links(tag: str, weight: Weight) -> str:
    if tag == "sup" and weight.letters < _TINY and weight.links:
        return "note mark"
    is_list = tag in _LINK_LISTS and weight.letters < _LONG_LIST
    is_linked = weight.links >= _LINKS and weight.linked >= _LINKED * weight.letters
    return "navigation" if is_list and is_linked else ""


def texts(element: etree._Element) -> Iterator[str]:
    """Yield the text in an element piece by piece."""
    for _, part in etree.iterwalk(element, events=("start",)):
        if part.tag not in SILENT:
            yield part.text or ""
        if part is not element:
            yield part.tail or ""


def _is_in_article(element: etree._Element) -> bool:
    """Tell whether a header belongs to the document, not to the site."""
    has_title = element.find(".//h1") is not None
    return has_title or any(True for _ in element.iterancestors("article", "main"))
