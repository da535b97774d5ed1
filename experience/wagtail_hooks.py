"""What the bank adds to the CMS; each subject registers its own hooks."""

from experience.admin import defaults, publication, urls  # noqa: F401
