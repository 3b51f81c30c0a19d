"""Files and functions over their budget are named unless they say why."""

import subprocess

import budgets
import pytest


@pytest.fixture
def project(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "policy" / "migrations").mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("policy/x.py", 250), ("tests/x.py", 300), ("a.html", 80), ("a.css", 150), ("a.js", 100)],
)
def test_one_line_over_the_budget_is_a_breach(project, name, allowed):
    (project / name).write_text("\n" * allowed)
    assert list(budgets.faults(project)) == []
    (project / name).write_text("\n" * (allowed + 1))
    [fault] = budgets.faults(project)
    assert fault.startswith(f"{name}: {allowed + 1} lines, budget {allowed}")


def test_a_reason_at_the_top_excuses_but_an_empty_one_does_not(project):
    (project / "a.css").write_text("/* size: one table of tokens */" + "\n" * 200)
    assert list(budgets.faults(project)) == []
    (project / "a.css").write_text("/* size:" + "\n" * 200)
    assert list(budgets.faults(project))


def test_a_long_function_is_a_breach_unless_the_line_above_says_why(project):
    body = "def long():\n" + "    x = 1\n" * 40
    (project / "policy" / "x.py").write_text(f"import os\n\n\n\n\n\n\n{body}")
    [fault] = budgets.faults(project)
    assert "long has 41 lines" in fault
    reason = "# size: one match over all kinds\n"
    (project / "policy" / "x.py").write_text(f"import os\n\n\n\n\n\n{reason}{body}")
    assert list(budgets.faults(project)) == []


def test_migrations_and_ignored_files_have_no_budget(project):
    (project / ".gitignore").write_text("/var/\n")
    (project / "var").mkdir()
    (project / "var" / "x.py").write_text("\n" * 999)
    (project / "policy" / "migrations" / "0001_first.py").write_text("\n" * 999)
    assert list(budgets.faults(project)) == []
