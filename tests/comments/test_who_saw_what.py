"""It can be answered which member of staff saw whose data, and when."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comments.models import Attachment, Look
from comments.privacy import retention
from comments.privacy.looks import ROUTES, note_look
from policy.append_only import AppendOnlyError
from tests.accounts.routes import all_routes
from tests.factories.accounts import make_staff
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CANARY = "Kanariefugl"


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


def test_every_entry_of_the_table_is_an_address_of_the_site():
    assert set(ROUTES) <= {route.view for route in all_routes()}


def test_an_empty_list_says_so_in_danish(admin_client):
    screen = reverse("looks:index")
    assert "har endnu set personoplysninger" in admin_client.get(screen).content.decode()
    narrowed = admin_client.get(screen, {"number": 1}).content.decode()
    assert "passer til disse filtre" in narrowed
    assert "hvem så hvad at vise" not in narrowed


def test_a_look_at_a_comment_is_one_row_an_hour_and_person(hearing, admin_client, admin_user):
    comment = make_comment(hearing)
    page = reverse("comments_decide", args=[comment.pk])
    for _n in range(3):
        assert admin_client.get(page).status_code == 200
    look = Look.objects.get()
    assert (look.by, look.kind, look.comment) == (admin_user, "comment", comment)
    note_look(by=admin_user, kind="comment", subject=comment.pk, comment_id=comment.pk)
    note_look(by=make_user("somebody"), kind="comment", subject=comment.pk)
    later = timezone.now() + datetime.timedelta(hours=1)
    note_look(by=admin_user, kind="comment", subject=comment.pk, at=later)
    assert Look.objects.count() == 3


def test_the_screen_of_its_translations_shows_a_comment_too(hearing, admin_client):
    comment = make_comment(hearing)
    page = reverse("comments_comment_translations", args=[comment.pk])
    assert admin_client.get(page).status_code == 200
    look = Look.objects.get()
    assert (look.kind, look.comment) == ("comment", comment)


@pytest.mark.parametrize("name", ["comments_translations", "search_staff"])
def test_a_list_with_words_of_citizens_is_a_look(hearing, admin_client, name):
    assert admin_client.get(reverse(name), {"q": "bemærkning"}).status_code == 200
    assert Look.objects.get().kind == "list"


def test_a_file_leads_to_its_comment(hearing, admin_client):
    comment = make_comment(hearing)
    file = Attachment(comment=comment, name="a.pdf", content_type="application/pdf", size=1)
    file.file.save("a.pdf", ContentFile(b"x"))
    admin_client.get(reverse("comments_file", args=[file.pk]))
    look = Look.objects.get()
    assert (look.kind, look.subject, look.comment) == ("file", file.pk, comment)


def test_who_is_refused_and_who_reads_in_public_saw_nothing(hearing, client, admin_client):
    comment = make_comment(hearing)
    assert client.get(reverse("comments_decide", args=[comment.pk])).status_code == 302
    assert admin_client.get(reverse("comments_decide", args=[999_999])).status_code == 404
    client.get(reverse("comments:trace", args=[hearing.pk, comment.number]))
    assert not Look.objects.exists()


def test_a_look_costs_one_statement(hearing, admin_client):
    comment = make_comment(hearing)
    page = reverse("comments_decide", args=[comment.pk])
    admin_client.get(page)
    with CaptureQueriesContext(connection) as captured:
        admin_client.get(page)
    assert len([q for q in captured if "comments_look" in q["sql"]]) == 1


def test_it_holds_no_words_and_nobody_changes_it(hearing, admin_client):
    comment = make_comment(hearing, text=CANARY, name=CANARY, email="anna@viby.example")
    admin_client.get(reverse("comments_decide", args=[comment.pk]))
    for word in (CANARY, "anna@viby.example"):
        assert word not in str(Look.objects.values())
    with pytest.raises(AppendOnlyError):
        Look.objects.all().delete()
    with pytest.raises(AppendOnlyError):
        Look.objects.get().save()


def test_administrators_filter_it_and_others_do_not_see_it(hearing, client, admin_client):
    first, second = make_comment(hearing), make_comment(hearing)
    for comment in (first, second):
        admin_client.get(reverse("comments_decide", args=[comment.pk]))
    screen = reverse("looks:index")
    html = admin_client.get(screen, {"number": first.number}).content.decode()
    assert f"bemærkning {first.number}" in html
    assert f"bemærkning {second.number}" not in html
    for hostile in ({"number": "9" * 40}, {"at_from": "i går"}, {"by": "x\0"}):
        assert admin_client.get(screen, hostile).status_code == 200
    client.force_login(make_staff("moderator"))
    assert client.get(screen).status_code in (302, 403)


def test_the_list_of_looks_costs_the_same_with_many(hearing, admin_client, admin_user):
    comment, now = make_comment(hearing), timezone.now()
    screen = reverse("looks:index")

    def cost() -> int:
        admin_client.get(screen)
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(screen)
        return len(captured)

    for n in range(2):
        note_look(by=admin_user, kind="file", subject=n, comment_id=comment.pk)
    few = cost()
    Look.objects.bulk_create(
        Look(by=admin_user, kind="comment", subject=n, comment=comment, hour=now)
        for n in range(200)
    )
    assert cost() == few


def test_it_goes_when_its_own_time_is_over(admin_user):
    note_look(by=admin_user, kind="list")
    retention.run(at=timezone.now() + datetime.timedelta(days=360))
    assert Look.objects.count() == 1
    retention.run(at=timezone.now() + datetime.timedelta(days=370))
    assert not Look.objects.exists()
