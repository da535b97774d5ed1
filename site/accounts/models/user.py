"""Users of the CMS: the cabinet's own people."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.pairs import Bilingual


class User(AbstractUser):
    """A member of the cabinet who signs in to the CMS; the public name is shown beside materials."""

    public_name_kk = models.CharField(
        _("public name in Kazakh"),
        max_length=120,
        blank=True,
        help_text=_("As it stands under a material: initials and surname."),
    )
    public_name_ru = models.CharField(
        _("public name in Russian"),
        max_length=120,
        blank=True,
        help_text=_("As it stands under a material: initials and surname."),
    )
    post_kk = models.CharField(_("post in Kazakh"), max_length=160, blank=True)
    post_ru = models.CharField(_("post in Russian"), max_length=160, blank=True)

    public_name = Bilingual("public_name")
    post = Bilingual("post")

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")  # type: ignore[assignment]
        verbose_name_plural = _("users")  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.public_name or self.get_full_name() or self.username
