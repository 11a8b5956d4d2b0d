"""A finished PDF read back: its text, its structure tree, its links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdf


def texts(data: bytes) -> list[str]:
    """Return the text of each page, as a reader would copy it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def words(text: str) -> str:
    """Return a text without its spaces and line ends: what must be there, whatever the layout."""
    return re.sub(r"[\s\u00a0\u00ad]+", "", text)


@dataclass
class Node:
    """A structure element."""

    tag: str
    entry: Any
    kids: list[Node] = field(default_factory=list)
    text: str = ""
    """What its own marked sequences show, in order."""

    def walk(self) -> Iterator[Node]:
        """Yield the element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all_text(self) -> str:
        """Return the text of the element and all below it."""
        return self.text + "".join(kid.all_text() for kid in self.kids)


def operations(page: Any) -> Iterator[tuple[str, list[Any]]]:
    """Yield what a page's content does: operator and operands."""
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), list(instruction.operands)


def tree(pdf: pikepdf.Pdf) -> Node:
    """Return the structure tree with its texts; a kid's text follows its parent's own."""
    shown = {page.obj.objgen: _marked_texts(page) for page in pdf.pages}
    return _node(pdf.Root.StructTreeRoot.K, shown)


def _node(entry: Any, shown: dict[Any, dict[int, str]]) -> Node:
    node = Node(str(entry.S)[1:], entry)
    for kid in _kids(entry):
        if isinstance(kid, int):
            node.text += shown[entry.Pg.objgen].get(kid, "")
        elif kid.get("/Type") == "/MCR":
            node.text += shown[kid.Pg.objgen].get(int(kid.MCID), "")
        elif kid.get("/Type") != "/OBJR":
            node.kids.append(_node(kid, shown))
    return node


def _kids(entry: Any) -> list[Any]:
    kids = entry.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked_texts(page: Any) -> dict[int, str]:
    maps = {name: _character_map(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    current, font = -1, ""
    for operator, operands in operations(page):
        if operator == "BDC":
            current = int(operands[1].get("/MCID", -1))
        elif operator == "EMC":
            current = -1
        elif operator == "Tf":
            font = str(operands[0])
        elif operator in {"Tj", "TJ"}:
            parts = operands[0] if operator == "TJ" else [operands[0]]
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            text = "".join(maps[font][code] for code in codes)
            texts[current] = texts.get(current, "") + text
    return texts


def _character_map(font: Any) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in rows}


def ownership_faults(pdf: pikepdf.Pdf) -> list[str]:
    """Return every mark and link whose owner in the parent tree is not the element that holds it.

    No validator looks at this.
    """
    root = pdf.Root.StructTreeRoot
    numbers = root.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    claimed: dict[tuple[Any, int], list[Any]] = {}
    faults = list(_element_faults(root.K, root, parents, claimed))
    for number, page in enumerate(pdf.pages, 1):
        owners = parents[int(page.obj.StructParents)]
        used = sorted(int(mark) for mark in re.findall(rb"/MCID (\d+)", page.Contents.read_bytes()))
        if used != list(range(len(owners))):
            faults.append(f"marks of page {number}")
        for mark, owner in enumerate(owners):
            if claimed.get((page.obj.objgen, mark)) != [owner.objgen]:
                faults.append(f"owner of mark {mark} on page {number}")
    return faults


def _element_faults(
    entry: Any, parent: Any, parents: dict[int, Any], claimed: dict[tuple[Any, int], list[Any]]
) -> Iterator[str]:
    if entry.P.objgen != parent.objgen:
        yield f"parent of {entry.S}"
    for kid in _kids(entry):
        if isinstance(kid, int):
            claimed.setdefault((entry.Pg.objgen, kid), []).append(entry.objgen)
        elif kid.get("/Type") == "/MCR":
            claimed.setdefault((kid.Pg.objgen, int(kid.MCID)), []).append(entry.objgen)
        elif kid.get("/Type") != "/OBJR":
            yield from _element_faults(kid, entry, parents, claimed)
        elif parents[int(kid.Obj.StructParent)].objgen != entry.objgen:
            yield f"link of {entry.S}"
