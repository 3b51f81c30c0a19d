"""Addresses outside every language: the way in, /was, the colour, and what machines ask for.

No template of citizens' pages is rendered here; `home/sitemap.xml` gets `entries`
[{url, alternates: [{code, url}]}], all absolute.
"""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Site

from policy.locales import site_languages

from .facts import facts_for
from .models import Purpose, StandardPage
from .sitemap import sitemap_entries
from .theme import theme_address, theme_css

HOUR, YEAR = 60 * 60, 365 * 24 * 60 * 60  # seconds


@require_safe
@cache_control(public=True, max_age=HOUR)
def front(request):
    """Lead to Danish whatever the browser prefers: one address, one text."""
    return HttpResponseRedirect(f"/{settings.LANGUAGE_CODE}/")


@require_safe
@cache_control(public=True, max_age=HOUR)
def accessibility_statement(request):
    """Lead to the Danish accessibility statement; the law gives it this short address."""
    page = (
        StandardPage.objects.live()
        .public()
        .filter(purpose=Purpose.ACCESSIBILITY, locale__language_code=settings.LANGUAGE_CODE)
        .first()
    )
    if page is None:
        raise Http404
    return HttpResponsePermanentRedirect(page.get_url(request))


@require_safe
def theme(request):
    """Answer with the colour. What is asked for by its version may be kept for a year."""
    accent = facts_for(Site.find_for_request(request), settings.LANGUAGE_CODE).accent
    response = HttpResponse(theme_css(accent), content_type="text/css; charset=utf-8")
    current = request.get_full_path() == theme_address(accent)
    age = f"max-age={YEAR}, immutable" if current else "max-age=60"
    response["Cache-Control"] = f"public, {age}"
    return response


@require_safe
@cache_control(public=True, max_age=HOUR)
def robots(request):
    """Keep machines out of what is private or endless; show them what there is."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    for language in site_languages():
        with translation.override(language):
            lines.append(f"Disallow: {reverse('search:search')}")
    lines.append(f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=HOUR)
def sitemap(request):
    """List what is public: pages, editions and passages, each in its languages."""
    return TemplateResponse(
        request,
        "home/sitemap.xml",
        {"entries": sitemap_entries()},
        content_type="application/xml; charset=utf-8",
    )


@require_safe
@never_cache
def alive(request):
    """Say that the process answers; asks nothing of anybody."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request):
    """Say whether the database answers; 503 when it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
