"""No code path changes or deletes a frozen row."""

import pytest

from policy.append_only import AppendOnlyError
from policy.models import Edition, EditionText, Wording
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(params=[Edition, EditionText, Wording])
def model(request):
    make_adopted(make_page(principles=1))
    return request.param


def test_a_row_is_not_saved_again(model):
    with pytest.raises(AppendOnlyError):
        model.objects.first().save()


def test_a_row_is_not_deleted(model):
    with pytest.raises(AppendOnlyError):
        model.objects.first().delete()


def test_rows_are_not_updated_or_deleted_in_bulk(model):
    with pytest.raises(AppendOnlyError):
        model.objects.update(pk=1)
    with pytest.raises(AppendOnlyError):
        model.objects.all().delete()
    with pytest.raises(AppendOnlyError):
        model.objects.bulk_update(model.objects.all(), ["id"])


def test_the_base_manager_refuses_too(model):
    with pytest.raises(AppendOnlyError):
        model._base_manager.all().delete()
