"""What a build does is counted, so that nothing grows unnoticed: no clock, the same on any machine.

A bound is raised on purpose alone, and the commit says for what.
"""

import json
import os
import subprocess
import sys

import pytest

from tests.tools import ROOT

SEED = ROOT / "seeds" / "tajikistan-us"
COUNTED = {
    "classes made": "briefbook.frozen _frozen",  # the first: it makes the classes of the others
    "quotes searched": "briefbook.sources.anchoring find_quote",
    "pages laid out": "briefbook.paper.pdf.pages _Paginator._begin_page",
    "texts set on pages": "briefbook.paper.pdf.texts text_box",
    "slides fitted": "briefbook.deck.fit fit_slide",
    "slots settled": "briefbook.deck.fit _settled",
    "parts hashed": "briefbook.fingerprints _part_fingerprint",
}
BOUNDS = {
    "quotes searched": 110,  # each once: the example has 105
    "pages laid out": 1_800,  # of all ways to break pages that are weighed, most left off half-way
    "texts set on pages": 1_600,  # twice: for the ways, and for the page
    "slides fitted": 18,
    "slots settled": 120,  # ten of them are the word Backup on slides behind the close
    "parts hashed": 220,
    "classes made": 340,
}
MODULES = 820
BYTES = {".pdf": 180_000, ".pptx": 250_000, ".json": 600_000}
_HEAVY = {"matplotlib", "fontTools", "asyncio", "multiprocessing", "unittest", "babel", "ssl"}
"""What no build needs to load."""


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Build with nothing kept; return what was done, what was loaded, and the folder."""
    folder = tmp_path_factory.mktemp("counted")
    code = f"""
import importlib, inspect, json, operator, sys, types
found = dict.fromkeys({list(COUNTED)!r}, 0)
for what, where in {COUNTED!r}.items():
    module, name = where.split()
    function = inspect.unwrap(operator.attrgetter(name)(importlib.import_module(module)))
    name = name.replace(".", "_")
    kept = types.FunctionType(function.__code__, function.__globals__, name,
                              function.__defaults__, function.__closure__)
    kept.__kwdefaults__ = function.__kwdefaults__
    within = function.__globals__
    within[f"counted_{{name}}"], within["found"] = kept, found
    # In place: whoever has imported the function already is counted, too.
    exec(f"def stand_in(*given, **named):\\n    found[{{what!r}}] += 1\\n"
         f"    return counted_{{name}}(*given, **named)", within)
    function.__code__ = within["stand_in"].__code__
    function.__defaults__ = function.__kwdefaults__ = None
from briefbook.cli import main
status = main(["build", {str(SEED)!r}, "--out", sys.argv[1]])
print(json.dumps([status, found, sorted(sys.modules)]))
"""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-c", code, str(folder / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    status, found, modules = json.loads(done.stdout.splitlines()[-1])
    assert status == 0
    return found, modules, folder / "out"


@pytest.mark.parametrize("what", BOUNDS)
def test_no_work_is_done_more_often_than_it_was(build, what):
    found, _, _ = build
    assert 0 < found[what] <= BOUNDS[what]


def test_no_more_modules_are_loaded_than_were(build):
    _, modules, _ = build
    assert len(modules) <= MODULES
    assert not _HEAVY & set(modules)


def test_files_are_no_larger_than_they_were(build):
    _, _, folder = build
    sizes = {file.suffix: file.stat().st_size for file in folder.iterdir()}
    assert {suffix: size for suffix, size in sizes.items() if size > BYTES[suffix]} == {}
