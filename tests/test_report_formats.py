"""Problems as SARIF and JUnit: what other programs read is well-formed and says the same."""

import json
import xml.etree.ElementTree as ET

import pytest

from briefbook.cli import main
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.messages.junit import as_junit
from briefbook.messages.sarif import as_sarif
from tests.seeds import EXAMPLE, copy_of, edit

PROBLEMS = (
    Problem(SourceLocation("seeds/a b/briefing.yaml", 12, 7), "says “36” & <more>", "write 63",
            "unsupported-value", "x"),
    Problem(SourceLocation("seeds/a b/briefing.yaml", 14), "look", "", "long-title",
            severity=Severity.WARNING),
    Problem(SourceLocation(""), "there is no such folder"),
)  # fmt: skip


def test_a_sarif_result_has_level_rule_and_place():
    log = json.loads(as_sarif(PROBLEMS))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    first, second, third = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["level"] for r in run["results"]] == ["error", "warning", "error"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "unsupported-value"
    assert rules[first["ruleIndex"]]["help"]["text"]
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "seeds/a%20b/briefing.yaml"
    assert physical["region"] == {"startLine": 12, "startColumn": 7}
    assert second["locations"][0]["physicalLocation"]["region"]["startColumn"] == 1
    assert "locations" not in third


def test_sarif_without_problems_is_a_run_without_results():
    assert json.loads(as_sarif(()))["runs"][0]["results"] == []


def test_a_junit_suite_fails_by_rule_and_warnings_do_not_fail():
    suite = ET.fromstring(as_junit(PROBLEMS))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    names = {case.get("name"): case for case in suite}
    assert set(names) == {"unsupported-value", "briefbook", "warnings"}
    failure = names["unsupported-value"].find("failure")
    assert failure is not None
    assert failure.get("message") == "says “36” & <more>"
    assert names["warnings"].find("failure") is None


def test_junit_without_problems_is_one_case_that_passes():
    suite = ET.fromstring(as_junit(()))[0]
    assert [(case.get("name"), list(case)) for case in suite] == [("briefbook", [])]


@pytest.mark.parametrize(
    ("form", "read"), [("sarif", json.loads), ("junit", ET.fromstring), ("json", json.loads)]
)
def test_a_check_prints_nothing_but_the_form_asked_for(tmp_path, capsys, form, read):
    seed = copy_of(EXAMPLE, tmp_path)
    assert main(["check", str(seed), "--format", form]) == 0
    read(capsys.readouterr().out)
    edit(seed, "text: About 40 trains", "text: About 50 trains")
    assert main(["check", str(seed), "--format", form]) == 1
    read(capsys.readouterr().out)


def test_the_doctor_names_what_is_there_and_what_is_missing(capsys):
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    for line in ("ok       Briefbook", "reading PDF", "typefaces of the deck", "cache folder"):
        assert line in told


@pytest.fixture
def french(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "lang: en-US", "lang: fr\nchecks: none")
    return seed


def test_each_form_tells_that_statements_were_not_checked(french, capsys):
    told = {}
    for form in ("text", "json", "github", "sarif", "junit"):
        assert main(["check", str(french), "--format", form]) == 0
        out, err = capsys.readouterr()
        assert "values match evidence" not in out
        told[form] = out + err
    assert "statements not checked, 9 quotes from 1 source found" in told["text"]
    assert all("not checked: what" in said for said in told.values())
    data = json.loads(told["json"])
    assert data["statements_checked"] is False
    assert "no value, date, name or word" in data["not_checked"].lower()
    assert "::notice" in told["github"]
    (run,) = json.loads(told["sarif"])["runs"]
    assert run["invocations"][0]["toolExecutionNotifications"]
    suite = ET.fromstring(told["junit"])[0]
    assert suite.find("testcase/skipped") is not None
    assert suite.get("skipped") == "1"


def test_nothing_is_said_of_statements_that_were_checked(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    for form in ("json", "github", "sarif", "junit"):
        main(["check", str(seed), "--format", form])
        assert "not checked" not in capsys.readouterr().out


def test_what_no_check_reads_is_all_over_the_line_of_review(french, capsys):
    assert main(["review", str(french), "--format", "json"]) == 0
    statements = json.loads(capsys.readouterr().out)["statements"]
    assert all(one["over_line"] for one in statements)
    assert {reason for one in statements for reason in one["reasons"]} == {
        "not read: the checks read English; nothing holds it against its quotes but your eyes"
    }


def test_derivations_are_told_beside_another_statement_with_an_error(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "text: About 40 trains use it every day", "text: About 280 trains use it every week")
    assert main(["check", str(seed), "--explain"]) == 0
    clean = capsys.readouterr().out
    edit(seed, "Tarn, at a cost of $14 million", "Tarn, at a cost of $15 million")
    assert main(["check", str(seed), "--explain"]) == 1
    assert capsys.readouterr().out in clean
    assert main(["check", str(seed), "--explain", "--format", "json"]) == 1
    [derived] = json.loads(capsys.readouterr().out)["derivations"]
    assert derived["statement"] == "trains"
    assert f"{derived['name']}: {derived['derivation']}" in clean


def test_of_a_statement_with_an_error_nothing_follows(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(
        seed,
        "text: About 40 trains use it every day",
        "text: On 5 May 1990 about 280 trains used it a week",
    )
    assert main(["check", str(seed), "--explain"]) == 1
    assert "280" not in capsys.readouterr().out
