"""How well drafts tell events, sums and silence apart, on sentences annotated before their output was seen.

    drafts.py [SETS.yaml…] [--list]

A set is YAML: entries with `text`, and where they hold any `events` (dates as EDTF), `sums` (their
words without the sign), `silent: true` for what says nothing of the matter, and `told_by: somebody` for
what is not the source's own report (`either` where that may be disputed). Prints precision and recall by
kind; `--list` prints what differs.
"""

import argparse
import hashlib
from pathlib import Path
from typing import Any

import yaml

from briefbook.draft.amounts import find_sums
from briefbook.draft.corpus import Sentence, Text, gather
from briefbook.draft.dating import happenings_in
from briefbook.draft.quotes import Quoter
from briefbook.draft.rank import rank
from briefbook.draft.stance import judge
from briefbook.language.document import Document
from briefbook.sources.source_text import About, SourceText

SETS = (Path(__file__).with_name("drafts.yaml"),)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", type=Path, nargs="*", default=SETS)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    entries = [entry for path in options.sets for entry in yaml.safe_load(path.read_text("utf-8"))]
    counts = {kind: [0, 0, 0] for kind in ("events", "sums", "silence", "views")}
    for entry, told in zip(entries, map(_told, entries), strict=True):
        for kind, count in counts.items():
            want = set(_wanted(entry, kind))
            got = told[kind]
            if kind == "views" and (entry.get("told_by") == "either" or entry.get("silent")):
                continue
            count[0] += len(want & got)
            count[1] += len(got - want)
            count[2] += len(want - got)
            if options.list and want != got:
                print(f"{kind}: wanted {sorted(want)}, told {sorted(got)}: {entry['text']}")
    for kind, (right, wrong, missed) in counts.items():
        precision = right / (right + wrong) if right + wrong else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        print(
            f"{kind:8} precision {precision:.2f}  recall {recall:.2f}  ({right} right, {wrong} wrong, {missed} missed)"
        )


def _wanted(entry: dict[str, Any], kind: str) -> list[str]:
    if kind == "views":
        return ["somebody"] if entry.get("told_by") == "somebody" else []
    return (["silent"] if entry.get("silent") else []) if kind == "silence" else entry.get(kind, [])


def _told(entry: dict[str, Any]) -> dict[str, set[str]]:
    text = " ".join(entry["text"].split()) + "\n"
    document = Document("a.txt", text, hashlib.sha256(text.encode()).hexdigest())
    read = SourceText(document, "text", about=About())
    material = gather((Text("source", "source.txt", "a.txt", read),))
    kept: tuple[Sentence, ...] = material.sentences
    events = {dated.found.date.edtf for s in kept for dated in happenings_in(s.text)}
    sums = find_sums(kept, Quoter(material), rank(kept)) if kept else ()
    words = {" ".join(s.words.removeprefix("US").lstrip("$€£").split()) for s in sums if s.is_told}
    views = {"somebody" for s in kept if judge(s).is_view}
    silence = set() if kept else {"silent"}
    return {"events": events, "sums": words, "silence": silence, "views": views}


if __name__ == "__main__":
    main()
