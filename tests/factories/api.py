"""Asking the API in tests."""

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from policy.models import PolicyPage

ROOT = "/api/v1"


def ask(path: str, status: int = 200, **query) -> dict:
    """Return the answer's JSON, having seen its status."""
    response = Client().get(f"{ROOT}{path}", query)
    assert response.status_code == status, response.content
    kind = "application/json" if status < 400 else "application/problem+json"
    assert response.headers["Content-Type"].startswith(kind)
    return response.json()


def count_queries(path: str, **query) -> int:
    """Return how many queries an answer costs with an empty cache."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        ask(path, **query)
    return len(captured)


def policy_of(page: PolicyPage) -> str:
    """Return the policy's id as it stands in addresses."""
    return str(page.translation_key)
