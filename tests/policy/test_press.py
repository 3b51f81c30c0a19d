"""PDFs are made in a process that fetches nothing, one at a time, and only for so long."""

import fcntl
import io
import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from PIL import Image

from policy.exporting import formats, press, shelf
from policy.exporting.press import NoPress, TooSlow, Unmade, print_pdf
from policy.exporting.printing import NO_LIBRARY
from policy.exporting.sheets import kept_image
from tests.factories.exports import a_deadline, need_press, read_pdf, tagged
from tests.factories.policy import make_adopted, make_page

HOSTILE = """<html lang="da"><head><title>x</title>
<link rel="stylesheet" href="{there}/style.css"><link rel="attachment" href="{there}/a">
<link rel="attachment" href="file:///etc/passwd">
<style>@import url({there}/b.css); @font-face {{ font-family: f; src: url({there}/f) }}
body {{ font-family: f; background: url({there}/c) }}</style></head><body>
<img src="{there}/d.png" alt="a"><img src="file:///etc/passwd" alt="b">
<img src="http://169.254.169.254/latest/meta-data/" alt="c"><img src="paper:/../secret" alt="d">
<object data="file:///etc/passwd"></object><embed src="{there}/e">
<svg xmlns="http://www.w3.org/2000/svg"><image href="{there}/g"/><use href="{there}/h#i"/></svg>
<p style="background: url(ftp://127.0.0.1/x)">Ord.</p></body></html>"""


@pytest.fixture
def listener():
    """A server of the loopback that counts what it is asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_nothing_that_a_text_names_is_fetched(listener, state_folder, tmp_path):
    need_press(state_folder)
    there, asked = listener
    print_pdf(HOSTILE.format(there=there), {}, tmp_path / "x", deadline=a_deadline())
    made = read_pdf((tmp_path / "x").read_bytes())
    assert asked == []
    assert not made.attachments
    assert b"root:" not in (tmp_path / "x").read_bytes()


def test_what_goes_with_the_job_is_shown(state_folder, tmp_path):
    need_press(state_folder)
    image = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(image, "PNG")
    html = '<html lang="da"><title>x</title><img src="paper:/frozen/a.png" alt="Rød">'
    files = {"paper:/frozen/a.png": image.getvalue()}
    print_pdf(html, files, tmp_path / "x", deadline=a_deadline())
    made = read_pdf((tmp_path / "x").read_bytes())
    assert [tag["/Alt"] for tag in tagged(made, "/Figure")] == ["Rød"]
    assert len(made.pages[0].images) == 1


@pytest.mark.parametrize(
    "src",
    ["", "/etc/passwd", "frozen/../../db.sqlite3", "original_images/a.png", "file:///etc/passwd"],
)
def test_only_images_that_freezing_kept_go_with_a_job(src):
    assert kept_image(src) is None


def test_without_pango_the_press_says_so(tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    done = subprocess.run(
        [sys.executable, str(press.PRINTING)],
        input='{"seconds": 60}',
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        text=True,
        capture_output=True,
    )
    assert done.returncode == NO_LIBRARY


@pytest.fixture
def edition_and_page(db):
    page = make_page(principles=1)
    return make_adopted(page), page


def test_the_site_runs_without_pango_and_the_address_says_it(edition_and_page, client, monkeypatch):
    edition, page = edition_and_page

    def no_press(*_arguments, **_options):
        raise NoPress

    monkeypatch.setattr(formats, "print_pdf", no_press)
    response = client.get(page.file_url(edition, "pdf"))
    assert response.status_code == 503
    assert "Retry-After" not in response.headers
    assert "kan ikke lave PDF" in response.content.decode()
    assert page.file_url(edition, "docx") in response.content.decode()
    assert client.get(page.file_url(edition, "docx")).status_code == 200


def test_a_pdf_that_takes_too_long_is_promised_for_later(edition_and_page, client, monkeypatch):
    edition, page = edition_and_page
    monkeypatch.setattr(formats, "BUDGET", 0.0)
    response = client.get(page.file_url(edition, "pdf"))
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_a_job_nobody_waits_for_goes_on_and_keeps_its_turn(state_folder, tmp_path):
    need_press(state_folder)
    target = tmp_path / "exports" / "pdf-1"
    target.parent.mkdir()
    with pytest.raises(TooSlow), shelf._turn(tmp_path, time.monotonic() + 1) as lock:
        print_pdf("<html lang=da><title>x</title>x", {}, target, deadline=0.0, lock=lock)
    with open(tmp_path / ".turn") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)  # waits until the job has ended
        assert target.read_bytes().startswith(b"%PDF")


def test_a_press_that_fails_leaves_no_file_and_a_line_in_the_log(tmp_path, caplog, monkeypatch):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit('out of ink')")
    monkeypatch.setattr(press, "PRINTING", broken)
    with pytest.raises(Unmade):
        print_pdf("x", {}, tmp_path / "x", deadline=a_deadline())
    assert not (tmp_path / "x").exists()
    assert "out of ink" in caplog.text


CRASHING = """
import json, os, pathlib, signal, sys
job = json.load(sys.stdin)
tries = pathlib.Path(job["target"] + ".tries")
tries.write_text(tries.read_text() + "x" if tries.exists() else "x")
if len(tries.read_text()) <= int(job["html"]):
    os.kill(os.getpid(), signal.SIGSEGV)
pathlib.Path(job["target"]).write_text("made")
"""


def test_a_press_that_falls_over_twice_is_given_up(tmp_path, caplog, monkeypatch):
    (tmp_path / "crashing.py").write_text(CRASHING)
    monkeypatch.setattr(press, "PRINTING", tmp_path / "crashing.py")
    with pytest.raises(Unmade):
        print_pdf("2", {}, tmp_path / "x", deadline=a_deadline())
    assert (tmp_path / "x.tries").read_text() == "xx"
    assert "exit status -11" in caplog.text


def test_a_press_that_falls_over_once_is_started_again(tmp_path, monkeypatch):
    (tmp_path / "crashing.py").write_text(CRASHING)
    monkeypatch.setattr(press, "PRINTING", tmp_path / "crashing.py")
    print_pdf("1", {}, tmp_path / "x", deadline=a_deadline())
    assert (tmp_path / "x").read_text() == "made"


def test_two_who_ask_at_once_make_one_file(tmp_path):
    made, both = [], threading.Barrier(2)

    def make(target, lock):
        made.append(target)
        shelf.write_whole(target, b"whole")

    def ask(found):
        both.wait()
        found.append(shelf.kept(tmp_path / "1-1", "pdf", "k" * 32, a_deadline(10), make))

    found = []
    threads = [Thread(target=ask, args=(found,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [b"whole", b"whole"]
    assert len(made) == 1


def test_a_newer_file_takes_the_place_of_the_older(tmp_path):
    folder = tmp_path / "1-1"
    for key, kind in (("a", "pdf"), ("b", "pdf"), ("a", "paper")):
        shelf.kept(
            folder, kind, key * 32, a_deadline(10), lambda t, _l: shelf.write_whole(t, b"12345")
        )
    assert sorted(path.name[:7] for path in folder.iterdir()) == ["paper-a", "pdf-bbb"]
    assert shelf.sizes(folder) == {"pdf": 5, "paper": 5}
    assert shelf.sizes(tmp_path / "none") == {}
