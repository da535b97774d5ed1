"""Pictures, the consents for them, and documents."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, storages
from django.core.validators import MinValueValidator
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from bilingual.pairs import Bilingual

from .inspection import check_content, count_pages, without_metadata


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


def is_committed(file: Any) -> bool:
    """Say whether the file of a model lies in its storage already, so that it is no new upload."""
    return bool(file._committed)


def document_storage() -> Storage:
    """Return the storage of documents, which lies outside the public media folder."""
    return storages["documents"]


class PortalDocument(AbstractDocument):
    """A file to download. Its address holds no file name, so a file replaced keeps it."""

    file = models.FileField(_("file"), upload_to="", storage=document_storage)
    page_count = models.PositiveIntegerField(
        _("pages"), null=True, editable=False, validators=[MinValueValidator(1)]
    )

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self) -> str:
        return reverse("document", args=[self.pk])

    @cached_property
    def type_label(self) -> str:
        """«PDF», «DOCX»: the extension in capitals."""
        return PurePath(self.file.name or "").suffix[1:].upper()

    @property
    def facts(self) -> str:
        """«PDF · 120 КБ · 3 страницы», as lists of the CMS show it."""
        facts = [self.type_label]
        if self.file_size is not None:
            facts.append(filesizeformat(self.file_size))
        if self.page_count:
            facts.append(
                ngettext("%(count)d page", "%(count)d pages", self.page_count)
                % {"count": self.page_count}
            )
        return " · ".join(facts)

    def clean(self) -> None:
        """Refuse what is too large or not what its name says."""
        super().clean()
        if not self.file or is_committed(self.file):
            return
        if self.file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
            raise ValidationError(
                {
                    "file": _("The file is too large (%(size)s). At most %(maximum)s are accepted.")
                    % {
                        "size": filesizeformat(self.file.size),
                        "maximum": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE),
                    }
                }
            )
        check_content(self.file)

    def save(self, *args, **kwargs) -> None:
        if self.file and not is_committed(self.file):
            self._set_document_file_metadata()
            self.page_count = count_pages(self.file)
        super().save(*args, **kwargs)
