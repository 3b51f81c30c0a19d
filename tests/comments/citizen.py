"""A citizen's browser for tests: reads the form, and sends it as browsers do."""

import re
import time
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation

from comments import tokens
from tests.factories.comments import wordings_of

TYPE = "application/x-www-form-urlencoded"
HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
TOKEN = re.compile(r'name="token" value="([^"]+)"')
WORDS = {"text": "Jeg synes, at I skal svare hurtigere.", "author_kind": "citizen"}


def address(hearing, wording=None, *, language="da", whole=False) -> str:
    """Return the form's address: on the first passage, unless told otherwise."""
    with translation.override(language):
        if whole:
            return reverse("comments:form_whole", args=[hearing.pk])
        wording = wording or wordings_of(hearing)[0]
        return reverse("comments:form", args=[hearing.pk, wording.passage.code])


def token_for(hearing, wording=None, *, age=60, nonce="nonce", whole=False) -> str:
    """Return a token that was issued `age` seconds ago."""
    text = hearing.edition.texts.get(is_authoritative=True)
    wording = None if whole else wording or wordings_of(hearing)[0]
    token = tokens.FormToken(hearing.pk, text.pk, wording and wording.pk, time.time() - age, nonce)
    return token.sealed()


def post(client, url, fields=None, *, headers=HERE, **more):
    """Send a form's fields."""
    body = urlencode({**WORDS, **(fields or {}), **more})
    return client.post(url, body, content_type=TYPE, headers=headers)
