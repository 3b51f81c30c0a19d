"""Before sending, the writer sees what will be public and is warned of personal data."""

import re
from html import unescape

import pytest

from comments.models import Comment, NamesRule
from comments.reading.proposed import change_of
from tests.comments.citizen import WORDS, address, post, token_for
from tests.factories.comments import close, make_hearing, wordings_of

pytestmark = pytest.mark.django_db
CPR = "010190-1234"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def hearing():
    return make_hearing()


def look(client, hearing, **fields):
    return post(
        client, address(hearing), {"token": token_for(hearing), "step": "preview"}, **fields
    )


def hidden(page: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in HIDDEN.findall(page)}


def press(client, hearing, page, step):
    return post(client, address(hearing), {**hidden(page), "step": step})


def test_nothing_is_stored_and_nothing_is_cached(client, hearing):
    response = look(client, hearing)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert WORDS["text"] in response.content.decode()
    assert not Comment.objects.exists()


def test_a_form_that_is_too_old_is_not_shown_as_if_it_could_be_sent(client, hearing):
    response = look(client, hearing, token=token_for(hearing, age=25 * 3600))
    assert response.status_code == 422


def test_what_is_wrong_is_told_before_it_is_shown(client, hearing):
    assert look(client, hearing, text="").status_code == 422


def test_a_closed_hearing_shows_no_preview(client, hearing):
    close(hearing)
    response = look(client, hearing)
    assert response.status_code == 409
    assert WORDS["text"] in response.content.decode()


def test_what_was_seen_is_sent_once_with_all_its_words(client, hearing):
    text = 'To linjer\n\nmed "tegn" & <b>'
    page = look(client, hearing, text=text, proposal="Vi svarer", name="Bo").content.decode()
    first, again = (press(client, hearing, page, "send") for _ in range(2))
    assert first.status_code == again.status_code == 303
    assert first["Location"] == again["Location"]
    comment = Comment.objects.get()
    assert comment.texts.get(role="original").text == text
    assert comment.sender.name == "Bo"


def test_correcting_leads_back_to_the_form_with_everything_in_it(client, hearing):
    page = look(client, hearing, name="Bo Kendt", district="Vesterby").content.decode()
    response = press(client, hearing, page, "edit")
    form = response.content.decode()
    assert response.status_code == 200
    assert all(word in form for word in (WORDS["text"], "Bo Kendt", "Vesterby"))
    assert hidden(form)["token"] == hidden(page)["token"]
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("shown", "names", "is_seen"),
    [("hidden", "sender", False), ("name", "sender", True), ("name", "nobody", False)],
)
def test_the_name_is_shown_as_it_will_be(client, hearing, shown, names, is_seen):
    hearing.names = names if names in NamesRule.values else NamesRule.values[-1]
    hearing.save()
    page = look(client, hearing, name="Bo Kendt", shown=shown).content.decode()
    heading = page.split('id="preview-heading"')[1].split("</h3>")[0]
    assert ("Bo Kendt" in heading) == is_seen


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (f"Mit nummer er {CPR}.", CPR),
        ("Ring til mig på telefon 20 12 34 56.", "20 12 34 56"),
        ("Skriv til bo@eksempel.dk.", "bo@eksempel.dk"),
        ("Jeg bor på Nørregade 12, 2. tv.", "Nørregade 12"),
    ],
)
def test_personal_data_is_marked_and_shown_once_before_it_is_sent(client, hearing, text, marked):
    response = post(client, address(hearing), token=token_for(hearing), text=text, step="send")
    page = response.content.decode()
    assert response.status_code == 200
    assert marked in page.split('<mark class="flag">')[1].split("</mark>")[0]
    assert 'role="alert"' in page
    assert not Comment.objects.exists()
    assert press(client, hearing, page, "send").status_code == 303
    assert Comment.objects.get().findings.exists()


@pytest.mark.parametrize("field", ["proposal", "name", "district"])
def test_it_is_found_in_every_field_that_becomes_public(client, hearing, field):
    token = token_for(hearing)
    response = post(client, address(hearing), {"token": token, field: f"CPR {CPR}"})
    assert '<mark class="flag">' in response.content.decode()
    assert not Comment.objects.exists()


def test_other_words_than_those_that_were_shown_are_shown_again(client, hearing):
    page = look(client, hearing, text=f"CPR {CPR}").content.decode()
    changed = {**hidden(page), "text": f"Og {CPR} igen", "step": "send"}
    assert post(client, address(hearing), changed).status_code == 200
    assert not Comment.objects.exists()


def test_the_municipality_may_be_told_a_telephone_number(client, hearing):
    fields = {"text": "Ring på telefon 20 12 34 56.", "shown": "municipality"}
    response = post(client, address(hearing), {"token": token_for(hearing), **fields})
    assert response.status_code == 303


def test_text_is_escaped_in_the_preview(client, hearing):
    nasty = f"<script>alert(1)</script> {CPR}"
    page = look(client, hearing, text=nasty, proposal=nasty, name=nasty).content.decode()
    assert "<script>alert" not in page


def test_a_proposal_is_shown_as_a_change_of_the_line_that_it_is_like(client, hearing):
    wording = wordings_of(hearing)[0]
    line = max(wording.text.split("\n"), key=len)
    page = look(client, hearing, proposal=f"{line} Også i ferien.").content.decode()
    assert "<ins>" in page
    assert "Også i ferien." in page
    assert change_of(wording, "Zebra xylofon") == []
    assert change_of(None, "Zebra") == []


def test_the_preview_costs_few_queries_however_long_it_is(
    client, hearing, django_assert_max_num_queries
):
    look(client, hearing)
    url, token = address(hearing), token_for(hearing)
    words = {"text": f"Nørregade 12 og {CPR}. " * 50, "proposal": "Vi svarer. " * 50}
    with django_assert_max_num_queries(13):
        assert post(client, url, words, token=token, step="preview").status_code == 200


@pytest.mark.parametrize("step", ["", "x", "edit", "preview", "send", "\u202e", "a" * 5000])
@pytest.mark.parametrize("seen", ["", "%00", "ø" * 500])
def test_no_button_and_no_mark_breaks_anything(client, hearing, step, seen):
    fields = {"token": token_for(hearing), "step": step, "seen": seen, "text": f"CPR {CPR}"}
    assert post(client, address(hearing), fields).status_code == 200
