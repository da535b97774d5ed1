"""Topics that the cabinet commissions because readers ask for them and the bank has nothing."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.demand.gathering import key_of
from search.demand.records import LANGUAGES


class CommissionedTopic(models.Model):
    """A material that somebody is to bring about. `key` is that of the question it answers."""

    class State(models.TextChoices):
        OPEN = "open", _("in work")
        DONE = "done", _("done")

    question = models.CharField(
        _("topic"), max_length=200, help_text=_("What readers searched for.")
    )
    key = models.CharField(max_length=200, editable=False, db_index=True)
    language = models.CharField(_("language of the readers"), max_length=2, choices=LANGUAGES)
    note = models.TextField(
        _("note"), blank=True, help_text=_("What is needed, from whom, by when.")
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="commissioned_topics",
        verbose_name=_("responsible methodist"),
    )
    state = models.CharField(
        _("state"), max_length=4, choices=State.choices, default=State.OPEN, db_index=True
    )
    material = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("material that answers it"),
    )
    commissioned_on = models.DateField(_("commissioned on"), auto_now_add=True)

    lookup_fields = ("question", "note")

    class Meta:
        verbose_name = _("commissioned topic")
        verbose_name_plural = _("commissioned topics")
        # Those in work go first.
        ordering = ("-state", "-pk")

    def __str__(self) -> str:
        return self.question

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = key_of(self.question)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.state == self.State.DONE and self.material is None:
            raise ValidationError({"material": _("Name the material, then the topic is done.")})
