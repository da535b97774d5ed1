"""What the portal adds to the CMS; each subject registers its own hooks."""

from portal.patterns import view  # noqa: F401
