"""Narrowing down by theme, form, degree, year and policy; what is older lies under what is in force."""

import datetime

import pytest
from django.utils import timezone

from policy.models import Edition
from search.models import Document
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.home import make_standard_page
from tests.factories.policy import block, edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def form(number, heading="Borgermøde", degree="dialogue"):
    value = {"heading": heading, "what": "<p>Kvælstof.</p>", "degree_of_influence": degree}
    return block("participation_form", value, number)


def theme(number, *forms, heading="Byrum"):
    value = {"heading": heading, "what": "<p>Kvælstof.</p>", "fitting_forms": list(forms)}
    return block("theme", value, number)


@pytest.fixture
def client(client, catch_up):
    """On both backends: whoever searches with it finds what the workers have done."""
    client.catch_up = catch_up
    return client


@pytest.fixture
def page():
    body = [
        principle(1, heading="Kvælstof"),
        fitting := form(2),
        form(3, "Høring", "consultation"),
        theme(4, fitting["id"]),
    ]
    found = make_page(body=body)
    make_adopted(found)
    return found


@pytest.fixture
def hearing(page):
    return make_hearing(page)


def search(client, query="kvælstof", **parameters):
    client.catch_up()
    response = client.get("/da/soeg/", {"q": query, **parameters})
    assert response.status_code == 200
    assert not response.context["is_makeshift"]
    return response.context


def titles(context, kind="passages"):
    groups = (group for group in context["groups"] if group.kind == kind)
    return sorted(hit.title for group in groups for hit in group.hits)


def numbers(context):
    groups = (group for group in context["groups"] if group.kind == "comments")
    return sorted(hit.number for group in groups for hit in group.hits)


def filter_of(context, key):
    return next(each for each in context["filters"] if each.key == key)


def at(hearing, kind):
    return next(wording for wording in wordings_of(hearing) if wording.kind == kind)


def test_a_degree_of_influence_finds_its_forms_their_themes_and_what_is_said_of_them(
    client, hearing
):
    for kind in ("principle", "participation_form", "theme"):
        make_comment(hearing, wording=at(hearing, kind), text=f"Kvælstof, {kind}")
    make_answer(
        make_comment(hearing, wording=at(hearing, "participation_form")),
        texts={"da": "Kvælstof måles."},
    )
    assert search(client, degree="citizens_lead")["total"] == 0
    found = search(client, degree="dialogue")
    assert titles(found) == ["Inddragelsesform 1: Borgermøde", "Tema 1: Byrum"]
    assert numbers(found) == [2, 3]
    assert titles(found, "responses") == ["Byrådssekretariatet"]
    assert titles(search(client, degree="consultation")) == ["Inddragelsesform 2: Høring"]


def test_a_theme_and_a_form_are_chosen_by_the_code_of_their_passage(client, hearing):
    codes = {wording.kind: wording.passage.code for wording in wordings_of(hearing)[::-1]}
    make_comment(hearing, wording=at(hearing, "theme"), text="Kvælstof")
    found = search(client, theme=codes["theme"])
    assert titles(found) == ["Inddragelsesform 1: Borgermøde", "Tema 1: Byrum"]
    assert numbers(found) == [1]
    found = search(client, form=codes["participation_form"])
    assert titles(found) == ["Inddragelsesform 1: Borgermøde", "Tema 1: Byrum"]
    assert search(client, theme="zzzz")["total"] == search(client)["total"]


def test_counts_are_those_of_the_results(client, hearing):
    make_comment(hearing, wording=at(hearing, "theme"), text="Kvælstof")
    found = search(client)
    by_name = {choice.name: choice.count for choice in filter_of(found, "degree").choices}
    assert by_name["Dialog"] == 3
    chosen = next(c for c in filter_of(found, "degree").choices if c.name == "Dialog")
    assert search(client, **{"degree": chosen.value})["total"] == chosen.count


def test_a_year_is_the_danish_one(client, hearing):
    comment = make_comment(hearing, text="Fosfor")
    at_midnight = datetime.datetime(2024, 12, 31, 23, 30, tzinfo=datetime.UTC)
    type(comment).objects.filter(pk=comment.pk).update(received_at=at_midnight)
    assert search(client, "fosfor", year="2024")["total"] == 0
    assert search(client, "fosfor", year="2025")["total"] == 1
    assert filter_of(search(client, "fosfor", year="2025"), "year").chosen.name == "2025"


@pytest.mark.parametrize("year", ["25", "20255", "²025", "-202", "2025 ", "two", "9999"])
def test_row_43_what_is_no_year_narrows_nothing(client, page, year):
    assert search(client, year=year)["total"] == search(client)["total"]


def test_inside_one_policy_nothing_of_another_and_no_page_is_found(client, page):
    other = make_page(title="Ældrepolitik", slug="aeldre", body=[principle(1, heading="Kvælstof")])
    make_adopted(other)
    make_standard_page("Kvælstof i søen")
    found = search(client, policy=str(other.translation_key))
    assert found["policy_name"] == "Ældrepolitik"
    assert (found["total"], titles(found)) == (1, ["Princip 1: Kvælstof"])
    assert search(client)["total"] == 6
    nowhere = search(client, policy="3f2b8c1e-0000-4000-8000-000000000000")
    assert (nowhere["total"], nowhere["policy_name"]) == (6, "")


def test_a_policys_page_offers_the_search_inside_it(client, page):
    content = client.get(page.url).content.decode()
    assert f'name="policy" value="{page.translation_key}"' in content


def test_other_editions_are_folded_under_the_one_in_force(client, page):
    edit(page, [principle(1, heading="Kvælstof og fosfor")])
    make_adopted(page)
    edit(page, [principle(1, heading="Kvælstof, fosfor og kalium")])
    make_hearing(page)
    context = search(client)
    hit = context["groups"][0].hits[0]
    assert (hit.title, hit.is_in_force) == ("Princip 1: Kvælstof og fosfor", True)
    assert [str(older.edition) for older in hit.older] == ["udkast til udgave 3", "udgave 1"]
    for older in hit.older:
        assert client.get(older.url.partition("#")[0]).status_code == 200
    only = search(client, "kalium")["groups"][0].hits[0]
    assert (only.is_in_force, only.older) == (False, [])


def test_every_filter_keeps_the_others_and_the_policy(client, hearing):
    found = search(client, degree="dialogue", year=str(timezone.now().year), order="newest")
    for each in found["filters"]:
        for choice in each.choices:
            for name in {"degree", "year", "order"} - {each.key}:
                assert f"{name}=" in choice.url


def test_the_form_keeps_what_is_chosen(client, hearing):
    content = client.get("/da/soeg/", {"q": "x", "degree": "dialogue"}).content.decode()
    assert '<input type="hidden" name="degree" value="dialogue">' in content


def test_an_earlier_rule_for_labels_is_made_good_by_the_worker(page):
    from search import upkeep

    upkeep.mend()
    before = list(Document.objects.order_by("pk").values_list("labels", "year"))
    assert any(labels for labels, _year in before)
    Document.objects.update(labels="", year=None, rules="old")
    upkeep.remember(upkeep.RULES, "old")
    upkeep.mend()
    assert list(Document.objects.order_by("pk").values_list("labels", "year")) == before
    assert Edition.objects.count() == 1
