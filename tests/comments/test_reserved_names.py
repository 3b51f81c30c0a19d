"""Row 11: whoever writes under the municipality's name is shown to the moderator, and refused never."""

import pytest
from wagtail.models import Site

from comments.actions import edit
from comments.detector.reserved import looks_reserved
from comments.models import WatchWord
from home.models import SiteSettings
from tests.factories.comments import make_hearing, send
from tests.factories.policy import make_user

NAMES = ["Viby Kommune", "Byrådssekretariatet", "Anne Hansen", "IT"]


@pytest.mark.parametrize(
    "name",
    ["", "Anne", "Hans Annesen", "Viby IF", "Joanne Hansen", "Anne B. Hansen", "It", "Иван Мороз"]
    + ["Kommuneqvist", "Jens Mayorsen", "Ane Hans"],
)
def test_names_that_people_have_are_left_alone(name):
    assert not looks_reserved(name, NAMES)


@pytest.mark.parametrize(
    "name",
    ["Kommunen", "KOMMUNEN", "Borgmester Ida", "Borgmesteren", "borgmester-kontoret", "byraadet"]
    + [
        "B\u043ergmester",
        "Β\u03bf\u0433gm\u0435st\u0435r",
        "Ｋｏｍｍｕｎｅｎ",
        "Komm\u200bunen",
        "K o m m u n e n",
    ]
    + ["viby kommunes svar", "Viby K0mmune", "\u0391nn\u0435 Hansen", "Anne  Hansen, ansat"]
    + ["Byrådssekretariatets leder", "\u041dansen er ikke kommunen", "Kómmunen"],
)
def test_a_name_that_readers_would_take_for_the_municipalitys_is_told(name):
    assert looks_reserved(name, NAMES)


@pytest.mark.django_db
def test_row_11_a_reserved_name_is_a_flag_and_is_refused_nothing():
    hearing = make_hearing()
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"municipality": "Nordby"})
    make_user("clerk", first_name="Mette", last_name="Kjær", office="Teamet Samspil")
    WatchWord.objects.create(word="Karla Krone", is_name=True)
    for name in ("Nordby", "M\u0435tte Kj\u00e6r", "Teamet Samspil", "karla krone"):
        comment = send(hearing, name=name).comment
        assert comment.status == "pending"
        assert "reserved" in kinds_of(comment), name
    assert kinds_of(send(hearing, name="Mette", text="Karla Krone fra Nordby").comment) == []


@pytest.mark.django_db
def test_a_changed_text_keeps_the_flag_on_the_name():
    comment = send(make_hearing(), name="Kommunen").comment
    edit(comment=comment, seen_version=1, text="Nye ord.")
    assert kinds_of(comment) == ["reserved"]


def kinds_of(comment) -> list[str]:
    return list(comment.findings.values_list("kind", flat=True))
