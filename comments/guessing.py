"""Addresses that are secrets can't be tried one after the other: wrong ones are counted.

A network that has opened sixty wrong ones in an hour gets the same 404 for every further one, right or
wrong, until the hour is over. Right ones are never counted, so whoever has receipts opens as many as
she likes. In the networks that many share (`SHARED_NETWORKS`) right ones always open: there one
guesser would close a town hall's receipts for everybody, and 192 bits are not guessed anyway.
"""

from contextlib import suppress
from functools import wraps

from django.db import DatabaseError
from django.http import Http404

from policy.views.drafts import register_guard

from . import limits

GUESSING = limits.Limit("guess", 60, 60 * 60)


def register() -> None:
    """Guard links to drafts too: the policy knows nobody who counts."""
    register_guard(secret_address)


def secret_address(view):
    """Wrap a view whose address holds a secret, and which raises `Http404` for a wrong one."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if may_not_try(request):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except Http404:
            count_miss(request)
            raise

    return guarded


def may_not_try(request) -> bool:
    """Tell whether this network has had its wrong addresses for this hour. One query."""
    if limits.is_shared(limits.address_of(request)):
        return False
    return limits.is_reached(request, GUESSING)


def count_miss(request) -> None:
    """Count one wrong address. What can't be counted stops nobody from reading the 404."""
    with suppress(DatabaseError):
        limits.pass_limits(request, (GUESSING,))
