"""What the search adds to the CMS; each subject registers its own hooks."""

from search import synonym_admin  # noqa: F401
from search.demand import report  # noqa: F401
