"""Documents: files to download."""

from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import Storage, storages
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.documents.models import AbstractDocument

from library.inspection import check_content, count_pages

from .file_text import FileText
from .files import is_committed


def document_storage() -> Storage:
    """Return the storage of documents, which lies outside the public media folder."""
    return storages["documents"]


class PortalDocument(AbstractDocument):
    """A file to download. Its address holds no file name, so a file replaced keeps it."""

    file = models.FileField(_("file"), upload_to="", storage=document_storage)
    page_count = models.PositiveIntegerField(
        _("pages"), null=True, editable=False, validators=[MinValueValidator(1)]
    )
    text = models.ForeignKey(
        FileText,
        verbose_name=_("text"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="documents",
    )

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self) -> str:
        return reverse("document", args=[self.pk])

    @property
    def extension(self) -> str:
        """«pdf», «docx»: what the name of the file ends with, in lower case and without the dot."""
        return PurePath(self.file.name or "").suffix[1:].lower()

    @cached_property
    def type_label(self) -> str:
        """«PDF», «DOCX»: the extension in capitals."""
        return self.extension.upper()

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

    @property
    def is_private(self) -> bool:
        """Whether the collection lets only some open the file."""
        return bool(self.collection.get_view_restrictions().exists())

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
        """Save the document; a new file has the text of its content, read already or not yet."""
        with transaction.atomic():
            if self.file and not is_committed(self.file):
                self._set_document_file_metadata()
                self.page_count = count_pages(self.file)
                self.text = FileText.objects.of_content(self.file_hash, self.extension)
            super().save(*args, **kwargs)
