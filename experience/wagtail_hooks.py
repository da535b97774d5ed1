"""What the bank adds to the CMS; each subject registers its own hooks."""

from experience.admin import (  # noqa: F401
    appearance,
    dashboard,
    defaults,
    draft,
    listing,
    merging,
    publication,
    translation,
    urls,
    vocabularies,
)
