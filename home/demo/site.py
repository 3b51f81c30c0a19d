"""What the site says of its municipality, its two home pages, and the texts of decisions and mails."""

from wagtail.models import Site

from comments.models import Reason
from home.models import HomePage, SettingsText, SiteSettings
from notifications.models import MailText
from translation.seeding import seed_translation

from .calendar import Calendar
from .places import home_page, locale
from .staff import member
from .texts import SOURCE, TRANSLATION, demo_id, load

LANGUAGES = (SOURCE, TRANSLATION)


def is_set() -> bool:
    return SiteSettings.objects.exclude(municipality="").exists()


def set_up() -> None:
    """Fill the site's settings, the reasons for not publishing and the mails' own texts."""
    _fill_settings()
    write_reasons_and_mails()


def write_reasons_and_mails() -> None:
    """Write texts that hold for any municipality: reasons for not publishing, and mails."""
    for order, entry in enumerate(load("site")["reasons"], 1):
        for language in LANGUAGES:
            Reason.objects.create(
                key=entry["key"],
                title=entry["title"][language],
                text=entry["text"][language],
                order=order,
                locale=locale(language),
                translation_key=demo_id(f"reason/{entry['key']}"),
            )
    for entry in load("site")["mails"]:
        for language in LANGUAGES:
            mail = MailText(
                key=entry["key"],
                subject=entry["subject"][language],
                text="\n\n".join(entry["text"][language]),
                locale=locale(language),
                translation_key=demo_id(f"mail/{entry['key']}"),
            )
            mail.full_clean()
            mail.save()


def _fill_settings() -> None:
    texts = dict(load("site")["settings"])
    english = texts.pop("texts")[TRANSLATION]
    reviewed = Calendar().day(texts.pop("statement_reviewed_on"))
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in texts.items():
        setattr(settings, name, value)
    settings.statement_reviewed_on = reviewed
    settings.texts = [SettingsText(language=TRANSLATION, **english)]
    settings.full_clean(exclude=["logo"])
    settings.save()


def has_home_pages() -> bool:
    return HomePage.objects.filter(locale=locale(TRANSLATION)).exists()


def write_home_pages() -> None:
    """Give the Danish home page its words, and make the English one by translating it."""
    texts = load("site")["home"]
    editor = member("redaktoer")
    page = home_page()
    draft = page.get_latest_revision_as_object()
    for name, words in texts.items():
        setattr(draft, name, words[SOURCE])
    draft.save_revision(user=editor).publish(user=editor)
    page.refresh_from_db()
    english = HomePage(
        locale=locale(TRANSLATION), **{name: words[TRANSLATION] for name, words in texts.items()}
    )
    seed_translation(page=page, translated=english, user=member("oversaetter"))
