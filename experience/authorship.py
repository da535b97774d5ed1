"""Freezing of authors' post, category and school at publication."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from experience.models import KnowledgePage


def freeze_authorships(page: "KnowledgePage") -> None:
    """Fill the empty fields of each authorship row of a page that goes live.

    A value that stands on the live row of the same author wins over the profile of today: what was
    true at the first publication stays, also when an editor publishes again years later.
    """
    rows = list(page.authorships.all())
    if not rows:
        return
    live_rows = type(rows[0]).objects.filter(page_id=page.pk, page__live=True, author__isnull=False)
    frozen = {row.author_id: row for row in live_rows}
    for row in rows:
        if row.author_id is None:
            continue
        row.author = row.author.current()
        source = frozen.get(row.author_id) or row.author
        for name in row.FROZEN_FIELDS:
            if not getattr(row, name):
                setattr(row, name, getattr(source, name))
    page.authorships.set(rows)
