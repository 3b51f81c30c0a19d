"""The demo's first hearing came to its end: themes, a report to the committee, the council's decision."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from comments.models import HearingReport, Theme
from home.demo.policy import hearing_of

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("demo")]


def page(name, *args, language="da") -> str:
    with translation.override(language):
        response = Client().get(reverse(f"comments:{name}", args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_no_theme_is_empty_and_each_has_both_languages():
    for theme in Theme.objects.prefetch_related("texts", "comments"):
        assert theme.comments.exists()
        assert {text.language for text in theme.texts.all()} == {"da", "en"}


def test_the_open_hearing_has_themes_to_answer_and_no_report():
    hearing = hearing_of("3-h1")
    assert hearing.themes.count() == 3
    assert not hearing.reports.exists()


@pytest.mark.parametrize(
    ("language", "remark"), [("da", "kan ikke måles"), ("en", "cannot be measured")]
)
def test_the_report_has_the_administrations_words_and_the_decision(language, remark):
    report = HearingReport.objects.get()
    assert report.frozen_at > report.hearing.ends_at
    said = page("hearing_report", report.hearing_id, report.number, language=language)
    assert remark in said
    assert "Byrådet tiltrådte indstillingen" in said


def test_the_result_of_the_hearing_leads_to_it():
    report = HearingReport.objects.get()
    with translation.override("da"):
        address = reverse("comments:hearing_report", args=[report.hearing_id, report.number])
    assert address in page("result", report.hearing_id)
