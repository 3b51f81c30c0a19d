"""Writes a package: every file once, its SHA-256 beside it, the list of them last."""

import hashlib
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from comments.reading.places import places_for
from comments.report.files import deadline as one_file
from comments.report.files import file_of
from policy.danish import slug_of
from policy.exporting.publisher import publisher_in

from . import index, reading
from .minutes import minutes_values
from .sheets import IN_A_VOLUME, print_volume

FORMAT, VERSION = "samskabelse-journal", 1
MANIFEST = "manifest-sha256.txt"
CHUNK = 1024 * 1024


@dataclass
class Written:
    """A package while it is written. `sums` are {path: SHA-256} of what is in it."""

    archive: zipfile.ZipFile
    at: object
    sums: dict[str, str] = field(default_factory=dict)
    documents: list[index.Document] = field(default_factory=list)
    comments: int = 0

    def put(self, path: str, content: bytes) -> str:
        """Add a file; return its path. A path is given once."""
        if path in self.sums:
            raise ValueError(f"{path} is in the package already")
        self.archive.writestr(self._entry(path), content)
        self.sums[path] = hashlib.sha256(content).hexdigest()
        return path

    def put_values(self, path: str, values: dict) -> str:
        text = json.dumps(values, ensure_ascii=False, indent=2)
        return self.put(path, f"{text}\n".encode())

    def put_stored(self, path: str, stored) -> str:
        """Add a stored file without reading it whole."""
        digest = hashlib.sha256()
        with stored.open("rb") as source, self.archive.open(self._entry(path), "w") as target:
            while chunk := source.read(CHUNK):
                target.write(chunk)
                digest.update(chunk)
        self.sums[path] = digest.hexdigest()
        return path

    def _entry(self, path: str) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(path, date_time=timezone.localtime(self.at).timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        return entry


def write_package(target: Path, hearing, comment=None, *, at=None) -> Written:
    """Write a package of the hearing, or of one comment of it, to the path `target`; tell what is in it.

    In Danish, which the municipality's journal is kept in. Raises `NoPress` where this machine can't
    make PDFs, `Unmade` when one failed: a package that lacks them is not a whole one.
    """
    with (
        translation.override(settings.LANGUAGE_CODE),
        zipfile.ZipFile(target, "w", allowZip64=True) as archive,
    ):
        written = Written(archive, at or timezone.now())
        own = [written.put_values("hearing/hearing.json", reading.hearing_values(hearing))]
        own += _put_comments(written, hearing, comment)
        written.documents.insert(0, index.of_hearing(hearing, own))
        _put_answers(written, hearing, comment)
        if comment is None:
            _put_minutes(written, hearing)
            _put_reports(written, hearing)
        _put_lists(written, hearing, comment)
    return written


def _put_comments(written, hearing, comment) -> list[str]:
    """Add every comment, and volumes of all of them to read; return the volumes' paths."""
    volumes: list[str] = []
    batch: list = []
    for found in reading.comments_of(hearing, comment):
        files = [
            written.put_values(f"{_folder(found)}/comment.json", reading.comment_values(found)),
            *_put_attachments(written, found),
        ]
        written.documents.append(index.of_comment(found, files))
        written.comments += 1
        batch.append(found)
        if len(batch) == IN_A_VOLUME:
            volumes.append(_put_volume(written, hearing, batch, len(volumes) + 1))
            batch = []
    if batch:
        volumes.append(_put_volume(written, hearing, batch, len(volumes) + 1))
    return volumes


def _put_volume(written, hearing, comments, number) -> str:
    title = _("%(hearing)s: comments %(first)s to %(last)s") % {
        "hearing": hearing.name,
        "first": comments[0].number,
        "last": comments[-1].number,
    }
    content = print_volume(hearing, comments, title)
    return written.put(f"hearing/comments-{number:03}.pdf", content)


def _put_attachments(written, comment) -> list[str]:
    """Add the citizen's files under names that no file system stumbles over."""
    paths = []
    for number, attachment in enumerate(comment.attachments.all(), start=1):
        name = get_valid_filename(Path(attachment.name).name or "file")
        path = f"{_folder(comment)}/files/{number:02}-{name}"
        paths.append(written.put_stored(path, attachment.file))
    return paths


def _folder(comment) -> str:
    return f"comments/{comment.number:05}"


def _put_answers(written, hearing, comment) -> None:
    for response in reading.answers_of(hearing, comment):
        values = reading.answer_values(response)
        path = written.put_values(f"answers/answer-{response.pk}.json", values)
        written.documents.append(index.of_answer(response, values["comments"], [path]))


def _put_minutes(written, hearing) -> None:
    """Add the minutes of meetings, frozen or not, with their files."""
    found = hearing.minutes.select_related("written_by").prefetch_related("frozen__report")
    for minutes in found.order_by("held_on", "pk"):
        folder = f"minutes/{minutes.pk:03}"
        files = [written.put_values(f"{folder}/minutes.json", minutes_values(minutes))]
        if minutes.file:
            name = get_valid_filename(Path(minutes.file_name).name or "file")
            files.append(written.put_stored(f"{folder}/{name}", minutes.file))
        written.documents.append(index.of_minutes(minutes, files))


def _put_reports(written, hearing) -> None:
    """Add the frozen hearing reports as they are printed for everybody."""
    reports = hearing.reports.select_related("hearing__edition", "decided").order_by("number")
    for report in reports:
        try:
            places = places_for(hearing.edition.policy_id)
        except Http404:
            return  # the policy is closed to the public, and the report with it
        content = file_of(report, places, "pdf").read(one_file())
        path = written.put(f"reports/report-{report.number}.pdf", content)
        written.documents.append(index.of_report(report, [path]))


def _put_lists(written, hearing, comment) -> None:
    """Add what tells of the rest: the index twice, words for people, and the sums."""
    documents = written.documents
    written.put("index.csv", index.table(documents).encode())
    written.put_values(
        "index.json",
        {
            "format": FORMAT,
            "version": VERSION,
            "made_at": written.at.isoformat(),
            "municipality": publisher_in(settings.LANGUAGE_CODE).municipality,
            "case_number": hearing.edition.case_number,
            "hearing": str(hearing.name),
            "comment": comment.number if comment else None,
            "comments": written.comments,
            "documents": [document.values() for document in documents],
        },
    )
    words = {"hearing": hearing, "comment": comment, "written": written}
    written.put("LAESMIG.txt", render_to_string("comments/export/journal.txt", words).encode())
    lines = [f"{digest}  {path}\n" for path, digest in written.sums.items()]
    written.archive.writestr(written._entry(MANIFEST), "".join(lines).encode())


def name_of(package) -> str:
    """Return the name under which the package is taken home: what it is of, and its day."""
    with translation.override(settings.LANGUAGE_CODE):
        words = [_("journal"), str(package.hearing.name)]
        if package.comment:
            words.append(str(package.comment.number))
        day = timezone.localdate(package.made_at).isoformat()
        return f"{slug_of(' '.join([*words, day]))}.zip"
