"""Rich text as the CMS stores it."""

from library.models import PortalDocument


def link_to(document: PortalDocument) -> str:
    """A paragraph that links to a document."""
    return f'<p>Смотрите <a id="{document.pk}" linktype="document">образец</a>.</p>'
