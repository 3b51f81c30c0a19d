"""A wrong ELASTICSEARCH_URL is told by name when the site starts, not by a visitor's error."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


@pytest.mark.parametrize("value", ["localhost:9200", "ftp://x", "http://", "elasticsearch", "//x"])
def test_an_address_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("ELASTICSEARCH_URL", value)
    with pytest.raises(ImproperlyConfigured, match="ELASTICSEARCH_URL"):
        environment.elasticsearch()


@pytest.mark.parametrize(
    "value", ["", "http://127.0.0.1:9200", "https://user:secret@search.example"]
)
def test_an_address_is_taken(monkeypatch, value):
    monkeypatch.setenv("ELASTICSEARCH_URL", value)
    assert environment.elasticsearch() == value
