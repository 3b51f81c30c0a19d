"""The blocks that a policy is made of. A top-level block's name is a passage's kind (`kinds.py`).

Codes are choices and never free text, since wagtail-localize offers every `CharBlock` for translation.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from textblocks.richtext import SimpleRichTextBlock

from .block_choices import influence_choices, participation_form_choices, question_choices


class QuestionsBlock(blocks.MultipleChoiceBlock):
    """Which of the eight questions the passage answers."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Answers these of the eight questions"))
        super().__init__(choices=question_choices, required=False, **kwargs)


class ParticipationFormsBlock(blocks.MultipleChoiceBlock):
    """Participation forms by the ids of their blocks, so that a rename or a translation changes nothing."""

    def __init__(self, **kwargs):
        super().__init__(choices=participation_form_choices, required=False, **kwargs)


class HeadingBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=255)
    lead = blocks.TextBlock(
        label=_("Lead"), required=False, help_text=_("One sentence under the heading.")
    )

    class Meta:
        icon = "title"
        label = _("Chapter")
        preview_value = {
            "heading": _("Principles"),
            "lead": _("What we hold on to, whatever task we share."),
        }
        description = _("Begins a chapter. The passages after it are numbered from 1.")
        preview_template = "policy/block_previews/heading.html"


class TextBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=255, required=False)
    body = SimpleRichTextBlock(label=_("Text"))
    plain = blocks.TextBlock(
        label=_("In plain words"),
        required=False,
        help_text=_("The same in one or two short sentences, for those who read little."),
    )
    questions = QuestionsBlock()

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        preview_value = {
            "heading": _("What we mean by co-creation"),
            "body": _("<p>Citizens and municipality find out together what the task is.</p>"),
        }
        description = _("Running text, for example a foreword.")
        preview_template = "policy/block_previews/text.html"


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=255,
        help_text=_("What somebody who can’t see the image needs to know."),
    )
    caption = blocks.CharBlock(label=_("Caption"), max_length=255, required=False)

    class Meta:
        icon = "image"
        label = _("Figure")
        description = _("An image or a diagram with a caption.")
        preview_value = {"caption": _("The degrees of influence")}
        preview_template = "policy/block_previews/figure.html"


class PromiseBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Promise"))
    owner = blocks.CharBlock(
        label=_("Owner"), max_length=120, help_text=_("A role or an office, not a person.")
    )
    due = blocks.DateBlock(
        label=_("Due"), required=False, help_text=_("Leave empty if the promise always holds.")
    )

    class Meta:
        icon = "check"
        label = _("Promise")


class PrincipleBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=255)
    statement = SimpleRichTextBlock(
        label=_("Statement"), help_text=_("What the municipality holds on to. Say “we” and “you”.")
    )
    plain = blocks.TextBlock(
        label=_("In plain words"),
        required=False,
        help_text=_("The same in one or two short sentences, for those who read little."),
    )
    why = SimpleRichTextBlock(label=_("Why"), required=False)
    citizens_can_expect = SimpleRichTextBlock(
        label=_("What citizens can expect of us"),
        required=False,
        help_text=_("Begin with “That …”: the label stands before it."),
    )
    we_expect_of_citizens = SimpleRichTextBlock(
        label=_("What we expect of citizens"),
        required=False,
        help_text=_("Begin with “That …”: the label stands before it."),
    )
    promises = blocks.ListBlock(PromiseBlock(), label=_("Promises"), default=[])
    questions = QuestionsBlock()

    class Meta:
        icon = "pick"
        label = _("Principle")
        description = _("Something the municipality holds on to whatever the task, with promises.")
        preview_value = {
            "heading": _("We begin together, before anything is decided"),
            "statement": _("<p>When we invite you, there is still something to decide.</p>"),
            "plain": _("We ask you early."),
        }
        preview_template = "policy/block_previews/principle.html"


class ParticipationFormBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Name"), max_length=255)
    what = SimpleRichTextBlock(label=_("What it is"))
    plain = blocks.TextBlock(
        label=_("In plain words"),
        required=False,
        help_text=_("The same in one or two short sentences, for those who read little."),
    )
    degree_of_influence = blocks.ChoiceBlock(
        label=_("Degree of influence"), choices=influence_choices
    )
    who_decides = blocks.TextBlock(label=_("Who decides"), required=False)
    when_it_fits = SimpleRichTextBlock(label=_("When it fits"), required=False)
    time_and_resources = SimpleRichTextBlock(label=_("Time and resources"), required=False)
    questions = QuestionsBlock(default=["7"])

    class Meta:
        icon = "group"
        label = _("Participation form")
        description = _("A way of taking part, and how far one’s influence reaches in it.")
        preview_value = {
            "heading": _("Citizens’ meeting"),
            "what": _("<p>Those whom a matter concerns meet about the same questions.</p>"),
            "degree_of_influence": "dialogue",
        }
        preview_template = "policy/block_previews/participation_form.html"


class ThemeBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Name"), max_length=255)
    what = SimpleRichTextBlock(label=_("What it is about"))
    plain = blocks.TextBlock(
        label=_("In plain words"),
        required=False,
        help_text=_("The same in one or two short sentences, for those who read little."),
    )
    why_it_suits = SimpleRichTextBlock(label=_("Why it suits co-creation"), required=False)
    examples = blocks.ListBlock(
        blocks.TextBlock(label=_("Example")), label=_("Examples"), default=[]
    )
    fitting_forms = ParticipationFormsBlock(
        label=_("Fitting participation forms"),
        help_text=_("A form can be chosen once the draft that it stands in is saved."),
    )
    questions = QuestionsBlock(default=["8"])

    class Meta:
        icon = "tag"
        label = _("Theme")
        description = _("An area where the municipality wants to co-create.")
        preview_value = {
            "heading": _("Town spaces and green places nearby"),
            "what": _("<p>The places we share are best looked after by those who use them.</p>"),
        }
        preview_template = "policy/block_previews/theme.html"


PASSAGES = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("figure", FigureBlock()),
    ("principle", PrincipleBlock()),
    ("participation_form", ParticipationFormBlock()),
    ("theme", ThemeBlock()),
]
