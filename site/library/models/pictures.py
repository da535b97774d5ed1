"""Pictures and the consents for them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from bilingual.pairs import Bilingual
from library.inspection import without_metadata

from .files import is_committed


class Consent(models.Model):
    """A written consent to publish pictures of pupils. The paper stays in the cabinet."""

    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("What it is called in your folder; no names of pupils."),
    )
    given_on = models.DateField(_("given on"))
    given_by = models.CharField(
        _("given by"), max_length=200, help_text=_("For example: parents of grade 3; no names.")
    )
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    withdrawn_on = models.DateField(
        _("withdrawn on"),
        null=True,
        blank=True,
        help_text=_("From this day the pictures are no longer shown on the portal."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_on"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        for name in ("valid_until", "withdrawn_on"):
            day = getattr(self, name)
            if day and self.given_on and day < self.given_on:
                raise ValidationError({name: _("This day stands before the consent was given.")})

    @property
    def holds(self) -> bool:
        """Whether pictures may be shown today because of this consent."""
        today = timezone.localdate()
        return self.withdrawn_on is None and (self.valid_until is None or self.valid_until >= today)


class PortalImage(AbstractImage):
    """A picture with its description in both languages and, where pupils are seen, their consent."""

    alt_kk = models.CharField(
        _("description in Kazakh"),
        max_length=255,
        blank=True,
        help_text=_("What is seen, for those who cannot see it."),
    )
    alt_ru = models.CharField(
        _("description in Russian"),
        max_length=255,
        blank=True,
        help_text=_("What is seen, for those who cannot see it."),
    )
    shows_pupils = models.BooleanField(
        _("pupils are in the picture"),
        default=False,
        help_text=_(
            "Then a written consent is needed before anything with the picture is published."
        ),
    )
    consent = models.ForeignKey(
        Consent,
        verbose_name=_("consent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pictures",
    )

    alt = Bilingual("alt")

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "alt_kk",
        "alt_ru",
        "shows_pupils",
        "consent",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        return self.alt or self.title

    @property
    def may_be_shown(self) -> bool:
        """Whether nobody's consent is missing or withdrawn."""
        return not self.shows_pupils or (self.consent is not None and self.consent.holds)

    def save(self, *args, **kwargs) -> None:
        """Save the picture; a new file loses its metadata (place, device, time) first."""
        if self.file and not is_committed(self.file):
            self.file.file = without_metadata(self.file.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class PortalRendition(AbstractRendition):
    """A picture in one of the sizes that the portal shows."""

    image = models.ForeignKey(PortalImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
        indexes = [models.Index(fields=["file"], name="rendition_file")]
