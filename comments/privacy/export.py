"""All of one person's data as a ZIP: JSON for a program, a page to read, her own files.

GDPR art. 15 and 20. Staff are not named: who decided is the municipality's own affair (C-579/21). Staff's
notes to each other are left out unless staff choose otherwise: they may be internal documents
(databeskyttelsesloven § 22 (3), offentlighedsloven § 23).
"""

import json
import zipfile
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_valid_filename

from comments.journal.reading import comment_values
from comments.journal.reading import loaded as load
from comments.models import JournalPackage, Look, PersonRequest

from . import person

FORMAT, VERSION = "samskabelse-person", 1


def write_export(target, request: PersonRequest, *, with_notes: bool, at=None) -> dict:
    """Write the ZIP to the file or path `target`; return the values that stand in its JSON."""
    comments = load(list(request.comments.order_by("pk").values_list("pk", flat=True)))
    values = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": (at or timezone.now()).isoformat(),
        "request": _request(request),
        "comments": [_comment(comment, with_notes) for comment in comments],
        "journal_packages": _packages(comments),
        **person.elsewhere(request.email),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(values, ensure_ascii=False, indent=2)
        archive.writestr("data.json", f"{text}\n")
        page = render_to_string("comments/export/person.html", {"values": values})
        archive.writestr("laes-mig.html", page)
        for comment in comments:
            _put_files(archive, comment)
    return values


def _request(request) -> dict:
    return {
        "number": request.pk,
        "asks": request.kind,
        "received_on": request.received_on.isoformat(),
        "email": request.email,
        "name": request.name,
        "words": request.words,
    }


def _comment(comment, with_notes: bool) -> dict:
    """Return what the journal knows of it, without who of the staff did what."""
    values = comment_values(comment)
    values.pop("entered_by")
    for decision in values["decisions"]:
        decision["by"] = "staff" if decision["by"] else ""
    notes = values.pop("notes")
    if with_notes:
        values["notes"] = [{"at": note["at"], "text": note["text"]} for note in notes]
    return {
        **values,
        "hearing": str(comment.hearing.name),
        "findings": [{"kind": f.kind, "length": f.length} for f in comment.findings.all()],
        "files": [_file(comment, n, file) for n, file in _files(comment)],
        "looks": [
            {"at": at.isoformat(), "kind": kind}
            for at, kind in Look.objects.filter(comment=comment).values_list("at", "kind")
        ],
    }


def _file(comment, number, file) -> dict:
    return {
        "name": file.name,
        "size": file.size,
        "sha256": file.sha256,
        "is_scan": file.is_scan,
        "is_public": file.approved_at is not None and comment.is_public,
        "path": _path(comment, number, file),
    }


def _files(comment):
    return enumerate(comment.attachments.order_by("pk"), start=1)


def _path(comment, number, file) -> str:
    name = get_valid_filename(Path(file.name).name or "file")
    return f"files/{comment.pk}-{number:02}-{name}"


def _put_files(archive, comment) -> None:
    for number, file in _files(comment):
        with (
            file.file.open("rb") as source,
            archive.open(_path(comment, number, file), "w") as to,
        ):
            while chunk := source.read(1024 * 1024):
                to.write(chunk)


def _packages(comments) -> list[dict]:
    """List the packages that the comments were in: what lies in the journal, the site can't reach."""
    by_hearing = {comment.hearing_id for comment in comments}
    ids = {comment.pk for comment in comments}
    packages = JournalPackage.objects.filter(hearing__in=by_hearing).order_by("pk")
    return [
        {
            "asked_at": package.asked_at.isoformat(),
            "made_at": package.made_at.isoformat() if package.made_at else None,
            "removed_at": package.removed_at.isoformat() if package.removed_at else None,
            "sha256": package.sha256,
        }
        for package in packages
        if package.comment_id is None or package.comment_id in ids
    ]
