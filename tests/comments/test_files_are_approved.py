"""Staff look at each file, and say which of them readers see: when they publish, or later."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.actions import show_files, undo
from comments.errors import NotPossible
from comments.models import Attachment
from tests.factories.comments import make_comment, make_hearing
from tests.factories.files import make_file, picture
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


@pytest.fixture
def staff(client):
    client.force_login(make_user("m2", superuser=True))
    return client


def decide(staff, comment, action="publish", **fields):
    screen = reverse("comments_decide", args=[comment.pk])
    return staff.post(screen, {"version": comment.version, "action": action, **fields}, follow=True)


def shown() -> list[str]:
    return [file.name for file in Attachment.objects.public().order_by("pk")]


def test_who_may_not_read_comments_gets_no_file(client, hearing):
    file = make_file(make_comment(hearing, status="pending"))
    address = reverse("comments_file", args=[file.pk])
    assert client.get(address).status_code == 302
    client.force_login(make_user("nobody"))
    assert client.get(address).status_code in (302, 403)


def test_published_without_a_box_ticked_no_file_is_public(staff, hearing):
    comment = make_comment(hearing, status="pending")
    make_file(comment)
    decide(staff, comment)
    comment.refresh_from_db()
    assert comment.is_public
    assert shown() == []


def test_a_refused_decision_approves_nothing(staff, hearing):
    comment = make_comment(hearing, status="pending")
    file = make_file(comment)
    comment.version += 1
    decide(staff, comment, file=file.pk)
    decide(staff, make_comment(hearing, status="held"), action="reject", reason="", file=file.pk)
    assert not Attachment.objects.exclude(approved_at=None).exists()


def test_a_file_of_another_comment_a_scan_and_nonsense_are_not_approved(staff, hearing):
    comment = make_comment(hearing, status="pending")
    scan = make_file(comment, name="scan.pdf", is_scan=True)
    other = make_file(make_comment(hearing))
    decide(staff, comment, file=[scan.pk, other.pk, "x", "9" * 400, "-1"])
    comment.refresh_from_db()
    assert comment.is_public
    assert shown() == []


def test_what_is_for_the_municipality_only_has_no_file_shown(hearing):
    comment = make_comment(hearing, status="pending", audience="municipality")
    file = make_file(comment)
    with pytest.raises(NotPossible):
        show_files(comment=comment, by=None, ids=[file.pk])


def test_the_ticked_ones_are_public_with_the_comment_and_the_log_tells_it(staff, hearing):
    comment = make_comment(hearing, status="pending")
    chosen = make_file(comment, name="a.pdf")
    make_file(comment, name="b.pdf")
    page = staff.get(reverse("comments_decide", args=[comment.pk])).content.decode()
    assert 'form="deciding"' in page
    assert 'id="deciding"' in page
    decide(staff, comment, file=chosen.pk)
    assert shown() == ["a.pdf"]
    chosen.refresh_from_db()
    assert chosen.approved_by.username == "m2"
    assert ModelLogEntry.objects.get(action="comments.files").data == {"added": 1, "taken_away": 0}
    page = staff.get(reverse("comments_decide", args=[comment.pk])).content.decode()
    assert "godkendt af" in page


@pytest.mark.parametrize("step", ["", "shorten", "anyway"])
def test_each_way_of_publishing_carries_the_boxes(staff, hearing, step):
    comment = make_comment(hearing, status="pending")
    make_file(comment)
    screen = reverse("comments_decide", args=[comment.pk])
    page = staff.get(screen, {"step": step} if step else {}).content.decode()
    assert page.count('id="deciding"') == 1
    assert 'form="deciding"' in page


def test_after_publishing_a_file_is_added_and_taken_away(staff, hearing):
    comment = make_comment(hearing)
    file = make_file(comment)
    address = reverse("comments_files", args=[comment.pk])
    staff.post(address, {"file": file.pk})
    assert shown() == [file.name]
    staff.post(address, {})
    assert shown() == []


def test_publishing_many_approves_no_file_and_says_so(staff, hearing):
    comment = make_comment(hearing, status="pending")
    make_file(comment)
    address = reverse("wagtail_bulk_action", args=["comments", "comment", "publish_comments"])
    page = staff.get(address, {"id": comment.pk, "next": "/admin/"}).content.decode()
    assert "Filer bliver ikke vist af det her" in page
    staff.post(f"{address}?id={comment.pk}", {f"seen-{comment.pk}": comment.version})
    comment.refresh_from_db()
    assert comment.is_public
    assert shown() == []


def test_staff_look_at_a_picture_in_the_browser_and_save_a_pdf(staff, hearing):
    comment = make_comment(hearing, status="pending")
    photo = make_file(comment, name="a.jpg", data=picture())
    document = make_file(comment)
    kinds = []
    for file in (photo, document):
        response = staff.get(reverse("comments_file", args=[file.pk]))
        kinds.append(response["Content-Disposition"].split(";")[0])
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert kinds == ["inline", "attachment"]


def test_a_publishing_that_is_taken_back_takes_the_approval_with_it(staff, hearing):
    comment = make_comment(hearing, status="pending")
    file = make_file(comment)
    decide(staff, comment, file=file.pk)
    assert shown() == [file.name]
    step = comment.decisions.get(action="publish")
    undo(decision=step, by=step.by)
    comment.refresh_from_db()
    decide(staff, comment)
    assert shown() == []
