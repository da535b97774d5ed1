"""Saves of a page that note a new draft and change nothing that readers see."""

from collections.abc import Collection

# What Wagtail's `save_revision` writes to the page itself.
DRAFT_FIELDS = frozenset(
    {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"}
)


def notes_a_draft(update_fields: Collection[str] | None) -> bool:
    """Say whether a save with these `update_fields`, as signals name them, only notes a draft."""
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)
