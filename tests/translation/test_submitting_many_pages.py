"""A tree that is sent to translation, beside wagtail-localize's own action: stated in docs/figures.md."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from tests.factories.home import danish_home, make_standard_page
from translation.exchange.texts import texts_of
from translation.exchange.writing import file_of

PAGES = 99


@pytest.mark.long
@pytest.mark.django_db
def test_ninety_nine_pages_come_out_as_files_far_faster_than_they_are_submitted():
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "de")]
    for number in range(PAGES):
        make_standard_page(f"Side {number}", slug=f"side-{number}")
    begun = time.perf_counter()
    translate_object(danish_home(), locales, components=None)
    for page in danish_home().get_children().specific():
        translate_object(page, locales)
    submitted = time.perf_counter() - begun
    begun = time.perf_counter()
    for locale in locales:
        found = Translation.objects.filter(target_locale=locale).select_related(
            "source__specific_content_type", "target_locale"
        )
        with CaptureQueriesContext(connection) as queries:
            texts = texts_of(found)
        assert len(queries) <= 4
        assert len(texts) >= PAGES
        assert str(file_of(texts, locale))
    exported = time.perf_counter() - begun
    print(f"{PAGES} pages x 2: submitted {submitted:.1f} s, out as PO {exported:.1f} s")  # noqa: T201
    assert exported < submitted / 4
