"""Blocks of the two places where order is free: the steps of a technology and the main part of a guide."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

# Rich text holds only what the portal renders.
RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class StepBlock(blocks.StructBlock):
    """A step of a lesson or of a technology."""

    title = blocks.CharBlock(label=_("Step"), max_length=120)
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=0, max_value=1000)
    text = blocks.RichTextBlock(
        label=_("What happens"), required=False, features=["bold", "italic", "ol", "ul"]
    )
    teacher = blocks.TextBlock(label=_("Teacher"), required=False, rows=2)
    pupils = blocks.TextBlock(label=_("Pupils"), required=False, rows=2)
    diagnostics = blocks.TextBlock(
        label=_("Diagnostics"),
        required=False,
        rows=2,
        help_text=_("How the teacher sees that the step worked."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")
        label_format = "{title}"
        template = "components/streamfield/step.html"


class TaskBlock(blocks.StructBlock):
    """A task that a teacher may take as it stands."""

    title = blocks.CharBlock(label=_("Task"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "edit"
        label = _("Task")
        template = "components/streamfield/task.html"


class TableBlock(blocks.StructBlock):
    """A table with a caption."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    table = TypedTableBlock(
        [("text", blocks.TextBlock(label=_("Text"), required=False))], label=_("Table")
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "components/streamfield/table.html"


class PictureBlock(blocks.StructBlock):
    """A picture with a caption."""

    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    def get_context(self, value, parent_context=None):
        """Add the <picture> element, or nothing where a consent is missing."""
        from experience.presentation.pictures import image_html

        return super().get_context(value, parent_context) | {"html": image_html(value["image"])}

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "components/streamfield/picture.html"


class MainPartBlock(blocks.StreamBlock):
    """The main part of a guide."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=160,
        icon="title",
        template="components/streamfield/heading.html",
    )
    text = blocks.RichTextBlock(
        label=_("Text"), features=RICH_TEXT_FEATURES, template="components/streamfield/text.html"
    )
    task = TaskBlock()
    table = TableBlock()
    picture = PictureBlock()
