"""What is noted when the cabinet changes what it says of words, within the transaction that changes it."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from search.changes import record_everything, record_words
from search.models import ProtectedWord, SynonymGroup


@receiver([post_save, post_delete], sender=SynonymGroup)
def record_synonyms(**kwargs: Any) -> None:
    """Questions are widened otherwise."""
    record_words()


@receiver([post_save, post_delete], sender=ProtectedWord)
def record_protected_word(**kwargs: Any) -> None:
    """Questions are read otherwise, and every text is."""
    record_words()
    record_everything()
