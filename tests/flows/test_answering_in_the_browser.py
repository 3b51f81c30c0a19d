"""One answer to a theme of twenty, and the way from there over the committee to everybody."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import create_theme, gather
from comments.models import Comment, Response
from tests.factories.comments import close, make_comment, make_hearing, wordings_of
from tests.factories.policy import make_adopted, make_page, make_user
from tests.flows.looking import fits, half
from tests.flows.staff import log_in, write_date

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Wagtail's own faults, on every page of the admin.
WAGTAILS = ("region", "landmark-unique", "aria-allowed-role")
ANSWER = "Tak for jeres bemærkninger om fristen. Tre uger er vores løfte."
WHY = "Det kræver en ny lov."


@pytest.fixture
def theme():
    """Twenty public comments about one thing."""
    page = make_page()
    make_adopted(page)
    hearing = make_hearing(page)
    by = make_user("sekretær")
    wording = wordings_of(hearing)[0]
    comments = [
        make_comment(hearing, wording=wording, by=by, text=f"Svar inden {n + 5} dage, tak.")
        for n in range(20)
    ]
    theme = create_theme(hearing=hearing, by=by, titles={"da": "Svarfrist"})
    gather(theme=theme, by=by, put_in=[comment.pk for comment in comments])
    return theme


def go_to_answer(page, theme) -> None:
    address = reverse("comments_new_answer", args=[theme.hearing_id])
    page.goto(f"{address}?theme={theme.pk}")


def at(name, *args) -> str:
    with translation.override("da"):
        return reverse(f"comments:{name}", args=args)


def write_answer(page, comments) -> None:
    """Choose for all, and for two something else; write one answer. Six clicks and its words."""
    page.get_by_label("Delvist ændret").first.check()
    page.fill("[name=signed_by]", "Byrådssekretariatet")
    page.fill("[name=text_da]", ANSWER)
    page.select_option(f"[name=c{comments[0].pk}-result]", "changed")
    page.select_option(f"[name=c{comments[1].pk}-result]", "not_changed")
    page.fill(f"[name=c{comments[1].pk}-reason_da]", WHY)


def test_an_answer_to_a_theme_of_twenty_is_written_saved_and_made_public(page, theme):
    comments = list(Comment.objects.order_by("number"))
    log_in(page, "editor")
    go_to_answer(page, theme)
    assert not page.locator("[name=result]:checked").count(), "somebody must choose"
    reason = page.locator(f"[name=c{comments[1].pk}-reason_da]")
    assert not reason.is_visible()
    write_answer(page, comments)
    assert reason.is_visible()
    seen = page.locator(".answering-public")
    assert ANSWER in seen.inner_text()
    assert "Delvist ændret" in seen.inner_text()
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    draft = Response.objects.get()
    assert not draft.is_public
    assert page.locator("[name=result]:checked").get_attribute("value") == "partly"
    chosen = page.locator(".answering-one select[name$=-result]")
    assert [field.input_value() for field in chosen.all()] == ["changed", "not_changed"] + [""] * 18
    page.locator("[name=text_da]").focus()
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    draft.refresh_from_db()
    assert draft.is_public
    results = [comment.outcome.result for comment in Comment.objects.order_by("number")]
    assert results == ["changed", "not_changed"] + ["partly"] * 18


def test_without_an_outcome_for_all_nothing_is_sent_and_nothing_lost(page, theme):
    log_in(page, "editor")
    go_to_answer(page, theme)
    page.fill("[name=signed_by]", "Byrådssekretariatet")
    page.fill("[name=text_da]", ANSWER)
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert "Svaret er ikke gemt endnu" in page.locator("[role=alert]").inner_text()
    assert page.input_value("[name=text_da]") == ANSWER
    assert not Response.objects.exists()


def test_from_the_answer_over_the_committee_to_everybody(page, theme):
    comments = list(Comment.objects.order_by("number"))
    hearing = theme.hearing
    log_in(page, "editor")
    go_to_answer(page, theme)
    write_answer(page, comments)
    page.select_option("[name=passages]", str(comments[0].passage_id))
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    page.goto(at("trace", hearing.pk, comments[5].number))
    said = page.inner_text("main")
    assert ANSWER in said
    assert "Delvist ændret" in said
    # From the other end: what became of the passage leads back to the comment.
    page.locator("main a[href*='#life']").first.click()
    page.locator(f"main a[href*='/{comments[5].number}/']").first.wait_for()

    close(hearing)
    page.goto(reverse("comments_hearing_report", args=[hearing.pk]))
    page.fill("[name=committee]", "Kultur- og Borgerudvalget")
    page.get_by_role("button", name="Lås det, og gør det offentligt").click()
    page.get_by_role("link", name="Skriv beslutningen ind").first.click()
    page.fill("[name=decided_by]", "Byrådet")
    write_date(page, "decided_on", timezone.localdate().strftime("%d.%m.%Y"))
    page.fill("[name=text]", "Indstillingen er tiltrådt.")
    page.get_by_role("button", name="Skriv beslutningen ind").click()
    page.goto(at("hearing_report", hearing.pk, 1))
    said = page.inner_text("main")
    assert "Indstillingen er tiltrådt." in said
    assert WHY in said
    page.goto(at("result", hearing.pk))
    assert "Høringsnotat 1" in page.inner_text("main")


@pytest.mark.parametrize(("width", "scheme"), half((320, "dark"), (1280, "light")))
def test_the_screens_of_answering_have_no_barrier_and_fit(new_context, axe, theme, width, scheme):
    viewport = {"width": width, "height": 900}
    page = new_context(color_scheme=scheme, viewport=viewport).new_page()
    log_in(page, "editor")
    go_to_answer(page, theme)
    write_answer(page, list(Comment.objects.order_by("number")))
    axe(page, disabled=WAGTAILS)
    assert fits(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Gem og send til en anden læser").click()
    page.reload()  # Wagtail's own message, white on its green, has less than 4.5:1.
    axe(page, disabled=WAGTAILS)
    assert fits(page)
    page.goto("/admin/")
    axe(page, disabled=WAGTAILS)
    assert fits(page)
