"""A second, short policy without a hearing: its dialogue is always open, for trying that out."""

import datetime

from comments.actions import decide, open_standing_dialogue, submit
from comments.models import Comment
from comments.states import AuthorKind, DecisionAction
from policy.actions import adopt
from policy.models import Edition, Policy, PolicyPage, Wording
from translation.actions import freeze_translation
from translation.seeding import seed_translation

from .bodies import block_of, passage_id
from .calendar import Calendar
from .places import home_page, locale
from .staff import member
from .texts import SOURCE, TRANSLATION, demo_id, load

TREES = demo_id("policy/trees")
DAY = datetime.timedelta(days=1)


def are_there() -> bool:
    """Tell whether the policy and the last of its comments are there."""
    last = load("trees")["comments"][-1]["number"]
    return Comment.objects.filter(policy=TREES, number=last).exists()


def write_policy(calendar: Calendar) -> None:
    """Adopt the policy in both languages, open its dialogue, and take in what was written since."""
    texts = load("trees")
    edition = _adopt(texts, calendar)
    opened = calendar.instant(texts["dialogue"]["opens_at"], moves=True)
    dialogue = open_standing_dialogue(
        policy=Policy.objects.get(pk=TREES),
        purposes=texts["dialogue"]["purposes"],
        rules=texts["dialogue"]["rules"],
        user=member("redaktoer"),
        at=opened,
    )
    for entry in texts["comments"]:
        _receive(entry, dialogue, edition, calendar)


def _page(language: str) -> PolicyPage:
    texts = load("trees")
    passages = texts["passages"]
    return PolicyPage(
        title=texts["title"][language],
        slug=texts["slug"][language],
        introduction=texts["introduction"][language],
        body=[block_of(entry["id"], entry["kind"], entry[language]) for entry in passages],
        show_in_menus=True,
        locale=locale(language),
        translation_key=TREES,
    )


def _adopt(texts: dict, calendar: Calendar) -> Edition:
    editor, translator = member("redaktoer"), member("oversaetter")
    page = home_page().add_child(instance=_page(SOURCE))
    page.save_revision(user=editor).publish(user=editor)
    page.refresh_from_db()
    adopted_on = calendar.day(texts["adopted_on"], moves=True)
    at = calendar.instant(f"{texts['adopted_on']}T20:00:00", moves=True)
    edition = adopt(
        page=page,
        revision_id=page.latest_revision_id,
        user=editor,
        case_number=texts["case_number"],
        adopted_by=texts["adopted_by"][SOURCE],
        adopted_on=adopted_on,
        in_force_from=calendar.day(texts["in_force_from"], moves=True),
        note=texts["note"][SOURCE],
        at=at,
    )
    english = seed_translation(page=page, translated=_page(TRANSLATION), user=translator)
    freeze_translation(
        edition=edition,
        page=english,
        note=texts["note"][TRANSLATION],
        adopted_by=texts["adopted_by"][TRANSLATION],
        at=at + DAY,
    )
    return edition


def _receive(entry: dict, dialogue, edition: Edition, calendar: Calendar) -> None:
    """Take a comment in and publish it on the next day."""
    text = edition.texts.get(locale__language_code=entry["language"])
    wordings = Wording.objects.filter(edition_text=text).select_related("passage")
    passages = {str(wording.passage.uuid): wording for wording in wordings}
    at = calendar.instant(entry["received_at"], moves=True)
    comment = submit(
        hearing=dialogue,
        edition_text=text,
        wording=passages[passage_id(entry["passage"])] if entry["passage"] else None,
        nonce=f"demo trees {entry['number']}",
        text=entry["text"],
        proposal=entry.get("proposal", ""),
        language=entry["language"],
        author_kind=AuthorKind.CITIZEN,
        district=entry["author"],
        stance=entry["stance"],
        received_at=at,
        number=entry["number"],
    ).comment
    decide(
        comment=comment,
        seen_version=comment.version,
        action=DecisionAction.PUBLISH,
        by=member("moderator"),
        at=at + DAY,
    )
