"""The form's token: what it carries, and that nobody else can make one."""

import time

import pytest
from django.core import signing

from comments import tokens


@pytest.fixture
def token():
    return tokens.issue(hearing_id=1, edition_text_id=2, wording_id=3)


@pytest.mark.parametrize("sealed", ["", "x", "a:b:c", "\x00", "æ" * 5000, "\ud800", ":", "WzFd:x"])
def test_what_this_site_did_not_make_is_no_token(sealed):
    assert tokens.read(sealed) is None


def test_a_token_with_one_changed_letter_is_none(token):
    sealed = token.sealed()
    assert tokens.read(("A" if sealed[0] != "A" else "B") + sealed[1:]) is None


def test_something_signed_for_another_purpose_is_no_token():
    assert tokens.read(signing.Signer(salt="other").sign_object([1, 2, 3, 4, "x"])) is None


def test_a_token_comes_back_as_it_was(token):
    back = tokens.read(token.sealed())
    assert (back.hearing_id, back.edition_text_id, back.wording_id) == (1, 2, 3)
    assert back.nonce == token.nonce
    assert abs(back.issued_at - time.time()) < 5


def test_every_form_has_a_nonce_of_its_own(token):
    other = tokens.issue(hearing_id=1, edition_text_id=2, wording_id=None)
    assert other.nonce != token.nonce
    assert len(token.nonce) >= 22


@pytest.mark.parametrize(
    ("age", "hasty", "expired"),
    [(0, True, False), (2.9, True, False), (3.1, False, False), (86_300, False, False)]
    + [(86_500, False, True)],
)
def test_age_says_whether_it_came_too_fast_or_too_late(age, hasty, expired):
    token = tokens.FormToken(1, 2, None, time.time() - age, "n")
    assert (token.is_hasty, token.is_expired) == (hasty, expired)
