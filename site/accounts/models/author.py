"""Authors: teachers and creative groups whose experience stands in the bank."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.collation import sort_key
from bilingual.pairs import Bilingual, BilingualText, choose
from records.merging import Mergeable
from records.slugs import Slugged

from .category import QualificationCategory
from .school import School


class AuthorQuerySet(models.QuerySet):
    """Query sets of authors by meaning."""

    def current(self) -> Self:
        """Authors that were not merged into another."""
        return self.filter(merged_into=None)


class Author(Slugged, Mergeable):
    """A teacher, or a group that writes under one name.

    Names stand in both scripts, because initials and citations need them. Birth dates, identity
    numbers, addresses and phones have no field here on purpose.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        GROUP = "group", _("group")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.PERSON)
    surname_kk = models.CharField(_("surname in Kazakh"), max_length=80, blank=True)
    given_name_kk = models.CharField(_("given name in Kazakh"), max_length=80, blank=True)
    patronymic_kk = models.CharField(_("patronymic in Kazakh"), max_length=80, blank=True)
    surname_ru = models.CharField(_("surname in Russian"), max_length=80, blank=True)
    given_name_ru = models.CharField(_("given name in Russian"), max_length=80, blank=True)
    patronymic_ru = models.CharField(_("patronymic in Russian"), max_length=80, blank=True)
    group_name_kk = models.CharField(_("name of the group in Kazakh"), max_length=200, blank=True)
    group_name_ru = models.CharField(_("name of the group in Russian"), max_length=200, blank=True)
    post_kk = models.CharField(_("post in Kazakh"), max_length=160, blank=True)
    post_ru = models.CharField(_("post in Russian"), max_length=160, blank=True)
    category = models.ForeignKey(
        QualificationCategory,
        verbose_name=_("qualification category"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    school = models.ForeignKey(
        School,
        verbose_name=_("school"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authors",
    )
    sort_kk = models.CharField(max_length=250, editable=False, default="")
    sort_ru = models.CharField(max_length=250, editable=False, default="", db_index=True)

    post = Bilingual("post")

    objects = AuthorQuerySet.as_manager()
    lookup_fields = (
        "surname_kk",
        "given_name_kk",
        "patronymic_kk",
        "surname_ru",
        "given_name_ru",
        "patronymic_ru",
        "group_name_kk",
        "group_name_ru",
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["sort_ru"]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, **kwargs) -> None:
        self.sort_kk = sort_key(self._full_name("kk"))
        self.sort_ru = sort_key(self._full_name("ru"))
        super().save(*args, **kwargs)

    def slug_source(self) -> str:
        return self._full_name("ru") or self._full_name("kk")

    def get_absolute_url(self) -> str:
        return reverse("author", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        needed = (
            ("group_name_kk", "group_name_ru")
            if self.kind == self.Kind.GROUP
            else ("surname_kk", "given_name_kk", "surname_ru", "given_name_ru")
        )
        missing = {
            name: _("Needed in both languages.") for name in needed if not getattr(self, name)
        }
        if missing:
            raise ValidationError(missing)

    @property
    def full_name(self) -> BilingualText:
        """«Оспанова Лейла Маратқызы», or the name of the group."""
        return choose(self._full_name("kk"), self._full_name("ru"))

    @property
    def short_name(self) -> BilingualText:
        """«Л. М. Оспанова», as it stands under a title."""
        return choose(self._short_name("kk"), self._short_name("ru"))

    def citation_name(self, language: str) -> str:
        """«Оспанова Л. М.», as a reference begins (ГОСТ Р 7.0.5)."""
        if self.kind == self.Kind.GROUP:
            return choose(self.group_name_kk, self.group_name_ru, language)
        surname = choose(self.surname_kk, self.surname_ru, language)
        return f"{surname} {self._initials(surname.language)}".strip()

    def inverted_name(self) -> BilingualText:
        """«Оспанова, Лейла Маратовна», as catalogues ask for it."""
        name = self.full_name
        if self.kind == self.Kind.GROUP:
            return name
        surname, *given = self._parts(name.language)
        parts = (surname, " ".join(filter(None, given)))
        return BilingualText(", ".join(filter(None, parts)), name.language)

    def _parts(self, language: str) -> list[str]:
        return [
            getattr(self, f"{part}_{language}") for part in ("surname", "given_name", "patronymic")
        ]

    def _full_name(self, language: str) -> str:
        if self.kind == self.Kind.GROUP:
            return getattr(self, f"group_name_{language}")
        return " ".join(filter(None, self._parts(language)))

    def _initials(self, language: str) -> str:
        return " ".join(f"{part[0]}." for part in self._parts(language)[1:] if part)

    def _short_name(self, language: str) -> str:
        if self.kind == self.Kind.GROUP:
            return getattr(self, f"group_name_{language}")
        return f"{self._initials(language)} {self._parts(language)[0]}".strip()
