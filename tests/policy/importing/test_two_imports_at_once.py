"""Two people bring a text into one policy at the same moment. Real threads, real commits."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import PageLogEntry

from policy.errors import NewerDraft, Refused
from policy.importing.actions import LOG_ACTION, AlreadyBroughtIn, bring_in, keep_plan
from policy.importing.document import read_document
from policy.models import Policy, TextImport
from tests.factories.accounts import make_staff
from tests.factories.documents import PolicyDocument, make_import
from tests.factories.policy import edit, make_page
from tests.factories.races import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]
FIRST = "<h1>Principper</h1><h2>Vi svarer</h2><p>Altid, også når svaret er nej.</p>"
SECOND = "<h1>Principper</h1><h2>Vi lytter</h2><p>Før vi taler om løsninger.</p>"


@pytest.fixture
def page():
    return edit(make_page(), body=[])


def bringing(page, text_import):
    """Return a call that brings an import in, as the person was shown it."""
    seen = {"plan": text_import.plan, "revision_id": page.latest_revision_id, "user": None}
    return lambda: bring_in(text_import=text_import, page=page, **seen)


def headings(page) -> list[str]:
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object().body.get_prep_value()
    return [block["value"]["heading"] for block in draft]


def won_and_lost(made):
    lost = [result for result in made if isinstance(result, Refused)]
    assert len(lost) == len(made) - 1
    return next(result for result in made if isinstance(result, TextImport)), lost


def test_of_two_documents_one_is_brought_in_and_the_other_hears_of_a_newer_draft(page):
    imports = [make_import(page, html) for html in (FIRST, SECOND)]
    before = page.revisions.count()
    made = at_once(*(bringing(page, one) for one in imports), refusal=Refused)
    won, (lost,) = won_and_lost(made)
    assert isinstance(lost, NewerDraft)
    assert "nyere" in str(lost)
    heading = "Vi svarer" if won.pk == imports[0].pk else "Vi lytter"
    assert headings(page) == ["Principper", heading]
    assert page.revisions.count() == before + 1
    assert list(TextImport.objects.exclude(applied_at=None)) == [won]


def test_the_same_plan_pressed_many_times_is_one_draft_with_its_images_once(page):
    document = read_document(PolicyDocument().bytes())
    kept = keep_plan(page=page, document=document, file_name="politik.docx", user=None)
    images = get_image_model().objects.count()
    before = page.revisions.count()
    made = at_once(*[bringing(page, kept)] * 4, refusal=Refused)
    _won, lost = won_and_lost(made)
    assert all(isinstance(refused, AlreadyBroughtIn) for refused in lost)
    page.refresh_from_db()
    blocks = page.get_latest_revision_as_object().body.get_prep_value()
    assert len({block["id"] for block in blocks}) == len(blocks) > 10
    assert page.revisions.count() == before + 1
    assert get_image_model().objects.count() - images == len(kept.plan["images"])
    assert PageLogEntry.objects.filter(page=page, action=LOG_ACTION).count() == 1


def test_one_file_read_twice_at_once_is_one_plan(page):
    Policy.objects.filter(id=page.translation_key).delete()
    made = at_once(*[lambda: make_import(page, FIRST)] * 3, refusal=Refused)
    assert len({kept.pk for kept in made}) == TextImport.objects.count() == 1


def test_on_the_screen_the_second_reads_what_happened_and_loses_nothing(page):
    imports = [make_import(page, html) for html in (FIRST, SECOND)]
    clients = []
    for number in range(2):
        client = Client()
        client.force_login(make_staff("editor", f"redaktør {number}"))
        clients.append(client)

    def press(client, text_import):
        address = reverse("policy_import_plan", args=[page.pk, text_import.pk])
        form = client.get(address).context["form"]
        typed = {field.html_name: field.value() or "" for field in form if field.value()}
        return lambda: client.post(address, {**typed, "do": "bring_in"}, follow=True)

    made = at_once(*(press(*pair) for pair in zip(clients, imports, strict=True)))
    shown = [response.content.decode() for response in made]
    assert [response.status_code for response in made] == [200, 200]
    assert sum("som en ny kladde" in page for page in shown) == 1
    assert sum("har gemt en nyere kladde" in page for page in shown) == 1
    assert TextImport.objects.filter(applied_at=None).count() == 1
