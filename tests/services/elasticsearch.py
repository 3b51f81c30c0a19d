"""An Elasticsearch of the tests' own: new, on the loopback, gone when the tests are done.

    python tests/services/elasticsearch.py COMMAND...    run a command with ELASTICSEARCH_URL_TESTS set

Elastic publishes its server without the modules for analysis. Nothing of them is needed: words are
analysed on our side (`search.analysis`), so that our index is the same on any Elasticsearch 8. Maven
fetches it once into the cache folder of who runs this. The standard library only.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.postgres import CannotStart, free_port, owner

VERSION = "8.19.21"
JAVA = 17  # the oldest that this server runs on
POM = Path(__file__).with_name("server") / "pom.xml"
START_TIMEOUT = 240  # seconds; it takes a quarter of a minute on a machine that is idle
MEMORY = "-Xms256m -Xmx512m -XX:TieredStopAtLevel=1 -XX:-AlwaysPreTouch"
SETTINGS = """\
cluster.name: tests
node.name: one
discovery.type: single-node
network.host: 127.0.0.1
http.port: {port}
transport.port: {inner_port}
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
action.destructive_requires_name: false
"""


def java_home() -> Path | None:
    """Return the folder of a Java that is new enough, or None."""
    program = shutil.which("java")
    if program is None:
        return None
    said = subprocess.run([program, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', said)
    if not version or int(version[1]) < JAVA:
        return None
    return Path(program).resolve().parent.parent


def fetched() -> Path:
    """Return the server's folder, fetched by Maven when it is not there yet.

    Raises CannotStart with what is missing.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "samskabelse"
    folder = cache / f"elasticsearch-{VERSION}"
    if folder.exists():
        return folder
    if shutil.which("mvn") is None:
        raise CannotStart("Maven is not installed, which fetches Elasticsearch (Debian: maven)")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as half:
        shutil.copy(POM, half)
        command = ["mvn", "-q", "-B", "-ntp", f"-Dserver.version={VERSION}"]
        command += [f"-Dserver.folder={half}/server", "package"]
        made = subprocess.run(command, cwd=half, capture_output=True, text=True)
        if made.returncode:
            raise CannotStart(f"Maven could not fetch Elasticsearch: {made.stdout.strip()[-300:]}")
        (whole,) = Path(half, "server").iterdir()
        try:
            whole.rename(folder)
        except OSError:
            # Somebody else was faster.
            if not folder.exists():
                raise
    return folder


@dataclass
class Server:
    """A server that runs; `url` is its address."""

    process: subprocess.Popen
    folder: Path
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, number: int) -> None:
        """Send a signal to it and its children: SIGKILL, SIGSTOP, SIGCONT."""
        os.killpg(self.process.pid, number)

    def wait(self) -> None:
        """Wait until it answers; raises CannotStart when it has ended or takes too long."""
        wait_for(self.url, self.process, self.log)


def wait_for(url: str, process=None, log: Path | None = None) -> None:
    """Wait until a server answers that it can take rows."""
    health = f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s"
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        if process is not None and process.poll() is not None:
            raise CannotStart(f"Elasticsearch ended: {log.read_text()[-600:].strip()}")
        try:
            with urllib.request.urlopen(health, timeout=2) as answer:
                if not json.load(answer)["timed_out"]:
                    return
        except (OSError, ValueError):
            time.sleep(0.2)
    raise CannotStart(f"Elasticsearch was not ready in {START_TIMEOUT} seconds")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _lay_out(folder: Path, port: int) -> Path:
    """Make a server's own folder in `folder`: its programs are links, what it writes is new."""
    home = folder / "server"
    whole = fetched()
    for part in ("bin", "lib", "modules"):
        shutil.copytree(whole / part, home / part, copy_function=_link)
    shutil.copytree(whole / "config", home / "config")
    for part in ("plugins", "logs", "data"):
        (home / part).mkdir()
    (folder / "tmp").mkdir()
    settings = SETTINGS.format(port=port, inner_port=free_port())
    (home / "config" / "elasticsearch.yml").write_text(settings)
    return home


def start(folder: Path) -> Server:
    """Start a server in an empty folder, without waiting for it. Raises CannotStart."""
    if java_home() is None:
        raise CannotStart(f"Java {JAVA} is not installed (Debian: default-jre-headless)")
    port = free_port()
    _lay_out(folder, port)
    return _launch(folder, port)


def _launch(folder: Path, port: int) -> Server:
    home = folder / "server"
    user, who = owner(), {}
    if user is not None:
        # The programs are links to what was fetched, which stays its owner's.
        mine = [folder / "tmp", *(home / part for part in ("config", "plugins", "logs", "data"))]
        group = f"{user.pw_uid}:{user.pw_gid}"
        subprocess.run(["chown", group, folder, home], check=True)
        subprocess.run(["chown", "-R", group, *mine], check=True)
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "ES_TMPDIR": str(folder / "tmp"),
        "ES_JAVA_HOME": str(java_home()),
        "ES_JAVA_OPTS": MEMORY,
        "CLI_JAVA_OPTS": "-Xmx32m -XX:TieredStopAtLevel=1",
    }
    log = folder / "log"
    with open(log, "a") as output:
        process = subprocess.Popen(
            ["bash", str(home / "bin" / "elasticsearch")],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            **who,
        )
    return Server(process, folder, port, log)


def start_again(server: Server) -> Server:
    """Start a server that was killed, with its data and at its address. Raises CannotStart."""
    fresh = _launch(server.folder, server.port)
    server.process = fresh.process
    server.wait()
    return server


def stop(server: Server) -> None:
    """End a server and all its children, whatever state they are in: its data is thrown away."""
    if server.process.poll() is None:
        server.send(signal.SIGKILL)
        server.process.wait()


@contextmanager
def running(wait: bool = True) -> Iterator[Server]:
    """Run a server. Raises CannotStart with the reason when it can't be had."""
    folder = Path(tempfile.mkdtemp(prefix="elasticsearch-"))
    server = None
    try:
        server = start(folder)
        if wait:
            server.wait()
        yield server
    finally:
        if server is not None:
            stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run a command beside a server and return its exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with running() as server:
            environment = os.environ | {"ELASTICSEARCH_URL_TESTS": server.url}
            return subprocess.run(command, env=environment).returncode
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
