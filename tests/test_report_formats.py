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
