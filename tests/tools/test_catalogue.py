"""The catalogue of translations follows the source and never loses a translation."""

import json
import subprocess
import sys
from pathlib import Path

import catalogue
import polib
import pytest

TOOL = Path(catalogue.__file__)

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext
from django.utils import translation

title = _("Policy")
folded = _("two " "parts")
count = ngettext("%(n)d comment", "%(n)d comments", 2) % {"n": 2}
may = npgettext("month", "%(n)d May", "%(n)d Mays", 1)
other = translation.pgettext("verb", "Open")
unrelated = print("not this")
"""
TEMPLATE = """{% load i18n %}<p title="{% translate 'Don’t' %}">
{% translate "Open" context "state" %}
{% blocktranslate trimmed count n=comments|length with name=x %}
  One comment
  by {{ name }}
{% plural %}
  {{ n }} comments by {{ name }}
{% endblocktranslate %}
{% include "x.html" with label=_("Label") %}{{ value|default:_("None given") }} 100 %
{% blocktranslate context "quota" %}100 % "done"{% endblocktranslate %}</p>
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "site" / "locale").mkdir(parents=True)
    (tmp_path / "policy").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "policy" / "models.py").write_text(PYTHON)
    (tmp_path / "tests" / "x.py").write_text(PYTHON.replace("Policy", "Only in tests"))
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    return tmp_path


def run(project, *arguments):
    return catalogue.main(list(arguments), root=project)


def danish(project):
    path = catalogue.catalogues(project)["da"]
    return {catalogue.key_of(entry): entry for entry in polib.pofile(str(path))}


def add(project, additions):
    path = project / "new.json"
    path.write_text(json.dumps(additions))
    return run(project, "add", str(path))


def test_extract_finds_every_way_of_marking_a_text(project):
    assert run(project, "extract") == 0
    assert set(danish(project)) == {
        ("", "Policy"),
        ("", "two parts"),
        ("", "%(n)d comment"),
        ("month", "%(n)d May"),
        ("verb", "Open"),
        ("", "Don’t"),
        ("state", "Open"),
        ("", "One comment by %(name)s"),
        ("", "Label"),
        ("", "None given"),
        ("quota", '100 %% "done"'),
    }
    assert danish(project)[("", "One comment by %(name)s")].msgid_plural == (
        "%(n)s comments by %(name)s"
    )


def test_extract_twice_changes_no_byte(project):
    run(project, "extract")
    path = catalogue.catalogues(project)["da"]
    before = path.read_bytes()
    run(project, "extract")
    assert path.read_bytes() == before
    assert b"POT-Creation-Date" not in before
    assert b"#:" not in before


def test_extract_keeps_translations_and_drops_texts_that_are_gone(project):
    assert add(project, {"Policy": "Politik", "verb\u0004Open": "Åbn"}) == 0
    module = project / "policy" / "models.py"
    module.write_text(module.read_text().replace('"two " "parts"', '"new text"'))
    run(project, "extract")
    assert danish(project)[("", "Policy")].msgstr == "Politik"
    assert danish(project)[("verb", "Open")].msgstr == "Åbn"
    assert ("", "two parts") not in danish(project)
    assert danish(project)[("", "new text")].msgstr == ""


def test_add_reports_what_does_not_fit_and_keeps_the_rest(project, capsys):
    status = add(project, {"Policy": "Politik", "Nowhere": "Intet", "%(n)d comment": "kommentar"})
    assert status == 1
    assert danish(project)[("", "Policy")].msgstr == "Politik"
    said = capsys.readouterr().err
    assert "not in the source: 'Nowhere'" in said
    assert "has a plural: '%(n)d comment'" in said


def test_several_people_can_add_at_once(project):
    for name in (tool.name for tool in TOOL.parent.glob("*.py")):
        (project / "tools").mkdir(exist_ok=True)
        (project / "tools" / name).write_text((TOOL.parent / name).read_text())
    files = []
    for number, pair in enumerate({"Policy": "Politik", "Label": "Etiket", "Don’t": "Nej"}.items()):
        files.append(project / f"{number}.json")
        files[-1].write_text(json.dumps(dict([pair])))
    tool = str(project / "tools" / "catalogue.py")
    running = [subprocess.Popen([sys.executable, tool, "add", str(path)]) for path in files]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert danish(project)[("", "Policy")].msgstr == "Politik"
    assert danish(project)[("", "Label")].msgstr == "Etiket"
    assert danish(project)[("", "Don’t")].msgstr == "Nej"


def test_missing_has_the_shape_that_add_takes(project, capsys):
    run(project, "missing")
    missing = json.loads(capsys.readouterr().out)
    assert missing["Policy"] == ""
    assert missing["%(n)d comment"] == ["", ""]
    filled = {k: [k, k.replace("One", "%(n)s")] if v else k for k, v in missing.items()}
    filled["month\u0004%(n)d May"] = ["%(n)d maj", "%(n)d maj"]
    filled["verb\u0004Open"] = filled["state\u0004Open"] = "Åbn"
    filled["quota\u0004" + '100 %% "done"'] = "100 %% klar"
    filled["%(n)d comment"] = ["én kommentar", "%(n)d kommentarer"]
    filled["One comment by %(name)s"] = ["Én af %(name)s", "%(n)s af %(name)s"]
    assert add(project, filled) == 0
    assert run(project, "check") == 0
    run(project, "missing")
    assert json.loads(capsys.readouterr().out) == {}


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ({"Policy": "Politik {navn}"}, "{navn}"),
        ({"%(n)d comment": ["%(n)d kommentar", "kommentarer"]}, "%(n)d"),
        ({"One comment by %(name)s": ["Én", "%(n)s af %(navn)s"]}, "%(navn)s"),
    ],
)
def test_check_names_placeholders_that_differ(project, capsys, translation, fault):
    add(project, translation)
    assert run(project, "check") == 1
    assert any(
        "placeholders differ" in line and fault in line
        for line in capsys.readouterr().err.splitlines()
    )


def test_check_fails_when_the_source_has_moved_on(project, capsys):
    run(project, "extract")
    (project / "policy" / "models.py").write_text("")
    assert run(project, "check") == 1
    assert "no longer in the source, run extract: 'Policy'" in capsys.readouterr().err


def test_other_languages_are_kept_too_but_may_be_incomplete(project):
    (project / "site" / "locale" / "ar").mkdir()
    run(project, "extract")
    arabic = polib.pofile(str(catalogue.catalogues(project)["ar"]))
    forms = next(e for e in arabic if e.msgid == "%(n)d comment").msgstr_plural
    assert sorted(forms) == [0, 1, 2, 3, 4, 5]
    assert not [
        f
        for f in catalogue.faults(project, catalogue.messages.collect(project))
        if f.startswith("ar")
    ]


def test_compile_writes_only_what_is_older_than_its_source(project):
    add(project, {"Policy": "Politik"})
    [written] = catalogue.compile_all(project)
    assert {e.msgid: e.msgstr for e in polib.mofile(str(written))} == {"Policy": "Politik"}
    assert catalogue.compile_all(project) == []


def test_a_text_put_together_at_run_time_is_refused(project, capsys):
    (project / "policy" / "views.py").write_text(
        'from django.utils.translation import gettext\ngettext(f"hello {name}")\n'
    )
    assert run(project, "extract") == 1
    assert "policy/views.py:2: a text to translate must be a plain literal" in (
        capsys.readouterr().err
    )
