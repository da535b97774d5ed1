"""Rich text of a section: what the portal renders, and empty in a draft."""

from typing import Any

from wagtail.fields import RichTextField

from experience.blocks import RICH_TEXT_FEATURES


def rich_text(label: Any, help_text: Any = "") -> RichTextField:
    """Return the field of a section that is written as rich text."""
    return RichTextField(label, blank=True, features=RICH_TEXT_FEATURES, help_text=help_text)
