"""Whatever is sent in: an answer and no error, and nothing is written without a person's word. Row 14."""

import os

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail_localize.models import StringTranslation

from accounts.roles import Role
from policy.errors import Refused
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import make_page, principle
from tests.factories.translation import make_english
from tests.translation.exchange.files import EXCHANGE, taken_out
from translation.exchange.faults import faults_of
from translation.exchange.plan import plan_of
from translation.exchange.reading import read_po, text_of
from translation.exchange.texts import Place, Text

HEAD = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
KEY = "0" * 8 + "-0000-4000-8000-" + "0" * 12
LINES = st.sampled_from(
    [
        'msgid "x"',
        'msgstr "y"',
        f'msgctxt "{KEY}/title"',
        'msgid_plural "xs"',
        'msgstr[0] "y"',
        "#, fuzzy",
        "#~ msgid",
        '#| msgid "old"',
        '"',
        "msgstr",
        '"\\x00\\u202e"',
        "#: \ufeff",
        "",
    ]
)
FILES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(LINES, max_size=12).map(lambda lines: (HEAD + "\n".join(lines)).encode()),
)


class English:
    """A locale without a database."""

    language_code = "en"

    def get_display_name(self):
        return "English"


def dry_run(data: bytes) -> None:
    try:
        po = read_po(text_of(data), English())
    except Refused:
        return
    plan = plan_of(po, [Text(Place(KEY, "title"), "x", "old")])
    assert plan.seal
    for change in plan.changes:
        assert not faults_of(change.text.source, change.target)


@given(data=FILES)
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    dry_run(data)


@pytest.mark.long
@given(data=FILES)
@settings(max_examples=5000, deadline=None)
def test_thousands_of_files_are_read_or_refused(data):
    dry_run(data)


@given(words=st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_words_are_judged(words):
    faults_of('Læs <a id="a1">her</a>', words)


def test_a_name_of_a_file_on_this_machine_is_not_opened():
    with pytest.raises(Refused):
        read_po(text_of(os.path.abspath(polib.__file__).encode()), English())


@pytest.mark.django_db
@pytest.mark.database
def test_no_hostile_file_fails_or_writes(client):
    make_english_home()
    make_english(make_page(body=[principle(1)]))
    client.force_login(make_staff(Role.TRANSLATOR.value))
    good = str(taken_out(client)).encode()
    before = sorted(StringTranslation.objects.values_list("pk", "data"))

    @given(cut=st.integers(0, len(good)), rubbish=FILES)
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    def send(cut, rubbish):
        data = good[:cut] + rubbish + good[cut:]
        address = f"{reverse(EXCHANGE)}?language=en"
        response = client.post(address, {"file": SimpleUploadedFile("x.po", data)})
        assert response.status_code in {200, 302}
        if response.status_code == 302:
            assert client.get(response.url).status_code == 200

    send()
    assert sorted(StringTranslation.objects.values_list("pk", "data")) == before
