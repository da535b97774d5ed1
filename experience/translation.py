"""A translation of a material: another page under the same permanent address."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.copy_page import CopyPageAction

from bilingual.transliteration import free_slug, slugify
from experience.models import KnowledgePage

# In the language of the translation, so that the draft is seen as one until its title is written.
PREFIXES = {"kk": "Аударма: ", "ru": "Перевод: "}


def other_language(page: KnowledgePage) -> str:
    """Return the language into which the material can be translated."""
    return "ru" if page.language == "kk" else "kk"


def existing_translation(page: KnowledgePage) -> KnowledgePage | None:
    """Return the page in the other language, a draft too, or None."""
    return KnowledgePage.objects.filter(address=page.address_id).exclude(pk=page.pk).first()


@transaction.atomic
def create_translation(page: KnowledgePage, user: Any = None) -> KnowledgePage:
    """Return a draft in the other language with everything that the material holds.

    Structure, rows, numbers, files and pictures stay; texts stay in the source language until the
    translator writes over them; the title says that it is a translation.

    Raises ValidationError where there is one already.
    """
    if existing_translation(page):
        raise ValidationError(_("There is a translation of this material already."))
    source = type(page).objects.get(pk=page.pk)
    # A copy gets a number of its own; this one shares it.
    source.exclude_fields_in_copy = []
    language = other_language(page)
    longest = page._meta.get_field("title").max_length or 255
    taken = set(page.get_siblings().values_list("slug", flat=True))
    title = (PREFIXES[language] + page.title)[:longest]
    return CopyPageAction(
        source,
        update_attrs={
            "address": page.address,
            "language": language,
            "title": title,
            "draft_title": title,
            "slug": free_slug(slugify(title), taken.__contains__),
            "change_note": "",
        },
        copy_revisions=False,
        keep_live=False,
        user=user,
    ).execute(skip_permission_checks=True)
