"""The code of a receipt opens the sender's page, typed in from paper as well."""

import pytest
from django.urls import reverse
from django.utils import translation

from comments import guessing
from comments.limits import Limit
from comments.models import RateCount
from tests.comments.citizen import HERE, post
from tests.factories.comments import make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def sent():
    return send(make_hearing())


def url(name="find", *args):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=args)


def ask(client, code, **fields):
    return post(client, url(), {"code": code, **fields})


@pytest.mark.parametrize("code", ["", " ", "12", "æ" * 32, "x" * 33, "https://site.example/"])
def test_what_is_no_code_is_told_and_kept_and_counts_as_no_guess(client, code):
    response = ask(client, code)
    assert response.status_code == 422
    assert response.context["errors"][0]["id"] == "f-code"
    assert response.context["form"]["code"].value() == code
    assert not RateCount.objects.exists()


def test_row_27_another_site_learns_nothing(client, sent):
    headers = {**HERE, "Origin": "https://evil.example"}
    response = post(client, url(), {"code": sent.receipt_secret}, headers=headers)
    assert response.status_code == 403
    assert not RateCount.objects.exists()


def test_row_23_a_wrong_code_is_counted_and_after_the_limit_a_right_one_looks_the_same(
    client, sent, monkeypatch
):
    monkeypatch.setattr(guessing, "GUESSING", Limit("guess", 3, 24 * 60 * 60))
    wrong = [ask(client, f"{n:032}") for n in range(3)][-1]
    right = ask(client, sent.receipt_secret)
    assert (wrong.status_code, right.status_code) == (422, 422)
    told = [response.context["errors"] for response in (wrong, right)]
    assert told[0] == told[1]
    assert RateCount.objects.get().count == 3
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 404


@pytest.mark.parametrize("how", ["{}", " {} \n", "https://site.example/da/kvittering/{}/"])
def test_a_code_or_its_address_leads_to_the_page(client, sent, how):
    response = ask(client, how.format(sent.receipt_secret))
    assert (response.status_code, response["Location"]) == (
        303,
        url("receipt", sent.receipt_secret),
    )


def test_a_code_that_a_line_broke_on_paper_is_put_together(client, sent):
    secret = sent.receipt_secret
    assert ask(client, f"{secret[:16]} {secret[16:]}").status_code == 303


def test_the_receipt_says_number_code_and_address_to_keep_and_to_print(client, sent, settings):
    page = client.get(url("receipt", sent.receipt_secret)).content.decode()
    for kept in (
        ">1<",
        f">{sent.receipt_secret}<",
        settings.BASE_URL + url("receipt", sent.receipt_secret),
    ):
        assert kept in page
    assert f'href="{url()}"' in page


def test_the_list_of_hearings_leads_here_and_nothing_is_stored(client):
    make_hearing()
    assert f'href="{url()}"' in client.get(url("hearings")).content.decode()
    response = client.get(url())
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
