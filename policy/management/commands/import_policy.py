"""Bring a text into a policy from a file: `manage.py import_policy FILE --policy samskabelsespolitik`."""

import json
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.importing.actions import AlreadyBroughtIn, bring_in, brought_in_before, keep_plan
from policy.importing.corrections import faults_of
from policy.importing.document import Document, read_document
from policy.importing.proposal import blocks_of, propose_plan
from policy.importing.reading import limits
from policy.importing.report import lines_of, report_of
from policy.models import PolicyPage

MENDING = "to be mended by hand"


class Command(BaseCommand):
    help = (
        "Show what a DOCX or HTML file would become in a policy; with --apply, write it as a new "
        "draft. Exit code 0: shown, written, or brought in before; 1: refused; 2: wrong arguments."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--policy", required=True, help="slug or id of the Danish policy page")
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="only show the plan (the default)")
        how.add_argument("--apply", action="store_true", help="write the plan as a new draft")
        parser.add_argument("--json", action="store_true", help="write the report as JSON")

    def handle(self, *args, file: Path, policy: str, apply: bool, **options):
        """Read, report, and apply when asked. A refusal is a `CommandError` with its sentence."""
        with translation.override(settings.LANGUAGE_CODE):
            try:
                page = page_of(policy)
                document = read_document(bytes_of(file))
                report = self._applied if apply else self._shown
                found = report(page, document, file.name)
            except Refused as refused:
                raise CommandError(str(refused)) from refused
            self._write(found, as_json=options["json"])
            if found["state"] == MENDING:
                raise CommandError(
                    _("The plan is kept. Correct it in the editor, and bring it in.")
                )

    def _shown(self, page: PolicyPage, document: Document, name: str) -> dict:
        before = brought_in_before(page.translation_key, document.sha256)
        report = report_of(propose_plan(page, document), document.lost, blocks_of(page))
        state = "brought in before" if before else "dry run"
        return {"state": state, "revision": before.revision_id if before else None, **report}

    def _applied(self, page: PolicyPage, document: Document, name: str) -> dict:
        blocks = blocks_of(page)
        try:
            kept = keep_plan(page=page, document=document, file_name=name, user=None)
            report = report_of(kept.plan, document.lost, blocks)
            if faults_of(kept.plan["rows"]):
                return {"state": MENDING, "revision": None, **report}
            done = bring_in(
                text_import=kept,
                page=page,
                plan=kept.plan,
                revision_id=page.latest_revision_id,
                user=None,
            )
        except AlreadyBroughtIn as again:
            return {"state": "brought in before", "said": str(again)}
        return {"state": "brought in", "revision": done.revision_id, **report}

    def _write(self, report: dict, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
            return
        lines = [report["said"]] if "said" in report else lines_of(report)
        self.stdout.write("\n".join([*lines, "", f"[{report['state']}]"]))


def page_of(policy: str) -> PolicyPage:
    """Return the Danish page by slug, primary key or the policy's id; raise `CommandError`."""
    pages = PolicyPage.objects.in_source_language()
    found = list(pages.filter(slug=policy)[:2])
    if not found and policy.isdecimal():
        found = list(pages.filter(pk=int(policy)))
    if not found:
        try:
            found = list(pages.filter(translation_key=UUID(policy)))
        except ValueError:
            found = []
    if len(found) != 1:
        raise CommandError(f"There is not one Danish policy page called {policy}.")
    return found[0]


def bytes_of(file: Path) -> bytes:
    """Return the file's content, or just more of it than may be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(limits.BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
