"""A small site with one of everything, so that every address can be filled in and answers."""

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupApprovalTask,
    Locale,
    PageViewRestriction,
    Site,
    UploadedFile,
    Workflow,
    WorkflowTask,
)
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from accounts.models import User
from comments.actions import ask_erasure, create_theme, report_comment
from comments.models import CannedText, JournalPackage, Look, Outcome, SavedView, WatchWord
from comments.receipts import proof_for, secret_for
from home.models import Purpose, StandardPage
from notifications.keys import MailKey
from notifications.models import MailText, OutgoingMail, Subscription
from policy.models import PolicyPage
from search.models import Synonyms
from tests.factories.accounts import group_of
from tests.factories.comments import (
    make_answer,
    make_comment,
    make_hearing,
    make_minutes,
    make_reason,
    make_report,
    send,
)
from tests.factories.documents import make_import
from tests.factories.files import make_file
from tests.factories.letters import as_csv, keep, letters
from tests.factories.orders import make_order
from tests.factories.policy import (
    edit,
    make_adopted,
    make_draft_link,
    make_page,
    make_term,
    make_user,
)
from tests.factories.translation import make_english
from translation.models import PoImport

NONCE = "nonce of the scene"
EMAIL = "anna@viby.example"


PO = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "x"\nmsgstr "y"\n'


def make_scene() -> dict:
    """Make the rows and return them by the names that `filling.py` uses."""
    scene = {"site": Site.objects.get(is_default_site=True), "user": make_user("somebody")}
    scene["home"] = scene["site"].root_page
    scene["locale"] = Locale.objects.get(language_code="en")
    scene["group"] = group_of("moderator")
    _texts(scene)
    _dialogue(scene)
    _privacy(scene)
    _library(scene)
    _admin(scene)
    _workflow(scene)
    scene["words"] = _words(scene)
    scene["listed"] = {
        "wagtailcore.page": scene["standard"],
        "wagtailimages.image": scene["image"],
        "wagtaildocs.document": scene["document"],
        "accounts.user": scene["user"],
        "comments.comment": scene["comment"],
        "comments.reason": scene["reason"],
        "comments.cannedtext": scene["canned"],
        "comments.watchword": scene["watch_word"],
        "search.synonyms": scene["synonyms"],
        "policy.term": scene["term"],
        "notifications.mailtext": scene["mail_text"],
    }
    return scene


def _words(scene) -> dict:
    principle = PolicyPage.body.field.stream_block.child_blocks["principle"]
    return {
        "code": scene["comment"].passage.code,
        "policy": scene["edition"].policy_id,
        "number": scene["public"].number,
        "key": scene["edition"].key,
        "old": scene["edition"].key,
        "new": scene["hearing"].edition.key,
        "secret": scene["secret"],
        "proof": proof_for(scene["secret"], EMAIL),
        "block": principle.definition_prefix,
        "path": f"/{scene['standard'].slug}/",
        "language": "en",
        "document_key": scene["document"].pk,
        "image_key": scene["image"].pk,
    }


def _texts(scene) -> None:
    page = make_page(slug="politik-af-scenen")
    scene["edition"] = make_adopted(page)
    scene["english"] = make_english(page)
    scene["order"] = make_order(page)
    scene["term"] = make_term("høring", "En frist til at svare.")
    translation = Translation.objects.get(source__object_id=page.translation_key)
    scene["translation"], scene["translation_source"] = translation, translation.source
    scene["string"] = StringSegment.objects.filter(source=translation.source).first()
    context = scene["string"].context
    scene["po_import"] = PoImport.objects.create(
        locale=translation.target_locale, file_name="x.po", content=PO
    )
    scene["override"] = OverridableSegment.objects.create(
        source=translation.source, context=context, order=999, data_json='"x"'
    )
    edit(page, introduction="Et nyt udkast.")
    scene["page"] = page
    scene["text_import"] = make_import(page)
    scene["revision"] = page.latest_revision
    scene["standard"] = _standard("en-side")
    scene["section"] = _standard("en-afdeling")
    _standard("tilgaengelighed", purpose=Purpose.ACCESSIBILITY)
    scene["locked"] = _standard("laast-side")
    scene["restriction"] = PageViewRestriction.objects.create(
        page=scene["locked"], restriction_type="password", password="x"
    )


def _standard(slug: str, **fields) -> StandardPage:
    locale = Locale.objects.get(language_code="da")
    page = StandardPage(title=slug, slug=slug, locale=locale, **fields)
    Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
    page.save_revision().publish()
    return page


