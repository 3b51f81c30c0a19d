"""Read a document in a process of its own, and say in words why one was refused."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from policy.errors import Refused

from .reading import limits
from .sentences import refusal

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Document:
    """What was read: `parts` as in `reading`; `images` {key: {file, small}}; `lost` [{code, count}]."""

    sha256: str
    parts: list[dict]
    images: dict[str, dict]
    lost: list[dict]


def read_document(data: bytes) -> Document:
    """Return the document in these bytes; raise `Refused` with a sentence that says what to do.

    Takes at most `limits.SECONDS` and `limits.MEMORY`, whatever the file is. Fetches nothing.
    """
    if len(data) > limits.BYTES:
        raise Refused(refusal("too_big"))
    answer = _asked(data)
    if "ok" not in answer:
        raise Refused(refusal(answer["refused"], answer.get("detail", "")))
    return Document(sha256=hashlib.sha256(data).hexdigest(), **answer["ok"])


def _asked(data: bytes) -> dict:
    # The file is data on the input: no name or content of it is part of the command.
    command = [sys.executable, "-m", "policy.importing.reading"]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=data,
            capture_output=True,
            timeout=limits.SECONDS,
            cwd=ROOT,
            env={"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"refused": "too_slow"}
    if done.returncode != 0:
        # Killed for its time or its memory, or fallen over something that no check knew.
        return {"refused": "too_slow" if done.returncode < 0 else "damaged"}
    return json.loads(done.stdout)
