"""`manage.py import_policy` shows a plan, and writes it only when asked; its exit codes can be relied on."""

import json

import pytest
from django.core.management import CommandError, call_command

from policy.models import TextImport
from tests.factories.policy import edit, make_page

pytestmark = pytest.mark.django_db

HTML = "<h1>Principper</h1><h2>Vi svarer</h2><p>Altid.</p><h2>Vi lytter</h2><p>Også.</p>"


@pytest.fixture
def page():
    return edit(make_page(slug="samskabelse"), body=[])


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "politik.html"
    made.write_text(HTML)
    return made


def run(capsys, *args, **options) -> str:
    call_command("import_policy", *map(str, args), **options)
    return capsys.readouterr().out


def test_a_refused_file_ends_with_its_sentence(page, tmp_path):
    (tmp_path / "x.docx").write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match="En PDF har ingen overskrifter"):
        call_command("import_policy", str(tmp_path / "x.docx"), "--policy", "samskabelse")


def test_a_missing_file_and_an_unknown_policy_are_said(page, file, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_policy", str(tmp_path / "nej.docx"), "--policy", "samskabelse")
    for name in ("nej", "999999", "ikke-et-uuid"):
        with pytest.raises(CommandError, match=name):
            call_command("import_policy", str(file), "--policy", name)


@pytest.mark.parametrize("arguments", [[], ["--dry-run"]])
def test_a_dry_run_writes_nothing(page, file, capsys, arguments):
    before = page.latest_revision_id
    said = run(capsys, file, "--policy", page.pk, *arguments)
    assert "Vi lytter" in said
    assert "[dry run]" in said
    page.refresh_from_db()
    assert page.latest_revision_id == before
    assert not TextImport.objects.exists()


def test_applying_writes_a_draft_and_doing_it_again_nothing(page, file, capsys):
    said = json.loads(run(capsys, file, "--policy", page.translation_key, "--apply", "--json"))
    page.refresh_from_db()
    assert (said["state"], said["revision"]) == ("brought in", page.latest_revision_id)
    assert [row["kind"] for row in said["rows"]] == ["heading", "principle", "principle"]
    assert "allerede hentet ind" in run(capsys, file, "--policy", "samskabelse", "--apply")
    again = json.loads(run(capsys, file, "--policy", "samskabelse", "--json"))
    assert again["state"] == "brought in before"
    before = page.latest_revision_id
    page.refresh_from_db()
    assert page.latest_revision_id == before
