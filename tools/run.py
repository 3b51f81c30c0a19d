"""From a fresh clone to a served site: `make run`. The standard library only."""

import errno
import os
import shutil
import socket
import time
import urllib.error
import urllib.request

import fingerprint
from children import Children, Stopped
from install import install
from steps import (
    PYTHON,
    ROOT,
    STATE,
    Trouble,
    check_writable,
    command,
    finish,
    say,
    stamp,
    stamped,
    step,
    together,
)

HOST = "127.0.0.1"
DATABASE = STATE / "db.sqlite3"
LOGINS = STATE / "demo-logins.txt"
STAMPS = STATE / "stamps"
WORKER_LOG = STATE / "worker.log"
WEB_WORKERS = "2"
FIRST_PAGE = 60  # seconds to wait for it


def port() -> int:
    """Return the port to serve on; Trouble when it is not a number or somebody has it."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Trouble(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                reason = "is in use: stop what uses it, or choose another with PORT="
            else:
                reason = f"can't be used: {error.strerror}"
            raise Trouble(f"Port {text} {reason}") from error
    return int(text)


def environment(number: int) -> dict[str, str]:
    """Return what the site's programs get: the development settings unless told otherwise."""
    names = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONPATH": str(ROOT / "site"),
        "BASE_URL": f"http://{HOST}:{number}",
        "PYTHONUNBUFFERED": "1",
    }
    return {name: os.environ.get(name) or value for name, value in names.items()}


def compile_texts() -> None:
    """Make the binary catalogues of translations, when one is out of date."""
    sources = list((ROOT / "site").glob("locale*/*/LC_MESSAGES/*.po"))
    made = [source.with_suffix(".mo") for source in sources]
    pairs = zip(sources, made, strict=True)
    if all(mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime for po, mo in pairs):
        return
    with step("Compiling translations"):
        command("catalogue", PYTHON, ROOT / "tools" / "catalogue.py", "compile")


def manage(name: str, *arguments: str, **settings: str) -> str:
    """Run one of Django's commands and return what it printed."""
    return command(name, PYTHON, ROOT / "manage.py", name, *arguments, **settings)


def prepare(settings: dict[str, str]) -> None:
    """Bring the database up to date and fill a new one with the demo and its logins."""
    url = os.environ.get("DATABASE_URL", "")
    if not url and not DATABASE.exists():
        shutil.rmtree(STAMPS, ignore_errors=True)
    migrated, filled = STAMPS / "migrated", STAMPS / "demo"
    wanted = f"{fingerprint.of_database()} {url}"

    def migrate() -> None:
        if not stamped(migrated, wanted):
            with step("Preparing the database (a quarter of a minute the first time)"):
                manage("migrate", "--no-input", "--skip-checks", **settings)
            stamp(migrated, wanted)

    together(compile_texts, migrate)
    if not stamped(filled, url):
        with step("Loading the demo and its logins"):
            manage("demo", "--logins", **settings)
        stamp(filled, url)


def wait_for_first_page(children: Children, address: str) -> None:
    """Ask for the first page until it comes; Trouble when a program ends or time runs out."""
    # A proxy set for the outer world would be asked for our own address.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + FIRST_PAGE
    while time.monotonic() < deadline:
        if name := children.ended():
            raise Trouble(f"Stopped, because this ended at start: {name}")
        try:
            with opener.open(address, timeout=FIRST_PAGE):
                return
        except urllib.error.HTTPError as error:
            raise Trouble(f"The first page answered {error.code}: see the lines above.") from error
        except OSError:
            time.sleep(0.1)
    raise Trouble(f"No first page within {FIRST_PAGE} seconds.")


def serve(number: int, settings: dict[str, str], started: float) -> int:
    """Serve the site and run its worker until either ends or Ctrl-C; return the exit status."""
    address = f"http://{HOST}:{number}/"
    web = [str(PYTHON), "-m", "gunicorn", "config.wsgi", "--bind", f"{HOST}:{number}"]
    web += ["--workers", WEB_WORKERS, "--threads", "2", "--log-level", "warning"]
    try:
        with Children() as children:
            children.start("web server", web, settings)
            wait_for_first_page(children, address)
            # Only now: beside the web server it would make the first page wait for a processor.
            worker = [str(PYTHON), "manage.py", "work"]
            children.start(f"worker, see {WORKER_LOG}", worker, settings, WORKER_LOG)
            say(f"\nReady after {time.monotonic() - started:.0f} s.\n")
            say(f"  The site:   {address}")
            say(f"  For staff:  {address}admin/\n")
            if LOGINS.exists():
                say(LOGINS.read_text(encoding="utf-8").rstrip())
            say(f"\nCtrl-C stops it; what was entered stays in {STATE}.")
            return children.wait()
    except Stopped:
        say("\nStopped.")
        return 0


def main() -> int:
    """Set up what is missing, then serve."""
    started = time.monotonic()
    number = port()
    check_writable()
    install("requirements.txt")
    settings = environment(number)
    prepare(settings)
    return serve(number, settings, started)


if __name__ == "__main__":
    finish(main)
