"""Rows that belong to a material: authors, files, pictures, links to technologies and guides, reviewers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from bilingual.pairs import Bilingual
from bilingual.panels import pair


class Authorship(Orderable):
    """An author of a material, with post, category and school as they were at publication.

    Without an author the school as a whole is the author.
    """

    link_identity = ("page_id",)
    FROZEN_FIELDS = ("post_kk", "post_ru", "category", "school")

    page = ParentalKey(
        "experience.KnowledgePage", related_name="authorships", on_delete=models.CASCADE
    )
    author = models.ForeignKey(
        "accounts.Author",
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorships",
        help_text=_("Leave empty where the school as a whole is the author."),
    )
    school = models.ForeignKey(
        "accounts.School",
        verbose_name=_("school at publication"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorships",
        help_text=_("Taken from the author's profile at publication when left empty."),
    )
    category = models.ForeignKey(
        "accounts.QualificationCategory",
        verbose_name=_("category at publication"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        help_text=_("Taken from the author's profile at publication when left empty."),
    )
    post_kk = models.CharField(_("post in Kazakh"), max_length=160, blank=True)
    post_ru = models.CharField(_("post in Russian"), max_length=160, blank=True)

    post = Bilingual("post")

    panels = [
        FieldPanel("author"),
        MultiFieldPanel(
            [
                FieldPanel("school"),
                FieldPanel("category"),
                pair("post"),
            ],
            heading=_("As they were at publication"),
            classname="collapsed",
        ),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return str(self.author or self.school or "")


class MaterialFile(Orderable):
    """A file attached to a material."""

    page = ParentalKey("experience.KnowledgePage", related_name="files", on_delete=models.CASCADE)
    document = models.ForeignKey(
        "library.PortalDocument",
        verbose_name=_("file"),
        on_delete=models.PROTECT,
        related_name="material_files",
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("The file's own title when left empty.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.title or self.document.title


class MaterialPicture(Orderable):
    """A picture of a material with its caption."""

    page = ParentalKey(
        "experience.KnowledgePage", related_name="pictures", on_delete=models.CASCADE
    )
    image = models.ForeignKey(
        "library.PortalImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="material_pictures",
    )
    caption = models.CharField(_("caption"), max_length=200, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class TechnologyUse(Orderable):
    """An experience uses a technology."""

    page = ParentalKey(
        "experience.ExperiencePage", related_name="technology_uses", on_delete=models.CASCADE
    )
    technology = models.ForeignKey(
        "experience.TechnologyPage",
        verbose_name=_("technology"),
        on_delete=models.CASCADE,
        related_name="uses",
    )

    panels = [PageChooserPanel("technology", "experience.TechnologyPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("technology")
        verbose_name_plural = _("technologies")


class GuideLink(Orderable):
    """An experience or a technology rests on a guide."""

    page = ParentalKey(
        "experience.KnowledgePage", related_name="guide_links", on_delete=models.CASCADE
    )
    guide = models.ForeignKey(
        "experience.GuidePage",
        verbose_name=_("guide"),
        on_delete=models.CASCADE,
        related_name="linked_from",
    )

    panels = [PageChooserPanel("guide", "experience.GuidePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("guide")
        verbose_name_plural = _("guides")


class Reviewer(Orderable):
    """A reviewer of a guide."""

    page = ParentalKey("experience.GuidePage", related_name="reviewers", on_delete=models.CASCADE)
    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=160,
        help_text=_("Surname and initials or the full name."),
    )
    post = models.CharField(_("post, category"), max_length=200)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)

    panels = [FieldPanel("name"), FieldPanel("post"), FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("reviewer")
        verbose_name_plural = _("reviewers")

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.post, self.organisation)))
