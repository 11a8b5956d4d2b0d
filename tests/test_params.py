"""One model, many outputs: references filled in, tables read cell by cell, every output checked on its own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import xlsxwriter

from briefbook.cli import main
from briefbook.errors import Problem, Problems
from briefbook.model.params import Instance
from briefbook.model.reader import read_briefing, read_instances
from briefbook.verify import verify
from tests.seeds import EXAMPLE, copy_of, edit

COUNTRIES = {"ost": "Ostmark", "kes": "Kessel", "nor": "Norland"}


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """The example as a model of several countries: each has its own text and figures."""
    made = copy_of(EXAMPLE, tmp_path)
    model, source = made / "briefing.yaml", made / "source.txt"
    text = model.read_text(encoding="utf-8").replace("Ostmark", "<<country>>")
    text = text.replace("file: source.txt", "file: <<key3>>.txt").replace(
        sha(source), "<<text_hash>>"
    )
    text = text.replace("file: grants.csv", "file: <<key3>>.csv")
    text = text.replace(
        "title: Verania",
        "params:\n  country: Ostmark\n  key3: ost\n  text_hash: {about: hash of the text}\ntitle: Verania",
        1,
    )
    model.write_text(text, encoding="utf-8")
    for key, country in COUNTRIES.items():
        told = source.read_text(encoding="utf-8").replace("Ostmark", country)
        (made / f"{key}.txt").write_text(told, encoding="utf-8")
        (made / f"{key}.csv").write_bytes((made / "grants.csv").read_bytes())
    source.unlink()
    return made


def rows(seed: Path) -> list[list[str]]:
    body = [[key, country, key, sha(seed / f"{key}.txt")] for key, country in COUNTRIES.items()]
    return [["key", "country", "key3", "text_hash"], *body]


def table(seed: Path, told: list[list[str]], name: str = "countries.csv") -> Path:
    path = seed.parent / name
    path.write_text("\n".join(",".join(row) for row in told) + "\n", encoding="utf-8")
    return path


def problems(seed: Path, path: Path) -> tuple[Problem, ...]:
    with pytest.raises(Problems) as found:
        read_instances(seed, path)
    return found.value.problems


def test_references_stand_for_the_values_of_an_instance_and_for_defaults(seed: Path) -> None:
    hash_ = sha(seed / "kes.txt")
    kessel = Instance("kes", {"country": "Kessel", "key3": "kes", "text_hash": hash_})
    briefing = read_briefing(seed, kessel)
    assert (briefing.id, str(briefing.title)) == ("example-kes", "Verania–Kessel relations")
    assert "<<" not in str(briefing)
    assert {str(p.name): str(p.default) for p in briefing.params}["country"] == "Kessel"
    with pytest.raises(Problems, match="problem") as found:
        read_briefing(seed)
    [problem] = found.value.problems
    assert "“text_hash” has no value" in problem.message
    assert "--params" in problem.hint


def test_a_problem_in_a_text_with_references_is_told_where_it_stands(seed: Path) -> None:
    edit(
        seed,
        "subtitle: An example",
        "subtitle: <<contry>> and <<country>>, 2 << 3 and <<mot juste>>",
    )
    with pytest.raises(Problems) as found:
        read_briefing(seed, Instance("x", {"text_hash": "0" * 64}))
    lines = (seed / "briefing.yaml").read_text(encoding="utf-8").splitlines()
    said = {problem.message: problem for problem in found.value.problems}
    first = said["there is no parameter “contry”"]
    assert lines[first.place.line - 1].startswith("subtitle")
    assert "country" in first.hint
    assert len(said) == 1, "what is no reference is text"


def test_a_mark_stands_for_the_letters_themselves_and_a_model_without_params_is_left_alone(
    seed: Path, tmp_path: Path
) -> None:
    edit(seed, "subtitle: An example", "subtitle: <<!country>> is no reference, an example")
    kessel = Instance(
        "kes", {"country": "Kessel", "key3": "kes", "text_hash": sha(seed / "kes.txt")}
    )
    assert str(read_briefing(seed, kessel).subtitle).startswith("<<country>> is no reference")
    (tmp_path / "other").mkdir()
    plain = copy_of(EXAMPLE, tmp_path / "other")
    edit(plain, "subtitle: An example", "subtitle: <<price>> an example")
    assert str(read_briefing(plain).subtitle).startswith("<<price>>")


def test_a_value_can_neither_change_the_form_nor_refer_to_another(seed: Path) -> None:
    value = "<<key3>>: [x]\n- y #"
    briefing = read_briefing(
        seed, Instance("kes", {"country": value, "key3": "kes", "text_hash": sha(seed / "kes.txt")})
    )
    assert "<<key3>>: [x] - y #" in str(briefing.title)


def test_a_file_outside_the_seed_cannot_be_reached_by_a_value(seed: Path) -> None:
    with pytest.raises(Problems) as found:
        read_briefing(seed, Instance("x", {"key3": "../secret", "text_hash": "0" * 64}))
    assert any("outside the seed folder" in problem.message for problem in found.value.problems)


def test_csv_and_xlsx_say_the_same(seed: Path) -> None:
    book = seed.parent / "countries.xlsx"
    with xlsxwriter.Workbook(str(book)) as workbook:
        sheet = workbook.add_worksheet("Values")
        for line, row in enumerate(rows(seed)):
            sheet.write_row(line, 0, row)
    assert read_instances(seed, book) == read_instances(seed, table(seed, rows(seed)))


@pytest.mark.parametrize(
    ("change", "said", "place"),
    [
        (lambda told: told[0].__setitem__(1, "land"), "no parameter “land”", "1, column 2"),
        (lambda told: told[0].__setitem__(0, "id"), "called “id”", "1, column 1"),
        (lambda told: [row.pop() for row in told], "no column “text_hash”", "1, column 3"),
        (lambda told: told[2].__setitem__(3, ""), "no value for “text_hash” in the row “kes”", "3, column 4"),
        (lambda told: told[2].__setitem__(0, "ost"), "stands twice", "3, column 1"),
        (lambda told: told[2].__setitem__(0, "../x"), "cannot name a file", "3, column 1"),
        (lambda told: told[1].append("more"), "a value without a column", "2, column 5"),
        (lambda told: told.__delitem__(slice(1, None)), "no row of values", ""),
    ],
)  # fmt: skip
def test_a_wrong_table_is_told_by_its_cell_and_nothing_is_written(
    change, said, place, seed, tmp_path, capsys
) -> None:
    told = rows(seed)
    change(told)
    path = table(seed, told)
    found = problems(seed, path)
    assert any(said in problem.message for problem in found)
    for problem in found:
        assert problem.place.file == str(path)
    if place:
        line, column = (int(part) for part in place.replace("column ", "").split(", "))
        assert (line, column) in {(problem.place.line, problem.place.column) for problem in found}
    assert main(["build", str(seed), "--params", str(path), "--out", str(tmp_path / "out")]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_wrong_cell_of_a_workbook_is_told_by_its_name(seed: Path) -> None:
    book = seed.parent / "countries.xlsx"
    with xlsxwriter.Workbook(str(book)) as workbook:
        sheet = workbook.add_worksheet("Values")
        told = rows(seed)
        told[0][1] = "land"
        for line, row in enumerate(told):
            sheet.write_row(line, 0, row)
    [problem, *_] = problems(seed, book)
    assert str(problem.place).endswith("Values!B1")


def test_a_seed_without_params_and_a_key_that_is_not_there_are_told(seed, tmp_path, capsys) -> None:
    path = table(seed, rows(seed))
    assert main(["build", str(EXAMPLE), "--params", str(path), "--out", str(tmp_path / "o")]) == 1
    assert "has no params" in capsys.readouterr().err
    arguments = [
        "build",
        str(seed),
        "--params",
        str(path),
        "--only",
        "kess",
        "--out",
        str(tmp_path / "o"),
    ]
    assert main(arguments) == 2
    assert "did you mean “kes”" in capsys.readouterr().err
    assert main(["build", str(seed), "--only", "kes"]) == 2


@pytest.mark.slow
def test_each_row_is_built_and_verified_and_a_broken_one_costs_itself_alone(
    seed, tmp_path, capfd
) -> None:
    text = seed / "nor.txt"
    text.write_text(
        text.read_text(encoding="utf-8").replace("14 million", "15 million"), encoding="utf-8"
    )
    out = tmp_path / "out"
    path = table(seed, rows(seed))
    code = main(["build", str(seed), "--params", str(path), "--out", str(out), "--jobs", "2"])
    told = capfd.readouterr()
    assert code == 1
    assert "2 of 3 built" in told.out
    assert "example-nor:" in told.err
    assert sorted(file.name for file in out.iterdir()) == sorted(
        f"example-{key}.{end}" for key in ("ost", "kes") for end in ("pdf", "pptx", "json")
    )
    for key in ("ost", "kes"):
        assert verify((out / f"example-{key}.pdf", out / f"example-{key}.pptx")) == ()
        manifest = json.loads((out / f"example-{key}.json").read_bytes())
        assert manifest["params"]["country"] == COUNTRIES[key]
        assert COUNTRIES[key] in manifest["title"]
    one, other = (json.loads((out / f"example-{key}.json").read_bytes()) for key in ("ost", "kes"))
    assert one["inputs"]["digest"] != other["inputs"]["digest"]


def test_check_holds_each_row_against_its_own_text_and_counts_the_clean_ones(seed, capsys) -> None:
    given = table(seed, rows(seed))
    assert main(["check", str(seed), "--params", str(given)]) == 0
    told = capsys.readouterr().out
    assert [line.split(":")[0] for line in told.splitlines()[-4:-1]] == list(COUNTRIES)
    assert told.splitlines()[-1].endswith("3 of 3 rows are clean")


def test_a_row_at_fault_costs_itself_alone_and_is_named_by_its_key(seed, capsys) -> None:
    text = (seed / "kes.txt").read_text(encoding="utf-8")
    (seed / "kes.txt").write_text(text.replace("40", "50"), encoding="utf-8")
    (seed / "nor.csv").unlink()
    given = table(seed, rows(seed))
    assert main(["check", str(seed), "--params", str(given)]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines()[-1].endswith("1 of 3 rows are clean")
    assert "kes: " in said.err + said.out
    assert "nor: " in said.err + said.out
    assert main(["check", str(seed), "--params", str(given), "--only", "ost"]) == 0


def test_what_is_of_one_output_is_refused_with_a_table(seed, capsys) -> None:
    given = table(seed, rows(seed))
    assert main(["check", str(seed), "--params", str(given), "--sentences"]) == 2
    assert main(["check", str(seed), "--only", "ost"]) == 2
    assert "give the table" in capsys.readouterr().err
