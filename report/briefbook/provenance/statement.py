"""Where documents come from, as an in-toto statement with SLSA provenance, for tools that know no Briefbook.

It says what the manifest says (the documents by their hashes, what they were made of, by which version
with which packages) and nothing that another run would say otherwise. It is unsigned: whoever runs the
build as somebody signs it (`--sign`, or the attestation of a workflow).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

STATEMENT = "https://in-toto.io/Statement/v1"
PROVENANCE = "https://slsa.dev/provenance/v1"
ENDING = ".intoto.json"


def statement_of(manifest: bytes, name: str) -> bytes:
    """Return the statement of the documents that a manifest lists, and of the manifest itself."""
    data = json.loads(manifest)
    subjects = [
        {"name": file, "digest": {"sha256": entry["sha256"]}}
        for file, entry in sorted(data["outputs"].items())
        if not entry["is_stale"]
    ]
    subjects.append({"name": name, "digest": {"sha256": hashlib.sha256(manifest).hexdigest()}})
    made_by = f"pkg:generic/briefbook@{data['briefbook']}"
    statement = {
        "_type": STATEMENT,
        "subject": subjects,
        "predicateType": PROVENANCE,
        "predicate": {
            "buildDefinition": {
                "buildType": "pkg:generic/briefbook#build",
                "externalParameters": {
                    "briefing": data["id"],
                    "edition": data["created"],
                    **({"variant": data["variant"]} if data.get("variant") else {}),
                },
                "resolvedDependencies": [*_inputs(data), *_packages(data)],
            },
            "runDetails": {"builder": {"id": made_by, "version": {"briefbook": data["briefbook"]}}},
        },
    }
    return (json.dumps(statement, ensure_ascii=False, indent=1) + "\n").encode()


def _inputs(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield model, sources, figures and pictures, with their hashes, and addresses where they have one."""
    inputs = data["inputs"]
    yield {"name": "briefing.yaml", "digest": {"sha256": inputs["model"]}}
    for kind in ("sources", "series", "images"):
        for id_, digest in sorted(inputs[kind].items()):
            url = data[kind].get(id_, {}).get("url", "") if kind == "sources" else ""
            named = {"name": f"{kind}/{id_}", **({"uri": url} if url else {})}
            yield {**named, "digest": {"sha256": digest}}


def _packages(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name, version in sorted(data["packages"].items()):
        yield {"name": name, "uri": f"pkg:pypi/{name.lower()}@{version}"}
