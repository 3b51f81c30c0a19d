"""Out to a file and in again: exactly what was changed changes, and nothing is published. Row 61."""

import datetime
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from django.urls import reverse
from wagtail.models import Locale, Revision
from wagtail_localize.models import StringTranslation, Translation

from accounts.roles import Role
from policy.models import PolicyPage
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import edit, make_adopted, make_page, principle
from tests.factories.translation import make_english
from tests.translation.exchange.files import EXCHANGE, FILE, dry_run, taken_in, taken_out
from translation.exchange.actions import take_in
from translation.models import PoImport, TranslatedText

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    make_english_home()
    page = make_page(principles=30)
    make_english(page)
    return page


@pytest.fixture
def translator(client, page):
    client.force_login(make_staff(Role.TRANSLATOR.value))
    return client


def translated() -> dict:
    return dict(StringTranslation.objects.values_list("pk", "data"))


def test_two_hundred_changed_texts_are_what_changes(translator, page):
    before = translated()
    po = taken_out(translator)
    chosen = po[:200]
    for entry in chosen:
        entry.msgstr = entry.msgstr.replace("EN", "Changed", 1)
    live, revisions = PolicyPage.objects.get(title__startswith="EN"), Revision.objects.count()
    taken_in(translator, po)
    after = translated()
    changed = {pk for pk in after if after[pk] != before[pk]}
    assert after.keys() == before.keys()
    assert len(changed) == sum("Changed" in entry.msgstr for entry in chosen) >= 195
    # What the Danish said then is kept, as of what is written at the desk.
    assert TranslatedText.objects.filter(target_text__contains="Changed").count() == len(changed)
    # Nothing is published, nor saved as a draft.
    assert PolicyPage.objects.get(pk=live.pk).title == live.title
    assert Revision.objects.count() == revisions


def test_a_file_that_was_not_touched_changes_nothing(translator):
    plan, _address = dry_run(translator, taken_out(translator))
    assert (plan.changes, plan.faults) == ([], [])
    assert plan.same > 100


def test_another_library_reads_the_file_alike(translator):
    ours = taken_out(translator)
    theirs = read_po(
        BytesIO(translator.get(reverse(FILE), {"language": "en"}).content), abort_invalid=True
    )
    assert str(theirs.locale) == "en"
    assert {(m.context, m.id): m.string for m in theirs if m.id} == {
        (entry.msgctxt, entry.msgid): entry.msgstr for entry in ours
    }


def test_an_edition_comes_out_as_it_is_frozen_though_the_page_moved_on(translator, page):
    edition = make_adopted(page)
    edit(page, body=[principle(1, heading="Helt ny")]).get_latest_revision().publish()
    po = taken_out(translator, edition=edition.pk)
    assert "Princip 25s overskrift" in {entry.msgid for entry in po}
    assert "Helt ny" not in {entry.msgid for entry in po}
    entry = next(e for e in po if e.msgid == "Princip 25s overskrift")
    entry.msgstr = "Of the edition"
    taken_in(translator, po)
    assert StringTranslation.objects.get(data="Of the edition").translation_of.data == entry.msgid


def test_a_chosen_text_comes_alone(translator, page):
    one = Translation.objects.get(source__object_id=page.translation_key)
    po = taken_out(translator, t=one.pk)
    assert {entry.msgctxt[:36] for entry in po} == {str(page.translation_key)}


def test_what_changed_since_it_was_looked_at_is_not_taken_in(translator):
    po = taken_out(translator)
    po[0].msgstr = "EN first"
    plan, address = dry_run(translator, po)
    StringTranslation.objects.filter(translation_of__data=po[0].msgid).update(data="EN meanwhile")
    translator.post(address, {"seal": plan.seal})
    assert StringTranslation.objects.filter(data="EN meanwhile").exists()
    assert PoImport.objects.get().applied_at is None


def test_it_is_taken_in_once(translator):
    po = taken_out(translator)
    po[0].msgstr = "EN first"
    taken_in(translator, po)
    StringTranslation.objects.filter(data="EN first").update(data="EN by hand")
    kept = PoImport.objects.get()
    seal = translator.get(reverse("translation_import", args=[kept.pk])).context["plan"].seal
    translator.post(reverse("translation_import", args=[kept.pk]), {"seal": seal})
    assert StringTranslation.objects.filter(data="EN by hand").exists()


def test_a_failure_half_way_leaves_nothing(translator, monkeypatch):
    po = taken_out(translator)
    for entry in po:
        entry.msgstr += "!"
    plan, _address = dry_run(translator, po)
    before = translated()

    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(PoImport, "save", fail)
    with pytest.raises(RuntimeError):
        take_in(po_import=PoImport.objects.get(), seal=plan.seal, user=make_staff("editor"))
    assert translated() == before


def test_a_machines_text_is_approved_by_taking_it_in_unmarked(translator):
    StringTranslation.objects.filter(data="EN Kort om 1.").update(translation_type="machine")
    po = taken_out(translator)
    entry = next(e for e in po if e.msgid == "Kort om 1.")
    assert "fuzzy" in entry.flags
    plan, _address = dry_run(translator, po)
    assert not plan.changes
    entry.flags.remove("fuzzy")
    taken_in(translator, po)
    assert StringTranslation.objects.get(data="EN Kort om 1.").translation_type == "manual"


@pytest.mark.parametrize("name", [EXCHANGE, FILE])
def test_a_language_that_is_not_there_is_nobodys(translator, name):
    assert translator.get(reverse(name), {"language": "pl"}).status_code == 302


def test_the_date_of_the_file_is_one(translator):
    made = taken_out(translator).metadata["POT-Creation-Date"]
    assert datetime.datetime.strptime(made, "%Y-%m-%d %H:%M%z")
    assert Locale.objects.filter(language_code="en").exists()
