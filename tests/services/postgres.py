"""A PostgreSQL server of the tests' own: new, on the loopback, gone when the tests are done.

    python tests/services/postgres.py COMMAND...    run a command with DATABASE_URL_POSTGRES set

The standard library only, so that it works before anything is installed.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "samskabelse"
START_TIMEOUT = 60  # seconds
STOP_TIMEOUT = 30  # seconds
UNPRIVILEGED = ("postgres", "nobody")
# The data is thrown away, so nothing needs to survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


class CannotStart(Exception):
    """Why there is no server, in one line."""


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL server installed, or None."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = sorted(versions, key=lambda path: float(path.parts[-3]), reverse=True)
    if not found and (path := shutil.which("initdb")):
        found = [Path(path)]
    return next((p.parent for p in found if (p.parent / "postgres").exists()), None)


def owner() -> pwd.struct_passwd | None:
    """Return the user to run the server as: it refuses to be root. None means as we are."""
    if os.geteuid() != 0:
        return None
    for name in UNPRIVILEGED:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise CannotStart("PostgreSQL can't run as root, and there is no user postgres or nobody.")


def free_port() -> int:
    """Return a TCP port of the loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _as_owner(user: pwd.struct_passwd | None) -> dict:
    if user is None:
        return {}
    home = {"HOME": "/", "PATH": os.environ.get("PATH", os.defpath)}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "env": home}


def _make_cluster(folder: Path, bin_folder: Path, who: dict, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password)
    if who:
        os.chown(folder, who["user"], who["group"])
        os.chown(secret, who["user"], who["group"])
    command = [str(bin_folder / "initdb"), "--no-sync", "--username", USER, "--pwfile", str(secret)]
    command += ["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8"]
    command += ["--pgdata", str(folder / "data")]
    made = subprocess.run(command, capture_output=True, text=True, cwd=folder, **who)
    if made.returncode:
        raise CannotStart(f"initdb failed: {made.stderr.strip()}")


def _wait(server: subprocess.Popen, port: int, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise CannotStart(f"the server ended at once: {log.read_text()[-500:].strip()}")
        # "ready" is written once recovery is over; an open port alone is too early.
        if "ready to accept connections" in log.read_text():
            return
        time.sleep(0.05)
    raise CannotStart(f"the server on port {port} was not ready in {START_TIMEOUT} seconds")


@contextmanager
def running() -> Iterator[str]:
    """Run a server and yield the URL of a database on it whose user may create databases.

    Raises CannotStart with the reason when the programs are missing or it does not come up.
    """
    bin_folder = binaries()
    if bin_folder is None:
        raise CannotStart("PostgreSQL's server is not installed (Debian: apt install postgresql)")
    who, password = _as_owner(owner()), secrets.token_urlsafe(18)
    folder, port = Path(tempfile.mkdtemp(prefix="postgres-")), free_port()
    server = None
    try:
        _make_cluster(folder, bin_folder, who, password)
        log = folder / "log"
        command = [str(bin_folder / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
        for setting in (*FAST, "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"):
            command += ["-c", setting]
        with open(log, "w") as output:
            server = subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                **who,
            )
        _wait(server, port, log)
        yield f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        if server is not None:
            _stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _stop(server: subprocess.Popen) -> None:
    # SIGINT is PostgreSQL's fast shutdown: connections are cut, files are closed.
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main(command: list[str]) -> int:
    """Run a command beside a server and return its exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with running() as url:
            environment = os.environ | {"DATABASE_URL_POSTGRES": url}
            return subprocess.run(command, env=environment).returncode
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
