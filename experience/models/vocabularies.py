"""Controlled vocabularies of the bank. Their values are data (`experience/vocabularies/*.yaml`), never code."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from records.merging import Mergeable
from records.terms import Term


class EducationLevel(Term):
    """A level of education: начальное · бастауыш."""

    class Meta(Term.Meta):
        verbose_name = _("education level")
        verbose_name_plural = _("education levels")


class Grade(Term):
    """A grade of school; its code is its number, 0 for the preschool preparation."""

    level = models.ForeignKey(
        EducationLevel, verbose_name=_("education level"), on_delete=models.PROTECT
    )

    class Meta(Term.Meta):
        verbose_name = _("grade")
        verbose_name_plural = _("grades")

    @property
    def number(self) -> int:
        """The number of the grade, 0–11."""
        return int(self.code)


class Subject(Mergeable, Term):
    """A school subject with the grades that learn it; renamed by orders every few years."""

    grades = models.ManyToManyField(Grade, verbose_name=_("grades"), blank=True)

    class Meta(Term.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")

    def get_absolute_url(self) -> str:
        return reverse("subject", args=[self.code])


class Area(Term):
    """A field of work that is no school subject: upbringing, areas of preschool education."""

    class Meta(Term.Meta):
        verbose_name = _("area without a subject")
        verbose_name_plural = _("areas without a subject")


class FormOfWork(Term):
    """A form of work: in pairs, a project, an excursion."""

    class Meta(Term.Meta):
        verbose_name = _("form of work")
        verbose_name_plural = _("forms of work")


class Audience(Term):
    """For whom a material is written."""

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class GuideKind(Term):
    """A kind of guide: методические рекомендации · әдістемелік ұсынымдар."""

    class Meta(Term.Meta):
        verbose_name = _("kind of guide")
        verbose_name_plural = _("kinds of guides")


class NoveltyLevel(Term):
    """How new an experience is: репродуктивный, рационализаторский, новаторский."""

    class Meta(Term.Meta):
        verbose_name = _("level of novelty")
        verbose_name_plural = _("levels of novelty")


class GeneralisationLevel(Term):
    """The level at which an experience was generalised, from the school up."""

    class Meta(Term.Meta):
        verbose_name = _("level of generalisation")
        verbose_name_plural = _("levels of generalisation")
