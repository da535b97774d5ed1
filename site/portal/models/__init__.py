"""Pages of the cabinet itself."""

from .act import ActPage, ActsPage
from .home import HomePage
from .section import SectionPage
from .text import TextPage, TextsPage

__all__ = ["ActPage", "ActsPage", "HomePage", "SectionPage", "TextPage", "TextsPage"]
