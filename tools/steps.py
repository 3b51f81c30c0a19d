"""Steps that say what they do while they do it, and one plain line when they fail."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The same folder as the site's settings name (`config.settings.base`).
STATE = Path(os.environ.get("STATE_FOLDER") or ROOT / "var").absolute()
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = STATE / "setup.log"

# Whoever wants no compiled files beside the sources still gets them, elsewhere: without any, every
# process compiles Django and Wagtail anew, a quarter of a minute of a core each time.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(STATE / "bytecode"))


class Trouble(Exception):
    """Why it can't go on, in one line for the person at the keyboard."""


class CommandFailed(Trouble):
    """A command that failed, with all that it said."""

    def __init__(self, name: str, output: str) -> None:
        """Keep the output, and make its last line the message."""
        lines = [line for line in output.strip().splitlines() if line.strip()]
        last = lines[-1].strip() if lines else "it said nothing"
        super().__init__(f"{name} failed: {last} (all of it: {LOG.relative_to(ROOT)})")
        self.output = output


def say(line: str) -> None:
    """Print a line at once, also into a pipe."""
    print(line, flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Announce a step, and how many seconds it took."""
    started = time.monotonic()
    say(f"  {name} ...")
    yield
    say(f"  {name}: {time.monotonic() - started:.1f} s")


def command(name: str, *arguments: str | Path, **environment: str) -> str:
    """Run a command from the project's folder and return its output.

    Raises CommandFailed; the output is kept in the log either way.
    """
    done = subprocess.run(
        list(map(str, arguments)),
        cwd=ROOT,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(f"== {name}\n{done.stdout}\n")
    if done.returncode:
        raise CommandFailed(name, done.stdout)
    return done.stdout


def together(*jobs) -> None:
    """Run functions at the same time and raise the first trouble of any, when all have ended."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        futures = [pool.submit(job) for job in jobs]
    for future in futures:
        future.result()


def stamped(stamp_file: Path, content: str) -> bool:
    """Say whether this step was already done for this very content."""
    return stamp_file.exists() and stamp_file.read_text() == content


def stamp(stamp_file: Path, content: str) -> None:
    """Remember that a step is done."""
    stamp_file.parent.mkdir(parents=True, exist_ok=True)
    stamp_file.write_text(content)


def check_writable() -> None:
    """Raise Trouble if the folders that hold what is installed and stored can't be written to."""
    for folder in (STATE, VENV):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".writable-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise Trouble(f"Can't write to {folder}: {error.strerror}.") from error


def finish(main) -> None:
    """Run a script's main function; trouble becomes one line and exit status 1."""
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
