"""A bar for each language: how many of the site's texts it has, and how many words are behind."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Length, Replace
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation


@dataclass(frozen=True)
class Bar:
    """How many of all texts a language has, and the words of those that it has, had, and never had."""

    locale: Locale
    done: int
    total: int
    current_words: int
    stale_words: int
    missing_words: int
    url: str
    is_chosen: bool

    @property
    def percent(self) -> int:
        if self.done >= self.total:
            return 100
        return min(99, 100 * self.done // self.total)


def bars_of(locales: QuerySet, chosen: str | None) -> list[Bar]:
    """Return a bar for each language; `chosen` is the code of the one that is looked at.

    Two queries, however many languages, with the one that reads `locales`; no text is read.

    Words are counted by the database, by the spaces between them.
    """
    texts = StringSegment.objects.filter(source__locale__language_code=settings.LANGUAGE_CODE)
    texts = texts.annotate(words=_words())
    whole = texts.aggregate(n=Count("pk"), all_words=Sum("words"))
    return [_bar(whole, locale, chosen) for locale in _counted(texts, locales)]


def _counted(texts, locales) -> QuerySet:
    """Give each language its texts done, their words, and the words of texts that it has or had."""
    there = StringTranslation.objects.filter(
        context=OuterRef("context"), locale=OuterRef(OuterRef("pk")), has_error=False
    )
    done = texts.filter(Exists(there.filter(translation_of=OuterRef("string"))))
    touched = texts.filter(Exists(there))
    return locales.annotate(
        done=_one(done, Count("pk")),
        current=_one(done, Sum("words")),
        touched=_one(touched, Sum("words")),
    )


def _one(texts, total) -> Subquery:
    return Subquery(texts.order_by().values("source__locale").annotate(of=total).values("of"))


def _bar(whole, locale, chosen) -> Bar:
    current, touched = locale.current or 0, locale.touched or 0
    return Bar(
        locale=locale,
        done=locale.done or 0,
        total=whole["n"],
        current_words=current,
        stale_words=touched - current,
        missing_words=(whole["all_words"] or 0) - touched,
        url=f"?language={locale.language_code}",
        is_chosen=locale.language_code == chosen,
    )


def _words():
    """Count the spaces of a string, and one. The space in a link's tag is between no words."""
    plain = Replace(F("string__data"), Value("<a id="), Value("<a-id="))
    return Length(plain) - Length(Replace(plain, Value(" "), Value(""))) + 1
