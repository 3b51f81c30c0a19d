"""Citizens' addresses of the dialogue. All are under a language's prefix."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import calendar_views, feeds, receipt_views, trace, views
from .calendar_page import calendar_page
from .figures import views as figures
from .file_views import public_file
from .form import views as form
from .minutes_views import minutes_file
from .receipt.confirm import confirm
from .receipt.email import email
from .receipt.erasure import erase
from .receipt.find import find
from .receipt.lost import lost
from .receipt.more import more
from .receipt.words import appeal, edit
from .report.views import report_file, report_page
from .reporting.views import report
from .result_views import result

app_name = "comments"
urlpatterns = [
    path(pgettext_lazy("address", "hearings/"), views.hearings, name="hearings"),
    path(pgettext_lazy("address", "hearings/calendar/"), calendar_page, name="calendar_page"),
    path(
        pgettext_lazy("address", "hearings/calendar.ics"), calendar_views.calendar, name="calendar"
    ),
    path(pgettext_lazy("address", "hearings/hearings.atom"), calendar_views.feed, name="feed"),
    path(pgettext_lazy("address", "hearings/<int:pk>/"), views.hearing, name="hearing"),
    path(pgettext_lazy("address", "hearings/<int:pk>/result/"), result, name="result"),
    path(pgettext_lazy("address", "hearings/figures/"), figures.all_figures, name="all_figures"),
    path(
        pgettext_lazy("address", "hearings/figures.csv"),
        figures.all_figures_file,
        name="all_figures_file",
    ),
    path(pgettext_lazy("address", "hearings/<int:pk>/figures/"), figures.figures, name="figures"),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/figures.csv"),
        figures.figures_file,
        name="figures_file",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/reports/<int:number>/"),
        report_page,
        name="hearing_report",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/reports/<int:number>/report.<slug:kind>"),
        report_file,
        name="hearing_report_file",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/comments.atom"),
        feeds.of_hearing,
        name="hearing_feed",
    ),
    path(
        pgettext_lazy("address", "hearings/comments/<uuid:policy>.atom"),
        feeds.of_policy,
        name="policy_feed",
    ),
    path(
        pgettext_lazy("address", "hearings/comments/<uuid:policy>/<slug:code>.atom"),
        feeds.of_passage,
        name="passage_feed",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/comments/<int:number>/"),
        trace.trace,
        name="trace",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/comments/<int:number>/files/<int:file>/"),
        public_file,
        name="file",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/comments/<int:number>/report/"),
        report,
        name="report",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/minutes/<int:minutes>/"),
        minutes_file,
        name="minutes_file",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/comment/"),
        form.comment,
        name="form_whole",
    ),
    path(
        pgettext_lazy("address", "hearings/<int:pk>/comment/<slug:code>/"),
        form.comment,
        name="form",
    ),
    path(pgettext_lazy("address", "receipt/"), find, name="find"),
    path(pgettext_lazy("address", "receipt/lost/"), lost, name="lost"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/"), receipt_views.receipt, name="receipt"),
    path(
        pgettext_lazy("address", "receipt/<slug:secret>/withdraw/"),
        form.withdraw,
        name="withdraw",
    ),
    path(pgettext_lazy("address", "receipt/<slug:secret>/more/"), more, name="more"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/email/"), email, name="email"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/edit/"), edit, name="edit"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/appeal/"), appeal, name="appeal"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/erase/"), erase, name="erase"),
    path(
        pgettext_lazy("address", "receipt/<slug:secret>/confirm/<slug:proof>/"),
        confirm,
        name="confirm",
    ),
]
