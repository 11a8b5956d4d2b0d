"""Layouts of a presentation that are read when something of them is asked for, and written as they came.

A template has some fifty layouts, and a deck takes what stands in them from its design: as trees they would be
a tenth of the memory of a build.
"""

from __future__ import annotations

from typing import Any, Self

from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part, PartFactory
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package
from pptx.parts.slide import SlideLayoutPart


class LayoutPart(SlideLayoutPart):
    """A layout: the bytes that it was loaded from, until its element is asked for."""

    _tree: Any = None

    @classmethod
    def load(cls, partname: PackURI, content_type: str, package: Package, blob: bytes) -> Self:
        """Return a layout of these bytes."""
        part = cls.__new__(cls)
        Part.__init__(part, partname, content_type, package, blob)
        return part

    @property
    def _element(self) -> Any:  # type: ignore[override]  # noqa: ANN401 - python-pptx sets it; its elements are not typed
        if self._tree is None:
            self._tree = parse_xml(self._blob or b"")
        return self._tree

    @property  # type: ignore[misc]  # nothing sets it
    def blob(self) -> bytes:
        """Its bytes: those that it came from, or those of its element, which may have been changed."""
        return self._blob or b"" if self._tree is None else serialize_part_xml(self._tree)


def register_layouts() -> None:
    """Have python-pptx load layouts so."""
    PartFactory.part_type_for[CONTENT_TYPE.PML_SLIDE_LAYOUT] = LayoutPart
