"""The text inside files, kept by their content."""

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from library.extraction.kinds import READ_KINDS
from library.extraction.outcome import Extraction, PageText


class FileTextQuerySet(models.QuerySet["FileText"]):
    """Texts by what is still to be done with them."""

    def waiting(self) -> "FileTextQuerySet":
        """Texts that a document has and that are not read yet."""
        return self.filter(state=FileText.State.WAITING, documents__isnull=False).distinct()

    def unused(self) -> "FileTextQuerySet":
        """Texts of files that were replaced or deleted."""
        return self.filter(documents__isnull=True)

    def by_state(self) -> list[tuple[str, int]]:
        """How many texts are in which state, in the order of the states' names."""
        counted = self.values("state").order_by("state").annotate(count=models.Count("pk"))
        return list(counted.values_list("state", "count"))


class FileTextManager(models.Manager.from_queryset(FileTextQuerySet)):
    """Texts without their pages, which may be a million characters: those are fetched when asked for."""

    def get_queryset(self) -> FileTextQuerySet:
        return super().get_queryset().defer("pages")

    def of_content(self, content_hash: str, extension: str) -> "FileText":
        """The text of a content, a new one where no file had it before."""
        kind = extension if extension in READ_KINDS else ""
        state = FileText.State.WAITING if kind else FileText.State.NOT_READ
        return self.get_or_create(content_hash=content_hash, kind=kind, defaults={"state": state})[
            0
        ]


class FileText(models.Model):
    """The text of one content, whichever documents have it.

    `kind` is their extension, for it says how the content is read; "" where it is not. `pages` holds pairs of a page number,
    None where nobody knows it, and the text of the page.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("text not read yet")
        READ = "read", _("text found by the search")
        EMPTY = "empty", _("no text inside, perhaps a scan")
        TOO_BIG = "too-big", _("too big, text not read")
        ENCRYPTED = "encrypted", _("locked by a password, text not read")
        BROKEN = "broken", _("damaged, text not read")
        NOT_READ = "not-read", _("text of this kind of file is not read")

    content_hash = models.CharField(_("hash of the content"), max_length=40)
    kind = models.CharField(_("kind"), max_length=10, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    pages = models.JSONField(_("pages"), default=list)
    cut = models.BooleanField(_("cut"), default=False)
    read_at = models.DateTimeField(_("read at"), null=True)

    objects = FileTextManager()

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(fields=["content_hash", "kind"], name="one_text_of_a_content")
        ]

    def __str__(self) -> str:
        return f"{self.content_hash} {self.kind}"

    @property
    def state_label(self) -> str | Promise:
        """The state in words; of a text that was cut, that it was."""
        if self.state == self.State.READ and self.cut:
            return _("text found by the search, only its first million characters")
        return self.State(self.state).label

    @property
    def can_be_read_again(self) -> bool:
        """Whether another try may end otherwise."""
        return self.state not in (self.State.READ, self.State.NOT_READ)

    def keep(self, extraction: Extraction) -> None:
        """Store what became of reading the file."""
        self.state = extraction.state
        self.pages = [list(page) for page in extraction.pages]
        self.cut = extraction.cut
        self.read_at = timezone.now()
        self.save()

    def page_texts(self) -> list[PageText]:
        """The pages with words, in their order."""
        return [PageText(number, text) for number, text in self.pages]
