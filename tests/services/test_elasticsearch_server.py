"""The tests' own Elasticsearch: on the loopback, said to be missing where it can't be had."""

import json
import os
import signal
import urllib.request

import pytest

from tests.services import elasticsearch as service


def test_without_java_it_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(service.shutil, "which", lambda name: None)
    with pytest.raises(service.CannotStart, match="Java 17"):
        service.start(tmp_path)


def test_without_maven_it_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(service.shutil, "which", lambda name: None)
    with pytest.raises(service.CannotStart, match="Maven"):
        service.fetched()


def test_a_java_that_is_too_old_is_none(tmp_path, monkeypatch):
    old = tmp_path / "java"
    old.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert service.java_home() is None


def test_it_answers_on_the_loopback_and_has_no_index_yet(elasticsearch):
    assert elasticsearch.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(f"{elasticsearch}/_nodes/http") as answer:
        (node,) = json.load(answer)["nodes"].values()
    assert node["version"] == service.VERSION
    assert all(a.startswith("127.0.0.1:") for a in node["http"]["bound_address"])


# Without what stands in it, this is a part of `test_stopped_emptied_killed_and_back_nothing_is_lost`.
@pytest.mark.long
def test_a_killed_server_comes_back_at_its_address(own_elasticsearch):
    address = own_elasticsearch.url
    own_elasticsearch.send(signal.SIGKILL)
    own_elasticsearch.process.wait()
    assert service.start_again(own_elasticsearch).url == address


def test_a_server_that_hangs_is_ended_too(own_elasticsearch):
    own_elasticsearch.send(signal.SIGSTOP)
    service.stop(own_elasticsearch)
    with pytest.raises(OSError, match="refused|reset"):
        urllib.request.urlopen(own_elasticsearch.url, timeout=2)
