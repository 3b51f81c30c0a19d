"""Six languages, three editions, fifty passages: the desk, an order and the report in few queries."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from tests.factories.accounts import make_staff
from tests.factories.orders import make_order
from tests.factories.policy import edit, make_adopted, make_page
from translation.frozen import lay_out
from translation.models import TranslationOrder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 20  # of them 11 are those of any screen of the admin: who it is, and what her menu holds
LANGUAGES = ("en", "de", "uk", "pl", "ar", "fr")


@pytest.fixture
def site():
    """Orders of three editions and of the working text in six languages."""
    page = make_page(principles=49)
    editions = []
    for n in range(3):
        edit(page, introduction=f"Udgave {n}.")
        editions.append(make_adopted(page, overrides={}))
        lay_out(editions[-1])
    first = make_order(page)
    for code in LANGUAGES:
        locale, _made = Locale.objects.get_or_create(language_code=code)
        TranslationOrder.objects.bulk_create(
            TranslationOrder(
                policy=first.policy, edition=edition, locale=locale, prepared_at=first.prepared_at
            )
            for edition in editions
        )
    return first


def queries(client, address) -> int:
    cache.clear()
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_desk_an_order_and_the_report_stay_within_their_budget(client, site):
    client.force_login(make_staff("translator", "t"))
    late = TranslationOrder.objects.filter(locale=site.locale).exclude(edition=None).first()
    addresses = [
        reverse("translation_desk") + "?show=all",
        reverse("translation_order", args=[site.pk]),
        reverse("translation_order", args=[late.pk]),
        reverse("translation_progress"),
    ]
    asked = {address: queries(client, address) for address in addresses}
    assert max(asked.values()) <= BUDGET, asked
