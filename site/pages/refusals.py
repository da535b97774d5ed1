"""A publication that the rules refuse."""

from django.core.exceptions import ValidationError
from wagtail.models import Page


class PublicationRefusedError(ValidationError):
    """The page may not go live as it stands; `page` is which, the messages say what is missing."""

    def __init__(self, errors: dict[str, list[ValidationError]], page: Page) -> None:
        super().__init__(errors)
        self.page = page
