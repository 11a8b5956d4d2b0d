"""Briefbook turns a source document into a briefing paper and a slide deck that can be traced to it.

The steps, each a room of its own, and data flows one way:

1. **read**     a seed folder (`briefing.reader`, `source`) becomes a `Briefing`: typed, frozen
2. **check**    (`briefing.checks`) every statement is held against its quotes and figures
3. **draw**     (`artwork`) each exhibit becomes a chart as data, and a picture for the paper
4. **compose**  (`paper.compose`, `deck.compose`) two plans: what stands on each page and slide
5. **render**   (`paper.pdf`, `deck.slides`) the plans become a tagged PDF and a native PPTX
6. **write**    (`output`) both files and the manifest are put in place together, or not at all

`build.build` is the whole run, a line a step.
"""

from briefbook.version import __version__

__all__ = ["__version__"]
