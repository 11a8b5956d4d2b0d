"""Briefbook turns a source document into a briefing paper and a slide deck that can be traced to it.

The steps, each a room of its own, and data flows one way:

1. **read**     a seed folder (`model.reader`, `sources`) becomes a `Briefing`: typed, frozen
2. **resolve**  (`evidence.resolve`) quotes are anchored, passages numbered, formulas worked out, once
3. **check**    (`checks`) every statement is held against its quotes and figures
4. **draw**     (`exhibits`) each exhibit becomes a chart of exact values, and a picture for the paper
5. **compose**  (`paper.compose`, `deck.compose`) two plans: what stands on each page and slide
6. **render**   (`paper.pdf`, `deck.pptx`, `deck.pdf`) the plans become a tagged PDF, a native PPTX, printed slides
7. **write**    (`output`) both files and the manifest are put in place together, or not at all

`build.build` is the whole run, a line a step.

Programs call `briefbook.library`, which stays as it is between versions (docs/library.md).
"""

from briefbook.version import __version__

__all__ = ["__version__"]
