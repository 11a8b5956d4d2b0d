"""docs/checks.md tells every rule of `check` and `verify`, and none that there is not."""

import ast
import re

from tests.seeds import ROOT

PAGE = ROOT / "docs" / "checks.md"
ROOMS = ("model", "evidence", "checks", "provenance", "sources", "verify", "brand", "deck", "index")
AT = {"Problem": 3, "_problem": 3, "problem": 2, "_hint": 4}
"""Where a rule's name stands among the arguments of what makes a problem."""
NAME = re.compile(r"[a-z]+(-[a-z]+)*")


def in_code() -> set[str]:
    """Return the name of every rule that some call gives to a problem."""
    found: set[str] = set()
    for room in ROOMS:
        folder = ROOT / "report" / "briefbook"
        for path in sorted((*(folder / room).rglob("*.py"), folder / "gate.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                found |= set(_given(node))
    return found


def _given(node: ast.AST) -> list[str]:
    values: list[ast.expr] = []
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        values += [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
        if name in AT and len(node.args) > AT[name]:
            values.append(node.args[AT[name]])
        values += node.args[:1] if name == "Added" else []
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith("rule)"):
        values += list(getattr(node.value, "elts", ()))[-1:]
    if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "rule" and node.value:
        values.append(node.value)
    if isinstance(node, ast.FunctionDef):
        for argument, default in zip(node.args.args[::-1], node.args.defaults[::-1], strict=False):
            values += [default] if argument.arg == "rule" else []
    said = [v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
    return [text for text in said if NAME.fullmatch(text)]


def in_page() -> set[str]:
    return set(
        re.findall(r"^\| `([a-z-]+)`[^|]* \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_the_page_tells_every_rule_and_no_other():
    assert in_page() == in_code()


def test_each_rule_has_what_it_holds_an_example_a_severity_and_an_answer():
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            assert len(cells) == 5, line
            assert all(cells), line
            assert cells[1] in ("error", "warning", "both", "review"), line
