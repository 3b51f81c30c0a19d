"""What citizens read of how long something is kept is what the job does: both ask the same row."""

import pytest
from django.urls import reverse
from django.utils import translation

from comments.models import RetentionSetting
from home.facts import Facts
from home.placeholders import fill, values_of
from tests.comments.citizen import address
from tests.factories.comments import make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_the_notice_says_what_is_set_and_asks_only_when_it_is_said(django_assert_num_queries):
    RetentionSetting.objects.create(email_months=5, rejected_months=1, server_log_days=14)
    with translation.override("da"):
        with django_assert_num_queries(0):
            assert fill("{place} {unknown}", values_of(Facts(place="Viby"))) == "Viby {unknown}"
        with django_assert_num_queries(1):
            said = fill("{keep_email}, {keep_rejected}, {keep_server_log}", values_of(Facts()))
    assert said == "5 måneder, 1 måned, 14 dage"


def test_without_a_setting_the_defaults_are_said_and_no_row_is_written():
    with translation.override("da"):
        assert fill("{keep_email} {keep_packages} {keep_x}", values_of(Facts())) == (
            "3 måneder 24 timer {keep_x}"
        )
    assert not RetentionSetting.objects.exists()


def test_the_form_and_the_receipt_say_it(client):
    hearing = make_hearing()
    RetentionSetting.objects.create(email_months=7)
    assert (
        "Vi sletter din e-mailadresse 7 måneder efter"
        in client.get(address(hearing)).content.decode()
    )
    sent = send(hearing, email="anna@viby.example", confirmed=True)
    with translation.override("da"):
        url = reverse("comments:receipt", args=[sent.receipt_secret])
    assert "7 måneder efter" in client.get(url).content.decode()


def test_every_placeholder_of_the_notice_that_ships_is_known():
    from home.demo.pages import read
    from home.placeholders import PLACEHOLDER

    for language in ("da", "en"):
        written = read("privacy", language)
        words = " ".join([written.introduction, *(text for _kind, text in written.blocks)])
        assert "{keep_email}" in words
        assert {m[1] for m in PLACEHOLDER.finditer(words)} <= set(values_of(Facts()))
