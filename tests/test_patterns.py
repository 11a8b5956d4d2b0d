"""Expressions compiled from kept programs are those that are compiled anew."""

import os
import re
import runpy
import subprocess
import sys
from re import _parser  # type: ignore[attr-defined]

import pytest

from briefbook import cache, memo, patterns
from briefbook.language.en import dates, numerals
from briefbook.patterns import Programs
from tests.seeds import EXAMPLE
from tests.tools import ROOT

sre = pytest.importorskip("_sre")

TOOL = ROOT / "docs" / "tools" / "compile_patterns.py"

EXPRESSIONS = [
    (r"(?P<year>\d{4})(?:-(?P<month>\d\d))?", 0), (rb"\((?:\\.|[^\\()])*\)", re.DOTALL),
    ("(?i:één)|[^\t\n -~]", 0), (r"[⺀-ヿ㇀-鿿]+(?<=\S)", re.IGNORECASE), ("", re.VERBOSE),
    *{(p.pattern, p.flags & ~re.UNICODE) for room in (dates, numerals) for p in vars(room).values() if isinstance(p, re.Pattern)},
]  # fmt: skip


RUN = "import sys; from briefbook import patterns, __main__; patterns.installed_file = lambda: sys.argv.pop(1); __main__.run()"


def programs(version="here"):
    return Programs(version, sre.compile, _parser.parse, patterns._code_of)


def built(folder, *flags, installed="", number=0):
    """What is kept of programs by a build whose installation brings those of a file."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder), "PYTHONHASHSEED": str(number)}
    command = [sys.executable, "-c", RUN, str(installed), "build", str(EXAMPLE), "--pdf", *flags]
    out = ["--out", str(folder / str(number))]
    subprocess.run([*command, *out], check=True, capture_output=True, env=environment)
    found = (folder / "briefbook" / "kept").rglob("*")
    return [p.read_bytes() for p in found if p.is_file() and b"(?P<year>" in p.read_bytes()]


def test_a_kept_program_is_the_one_that_is_made_anew(tmp_path, monkeypatch):
    assert len(EXPRESSIONS) > 10
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = programs()
    made = [first.compiled(*one) for one in EXPRESSIONS]
    monkeypatch.setattr(patterns, "_FEWEST", 1)
    first.keep()
    for take in (lambda taking: taking.take_kept(), lambda taking: taking.take(first.packed())):
        second = programs()
        take(second)
        kept = [second.compiled(*one) for one in EXPRESSIONS]
        assert made == kept == [re.compile(*one) for one in EXPRESSIONS]  # by their programs
        assert [p.groupindex for p in kept] == [p.groupindex for p in made]
        assert first._new
        assert not second._new


@pytest.mark.parametrize(
    "program", [(), (0, "zz", 0, {}), (0, [2**32 - 1], 0, {}), (0, [1], -5, {}), ("", "", "", "")],
)  # fmt: skip
def test_a_program_that_is_none_is_made_anew(program):
    kept = programs()
    kept._old["0 a+"] = program
    assert kept.compiled("a+", 0) == re.compile("a+")


def test_a_file_of_another_version_or_cut_short_or_of_anything_gives_no_program():
    made = programs()
    made.compiled("(?P<a>b+)", 0)
    whole = made.packed()
    assert programs()._unpacked(whole)
    other = programs("another")
    other.take(whole)
    assert not other._old
    for broken in (b"", b"\n", b"[]\n", b'["here", {"a": 1}]\n', whole[:9], whole[: whole.index(b"\n") + 7]):  # fmt: skip
        taken = programs()
        taken.take(broken)
        assert taken.compiled("(?P<a>b+)", 0) == re.compile("(?P<a>b+)")


def test_an_installation_brings_what_a_build_compiles_in_the_same_bytes_each_time(tmp_path):
    processes = [
        subprocess.Popen(
            [sys.executable, str(TOOL), str(tmp_path / f"{number}.programs"), str(EXAMPLE)],
            env={**os.environ, "PYTHONHASHSEED": str(number)},
        )
        for number in range(2)
    ]
    assert [process.wait(timeout=300) for process in processes] == [0, 0]
    files = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert files[0] == files[1]
    assert not built(tmp_path, installed=tmp_path / "0.programs")  # nothing is left to keep


def test_a_wheel_takes_the_programs_of_a_checkout_that_has_not_changed_since(tmp_path):
    fresh = runpy.run_path(str(TOOL.with_name("build_hook.py")))["are_of_this_state"]
    source, kept = tmp_path / "report" / "rule.py", tmp_path / "report" / "kept.programs"
    source.parent.mkdir()
    source.touch()
    assert not fresh(kept, tmp_path)
    kept.touch()
    os.utime(kept, (2e9, 2e9))
    assert fresh(kept, tmp_path)
    os.utime(source, (3e9, 3e9))
    assert not fresh(kept, tmp_path)


@pytest.fixture(scope="module")
def first_kept(tmp_path_factory):
    """A folder of a user, and what is kept of programs there by the first build."""
    folder = tmp_path_factory.mktemp("kept")
    return folder, built(folder)


def test_what_is_joined_from_a_set_in_another_order_each_time_is_not_kept(first_kept):
    folder, kept = first_kept
    seen = {*kept, *(one for number in (1, 2) for one in built(folder, number=number))}
    assert (
        1 <= len(seen) <= 2
    )  # a build with all charts kept may need a few more than the first one


def test_an_expression_is_compiled_once_however_many_there_are():
    kept = programs()
    first = kept.compiled("(?P<a>b+)", 0)
    for number in range(600):  # more than Python itself remembers
        kept.compiled(f"a{number}", 0)
    assert kept.compiled("(?P<a>b+)", 0) is first


def test_an_expression_that_is_wrong_is_told_as_ever():
    with pytest.raises(re.error, match="unterminated"):
        programs().compiled("(a", 0)


def test_a_command_keeps_programs_unless_nothing_is_to_be_kept(tmp_path, first_kept):
    assert first_kept[1]
    assert not built(tmp_path, "--no-cache")


def test_work_on_the_same_bytes_is_done_once_and_known_to_the_next_build(tmp_path, monkeypatch):
    done = []

    def work():
        done.append(1)
        return "told"

    monkeypatch.setattr(memo, "_known", {})
    with cache.opened(str(tmp_path)), memo.kept("one"):
        assert memo.once("page", b"bytes", work) == memo.once("page", b"bytes", work) == "told"
        memo.once("slide", b"bytes", work)
    assert len(done) == 2
    monkeypatch.setattr(memo, "_known", {})
    with cache.opened(str(tmp_path)), memo.kept("one"):
        memo.once("page", b"bytes", work)
        assert len(done) == 2
        memo.once("page", b"other bytes", work)
    assert len(done) == 3
