"""Many seeds on a cluster of Dask: seeds travel to the workers as bytes, documents come back as bytes.

    dask scheduler                                                 # on one machine
    dask worker tcp://ADDRESS:8786 --nworkers 8 --nthreads 1       # on each of the others
    briefbook build --all seeds --cluster tcp://ADDRESS:8786

Nothing is shared but Briefbook itself, in the same version everywhere. One process writes: the one
that was started here. A worker that dies has its seeds built by another; one that costs several
workers their lives is told, as any seed at fault is.
"""

from __future__ import annotations

import contextlib
import importlib
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from briefbook.brand import brand_of
from briefbook.cli.batch import DIED, Result, Task, build_one
from briefbook.errors import BriefbookError, WrongUse
from briefbook.frozen import dataclass
from briefbook.output import write_together
from briefbook.version import __version__

_MOST_BYTES = 100 * 1024 * 1024
"""Of a seed: what is larger is not sent around."""
_RETRIES = 2
_WAIT_S = 20
"""For the scheduler, at first and where it is lost."""
_AHEAD = 4
"""Seeds that are on their way for each worker."""
_LOST = 3
"""Exit code of a seed whose cluster is gone, as of anything that cannot be reached."""
_ONE_AT_A_TIME = threading.Lock()
"""What a build prints is gathered for a whole process: the threads of a worker take turns."""


@dataclass(frozen=True)
class Parcel:
    """A seed on its way to a worker."""

    name: str
    seed: str
    """Its folder as it was given."""
    files: dict[str, bytes]
    """By their paths, the seed's folder first; a brand that lies above it stands beside the folder."""
    kept: dict[str, bytes]
    """Manifests where the outputs will stand: a new one keeps what they say of other outputs."""
    flags: tuple[str, ...]
    version: str = __version__


@dataclass(frozen=True)
class Delivery:
    """What a worker sends back: what became of a seed, and the files to be written."""

    result: Result
    files: dict[str, bytes]


def built_on(address: str, tasks: Sequence[Task], out: Path) -> Iterator[Result]:
    """Yield the result of each build as it comes, its files written; raises BriefbookError."""
    dask = _dask()
    try:
        client = dask.Client(address, timeout=_WAIT_S)
    except (OSError, ValueError) as error:
        hint = "start one with `dask scheduler`, and give the address that it tells"
        raise BriefbookError(f"no scheduler of Dask answers at {address}", hint=hint) from error
    with contextlib.closing(client):
        waiting = iter(tasks)
        ahead = _AHEAD * max(1, len(client.scheduler_info()["workers"]))
        on_their_way: dict[Any, Task] = {}
        coming = dask.as_completed()
        while True:
            while client.status == "running" and len(on_their_way) < ahead:
                task = next(waiting, None)
                if task is None:
                    break
                try:
                    parcel = packed(task, out)
                except (BriefbookError, OSError) as error:
                    yield _refused(task, error)
                    continue
                future = client.submit(build_parcel, parcel, retries=_RETRIES, pure=False)
                on_their_way[future] = task
                coming.add(future)
            if not on_their_way:
                break
            future = next(coming)
            yield _received(future, on_their_way.pop(future), out)
            future.release()
        for task in waiting:
            yield Result(task[0], _LOST, "error: the cluster is gone", 0.0)


def _dask() -> Any:  # noqa: ANN401  a module that is typed in part
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        hint = 'pip install "briefbook[cluster]"'
        raise WrongUse("--cluster needs Dask, which is not installed", hint=hint) from error


def _refused(task: Task, error: Exception) -> Result:
    code = error.exit_code if isinstance(error, BriefbookError) else _LOST
    hint = f"\n    {error.hint}" if isinstance(error, BriefbookError) and error.hint else ""
    return Result(task[0], code, f"error: {error}{hint}", 0.0)


def packed(task: Task, out: Path) -> Parcel:
    """Return a seed as bytes, with the brand that it wears; raises BriefbookError."""
    name, (given, *flags) = task
    seed = Path(given)
    top = seed.resolve().name
    found = {f"{top}/{path.relative_to(seed)}": path for path in seed.rglob("*") if path.is_file()}
    if "--no-brand" not in flags and (brand := brand_of(seed, True)):  # noqa: FBT003  as `build`
        home = brand.file.resolve().parent
        for path, _ in brand.files:
            if home != seed.resolve() and path.resolve().is_relative_to(home):
                found[str(path.resolve().relative_to(home))] = path
    if sum(path.stat().st_size for path in found.values()) > _MOST_BYTES:
        hint = f"at most {_MOST_BYTES // 2**20} MB are sent to a worker; build it here"
        raise WrongUse(f"{given} is too large for a cluster", hint=hint)
    at = flags.index("--out")
    kept = {
        path.name: path.read_bytes() for path in out.glob("*.json") if path.stem.startswith(top)
    }
    files = {place: path.read_bytes() for place, path in found.items()}
    return Parcel(name, given, files, kept, (*flags[:at], *flags[at + 2 :]))


def build_parcel(parcel: Parcel) -> Delivery:
    """Build a seed on a worker, in a folder of its own that is removed again."""
    start = time.monotonic()
    if parcel.version != __version__:
        told = f"error: a worker has Briefbook {__version__}, this machine {parcel.version}"
        return Delivery(Result(parcel.name, _LOST, told, 0.0), {})
    folder = Path(mkdtemp(prefix="briefbook-"))
    try:
        seed, out = folder / "seeds" / next(iter(parcel.files)).partition("/")[0], folder / "out"
        _unpack(folder / "seeds", parcel.files)
        _unpack(out, parcel.kept)
        with _ONE_AT_A_TIME:
            done = build_one(parcel.name, (str(seed), *parcel.flags, "--out", str(out)))
        files = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
        new = {n: data for n, data in files.items() if parcel.kept.get(n) != data}
        told = done.told.replace(str(seed), parcel.seed)
        seconds = time.monotonic() - start
        return Delivery(Result(parcel.name, done.code, told, seconds), {} if done.code else new)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir()
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)


def _received(future: Any, task: Task, out: Path) -> Result:  # noqa: ANN401  a future of Dask's
    """Return what became of a seed, its files written here; whatever went wrong costs it alone."""
    try:
        delivery: Delivery = future.result()
        if delivery.files:
            write_together(out, delivery.files)
    except _dask().KilledWorker:
        return Result(task[0], DIED, "error: its workers died: killed, or out of memory", 0.0)
    except BriefbookError as error:
        return _refused(task, error)
    except Exception as error:  # noqa: BLE001  whatever a network or a stranger's worker may raise
        return Result(task[0], _LOST, f"error: the cluster lost it: {error}", 0.0)
    return delivery.result
