"""The living pattern library: every component of `templates/components/` with all its states on one page of the CMS."""
