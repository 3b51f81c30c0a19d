"""The closed lists of the field: kinds of passages, degrees of influence, the eight questions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PassageKind(models.TextChoices):
    """The value is the block's name in the StreamField and in frozen content: never rename one."""

    HEADING = "heading", _("Chapter")
    TEXT = "text", _("Text")
    FIGURE = "figure", _("Figure")
    PRINCIPLE = "principle", _("Principle")
    PARTICIPATION_FORM = "participation_form", _("Participation form")
    THEME = "theme", _("Theme")


NUMBERED = {PassageKind.PRINCIPLE, PassageKind.PARTICIPATION_FORM, PassageKind.THEME}


class DegreeOfInfluence(models.TextChoices):
    """From least to most; the order is the ladder that is shown."""

    INFORMATION = "information", _("Information")
    CONSULTATION = "consultation", _("Consultation")
    DIALOGUE = "dialogue", _("Dialogue")
    CO_DECISION = "co_decision", _("Co-decision")
    CITIZENS_LEAD = "citizens_lead", _("Citizens lead")


# The eight questions that a municipality must answer for itself.
EIGHT_QUESTIONS = [
    (1, _("Does genuine co-creation require agreement on shared values?")),
    (2, _("How does co-creation differ from other ways of working together?")),
    (3, _("How are responsibility and influence shared when we co-create?")),
    (4, _("What do we expect of citizens’ resources and potential?")),
    (5, _("How are trust and the courage to take risks built when we co-create?")),
    (6, _("How do we speak of co-creation in a credible way?")),
    (7, _("Which participation forms are relevant when we co-create?")),
    (8, _("Which themes and issues are especially suited to co-creation?")),
]
