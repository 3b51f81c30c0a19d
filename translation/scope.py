"""A person works in the languages whose pages she may change, and wagtail-localize asks for no more.

Its own views look at the page, but for snippets at the model alone, and whoever may submit one
translation may submit, update and publish those of every language. So each of its addresses is
checked here before its view is called, on GET and POST (CVE-2026-54262 and its like).
"""

from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from wagtail.models import Locale, TranslatableMixin
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation

NAMESPACE = "wagtail_localize"
SNIPPETS = ("wagtailsnippets_", "wagtailsnippetchoosers_")
WORKING = ("change_page", "publish_page")


class OwnLanguages:
    """Middleware: refuse views of wagtail-localize and of snippets for a language that is not the user's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Raise PermissionDenied before the view has read or written anything."""
        spaces = request.resolver_match.namespaces
        of_snippets = bool(spaces) and spaces[-1].startswith(SNIPPETS)
        # Who is logged in is asked on these addresses alone: a citizen's page would vary by its cookie.
        if not (of_snippets or NAMESPACE in spaces) or not request.user.is_authenticated:
            return
        if of_snippets:
            check_snippet_address(request, view, kwargs)
        else:
            self._check(request, kwargs)

    def _check(self, request, kwargs):
        if request.resolver_match.url_name.startswith("snippets_api"):
            _check_list_of_snippets(request.user, kwargs)
        wanted = _languages_asked(request, kwargs)
        if wanted and not user_can_work_in(request.user, wanted):
            raise PermissionDenied


def user_can_work_in(user, locale_ids) -> bool:
    """Say whether a person may change pages in all of these languages."""
    own = languages_of(user)
    return own is None or set(locale_ids) <= own


def check_snippets(user, snippets) -> None:
    """Raise PermissionDenied for a snippet in a language that a translator does not work in, Danish too.

    Whoever may change no pages at all (a moderator) is no translator: Wagtail's own permissions say
    what she changes.
    """
    _check_locales(user, _locales_of(snippets))


def check_snippet_address(request, view, kwargs) -> None:
    """Raise PermissionDenied where an address of Wagtail's snippets is about another language.

    It names an object, or a language for a list or a new one. Danish may be looked at, since it is
    what one translates from; `check_snippets` keeps it from being changed.
    """
    model = getattr(view, "view_initkwargs", {}).get("model")
    if model is None:
        return
    asked = Locale.objects.filter(language_code=request.GET.get("locale", ""))
    if "pk" in kwargs:
        rows = model._default_manager.filter(pk=unquote(str(kwargs["pk"])))
        asked = _locales_of(rows) if _is_in_a_language(model) else Locale.objects.none()
    _check_locales(request.user, asked.exclude(language_code=settings.LANGUAGE_CODE))


def _is_in_a_language(model) -> bool:
    names = {field.name for field in model._meta.get_fields()}
    return issubclass(model, TranslatableMixin) or "language" in names


def _locales_of(snippets):
    """Return the locales of rows; some name their language by its code alone."""
    ids = [row.locale_id for row in snippets if hasattr(row, "locale_id")]
    codes = [row.language for row in snippets if isinstance(getattr(row, "language", None), str)]
    return Locale.objects.filter(Q(pk__in=ids) | Q(language_code__in=codes))


def _check_locales(user, locales) -> None:
    own = languages_of(user)
    if own and not own.issuperset(locales.values_list("pk", flat=True)):
        raise PermissionDenied


def languages_of(user) -> set[int] | None:
    """Return the ids of the locales whose pages a person may change; None when it is all.

    Read from what Wagtail keeps with the user as long as the request lasts: no query of its own.
    """
    if user.is_superuser:
        return None
    given = page_permission_policy.get_cached_permissions_for_user(user)
    pages = [each.page for each in given if each.permission.codename in WORKING]
    if any(page.depth == 1 for page in pages):
        return None
    return {page.locale_id for page in pages}


def _check_list_of_snippets(user, kwargs) -> None:
    """wagtail-localize names every row of a list to all staff: only to those who may see the list."""
    model = get_snippet_model_from_url_params(kwargs["app_label"], kwargs["model_name"])
    of_model = f"{model._meta.app_label}.%s_{model._meta.model_name}"
    if not any(user.has_perm(of_model % action) for action in ("view", "change", "add")):
        raise PermissionDenied


def _languages_asked(request, kwargs) -> set[int]:
    """Return the ids of the locales that an address, or the form that is sent to it, touches."""
    if "translation_id" in kwargs:
        found = Translation.objects.filter(pk=kwargs["translation_id"])
        return set(found.values_list("target_locale_id", flat=True))
    if "translation_source_id" in kwargs:
        # It updates the translations into all languages at once, and may publish them.
        found = Translation.objects.filter(source=kwargs["translation_source_id"], enabled=True)
        return set(found.values_list("target_locale_id", flat=True))
    if request.method != "POST" or not request.resolver_match.url_name.startswith("submit_"):
        return set()
    return {int(pk) for pk in request.POST.getlist("locales") if pk.isascii() and pk.isdecimal()}
