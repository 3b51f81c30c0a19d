"""Parts of a page are kept under all that they depend on: what changes is seen at once."""

import datetime

import pytest

from policy.reading.memory import Memory, as_key
from policy.reading.texts import read_text
from tests.factories.comments import close, make_comment, make_hearing, wordings_of
from tests.factories.policy import edit, make_adopted, make_page
from tests.factories.translation import make_english


def test_only_plain_values_are_part_of_a_key():
    with pytest.raises(TypeError):
        as_key({"when": object()})
    assert as_key({"a": [1, None, {"b": datetime.date(2026, 1, 1)}]}) == (
        ("a", (1, None, (("b", datetime.date(2026, 1, 1)),))),
    )


def test_what_was_not_asked_for_lately_goes():
    memory, made = Memory(most=2), []

    def ask(key):
        return memory.get(key, lambda: made.append(key) or key)

    for key in ("a", "b", "a", "c", "a", "b"):
        assert ask(key) == key
    assert made == ["a", "b", "c", "b"]


def test_what_could_not_be_made_is_not_kept():
    memory = Memory(most=2)
    with pytest.raises(ZeroDivisionError):
        memory.get("a", lambda: 1 / 0)
    assert memory.get("a", lambda: 2) == 2


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def page(self):
        return make_page(principles=2)

    def shown(self, client, url) -> str:
        response = client.get(url)
        assert response.status_code == 200
        return response.content.decode()

    def test_a_new_comment_is_counted_at_once(self, page, client):
        hearing = make_hearing(page)
        url = page.edition_url(hearing.edition)
        wording = wordings_of(hearing)[0]
        assert "1 bemærkning" not in self.shown(client, url)
        make_comment(hearing, wording=wording)
        assert "1 bemærkning" in self.shown(client, url)

    def test_the_way_to_the_form_goes_with_the_hearing(self, page, client):
        hearing = make_hearing(page)
        url = page.edition_url(hearing.edition)
        assert "actions__main" in self.shown(client, url)
        close(hearing)
        assert "actions__main" not in self.shown(client, url)

    def test_a_page_that_moved_links_to_where_it_is(self, page, client):
        make_adopted(page)
        assert "/politik/afsnit/" in self.shown(client, page.url)
        draft = page.get_latest_revision_as_object()
        draft.slug = "nyt-navn"
        draft.save_revision().publish()
        page.refresh_from_db()
        assert "/politik/afsnit/" not in self.shown(client, page.url)
        assert "/nyt-navn/afsnit/" in self.shown(client, page.url)

    def test_each_language_has_its_own_words(self, page, client):
        make_adopted(page)
        english = make_english(page)
        assert "Permanent adresse" in self.shown(client, page.url)
        assert "Permanent address" in self.shown(client, english.url)
        assert "Permanent adresse" in self.shown(client, page.url)

    def test_a_new_edition_is_read_and_the_old_one_stays(self, page, client):
        make_adopted(page)
        self.shown(client, page.url)
        edit(page, title="Den nye politik")
        make_adopted(page)
        assert "Den nye politik" in self.shown(client, page.url)
        assert (
            "Den nye politik" not in self.shown(client, page.url + "udgaver/1/").split("<main")[1]
        )

    def test_words_are_read_from_the_database_once(self, page, django_assert_num_queries):
        text = make_adopted(page).texts.defer("content", "terms").get()
        with django_assert_num_queries(1):
            read_text(text)
        again = type(text).objects.defer("content", "terms").get()
        with django_assert_num_queries(0):
            read_text(again)
