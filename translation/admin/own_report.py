"""wagtail-localize's own report, with the translations of one's languages alone, in an order that stays."""

from wagtail_localize.views.report import TranslationsReportView

from translation.scope import languages_of


class OwnTranslationsReport(TranslationsReportView):
    """At wagtail-localize's address, where it is found first."""

    def get_queryset(self):
        found = super().get_queryset().order_by("-source__last_updated_at", "pk")
        own = languages_of(self.request.user)
        return found if own is None else found.filter(target_locale__in=own)
