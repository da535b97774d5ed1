"""Names in both languages with keys that sort them in the order of the Kazakh alphabet."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.collation import sort_key
from bilingual.pairs import Bilingual


class Named(models.Model):
    """A record with a name in Kazakh and in Russian."""

    name_kk = models.CharField(_("name in Kazakh"), max_length=200)
    name_ru = models.CharField(_("name in Russian"), max_length=200)
    sort_kk = models.CharField(max_length=200, editable=False, default="")
    sort_ru = models.CharField(max_length=200, editable=False, default="", db_index=True)

    name = Bilingual("name")

    # Where `records.lookup` looks for words.
    lookup_fields: tuple[str, ...] = ("name_kk", "name_ru")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.sort_kk, self.sort_ru = sort_key(self.name_kk), sort_key(self.name_ru)
        super().save(*args, **kwargs)
