"""The policy's page and its four editions, each in Danish and English."""

import datetime

from comments.actions import create_hearing
from comments.models import Hearing
from policy.actions import adopt
from policy.models import Edition, PolicyPage
from translation.actions import freeze_translation
from translation.seeding import seed_translation

from .bodies import body_of
from .calendar import Calendar
from .fates import answer_passages, translate_reasons
from .places import home_page, locale
from .staff import member
from .texts import SOURCE, TRANSLATION, demo_id, edition_texts, load

POLICY = demo_id("policy")
SLUGS = {SOURCE: "samskabelsespolitik", TRANSLATION: "co-creation-policy"}
EVENING = datetime.timedelta(hours=20)
DAY = datetime.timedelta(days=1)


def policy_page(language: str = SOURCE) -> PolicyPage:
    return PolicyPage.objects.get(translation_key=POLICY, locale=locale(language))


def edition_of(key: str) -> Edition | None:
    """Return the edition of a key as the demo writes them: "2", "3-h1"."""
    number, _, draft = key.partition("-h")
    editions = Edition.objects.of(POLICY).filter(number=number, draft_number=draft or None)
    return editions.first()


def hearing_of(key: str) -> Hearing:
    return Hearing.objects.select_related("edition").get(edition=edition_of(key))


def is_whole(key: str) -> bool:
    """Tell whether an edition is there in both languages."""
    edition = edition_of(key)
    return bool(edition) and edition.texts.count() == 2


def make_edition(key: str, calendar: Calendar) -> None:
    """Write the page, mark it ready, answer about its passages, freeze it, and its translation beside it."""
    page = _write(key)
    answer_passages(key, page, member("redaktoer"))
    texts = edition_texts(key)
    frozen = _put_to_hearing if "-h" in key else _adopt
    edition, at = frozen(page, texts, calendar)
    english = seed_translation(
        page=page, translated=_page(key, TRANSLATION), user=member("oversaetter")
    )
    freeze_translation(
        edition=edition,
        page=english,
        note=texts["note"][TRANSLATION],
        adopted_by=texts.get("adopted_by", {}).get(TRANSLATION, ""),
        at=at + DAY,
    )
    translate_reasons(key, edition)


def _page(key: str, language: str) -> PolicyPage:
    """Return the page as it reads in an edition, unsaved."""
    return PolicyPage(
        title=load("policy")["title"][language],
        slug=SLUGS[language],
        introduction=edition_texts(key)["introduction"][language],
        body=body_of(key, language),
        show_in_menus=True,
        locale=locale(language),
        translation_key=POLICY,
    )


def _write(key: str) -> PolicyPage:
    """Save and publish what the page says in an edition; make the page for the first one."""
    wanted = _page(key, SOURCE)
    page = PolicyPage.objects.filter(translation_key=POLICY, locale=locale(SOURCE)).first()
    if page is None:
        page = home_page().add_child(instance=wanted)
        draft = page
    else:
        draft = page.get_latest_revision_as_object()
        draft.introduction, draft.body = wanted.introduction, wanted.body
    editor = member("redaktoer")
    draft.save_revision(user=editor).publish(user=editor)
    page.refresh_from_db()
    return page


def _adopt(page, texts, calendar):
    at = calendar.instant(texts["adopted_on"]) + EVENING
    edition = adopt(
        page=page,
        revision_id=page.latest_revision_id,
        user=member("redaktoer"),
        case_number=texts["case_number"],
        adopted_by=texts["adopted_by"][SOURCE],
        adopted_on=calendar.day(texts["adopted_on"]),
        in_force_from=calendar.day(texts["in_force_from"]),
        note=texts["note"][SOURCE],
        at=at,
    )
    return edition, at


def _put_to_hearing(page, texts, calendar):
    hearings = load("dialogue")["hearings"]
    dates = next(hearing for hearing in hearings if hearing["key"] == texts["key"])
    moves = dates is hearings[-1]
    opens_at = calendar.instant(dates["opens_at"], moves=moves)
    at = opens_at - 3 * DAY
    hearing = create_hearing(
        page=page,
        revision_id=page.latest_revision_id,
        user=member("redaktoer"),
        opens_at=opens_at,
        closes_at=calendar.instant(dates["closes_at"], moves=moves),
        answers_due=calendar.day(dates["answers_due"], moves=moves),
        decision_planned_on=calendar.day(dates["decision_planned_on"], moves=moves),
        case_number=dates["case_number"],
        purposes=dates["purposes"],
        **{name: dates.get(name) for name in ("questions", "invited", "rules")},
        note=texts["note"][SOURCE],
        at=at,
    )
    return hearing.edition, at
