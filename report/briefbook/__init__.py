"""Briefbook turns a source document into a briefing paper and a slide deck that can be traced to it.

    import briefbook

    briefing = briefbook.read("seeds/tajikistan-us")
    for problem in briefbook.check(briefing):
        print(problem.place, problem.rule, problem.message)
    documents = briefbook.build(briefing)        # bytes; nothing is written
    documents.write("dist")

These names stay as they are between versions (docs/library.md). The steps behind them are rooms, and
data flows one way:

1. **read**     a seed folder (`model.reader`, `sources`) becomes a `Briefing`: typed, frozen
2. **resolve**  (`evidence.resolve`) quotes are anchored, passages numbered, formulas worked out, once
3. **check**    (`checks`) every statement is held against its quotes and figures
4. **draw**     (`exhibits`) each exhibit becomes a chart of exact values, and a picture for the paper
5. **compose**  (`paper.compose`, `deck.compose`) two plans: what stands on each page and slide
6. **render**   (`paper.pdf`, `deck.pptx`, `deck.pdf`) the plans become a tagged PDF, a native PPTX, printed slides
7. **write**    (`output`) both files and the manifest are put in place together, or not at all

`build.build` is the whole run, a line a step.
"""

import sys

from briefbook.version import __version__

TYPE_CHECKING = False  # as type checkers know it; the library's module takes a while to load
if TYPE_CHECKING:
    from briefbook.library import (
        BriefbookError,
        Briefing,
        Claim,
        Documents,
        DoesNotFit,
        Problem,
        Problems,
        Quantity,
        ResolvedBriefing,
        Series,
        Severity,
        Source,
        Table,
        build,
        check,
        draft,
        load,
        read,
        resolve,
        verify,
    )

__all__ = [
    "BriefbookError",
    "Briefing",
    "Claim",
    "Documents",
    "DoesNotFit",
    "Problem",
    "Problems",
    "Quantity",
    "ResolvedBriefing",
    "Series",
    "Severity",
    "Source",
    "Table",
    "__version__",
    "build",
    "check",
    "draft",
    "load",
    "read",
    "resolve",
    "verify",
]


class _Package(type(sys)):  # type: ignore[misc]  # the type of modules
    """The package itself: three of its public functions are called like rooms, and come first."""

    def __setattr__(self, name: str, value: object) -> None:
        """Take an attribute, but no room in the place of a public name."""
        if name not in __all__ or not isinstance(value, type(sys)):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        """Return a public name, which loads the library."""
        if name in __all__:
            # By name: the verifier in one file is made of what is imported, and has no library.
            from importlib import import_module

            library = import_module("briefbook.library")

            return getattr(library, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        """Return the names that programs may use."""
        return sorted({*__all__, *super().__dir__()})


sys.modules[__name__].__class__ = _Package
