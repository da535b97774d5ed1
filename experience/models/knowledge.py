"""What is asked of every material, whatever its type."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from experience.authorship import freeze_authorships
from experience.managers import MaterialManager
from experience.permissions import MaterialPermissionTester
from experience.publication import PublishMaterialAction
from experience.publishing import Rule, publishing_errors
from experience.revision_keys import without_deleted
from pages.models import BasePage

from .address import PermanentAddress

SUMMARY_LENGTH = 600


class KnowledgePage(BasePage):
    """A material of the bank. Concrete, so that one query, one list and one facet set hold all types."""

    class Language(models.TextChoices):
        KAZAKH = "kk", _("Kazakh")
        RUSSIAN = "ru", _("Russian")

    class InstructionLanguages(models.TextChoices):
        KAZAKH = "kk", _("Kazakh")
        RUSSIAN = "ru", _("Russian")
        BOTH = "kk,ru", _("Kazakh and Russian")

    class License(models.TextChoices):
        CC_BY = "cc-by", _("free use with the author's name (CC BY 4.0)")
        CC_BY_NC = "cc-by-nc", _("free use with the author's name, not for sale (CC BY-NC 4.0)")
        CABINET = "cabinet", _("reading and classroom use only")

    class Quarter(models.IntegerChoices):
        FIRST = 1, _("1st quarter")
        SECOND = 2, _("2nd quarter")
        THIRD = 3, _("3rd quarter")
        FOURTH = 4, _("4th quarter")

    address = models.ForeignKey(
        PermanentAddress,
        verbose_name=_("permanent address"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="pages",
    )
    language = models.CharField(
        _("language of the material"), max_length=2, choices=Language.choices
    )
    summary = models.TextField(
        _("summary"),
        blank=True,
        validators=[MaxLengthValidator(SUMMARY_LENGTH)],
        help_text=_("What was done, with whom and what came of it: up to 600 characters."),
    )
    education_levels = ParentalManyToManyField(
        "experience.EducationLevel", verbose_name=_("education levels"), blank=True
    )
    grades = ParentalManyToManyField("experience.Grade", verbose_name=_("grades"), blank=True)
    not_by_grade = models.BooleanField(
        _("not by grade"), default=False, help_text=_("The material does not depend on a grade.")
    )
    subjects = ParentalManyToManyField("experience.Subject", verbose_name=_("subjects"), blank=True)
    areas = ParentalManyToManyField(
        "experience.Area",
        verbose_name=_("areas without a subject"),
        blank=True,
        help_text=_("For upbringing, preschool and methodical work, instead of a subject."),
    )
    audience = ParentalManyToManyField(
        "experience.Audience", verbose_name=_("audience"), blank=True
    )
    forms_of_work = ParentalManyToManyField(
        "experience.FormOfWork", verbose_name=_("forms of work"), blank=True
    )
    small_school = models.BooleanField(_("suits a small school"), default=False)
    combined_class = models.BooleanField(_("suits a combined class"), default=False)
    inclusive = models.BooleanField(_("suits an inclusive class"), default=False)
    instruction_languages = models.CharField(
        _("suits classes taught in"),
        max_length=5,
        choices=InstructionLanguages.choices,
        blank=True,
    )
    learning_objectives = models.CharField(
        _("learning objectives"),
        max_length=200,
        blank=True,
        help_text=_("Codes of the programme, separated by commas: 3.5.1.2, 3.5.1.3."),
    )
    quarter = models.PositiveSmallIntegerField(
        _("quarter"), choices=Quarter.choices, null=True, blank=True
    )
    generalisation_level = models.ForeignKey(
        "experience.GeneralisationLevel",
        verbose_name=_("level of generalisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    generalisation_body = models.CharField(
        _("generalised by"),
        max_length=200,
        blank=True,
        help_text=_("The council or commission that decided."),
    )
    protocol_number = models.CharField(_("protocol number"), max_length=30, blank=True)
    protocol_date = models.DateField(_("date of the protocol"), null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible methodist"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="materials",
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("When the material is looked through again."),
    )
    license = models.CharField(
        _("rights"),
        max_length=20,
        choices=License.choices,
        blank=True,
        help_text=_("What the authors allow readers to do."),
    )
    author_consent_on = models.DateField(
        _("consent of the authors"),
        null=True,
        blank=True,
        help_text=_("Date of the written consent to publish; the paper stays in the cabinet."),
    )
    change_note = models.CharField(
        _("what changed"),
        max_length=300,
        blank=True,
        help_text=_("Shown to readers under the text."),
    )
    literature = models.TextField(
        _("literature"),
        blank=True,
        help_text=_("One source a line; [1] in a text points to the first line."),
    )
    tags = ClusterTaggableManager(
        through="experience.TaggedMaterial", verbose_name=_("tags"), blank=True
    )

    objects = MaterialManager()

    is_creatable = False
    # A copy is another material and gets a permanent address of its own.
    exclude_fields_in_copy = ["address"]
    parent_page_types = ["portal.SectionPage"]
    subpage_types: list[str] = []
    search_fields = [
        *BasePage.search_fields,
        index.FilterField("language"),
        index.FilterField("address_id"),
    ]

    # Filled by the types: their name in addresses and lists, and the rules of publication.
    kind = ""
    needed_for_publication: dict[str, str | Promise] = {}
    publishing_rules: tuple[Rule, ...] = ()
    # Fields that the rules of a type ask for, counted in the completeness line.
    asked_by_rules: tuple[str, ...] = ()

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        constraints = [
            models.UniqueConstraint(
                fields=["address", "language"], name="one_page_an_address_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def number(self) -> str:
        """The number of the permanent address, «0214»; "" before the first save."""
        return f"{self.address_id:04d}" if self.address_id else ""

    @classmethod
    def reading_queryset(cls) -> models.QuerySet:
        return cls.objects.select_related("responsible")

    @classmethod
    def can_create_at(cls, parent) -> bool:
        """A material stands in the section of its own type only."""
        return super().can_create_at(parent) and cls._belongs_to(parent)

    def can_move_to(self, parent) -> bool:
        return super().can_move_to(parent) and self._belongs_to(parent)

    @classmethod
    def _belongs_to(cls, parent) -> bool:
        return getattr(parent.specific_deferred, "material_kind", "") == cls.kind

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Build a material from a revision, without what was deleted since the revision was saved."""
        if check_fks:
            data = without_deleted(cls, data)
        return super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)

    def permissions_for_user(self, user) -> MaterialPermissionTester:
        return MaterialPermissionTester(user, self)

    def publishing_errors(self, value=None, rows=None) -> dict[str, list[ValidationError]]:
        """Return what keeps this material from being published, by field."""
        return publishing_errors(self, value, rows)

    def full_clean(self, *args, **kwargs) -> None:
        """Clean the page; a live one must also satisfy the rules of publication."""
        super().full_clean(*args, **kwargs)
        if not args and not kwargs and self.live and (errors := self.publishing_errors()):
            raise ValidationError(errors)

    def save(self, *args, **kwargs) -> None:
        """Save the page, giving it a permanent address at the first time."""
        with transaction.atomic():
            if self.address_id is None:
                self.address = PermanentAddress.objects.create()
            if kwargs.get("update_fields") is None and self.live:
                freeze_authorships(self)
            super().save(*args, **kwargs)

    def publish(self, revision, user=None, *, skip_permission_checks=False, **kwargs):
        """Publish the revision in one transaction; see PublishMaterialAction for what it refuses."""
        with transaction.atomic():
            return PublishMaterialAction(revision, user=user, **kwargs).execute(
                skip_permission_checks=skip_permission_checks
            )

    def get_context(self, request, *args, **kwargs):
        from experience.presentation import material_context

        return super().get_context(request, *args, **kwargs) | material_context(self, request)