def _privacy(scene) -> None:
    scene["person_request"] = scene["erasure"].registered
    scene["look"] = Look.objects.create(by=scene["user"], kind="list", hour=timezone.now())


def _dialogue(scene) -> None:
    hearing = make_hearing(scene["page"])
    scene["hearing"] = hearing
    scene["reason"] = make_reason()
    scene["comment"] = send(hearing, nonce=NONCE, email=EMAIL).comment
    scene["erasure"] = ask_erasure(comment=scene["comment"])
    scene["secret"] = secret_for(NONCE)
    # Another table: the same words may open both.
    scene["draft_link"] = make_draft_link(scene["page"], scene["secret"])
    scene["public"] = make_comment(hearing)
    scene["file"] = make_file(scene["public"], approved_by=scene["user"])
    scene["letters"] = keep(hearing, as_csv(letters(1)), by=scene["user"])
    report_comment(comment=scene["public"], kind="other", nonce=NONCE)
    scene["report"] = scene["public"].reports.get()
    scene["watch_word"] = WatchWord.objects.create(word="idiot*")
    scene["synonyms"] = Synonyms.objects.create(words="høringssvar\nbemærkning")
    scene["saved_view"] = SavedView.objects.create(name="Gamle", query="age=3")
    scene["answer"] = make_answer(scene["public"], published=False)
    scene["minutes"] = make_minutes(hearing, file=True)
    scene["hearing_report"] = make_report(hearing)
    scene["journal_package"] = JournalPackage.objects.create(hearing=hearing)
    scene["canned"] = CannedText.objects.create(title="Tak", text="Tak.")
    scene["promise"] = make_answer(make_comment(hearing)).outcomes.get()
    scene["public_answer"] = scene["promise"].response
    Outcome.objects.filter(pk=scene["promise"].pk).update(follow_up_on="2026-01-01")
    scene["theme"] = create_theme(hearing=hearing, by=None, titles={"da": "Svarfrist"})
    _mails(scene, hearing)


def _mails(scene, hearing) -> None:
    scene["mail_text"] = MailText.objects.create(
        key=MailKey.RECEIPT,
        subject="Tak",
        text="Tak.",
        locale=Locale.objects.get(language_code="da"),
    )
    scene["follower"] = Subscription.objects.create(
        topic=f"hearing:{hearing.pk}",
        email=EMAIL,
        address_hash="x" * 64,
        language="da",
        rhythm="daily",
    )
    scene["mail"] = OutgoingMail.objects.create(
        kind=MailKey.RECEIPT, cause="comment:0", address_hash="x", language="da", subject="Tak"
    )


def _library(scene) -> None:
    scene["image"] = get_image_model().objects.create(
        title="Et billede", file=get_test_image_file()
    )
    scene["document"] = get_document_model().objects.create(
        title="Et dokument", file=ContentFile(b"tekst", name="dokument.txt")
    )
    scene["collection"] = Collection.get_first_root_node().add_child(name="En samling")
    scene["collection_restriction"] = CollectionViewRestriction.objects.create(
        collection=scene["collection"], restriction_type="password", password="x"
    )


def _admin(scene) -> None:
    scene["redirect"] = Redirect.objects.create(old_path="/gammel", redirect_link="/da/")


def _workflow(scene) -> None:
    task = GroupApprovalTask.objects.create(name="Gennemsyn")
    task.groups.add(group_of("editor"))
    workflow = Workflow.objects.create(name="Godkendelse")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = _standard("side-i-gang")
    page.save_revision()
    scene["workflow"], scene["task"], scene["in_workflow"] = workflow, task, page
    scene["workflow_state"] = workflow.start(page, scene["user"])
    scene["task_state"] = scene["workflow_state"].current_task_state


def give_own_things(scene, user: User | None) -> None:
    """Give a visitor what Wagtail lets only its owner use."""
    page_type = ContentType.objects.get_for_model(type(scene["page"]))
    owner = user or scene["user"]
    scene["session"] = EditingSession.objects.create(
        user=owner,
        content_type=page_type,
        object_id=str(scene["page"].pk),
        last_seen_at=timezone.now(),
    )
    for kind, model in (("image", get_image_model()), ("document", get_document_model())):
        scene[f"uploaded_{kind}"] = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=ContentFile(b"x", name="fil.txt"),
            uploaded_by_user=owner,
        )
