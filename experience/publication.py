"""Publication of a material's revision: the one gate behind every door."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from experience.permissions import another_looked
from pages.refusals import PublicationRefusedError


class PublishMaterialAction(PublishPageRevisionAction):
    """Publish or schedule a revision that satisfies the rules and that another person has looked at."""

    def check(self, skip_permission_checks: bool = False) -> None:
        """Raise PublicationRefusedError with what is missing, by field.

        PermissionDenied where the user changed the text last and the district wants four eyes. Code
        without a user is bound by the rules alone.
        """
        super().check(skip_permission_checks)
        page = self.object
        if self.user is not None and not another_looked(page, self.user, self.revision):
            raise PermissionDenied(_("You changed this text last: another person publishes it."))
        errors = page.publishing_errors()
        try:
            page.clean_fields()
        except ValidationError as invalid:
            errors = {**invalid.error_dict, **errors}
        if errors:
            raise PublicationRefusedError(errors, page)
