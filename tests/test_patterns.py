"""Expressions compiled from kept programs are the expressions that Python compiles."""

import os
import re
import subprocess
import sys

import pytest

from briefbook import cache, memo, patterns
from briefbook.language.en import dates, numerals
from briefbook.patterns import _Programs
from tests.seeds import EXAMPLE

sre = pytest.importorskip("_sre")

EXPRESSIONS = [
    (r"(?P<year>\d{4})(?:-(?P<month>\d\d))?", 0), (rb"\((?:\\.|[^\\()])*\)", re.DOTALL),
    ("(?i:één)|[^\t\n -~]", 0), (r"[⺀-ヿ㇀-鿿]+(?<=\S)", re.IGNORECASE), ("", re.VERBOSE),
    *{(p.pattern, p.flags & ~re.UNICODE) for room in (dates, numerals) for p in vars(room).values() if isinstance(p, re.Pattern)},
]  # fmt: skip


def programs():
    return _Programs("here", sre.compile, re._parser.parse, re._compiler._code)  # type: ignore[attr-defined]


def test_a_kept_program_is_the_one_that_python_makes(tmp_path, monkeypatch):
    assert len(EXPRESSIONS) > 10
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = programs()
    made = [first.compiled(*one) for one in EXPRESSIONS]
    monkeypatch.setattr(patterns, "_FEWEST", 1)
    first.keep()
    second = programs()
    kept = [second.compiled(*one) for one in EXPRESSIONS]
    assert made == kept == [re.compile(*one) for one in EXPRESSIONS]  # by their programs
    assert [p.groupindex for p in kept] == [p.groupindex for p in made]
    assert first._new
    assert not second._new


@pytest.mark.parametrize(
    "program", [[], [0, "zz", 0, {}, []], [0, "/////w==", 0, {}, [None]], [0, "AQAAAA==", -5, {}, [None]], ["", "", "", "", ""]],
)  # fmt: skip
def test_a_program_that_is_none_is_made_anew(program):
    kept = programs()
    kept._old["0 'a+'"] = program
    assert kept.compiled("a+", 0) == re.compile("a+")


def test_what_is_joined_from_a_set_in_another_order_each_time_is_not_kept(tmp_path):
    seen = set()
    for number in range(3):
        environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "PYTHONHASHSEED": str(number)}
        command = [sys.executable, "-m", "briefbook", "build", str(EXAMPLE)]
        out = ["--out", str(tmp_path / str(number))]
        subprocess.run([*command, *out], check=True, capture_output=True, env=environment)
        [programs_] = [
            path
            for path in (tmp_path / "briefbook" / "kept").rglob("*")
            if path.is_file() and b"(?P<year>" in path.read_bytes()
        ]
        seen.add(programs_.read_bytes())
    assert len(seen) <= 2  # a build with all charts kept may need a few more than the first one


def test_an_expression_that_is_wrong_is_told_as_ever():
    with pytest.raises(re.error, match="unterminated"):
        programs().compiled("(a", 0)


@pytest.mark.parametrize(("flags", "is_kept"), [((), True), (("--no-cache",), False)])
def test_a_command_keeps_programs_unless_nothing_is_to_be_kept(
    tmp_path, monkeypatch, flags, is_kept
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    command = [sys.executable, "-m", "briefbook", "build", str(EXAMPLE), "--pdf", *flags]
    subprocess.run([*command, "--out", str(tmp_path / "out")], check=True, capture_output=True)
    large = [path for path in (tmp_path / "briefbook" / "kept").rglob("*") if path.is_file()]
    assert any(b"(?P<" in path.read_bytes() for path in large) is is_kept


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
