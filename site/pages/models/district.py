"""The district is settings: one product serves any district."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from bilingual.pairs import Bilingual
from bilingual.panels import pair


@register_setting(icon="site", order=50)
class DistrictSettings(BaseGenericSetting):
    """Names, contacts and rules of the district whose bank this is."""

    cabinet_kk = models.CharField(
        _("cabinet in Kazakh"), max_length=120, default="Әдістемелік кабинет"
    )
    cabinet_ru = models.CharField(
        _("cabinet in Russian"), max_length=120, default="Методический кабинет"
    )
    district_kk = models.CharField(_("district in Kazakh"), max_length=120, blank=True)
    district_ru = models.CharField(_("district in Russian"), max_length=120, blank=True)
    department_kk = models.CharField(_("department in Kazakh"), max_length=200, blank=True)
    department_ru = models.CharField(_("department in Russian"), max_length=200, blank=True)
    bank_name_kk = models.CharField(
        _("name of the bank in Kazakh"),
        max_length=200,
        default="Педагогикалық тәжірибе банкі",
        help_text=_("As it stands in references."),
    )
    bank_name_ru = models.CharField(
        _("name of the bank in Russian"),
        max_length=200,
        default="Банк педагогического опыта",
        help_text=_("As it stands in references."),
    )
    logo = models.ForeignKey(
        "library.PortalImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The portal's own sign stands there when empty."),
    )
    address_kk = models.CharField(_("address in Kazakh"), max_length=200, blank=True)
    address_ru = models.CharField(_("address in Russian"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours_kk = models.CharField(_("working hours in Kazakh"), max_length=120, blank=True)
    hours_ru = models.CharField(_("working hours in Russian"), max_length=120, blank=True)
    four_eyes = models.BooleanField(
        _("four eyes"),
        default=True,
        help_text=_("Nobody publishes what they changed last: another person does."),
    )
    review_months = models.PositiveSmallIntegerField(
        _("months until the next check"),
        default=24,
        help_text=_("Proposed as the review-by date of a new material."),
    )

    cabinet = Bilingual("cabinet")
    district = Bilingual("district")
    department = Bilingual("department")
    bank_name = Bilingual("bank_name")
    address = Bilingual("address")
    hours = Bilingual("hours")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            pair("cabinet"),
                            pair("district"),
                            pair("department"),
                            pair("bank_name"),
                        ],
                        heading=_("Names"),
                    ),
                    FieldPanel("logo"),
                    MultiFieldPanel(
                        [
                            pair("address"),
                            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                            pair("hours"),
                        ],
                        heading=_("Contacts"),
                    ),
                ],
                heading=_("District"),
            ),
            ObjectList(
                [FieldPanel("four_eyes"), FieldPanel("review_months")],
                heading=_("Rules of publication"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("district")

    def __str__(self) -> str:
        return self.district or self.cabinet

    @classmethod
    def current(cls) -> "DistrictSettings":
        """Return the stored settings, or the defaults where none are stored yet; writes nothing."""
        return cls.objects.select_related("logo").first() or cls()
