"""Citizens' addresses of the dialogue. All are under a language's prefix."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import calendar_views, receipt_views, views
from .form import views as form
from .receipt.confirm import confirm
from .receipt.erasure import erase
from .receipt.lost import lost
from .receipt.words import appeal, edit

app_name = "comments"
urlpatterns = [
    path(pgettext_lazy("address", "hearings/"), views.hearings, name="hearings"),
    path(
        pgettext_lazy("address", "hearings/calendar.ics"), calendar_views.calendar, name="calendar"
    ),
    path(pgettext_lazy("address", "hearings/hearings.atom"), calendar_views.feed, name="feed"),
    path(pgettext_lazy("address", "hearings/<int:pk>/"), views.hearing, name="hearing"),
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
    path(pgettext_lazy("address", "receipt/lost/"), lost, name="lost"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/"), receipt_views.receipt, name="receipt"),
    path(
        pgettext_lazy("address", "receipt/<slug:secret>/withdraw/"),
        form.withdraw,
        name="withdraw",
    ),
    path(pgettext_lazy("address", "receipt/<slug:secret>/edit/"), edit, name="edit"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/appeal/"), appeal, name="appeal"),
    path(pgettext_lazy("address", "receipt/<slug:secret>/erase/"), erase, name="erase"),
    path(
        pgettext_lazy("address", "receipt/<slug:secret>/confirm/<slug:proof>/"),
        confirm,
        name="confirm",
    ),
]
