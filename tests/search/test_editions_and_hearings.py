"""Editions and hearings are found as what they are: by name, purpose, what they say, case number."""

import datetime

import pytest
from django.utils import timezone

from comments.models import Hearing
from policy.models import Edition
from search.models import Document, IndexTask
from tests.factories.comments import make_hearing
from tests.factories.policy import edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    found = make_page(body=[principle(1, heading="Kvælstof")])
    make_adopted(found)
    return found


@pytest.fixture
def look(client, catch_up):
    """Search as a citizen, on both backends, for what the workers have done."""

    def search(query, **parameters):
        catch_up()
        response = client.get("/da/soeg/", {"q": query, **parameters})
        assert response.status_code == 200
        assert not response.context["is_makeshift"]
        return response

    return search


def hits(response, kind):
    groups = (group for group in response.context["groups"] if group.kind == kind)
    return [hit for group in groups for hit in group.hits]


def test_a_hearing_that_has_not_begun_is_not_found_before_its_instant(page, look):
    later = timezone.now() + datetime.timedelta(days=3)
    make_hearing(page, opens_at=later, purposes={"da": "Om fosfor i søen"})
    assert look("fosfor").context["total"] == 0
    assert look("udkast").context["total"] == 0
    waiting = IndexTask.objects.filter(label=Hearing._meta.label_lower)
    assert [task.due_at for task in waiting] == [later]


def test_what_is_of_a_withdrawn_page_is_not_found(page, look):
    make_hearing(page, purposes={"da": "Om fosfor i søen"})
    page.unpublish()
    assert look("fosfor").context["total"] == 0
    assert hits(look("udgave"), "editions") == []


def test_a_hearing_that_is_deleted_leaves_the_index(page, look):
    hearing = make_hearing(page, purposes={"da": "Om fosfor i søen"})
    assert look("fosfor").context["total"] == 1
    hearing.delete()
    look("fosfor")
    assert not Document.objects.filter(kind="hearings", is_gone=False).exists()


def test_a_hearing_is_found_by_what_it_is_for_and_says_how_it_stands(page, look):
    hearing = make_hearing(page, purposes={"da": "Om fosfor i søen"})
    response = look("fosfor")
    (hit,) = hits(response, "hearings")
    assert (hit.title, hit.url) == ("Høring om udkast til udgave 2", f"/da/hoeringer/{hearing.pk}/")
    assert hit.snippet == "Om <mark>fosfor</mark> i søen"
    assert "Åben til" in response.content.decode()
    assert hits(look("fosfor", hearings="open"), "hearings")
    Hearing.objects.update(closes_at=timezone.now() - datetime.timedelta(minutes=1))
    response = look("fosfor")
    assert "Lukkede" in response.content.decode()
    assert hits(look("fosfor", hearings="open"), "hearings") == []


def test_an_edition_is_found_by_its_case_number_and_the_one_in_force_stands_first(page, look):
    edit(page, [principle(1, heading="Fosfor")])
    make_adopted(page)
    edit(page, [principle(1, heading="Kalium")])
    make_hearing(page)
    found = hits(look("samskabelsespolitik udgave"), "editions")
    assert [str(hit.edition) for hit in found][0] == "udgave 2"
    assert {str(hit.edition) for hit in found} == {"udgave 1", "udgave 2", "udkast til udgave 3"}
    number = Edition.objects.get(number=2).case_number
    assert number
    assert found[0].url in [hit.url for hit in hits(look(number), "editions")]
    assert hits(look("udgave", edition="1"), "editions")[0].url.endswith("/1/")
