"""Who may publish a material: four eyes, as the district has set it."""

from wagtail.models import PagePermissionTester

from pages.models import DistrictSettings


def changed_last_by(page, user) -> bool:
    """Say whether the latest revision of the page is the user's own."""
    revision = page.latest_revision
    return revision is not None and revision.user_id == user.pk


class MaterialPermissionTester(PagePermissionTester):
    """Wagtail's tester, which also refuses to publish one's own latest revision."""

    def can_publish(self) -> bool:
        return super().can_publish() and self.another_looked()

    def another_looked(self) -> bool:
        """Say whether the four-eyes rule allows this user to publish the page as it stands."""
        if not DistrictSettings.current().four_eyes:
            return True
        return self.page.latest_revision_id is not None and not changed_last_by(self.page, self.user)
