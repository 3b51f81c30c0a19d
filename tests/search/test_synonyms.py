"""Synonyms that staff keep: found at the next search, on every backend, and never too much of them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import models, queue
from search.analysis import question
from search.models import Document, Synonyms
from tests.factories.comments import make_comment, make_hearing
from tests.search.documented import rows
from tests.search.test_danish_words import finds as finds_without

SAME = (("høringssvar", "bemærkning"), ("§ 17, stk. 4", "opgaveudvalg"), ("byråd", "kommunens råd"))


def finds(query, text, language="da"):
    from search.analysis import index_words

    there = set(index_words(text, language).split())
    groups = question(query, (language,), lambda: SAME).groups
    return all(any(set(words) <= there for words in group) for group in groups)


@pytest.mark.parametrize(("query", "text"), rows("What only looks like a synonym"))
def test_what_only_looks_like_it_is_no_synonym(query, text):
    assert finds(query, text) == finds_without(query, text)


@pytest.mark.parametrize(("query", "text"), rows("Synonyms"))
def test_one_word_for_a_thing_finds_the_other(query, text):
    assert finds(query, text)
    assert not finds_without(query, text)


def test_a_query_stays_small_whatever_is_kept():
    many = tuple(("frist", *(f"ord{n} {m}" for m in range(9))) for n in range(500))
    groups = question(" ".join(f"frist{n} frist" for n in range(40)), ("da",), lambda: many).groups
    assert len(groups) <= 20
    assert max(map(len, groups)) <= 24


@pytest.mark.django_db
@pytest.mark.database
class TestKept:
    def test_it_works_at_the_next_search_and_no_row_is_written_again(self, client, catch_up):
        make_comment(make_hearing(), text="Min bemærkning")
        catch_up()
        before = set(Document.objects.values_list("stamp", flat=True))
        assert client.get("/da/soeg/", {"q": "høringssvar"}).context["total"] == 0
        group = Synonyms.objects.create(words="høringssvar\nbemærkning")
        response = client.get("/da/soeg/", {"q": "høringssvar"})
        assert response.context["total"] == 1
        assert "<mark>bemærkning</mark>" in response.content.decode()
        assert set(Document.objects.values_list("stamp", flat=True)) == before
        group.delete()
        assert client.get("/da/soeg/", {"q": "høringssvar"}).context["total"] == 0

    def test_five_hundred_groups_cost_one_query_and_no_error(self, client):
        make_hearing()
        queue.drain()
        client.get("/da/soeg/", {"q": "frist"})
        with CaptureQueriesContext(connection) as none:
            client.get("/da/soeg/", {"q": "frist"})
        words = "\n".join(f"frist udtryk {n}" for n in range(9)) + "\nfrist"
        Synonyms.objects.bulk_create([Synonyms(words=words) for _n in range(500)])
        with CaptureQueriesContext(connection) as many:
            assert client.get("/da/soeg/", {"q": "frist"}).status_code == 200
        assert len(many) == len(none)

    @pytest.mark.parametrize(
        "words",
        ["", "frist", "frist\n\nfrist", "frist\n§\n***", "\n".join("abcdefghijk"), "a\n" + "b" * 81]
        + ["a\nb c d e f g h"],
        ids=["none", "one", "twice", "signs", "eleven", "long", "seven words"],
    )
    def test_a_group_that_is_none_is_refused(self, words):
        with pytest.raises(ValidationError):
            Synonyms(words=words).full_clean()

    def test_a_group_is_kept_tidy(self):
        group = Synonyms(words="  Frist \x00 \nfrist\u202e\r\n § 17,  stk. 4\n")
        group.full_clean()
        assert group.words.splitlines() == ["Frist", "frist", "§ 17, stk. 4"]

    def test_there_is_an_end_to_groups(self, monkeypatch):
        monkeypatch.setattr(models, "MOST_SYNONYMS", 1)
        Synonyms.objects.create(words="a\nb")
        with pytest.raises(ValidationError):
            Synonyms(words="c\nd").full_clean()
