"""What builds keep changes no byte of what they make, and is found for the very same thing only."""

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from briefbook import cache
from briefbook.build import build
from briefbook.checks import findings, registry, verdicts
from briefbook.checks.context import context_of
from briefbook.checks.verdicts import kept_or
from briefbook.cli import main
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts, pictures
from briefbook.exhibits.pictures import chart_fonts, drawn
from briefbook.model.reader import read_briefing
from briefbook.theme.look import OURS, wearing
from briefbook_figures import draw as drawing
from briefbook_figures.display_list import as_data, from_data
from briefbook_figures.faces import Fonts
from briefbook_figures.palette import PAPER
from tests.seeds import EXAMPLE, TAJIKISTAN, copy_of, edit


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def made(out: Path) -> dict[str, bytes]:
    build(EXAMPLE, out)
    return {path.name: path.read_bytes() for path in out.iterdir()}


def flipped(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.slow
def test_full_empty_and_poisoned_caches_give_the_same_files(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    without = made(tmp_path / "without")
    with cache.opened(str(folder)):
        assert made(tmp_path / "empty") == without
    kept = {path: path.read_bytes() for path in entries(folder)}
    assert kept

    def never(*_: object) -> None:
        raise AssertionError("drawn, though it was kept")

    with monkeypatch.context() as patched, cache.opened(str(folder)):
        patched.setattr(drawing, "draw", never)
        assert made(tmp_path / "full") == without
    others = [*kept.values()][1:] + [*kept.values()][:1]
    poisons = {
        "cut": {path: data[: len(data) // 2] for path, data in kept.items()},
        "nothing": dict.fromkeys(kept, b""),
        "one bit": {path: flipped(data) for path, data in kept.items()},
        "another's": dict(zip(kept, others, strict=True)),
    }
    for name, poison in poisons.items():
        for path, data in poison.items():
            path.write_bytes(data)
        with cache.opened(str(folder)):
            assert made(tmp_path / name) == without, name


@pytest.fixture
def asked(monkeypatch):
    """Return the hashes that are asked for, one a call."""
    paths: list[str] = []

    def note(kind: str, depends_on: str) -> None:
        paths.append(cache._path(kind, depends_on))

    monkeypatch.setattr(cache, "found", note)
    return paths


def test_every_thing_that_a_chart_depends_on_is_asked_for(tmp_path, monkeypatch, asked):
    charts = make_charts(read_briefing(EXAMPLE))
    picture = drawn(next(iter(charts.values())).chart, 400.0, None, PAPER, _fonts())
    monkeypatch.setattr(drawing, "draw", lambda *_: picture)
    asked.clear()
    with cache.opened(str(tmp_path / "cache")):
        fonts = _fonts()
        for art in charts.values():
            drawn(art.chart, 400.0, 200.0, PAPER, fonts)
        chart: Any = next(iter(charts.values())).chart
        for field in fields(chart):
            drawn(_other(chart, field.name), 400.0, 200.0, PAPER, fonts)
        drawn(chart, 401.0, 200.0, PAPER, fonts)
        drawn(chart, 400.0, None, PAPER, fonts)
        for field in fields(PAPER):
            changed: dict[str, Any] = {field.name: 3.25}
            drawn(chart, 400.0, 200.0, replace(PAPER, **changed), fonts)
        drawn(chart, 400.0, 200.0, PAPER, replace(fonts, ems=_wide))
        for name in ("sans", "semibold", "italic"):
            file = tmp_path / name
            named: dict[str, Any] = {name: file}
            file.write_bytes(getattr(fonts, name).read_bytes() + b"\0")
            drawn(chart, 400.0, 200.0, PAPER, replace(fonts, **named))
    monkeypatch.setattr(cache, "loaded_code", lambda: "another version")
    with cache.opened(str(tmp_path / "cache")):
        drawn(chart, 400.0, 200.0, PAPER, fonts)
    assert len(asked) > 20
    assert len(set(asked)) == len(asked)


def test_verdicts_come_back_as_they_were_and_no_rule_runs_again(tmp_path, monkeypatch):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "About 40 trains use it every day", "About 50 trains use it every day")
    resolved = resolve(read_briefing(seed))
    with cache.opened(str(tmp_path / "cache")):
        first = findings(resolved)
    assert first

    def never(*_: object) -> None:
        raise AssertionError("ran, though its verdict was kept")

    monkeypatch.setattr(registry, "RULES", (never,))
    with cache.opened(str(tmp_path / "cache")):
        assert findings(resolve(read_briefing(seed))) == first


def test_every_thing_that_a_verdict_depends_on_is_asked_for(tmp_path, asked):
    briefing = read_briefing(copy_of(TAJIKISTAN, tmp_path))
    (id_, text), *others = briefing.documents
    changed = [
        briefing,
        replace(briefing, sha256="0" * 64),
        replace(briefing, file="elsewhere/briefing.yaml"),
        replace(briefing, documents=((id_, replace(text, sha256="0" * 64)), *others)),
        replace(briefing, series=(replace(briefing.series[0], sha256="0" * 64), *briefing.series[1:])),
    ]  # fmt: skip
    with cache.opened(str(tmp_path / "cache")):
        for one in changed:
            kept_or(one, tuple)
        with wearing(replace(OURS, inks={"#0F2B46": "#000000"})):
            kept_or(briefing, tuple)
        kept_or(replace(briefing, sha256=""), tuple)
    assert len(asked) == len(changed) + 1, "what has no hash is not kept"
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(
    "edits",
    [
        (("About 40 trains use it every day", "About 50 trains use it every day"),),
        (("lang: en", "# a line more\n\nlang: en"), ("every day", "every night")),
        (("title: Verania–Ostmark", "title: Norland–Ostmark"),),
        (('June 21, 2011"}]', 'June 21, 2011, by train"}]'),),
        (("  publisher: ", "  publisher: Another "),),
    ],
)
def test_what_is_kept_of_single_assertions_is_what_their_rules_find(tmp_path, edits):
    seed = copy_of(EXAMPLE, tmp_path)
    with cache.opened(str(tmp_path / "cache")):
        findings(resolve(read_briefing(seed)))
        for old, new in edits:
            edit(seed, old, new)
        found = findings(resolve(read_briefing(seed)))
    assert found == findings(resolve(read_briefing(seed)))


def test_rules_run_on_the_assertions_that_have_changed_alone(tmp_path, monkeypatch):
    seed = copy_of(EXAMPLE, tmp_path)
    ran: list[str] = []

    def note(assertion: Any, _: object) -> tuple[()]:
        ran.append(" ".join(assertion.texts))
        return ()

    monkeypatch.setattr(registry, "ASSERTION_RULES", (note,))
    with cache.opened(str(tmp_path / "cache")):
        findings(resolve(read_briefing(seed)))
        assert len(ran) > 20
        ran.clear()
        edit(seed, "About 40 trains use it every day", "About 50 trains use it every day")
        findings(resolve(read_briefing(seed)))
    assert ran
    assert all("50 trains" in text for text in ran)


def test_every_thing_that_an_assertion_s_verdict_depends_on_is_asked_for():
    resolved = resolve(read_briefing(TAJIKISTAN))
    assertion: Any = next(a for a in resolved.assertions if a.quotes and a.computed)
    context: Any = context_of(resolved)
    plain = {repr(verdicts._plain(assertion, assertion.place))}
    for field in fields(assertion):
        if field.name != "place":  # lines are counted from it
            another: dict[str, Any] = {field.name: "another"}
            other = replace(assertion, **another)
            plain.add(repr(verdicts._plain(other, assertion.place)))
    assert len(plain) == len(fields(assertion))
    plain = {repr(verdicts._plain(context, None))}
    for field in fields(context):
        if field.name != "documents":  # their hashes stand for them
            another = {field.name: "another"}
            plain.add(repr(verdicts._plain(replace(context, **another), None)))
    assert len(plain) == len(fields(context))


def _wide(text: str, _: str) -> float:
    return float(len(text))


def _other(chart: Any, name: str) -> Any:
    """Return a chart that differs in one field, whatever that field is."""
    other = replace(chart)
    object.__setattr__(other, name, "something else")
    return other


def _fonts() -> Fonts:
    with chart_fonts() as fonts:
        return fonts


def test_a_display_list_comes_back_as_it_was():
    charts = make_charts(read_briefing(EXAMPLE))
    for picture in pictures.draw_pictures(charts).values():
        assert from_data(json.loads(json.dumps(as_data(picture)))) == picture


def test_what_was_used_longest_ago_goes_first(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MAX_BYTES", 250)
    monkeypatch.setattr(cache, "_GROWN_BYTES", 3 * 4096)
    with cache.opened(str(tmp_path)):
        for name in ("old", "middle", "new"):
            cache.keep("chart", name, b"x" * 60)
    with cache.opened(str(tmp_path)):
        assert [bool(cache.found("chart", name)) for name in ("old", "new")] == [False, True]


def test_the_folder_is_looked_through_only_where_it_has_grown(tmp_path, monkeypatch):
    looked: list[str] = []

    def entries_of(root):
        looked.append(root)
        return iter(())

    monkeypatch.setattr(cache, "_GROWN_BYTES", 3 * 4096)
    monkeypatch.setattr(cache, "_entries", entries_of)
    for number in range(7):
        with cache.opened(str(tmp_path)):
            cache.keep("chart", str(number), b"x")
    assert looked == [str(tmp_path)] * 2


def test_nothing_is_kept_unless_a_folder_is_opened():
    cache.keep("chart", "a chart", b"data")
    assert cache.found("chart", "a chart") is None


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    with cache.opened(str(tmp_path / "file")):
        cache.keep("chart", "a chart", b"data")
        assert cache.found("chart", "a chart") is None


def test_the_cache_is_cleared_and_only_what_is_ours(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with cache.opened():
        cache.keep("chart", "a chart", b"data")
    (tmp_path / "briefbook" / "mine.txt").write_text("mine")
    assert main(["cache", "clear"]) == 0
    assert [path.name for path in entries(tmp_path)] == ["mine.txt"]
    assert main(["cache", "path"]) == 0
    assert str(tmp_path) in capsys.readouterr().out
