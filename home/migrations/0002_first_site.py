"""A fresh database gets a Danish home page in place of the one that says "Welcome to Wagtail"."""

from django.conf import settings
from django.db import migrations

WELCOME = "home"
FIRST = {
    "title": "Samskabelse",
    "draft_title": "Samskabelse",
    "slug": "da",
    "url_path": "/da/",
    "live": True,
    "has_unpublished_changes": False,
}
# The languages that every site begins with; administrators add others.
LANGUAGES = (settings.LANGUAGE_CODE, "en")


def make_site(apps, schema_editor):
    """Make the locales, turn the welcome page into a home page, and root the site there.

    Does nothing to a tree that has a home page already. The row of the welcome page is kept, so
    that whatever points to it still does.
    """
    Locale = apps.get_model("wagtailcore", "Locale")
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    HomePage = apps.get_model("home", "HomePage")
    if HomePage.objects.exists():
        return
    page = _first_place(apps)
    home = HomePage(page_ptr_id=page.pk)
    home.__dict__.update({k: v for k, v in page.__dict__.items() if k != "_state"})
    for name, value in FIRST.items():
        setattr(home, name, value)
    home.locale_id = locales[settings.LANGUAGE_CODE].pk
    home.content_type_id = _content_type(apps).pk
    home.save()
    _root_site(apps, page.pk)


def _first_place(apps):
    """Return the welcome page, or a new page beside what a person has put in its place."""
    Page = apps.get_model("wagtailcore", "Page")
    ContentType = apps.get_model("contenttypes", "ContentType")
    plain, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="page")
    welcome = Page.objects.filter(
        depth=2, slug=WELCOME, content_type_id=plain.pk, numchild=0
    ).first()
    if welcome is not None:
        return welcome
    root = Page.objects.filter(depth=1).first()
    if root is None:
        root = Page.objects.create(
            title="Root",
            draft_title="Root",
            slug="root",
            content_type_id=plain.pk,
            path="0001",
            depth=1,
            url_path="/",
        )
    root.numchild += 1
    root.save(update_fields=["numchild"])
    last = Page.objects.filter(depth=2, path__startswith=root.path).order_by("-path").first()
    # Paths count in base 36, four digits a level.
    number = int(last.path[-4:], 36) + 1 if last else 1
    return Page.objects.create(
        title=FIRST["title"],
        draft_title=FIRST["title"],
        slug=FIRST["slug"],
        content_type_id=plain.pk,
        path=root.path + _base36(number).rjust(4, "0"),
        depth=2,
        url_path=FIRST["url_path"],
    )


def _base36(number):
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    return digits


def _content_type(apps):
    ContentType = apps.get_model("contenttypes", "ContentType")
    return ContentType.objects.get_or_create(app_label="home", model="homepage")[0]


def _root_site(apps, page_id):
    Site = apps.get_model("wagtailcore", "Site")
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        site = Site(hostname="localhost", port=80, is_default_site=True)
    site.root_page_id = page_id
    site.save()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_pages_and_settings"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_site, migrations.RunPython.noop)]
