"""What is wrong in a file is told text by text before anything is taken in. Row 61."""

import pytest
from wagtail_localize.models import StringTranslation, TranslationSource

from accounts.roles import Role
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import chapter, edit, make_page, principle
from tests.factories.translation import make_english
from tests.translation.exchange.files import (
    dry_run,
    faults_by_source,
    sent_in,
    taken_in,
    taken_out,
)
from translation.exchange.faults import faults_of
from translation.models import PoImport

pytestmark = pytest.mark.database

LINKED = '<p>Læs <a href="https://viby.example/regler">reglerne</a> om %(emne)s i {sag}.</p>'
SOURCE = 'Læs <a id="a1">reglerne</a> om %(emne)s i {sag}.'
GOOD = 'Read <a id="a1">the rules</a> on %(emne)s in {sag}.'


@pytest.fixture
def page(db):
    make_english_home()
    page = make_page(body=[chapter(), principle(1, statement=LINKED)])
    make_english(page)
    return page


@pytest.fixture
def translator(client, page):
    client.force_login(make_staff(Role.TRANSLATOR.value))
    return client


def written() -> list:
    return sorted(StringTranslation.objects.values_list("pk", "data", "updated_at"))


def with_words(client, words, source=SOURCE):
    po = taken_out(client)
    next(entry for entry in po if entry.msgid == source).msgstr = words
    return po


BROKEN = {
    GOOD.replace(' id="a1"', ""): "markup",
    GOOD.replace("a1", "a2"): "markup",
    GOOD.replace("</a>", ""): "markup",
    GOOD + "<b>New</b>": "markup",
    GOOD + "<script>alert(1)</script>": "markup",
    GOOD + '<a id="a1">again</a>': "markup",
    GOOD + "<!-- -->": "markup",
    GOOD.replace("<a ", '<a href="javascript:x" '): "markup",
    GOOD.replace("%(emne)s", "%(topic)s"): "placeholder",
    GOOD.replace("{sag}", ""): "placeholder",
    GOOD + "long " * 200: "too_long",
    GOOD + "\u202eabc": "hidden",
    GOOD + "\u2066abc": "hidden",
    GOOD + "\x1b[0m": "hidden",
    GOOD + "\u200b": "hidden",
    GOOD + "\ufffe": "hidden",
    GOOD + " https://evil.example/": "link",
    GOOD + " www.evil.example": "link",
}


@pytest.mark.parametrize("words", BROKEN)
def test_a_broken_text_is_told_by_its_kind(words):
    assert BROKEN[words] in faults_of(SOURCE, words)


def test_good_words_have_no_fault():
    assert faults_of(SOURCE, GOOD) == []
    assert faults_of(SOURCE, GOOD + " می\u200cخواهم") == []
    assert faults_of("Kort om 1.", "x" * 90, limit=80) == ["too_long"]


@pytest.mark.django_db
def test_a_broken_text_is_named_and_left_out(translator):
    before = written()
    plan, address = dry_run(translator, with_words(translator, GOOD + "<b>New</b>"))
    assert "markup" in faults_by_source(plan)[SOURCE]
    assert not plan.changes
    translator.post(address, {"seal": plan.seal})
    assert written() == before


@pytest.mark.django_db
def test_good_words_are_taken_in(translator):
    taken_in(translator, with_words(translator, GOOD))
    row = StringTranslation.objects.get(data=GOOD)
    assert (row.translation_type, row.has_error) == ("manual", False)


@pytest.mark.django_db
def test_words_longer_than_their_place_are_named(translator):
    plan, _address = dry_run(translator, with_words(translator, "x" * 300, "Samskabelsespolitik"))
    assert "too_long" in faults_by_source(plan)["Samskabelsespolitik"]


@pytest.mark.django_db
def test_unknown_places_and_words_are_told_apart(translator):
    po = taken_out(translator)
    po[0].msgctxt = po[0].msgctxt[:37] + "nowhere"
    po[1].msgid += " (ændret)"
    po[2].msgctxt = "../../etc/passwd"
    plan, _address = dry_run(translator, po)
    kinds = [str(kind) for fault in plan.faults for kind in fault.kinds]
    assert kinds == ["unknown", "changed", "unknown"]


@pytest.mark.django_db
def test_danish_that_has_changed_since_is_told(translator, page):
    po = with_words(translator, "EN other", "Princip 1s overskrift")
    edit(page, body=[chapter(), principle(1, heading="Ny overskrift", statement=LINKED)])
    page.get_latest_revision().publish()
    TranslationSource.objects.get_for_instance(page).update_from_db()
    plan, _address = dry_run(translator, po)
    assert faults_by_source(plan) == {"Princip 1s overskrift": ["changed"]}


@pytest.mark.django_db
def test_fuzzy_texts_and_two_translations_of_one_are_left_out(translator):
    po = with_words(translator, "EN fuzzy", "Princip 1s overskrift")
    next(e for e in po if e.msgid == "Princip 1s overskrift").flags.append("fuzzy")
    again = next(e for e in po if e.msgid == "Kort om 1.")
    text = str(po) + f'\n\nmsgctxt "{again.msgctxt}"\nmsgid "Kort om 1."\nmsgstr "EN other"\n'
    plan, _address = dry_run(translator, text.encode())
    assert faults_by_source(plan) == {
        "Princip 1s overskrift": ["fuzzy"],
        "Kort om 1.": ["duplicate"],
    }


@pytest.mark.django_db
def test_an_empty_translation_deletes_nothing(translator):
    before = written()
    po = taken_out(translator)
    for entry in po:
        entry.msgstr = ""
    plan, address = dry_run(translator, po)
    assert (plan.empty, plan.changes, plan.faults) == (len(po), [], [])
    translator.post(address, {"seal": plan.seal})
    assert written() == before


NO_FILES = [
    b"",
    b"/etc/passwd",
    b"\xff\xfe\x00",
    b'msgid "x"\nmsgstr "y"\n\x00',
    b"msgid unquoted",
    b'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "x"\nmsgstr "y"\n',
    b'msgid "x"\nmsgstr "y"\n',
    b'msgid "x"\nmsgstr ""\n' + b'"a"\n' * 3000,
    b"#" * (2 * 1024 * 1024 + 1),
]


@pytest.mark.django_db
def test_what_is_no_file_in_the_language_is_refused_with_a_reason(translator):
    for data in NO_FILES:
        response = sent_in(translator, data)
        assert response.status_code == 200, data[:40]
        assert response.context["form"].errors["file"], data[:40]
    assert not PoImport.objects.exists()
