"""Makes `.venv` and fills it with exactly the packages that the requirements pin by hash."""

import os
import re
import shutil
import subprocess
import sys

import fingerprint
from steps import PYTHON, ROOT, VENV, CommandFailed, Trouble, command, say, stamp, stamped, step

UNREACHABLE = re.compile(
    r"failed to establish|connection (refused|reset|error|timed out|broken)|name resolution"
    r"|dns error|error sending request|network is unreachable|max retries exceeded"
    r"|failed to fetch|timed out|cannot connect to proxy|proxyerror",
    re.IGNORECASE,
)
PIP = (
    "-m",
    "pip",
    "--disable-pip-version-check",
    "--no-input",
    "--retries",
    "1",
    "--timeout",
    "15",
)


def _venv_works() -> bool:
    try:
        return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode == 0
    except OSError:
        return False


def _uv_settings() -> dict[str, str]:
    """Hand pip's settings on to uv, which does not read them: where packages come from."""
    ask = [PYTHON, "-m", "pip", "config", "get", "global.index-url"]
    configured = subprocess.run(ask, capture_output=True, text=True).stdout.strip()
    found = {
        "UV_DEFAULT_INDEX": os.environ.get("PIP_INDEX_URL") or configured,
        "SSL_CERT_FILE": os.environ.get("PIP_CERT", ""),
        "UV_HTTP_TIMEOUT": "60",
    }
    return {name: value for name, value in found.items() if value and name not in os.environ}


def _reach(name: str, *arguments, **environment: str) -> None:
    """Run an installing command; when the index can't be reached, say that and nothing else."""
    try:
        command(name, *arguments, **environment)
    except CommandFailed as failure:
        if UNREACHABLE.search(failure.output):
            raise Trouble(
                "The package index can't be reached: check the network, or the proxy and mirror "
                "settings (HTTPS_PROXY, PIP_INDEX_URL). Details: var/setup.log"
            ) from failure
        raise


def _fill(requirements: str) -> None:
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        with step("Installing the installer (uv)"):
            pinned = ROOT / "requirements-bootstrap.txt"
            _reach("pip", PYTHON, *PIP, "install", "-q", "--require-hashes", "-r", pinned)
    hashed = ("--require-hashes", "-r", ROOT / requirements)
    with step(f"Installing packages ({requirements})"):
        try:
            command("uv", uv, "pip", "install", "--python", PYTHON, *hashed, **_uv_settings())
        except CommandFailed:
            # Some networks let pip through only: it has settings of its own that uv can't read.
            say("  uv did not succeed; trying pip, which takes longer ...")
            _reach("pip", PYTHON, *PIP, "install", "-q", *hashed)


def install(requirements: str) -> None:
    """Make the environment hold these requirements; nothing is done when it already does.

    Raises Trouble in one line when that is not possible.
    """
    pinned = [ROOT / "requirements-bootstrap.txt", ROOT / requirements]
    # The stamp lies in the environment, so that it goes when the environment goes.
    done, wanted = VENV / "installed" / requirements, fingerprint.of_files(pinned)
    if stamped(done, wanted):
        return
    if not _venv_works():
        with step(f"Making .venv with Python {sys.version.split()[0]}"):
            shutil.rmtree(VENV, ignore_errors=True)
            command("venv", sys.executable, "-m", "venv", VENV)
    _fill(requirements)
    stamp(done, wanted)
