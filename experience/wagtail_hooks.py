"""What the bank adds to the CMS; each subject registers its own hooks."""

from experience.admin import (  # noqa: F401
    appearance,
    bulk_unpublish,
    dashboard,
    defaults,
    draft,
    editors_guide,
    listing,
    merging,
    publication,
    translation,
    urls,
    vocabularies,
)
