"""The demo is for an empty site. Nothing is written into another."""

import io

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from wagtail.models import Site

from home.models import SiteSettings
from tests.factories.policy import make_page

pytestmark = pytest.mark.django_db


def rows():
    return {model: model.objects.count() for model in apps.get_models() if model._meta.managed}


def test_a_site_with_a_policy_of_its_own_is_left_alone():
    make_page()
    before = rows()
    with pytest.raises(CommandError, match="content of its own"):
        call_command("demo", stdout=io.StringIO())
    assert rows() == before


def test_a_site_with_a_name_of_its_own_is_left_alone():
    SiteSettings.objects.create(site=Site.objects.get(), municipality="Viby Kommune")
    with pytest.raises(CommandError, match="content of its own"):
        call_command("demo", stdout=io.StringIO())
