"""The addresses and buttons of the screens about an edition's life, for `policy.wagtail_hooks`."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from policy.permissions import (
    user_can_adopt,
    user_can_correct,
    user_can_review,
    user_can_share_draft,
)
from policy.reviews import running_review

from .correcting import correct_view
from .draft_links import draft_links_view, revoke_draft_link_view
from .reviewing import review_view
from .withdrawing import withdraw_view

SCREENS = [
    (user_can_correct, "policy_correct", _("Correct a misprint"), "edit"),
    (user_can_adopt, "policy_withdraw", _("Withdraw an edition"), "cross"),
]


def addresses() -> list:
    return [
        path("policy/<int:page_id>/withdraw/", withdraw_view, name="policy_withdraw"),
        path("policy/<int:page_id>/review/", review_view, name="policy_review"),
        path("policy/<int:page_id>/correct/", correct_view, name="policy_correct"),
        path("policy/<int:page_id>/draft-links/", draft_links_view, name="policy_draft_links"),
        path(
            "policy/<int:page_id>/draft-links/<int:link_id>/revoke/",
            revoke_draft_link_view,
            name="policy_revoke_draft_link",
        ),
    ]


def buttons(page, user):
    """Offer the screens in the editor's header to those who may."""
    if user_can_review(user, page, running_review(page)):
        answer = reverse("policy_review", args=[page.pk])
        yield Button(_("Answer the legal review"), answer, icon_name="check", priority=4)
    if user_can_share_draft(user, page):
        share = reverse("policy_draft_links", args=[page.pk])
        yield Button(_("Links to the draft"), share, icon_name="link", priority=59)
    for place, (may, name, label, icon) in enumerate(SCREENS):
        if may(user, page):
            address = reverse(name, args=[page.pk])
            yield Button(label, address, icon_name=icon, priority=60 + place)
