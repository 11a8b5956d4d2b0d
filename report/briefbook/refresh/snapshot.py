"""Where a refreshed seed keeps things: dated snapshots, and what the last fetch told."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from string import ascii_lowercase

from briefbook.errors import SourceLocation, Unreadable, Unwritable
from briefbook.model.reader import MODEL
from briefbook.output import held, write_held
from briefbook.refresh.fetch import Validators
from briefbook.sources.read import read_bytes

MEMORY = "fetched.json"
PROPOSED = "briefing.proposed.yaml"
_MAX_BYTES = 1024 * 1024
_DATED = re.compile(r"-\d{4}-\d\d-\d\d[a-z]?$")


@dataclass(frozen=True)
class HttpCache:
    """What an address gave last: how to ask whether it has changed, and for what it was used."""

    validators: Validators
    used: str
    """Digest of what was made of it; the validators hold only as long as that is still there."""


def snapshot_name(file: str, today: date, data: bytes, seed: Path) -> str:
    """Return the name of a new snapshot beside an old one: `source-2026-11-24.txt`.

    A second one of the same day with other bytes gets a letter; nothing is written over.
    """
    path = PurePosixPath(file)
    stem = _DATED.sub("", path.stem)
    for letter in ("", *ascii_lowercase[1:]):
        name = str(path.with_name(f"{stem}-{today.isoformat()}{letter}{path.suffix}"))
        if not (seed / name).exists() or (seed / name).read_bytes() == data:
            return name
    raise Unwritable(
        f"there are {len(ascii_lowercase)} snapshots of {stem} of today",
        place=SourceLocation(str(seed)),
    )


def read_memory(seed: Path) -> dict[str, HttpCache]:
    """Return what is remembered, by address; raises Unreadable when the file is damaged."""
    path = seed / MEMORY
    if not path.exists():
        return {}
    try:
        return {
            url: HttpCache(Validators(entry["etag"], entry["last_modified"]), entry["used"])
            for url, entry in json.loads(read_bytes(path, _MAX_BYTES)).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        hint = "delete it: everything is then fetched in full once"
        raise Unreadable(
            "not what was remembered", place=SourceLocation(str(path)), hint=hint
        ) from None


def memory_bytes(memory: Mapping[str, HttpCache]) -> bytes:
    """Return what is to be remembered, as a file."""
    data = {
        url: {**asdict(entry.validators), "used": entry.used}
        for url, entry in sorted(memory.items())
    }
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def write_refreshed(seed: Path, read: bytes, files: Mapping[str, bytes]) -> None:
    """Write snapshots, memory and model together, if the model is still what was read.

    Else the proposed model is written beside it with the snapshots that it names, and Unwritable
    is raised: fetching takes its time, and somebody may have edited meanwhile.
    """
    if not files:
        return
    with held(seed):
        path = seed / MODEL
        if path.read_bytes() == read:
            write_held(seed, dict(files))
            return
        proposed = {(PROPOSED if name == MODEL else name): data for name, data in files.items()}
        proposed.pop(MEMORY, None)  # it speaks of a model that names these snapshots
        write_held(seed, proposed)
    told = f"the proposed text is in {PROPOSED}" if PROPOSED in proposed else "nothing is proposed"
    raise Unwritable(
        f"changed while addresses were asked, so it was left as it is; {told}",
        place=SourceLocation(str(path)),
        hint="refresh again, or take over by hand what is proposed",
    )
