"""An edition's page says to machines what it is, and where its other editions and forms are."""

import datetime
import json
import re

import pytest
from django.utils import timezone

from policy.templatetags.relations import linked_data
from tests.factories.policy import make_adopted, make_hearing_version, make_page
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
SITE = "https://kommune.example"
# Feeds have it in their addresses, and "1-1" may stand in it by chance.
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture(autouse=True)
def site(settings):
    settings.BASE_URL = SITE


@pytest.fixture
def page():
    return make_page()


def links_of(client, address) -> dict[str, list[str]]:
    """Return {rel: addresses} of the page's head; `alternate` is called by its media type."""
    html = client.get(address).content.decode()
    found: dict[str, list[str]] = {}
    for attributes in re.findall(r"<link ([^>]*)>", html):
        said = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        found.setdefault(said.get("type") or said["rel"], []).append(said["href"])
    return found


def legislation_of(client, address) -> dict:
    html = client.get(address).content.decode()
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(data)


def test_the_edition_in_force_has_one_canonical_address_and_an_older_one_its_own(page, client):
    make_adopted(page, on=TODAY - 9 * DAY)
    make_adopted(page)
    policy, older, newer = (SITE + page.url + path for path in ("", "udgaver/1/", "udgaver/2/"))
    for address in (policy, newer):
        found = links_of(client, address.removeprefix(SITE))
        assert found["canonical"] == found["latest-version"] == [policy]
        assert found["predecessor-version"] == [older]
        assert "successor-version" not in found
    found = links_of(client, older.removeprefix(SITE))
    assert found["canonical"] == [older]
    assert found["latest-version"] == [policy]
    assert found["successor-version"] == [newer]
    assert found["version-history"] == [f"{SITE}{page.url}udgaver/"]
    assert "predecessor-version" not in found


def test_what_is_not_public_is_not_linked_to(page, client):
    make_hearing_version(page, public_from=timezone.now() + DAY)
    make_hearing_version(page)
    found = links_of(client, f"{page.url}udgaver/1-2/")
    assert "predecessor-version" not in found
    assert "latest-version" not in found
    assert "1-1" not in UUID.sub("", str(found))


def test_every_link_of_an_edition_leads_somewhere(page, client):
    make_adopted(page, on=TODAY - 9 * DAY)
    make_adopted(page)
    make_english(page)
    found = links_of(client, page.url)
    for kind, addresses in found.items():
        for address in addresses:
            place = address.removeprefix(SITE)
            assert place.startswith("/"), address
            if kind not in ("application/pdf", "stylesheet", "icon"):
                assert client.get(place).status_code == 200, place
    assert found["application/json"][0].startswith(f"{SITE}/api/v1/editions/")
    assert found["application/atom+xml"] == [f"{SITE}{page.url}udgaver.atom"]
    assert f"{SITE}{page.url}udgaver/2/tekst.pdf" in found["application/pdf"]


def test_a_passage_leads_to_itself_as_json_and_to_the_feed(page, client):
    edition = make_adopted(page)
    code = edition.texts.get().wordings.all()[1].passage.code
    found = links_of(client, page.passage_url(code))
    assert found["canonical"] == [SITE + page.passage_url(code)]
    [address] = found["application/json"]
    assert client.get(address.removeprefix(SITE)).json()["code"] == code
    editions_feed, own, policy_feed = found["application/atom+xml"]
    assert own.endswith(f"/{code}.atom")
    assert policy_feed == f"{own.rpartition('/')[0]}.atom"
    assert editions_feed == f"{SITE}{page.url}udgaver.atom"
    assert client.get(own.removeprefix(SITE)).status_code == 200


def test_the_same_links_are_in_the_header(page, client):
    make_adopted(page)
    header = client.get(page.url).headers["Link"]
    assert f'<{SITE}{page.url}>; rel="canonical"' in header
    assert 'type="application/json"' in header
    assert header.isascii()


def test_an_edition_in_force_is_legislation_in_force(page, client):
    make_adopted(page, on=TODAY - 9 * DAY, case_number="25/1")
    make_adopted(page, case_number="26/2")
    found = legislation_of(client, page.url)
    own = f"{SITE}{page.url}udgaver/2/"
    assert found["@type"] == "Legislation"
    assert found["@id"] == found["url"] == own
    assert found["legislationIdentifier"] == "26/2"
    assert found["legislationDate"] == found["legislationDateVersion"] == TODAY.isoformat()
    assert found["temporalCoverage"] == f"{TODAY}/.."
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    assert found["inLanguage"] == "da"
    assert found["legislationPassedBy"] == {"@type": "Organization", "name": "Byrådet"}
    assert found["legislationChanges"] == found["isBasedOn"] == f"{SITE}{page.url}udgaver/1/"
    older = legislation_of(client, f"{page.url}udgaver/1/")
    assert older["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert older["temporalCoverage"] == f"{TODAY - 9 * DAY}/{TODAY - DAY}"
    assert "isBasedOn" not in older


def test_a_draft_is_in_force_on_no_day(page, client):
    make_hearing_version(page)
    found = legislation_of(client, f"{page.url}udgaver/1-1/")
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert not {"temporalCoverage", "legislationDate", "legislationPassedBy"} & found.keys()


def test_an_edition_to_come_is_not_in_force_yet(page, client):
    make_adopted(page, in_force_from=TODAY + 9 * DAY)
    found = legislation_of(client, f"{page.url}udgaver/1/")
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert found["temporalCoverage"] == f"{TODAY + 9 * DAY}/.."


def test_nothing_in_the_data_ends_its_element():
    nasty = "</script><script>alert(1)</script><!--&\u2028"
    html = linked_data({"name": nasty}, nasty)
    inner = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028") & set(inner)
    assert json.loads(inner)["name"] == nasty
