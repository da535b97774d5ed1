"""Sections of the bank: one a type of material."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from bilingual.pairs import Bilingual
from bilingual.panels import pair
from pages.models import BilingualPage


class SectionPermissionTester(PagePermissionTester):
    """Nothing is created and published in a section at one stroke: another person looks first."""

    def can_publish_subpage(self) -> bool:
        return False

    def can_copy(self) -> bool:
        """There is one section a type, and a copy with what is in it would publish unseen."""
        return False


class SectionPage(BilingualPage):
    """A list of the materials of one type, with filters."""

    class MaterialKind(models.TextChoices):
        EXPERIENCE = "experience", _("experience write-ups")
        GUIDE = "guide", _("methodological guides")
        TECHNOLOGY = "technology", _("technology descriptions")

    material_kind = models.CharField(
        _("type of materials"), max_length=20, choices=MaterialKind.choices, unique=True
    )
    label_kk = models.CharField(
        _("short name in Kazakh"), max_length=40, help_text=_("For the menu.")
    )
    label_ru = models.CharField(
        _("short name in Russian"), max_length=40, help_text=_("For the menu.")
    )
    lead_kk = models.TextField(_("introduction in Kazakh"), blank=True)
    lead_ru = models.TextField(_("introduction in Russian"), blank=True)

    label = Bilingual("label")
    lead = Bilingual("lead")

    content_panels = [
        *BilingualPage.content_panels,
        FieldPanel("material_kind"),
        pair("label"),
        pair("lead"),
    ]

    parent_page_types = ["portal.HomePage"]
    subpage_types = [
        "experience.ExperiencePage",
        "experience.GuidePage",
        "experience.TechnologyPage",
    ]
    template = "pages/section_page.html"
    page_description = _("A list of the materials of one type, with filters.")

    class Meta:
        verbose_name = _("section of the bank")
        verbose_name_plural = _("sections of the bank")

    def permissions_for_user(self, user):
        return SectionPermissionTester(user, self)

    def get_context(self, request, *args, **kwargs):
        from portal.listing import listing_context

        return super().get_context(request, *args, **kwargs) | listing_context(
            request, title=self.name, lead=self.lead, fixed={"type": (self.material_kind,)}
        )
