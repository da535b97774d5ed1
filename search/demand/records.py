"""What is kept of questions: how often each was asked on a day, and what readers said they missed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGES = [("kk", _("Kazakh")), ("ru", _("Russian"))]


class AskedQuestion(models.Model):
    """One question in one interface language on one day; forms of writing with one key are one."""

    key = models.CharField(_("folded question"), max_length=200)
    text = models.CharField(_("question"), max_length=200)
    language = models.CharField(_("language of the interface"), max_length=2, choices=LANGUAGES)
    day = models.DateField(_("day"), db_index=True)
    asked = models.PositiveIntegerField(_("times asked"), default=0)
    unfound = models.PositiveIntegerField(_("times nothing was found"), default=0)

    class Meta:
        verbose_name = _("asked question")
        verbose_name_plural = _("asked questions")
        ordering = ("-day", "key")
        constraints = [
            models.UniqueConstraint(
                fields=("key", "language", "day"), name="one_row_a_question_and_day"
            )
        ]

    def __str__(self) -> str:
        return self.text


class MissedTopic(models.Model):
    """What a reader said was missing, after a question that found nothing."""

    text = models.CharField(_("what was missing"), max_length=300)
    question = models.CharField(_("question"), max_length=200, blank=True)
    language = models.CharField(_("language of the interface"), max_length=2, choices=LANGUAGES)
    day = models.DateField(_("day"), db_index=True)

    class Meta:
        verbose_name = _("missed topic")
        verbose_name_plural = _("missed topics")
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return self.text


class GatheredLog(models.Model):
    """A log whose lines are in the database already, until its file is deleted."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        verbose_name = _("gathered log of questions")
        verbose_name_plural = _("gathered logs of questions")

    def __str__(self) -> str:
        return self.name
