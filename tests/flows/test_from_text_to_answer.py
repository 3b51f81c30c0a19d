"""The whole line, as its people walk it: hearing, comment, decision, answer, and the trace it leaves."""

import datetime
import re

import pytest
from django.utils import timezone

from comments.models import Comment, Hearing
from policy.models import EditionText, PolicyPage
from search.queue import drain
from tests.factories.policy import make_adopted, make_page
from tests.factories.translation import make_english
from tests.flows.staff import log_in, write_date
from translation.actions import freeze_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Skriv hellere et tal end rimelig tid."
ANSWER = "Det har du ret i. Vi skriver fire uger."
ENGLISH_ANSWER = "You are right. We write four weeks."


def put_to_hearing(page, policy) -> Hearing:
    """Open a hearing through the editor's form; it opens at once."""
    page.goto(f"/admin/pages/{policy.pk}/edit/")
    page.locator("footer [data-w-dropdown-target='toggle']").first.click()
    page.get_by_role("link", name="Send i høring").click()
    now = timezone.localtime()
    for name, days in (("opens_at", 0), ("closes_at", 30)):
        at = now + datetime.timedelta(days=days, hours=-1)
        write_date(page, name, at.strftime("%Y-%m-%d %H:%M"))
    page.fill("[name=case_number]", "26/04417")
    page.fill("[name=purpose_da]", "Vi vil gerne vide, om udkastet holder.")
    page.fill("[name=purpose_en]", "We would like to know whether the draft holds.")
    page.get_by_role("button", name="Send i høring").click()
    page.wait_for_load_state()
    if page.locator("#warnings").count():
        # Whatever today is, one of the two days may be one on which offices are closed.
        page.get_by_role("button", name="Opret alligevel").click()
    page.wait_for_url(lambda url: not url.endswith("/hearing/"))
    return Hearing.objects.get()


def comment_without_script(page, policy, hearing) -> str:
    """Follow the links of a citizen's page to the form, send it, return the receipt's address."""
    page.goto(f"{policy.url}udgaver/{hearing.edition.key}/")
    page.get_by_role("link", name=re.compile("Bemærk.*Princip 1")).click()
    page.get_by_label("Din bemærkning").fill(WORDS)
    page.get_by_label("Bydel eller landsby").fill("Vesterby")
    page.get_by_role("button", name="Send bemærkningen").click()
    page.get_by_role("heading", name="Tak. Vi har din bemærkning.").wait_for()
    return page.url


def decide_to_publish(page, comment) -> None:
    page.goto(f"/admin/dialogue/comments/{comment.pk}/")
    assert WORDS in page.inner_text("main")
    page.get_by_role("button", name="Offentliggør O", exact=True).click()
    page.wait_for_load_state()


def answer(page, hearing, comment) -> None:
    """Write one answer in both languages, with an outcome and the passage that changes."""
    page.goto(f"/admin/dialogue/hearings/{hearing.pk}/")
    page.check(f"#c{comment.pk}")
    page.get_by_role("button", name="Skriv et svar").click()
    page.select_option(f"[name=c{comment.pk}-result]", "changed")
    page.get_by_text("Afsnit og sprog").click()
    page.select_option(f"[name=c{comment.pk}-passages]", str(comment.passage_id))
    page.fill("[name=signed_by]", "Byrådssekretariatet")
    page.fill("[name=text_da]", ANSWER)
    page.get_by_text("Svaret på andre sprog").click()
    page.fill("[name=text_en]", ENGLISH_ANSWER)
    page.get_by_role("button", name="Gem udkast").click()
    page.get_by_role("button", name="Gem og offentliggør").click()
    page.get_by_text("Byrådssekretariatet").first.wait_for()


def freeze_english(policy) -> PolicyPage:
    """Translate, and freeze beside every edition there is."""
    english = make_english(policy)
    for text in EditionText.objects.filter(is_authoritative=True).select_related("edition"):
        freeze_translation(edition=text.edition, page=english)
    return english


@pytest.fixture
def policy():
    policy = make_page()
    make_adopted(policy)
    return policy


def test_a_comment_is_followed_from_sending_to_answer(policy, new_context):
    citizen = new_context(java_script_enabled=False).new_page()
    editor, moderator = new_context().new_page(), new_context().new_page()
    log_in(editor, "editor")
    log_in(moderator, "moderator")
    before = words_of_edition(citizen, policy.url + "udgaver/1/")

    hearing = put_to_hearing(editor, policy)
    english = freeze_english(policy)
    receipt = comment_without_script(citizen, policy, hearing)
    comment = Comment.objects.get()
    passage = f"{policy.url}afsnit/{comment.passage.code}/"
    assert WORDS not in read(citizen, passage)

    decide_to_publish(moderator, comment)
    assert WORDS in read(citizen, passage)
    answer(editor, hearing, comment)
    drain()

    danish = read(citizen, passage)
    assert ANSWER in danish
    assert "Byrådssekretariatet" in danish
    in_english = read(citizen, f"{english.url}passages/{comment.passage.code}/")
    assert ENGLISH_ANSWER in in_english
    assert WORDS in in_english
    assert ANSWER in read(citizen, receipt)
    assert WORDS in read(citizen, "/da/soeg/?q=rimelig+tid")
    assert ENGLISH_ANSWER in read(citizen, "/en/search/?q=four+weeks")
    assert words_of_edition(citizen, policy.url + "udgaver/1/") == before
    assert not citizen.context.cookies()


def read(page, address) -> str:
    """Return the words of a page's main part."""
    page.goto(address)
    return page.inner_text("main")


def words_of_edition(page, address) -> list[str]:
    """Return what the passages say, without what is said around them."""
    page.goto(address)
    words = page.locator(".passage__body").all_inner_texts()
    assert len(words) == 3
    return words
