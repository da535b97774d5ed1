"""Tags of materials: one tag whatever the case, the letter ё or the keyboard it was typed on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from bilingual.folding import fold
from bilingual.pairs import choose
from bilingual.transliteration import slugify
from records.merging import Mergeable


class Tag(Mergeable, TagBase):
    """A tag. `name` is what an editor typed; the names in both languages are filled where known."""

    free_tagging = True
    lookup_fields = ("name", "name_kk", "name_ru")

    name_kk = models.CharField(_("name in Kazakh"), max_length=100, blank=True)
    name_ru = models.CharField(_("name in Russian"), max_length=100, blank=True)
    key = models.CharField(max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the language of the interface, or as typed."""
        return choose(self.name_kk, self.name_ru) or self.name

    def get_absolute_url(self) -> str:
        return reverse("tag", args=[self.slug])

    def slugify(self, tag: str, i: int | None = None) -> str:
        slug = slugify(tag) or "tag"
        return f"{slug}-{i}" if i else slug

    def clean(self) -> None:
        super().clean()
        if type(self).objects.filter(key=fold(self.name)).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("There is such a tag already.")})

    def save(self, *args, **kwargs) -> None:
        self.key = fold(self.name)
        super().save(*args, **kwargs)


class TaggedMaterial(ItemBase):
    """The link between a material and a tag."""

    link_identity = ("content_object_id",)

    tag = models.ForeignKey(Tag, related_name="tagged_materials", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "experience.KnowledgePage", related_name="tagged_items", on_delete=models.CASCADE
    )
