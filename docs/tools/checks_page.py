"""Write docs/checks.md from the catalogue of rules."""

from pathlib import Path

from briefbook.checks.catalogue import Example, Rule, rules

_INTRODUCTION = """# What is checked

Every problem has the name of its rule (`rule` in `--format json`, the title of an annotation in `--format github`), its place as `file:line:column`, the statement, what is not supported, and the nearest thing in the source that is. There are three levels. Errors stop a build: a value, unit, date, name or formula that cannot be true of the quotes, or a quote that cuts away what takes it back. Warnings are typed alarms for a person to read; a briefing may be built with them. What speaks about as often on truth as on lies is only a reason for a look (`review`): `briefbook review SEED` lists every statement beside its quotes, and headlines, the bottom line, takeaways and judgements beside what they rest on, the riskiest first. A value that no quote has as it stands may follow from the quotes, by the rules in `evidence/derivations.py`; `briefbook check --explain` tells each: “26 years: 1980 to 2006”. Nothing is repaired and no rule can be switched off: what a statement says is changed, or what supports it.

What the rules catch and what they miss is measured: [mutations.md](mutations.md). This page is made from `report/briefbook/checks/rules.toml`, whose examples are run by the tests."""


_EXAMPLES = "A statement that each rule finds, and what to write instead; the tests run both."


def page() -> str:
    """Return the documentation's page of all rules, in Markdown."""
    lines = [_INTRODUCTION]
    for group in dict.fromkeys(rule.group for rule in rules()):
        lines += [
            "",
            f"## {group}",
            "",
            "| rule | severity | holds | example | answer |",
            "|---|---|---|---|---|",
        ]
        lines += [_row(rule) for rule in rules() if rule.group == group]
    lines += ["", "## Examples", "", _EXAMPLES, ""]
    lines += [
        _example(rule, rule.fails, rule.passes)
        for rule in rules()
        if rule.fails and rule.passes and rule.fails.quote and rule.fails.text != rule.passes.text
    ]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    was = f" (was `{rule.was}`)" if rule.was else ""
    cells = (f"`{rule.id}`{was}", rule.severity, rule.holds, rule.says, rule.answer)
    return f"| {' | '.join(cells)} |"


def _example(rule: Rule, fails: Example, passes: Example) -> str:
    """Return a statement that fails and one that passes, after what the source says."""
    said = "” or “".join(dict.fromkeys((fails.quote, passes.quote)))
    return f"- `{rule.id}`: the source says “{said}”; not “{fails.text}”, but “{passes.text}”"


if __name__ == "__main__":
    Path(__file__).parent.parent.joinpath("checks.md").write_text(page(), encoding="utf-8")
