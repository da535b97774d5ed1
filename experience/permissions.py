"""Who may publish a material: four eyes, as the district has set it.

What counts is who changed the text last, not who pressed "save" last: a reviewer who saves a
material as it stands, or adds the particulars of its publication, is still a second person.
"""

import json
import re
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, PagePermissionTester, Revision

from pages.models import DistrictSettings

# Entered by the person who publishes: the protocol, who answers for the material, and when it goes live.
PARTICULARS = frozenset(
    {
        "generalisation_level",
        "generalisation_body",
        "protocol_number",
        "protocol_date",
        "no_protocol_reason",
        "responsible",
        "review_by",
        "go_live_at",
        "expire_at",
    }
)
_READ_BY_PEOPLE = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
_NO_CHANGE = (
    PARTICULARS
    | ({field.name for field in Page._meta.local_fields} - _READ_BY_PEOPLE)
    | {COMMENTS_RELATION_NAME, "pk", "page_ptr", "knowledgepage_ptr"}
)
_ROW_BOOKKEEPING = {"pk", "page", "sort_order"}
# The editor gives each paragraph a key of its own when it first opens a text that has none.
_PARAGRAPH_KEY = re.compile(r' data-block-key="[\w-]+"')
_EMPTY_MARKUP = "<p></p>"


def plain_markup(markup: str) -> str:
    """Return rich text without what the editor adds by itself: keys of paragraphs, an empty one."""
    bare = _PARAGRAPH_KEY.sub("", markup)
    return "" if bare == _EMPTY_MARKUP else bare


def last_author_id(page: Page, upto: Revision | None = None) -> int | None:
    """Return the user who last changed what readers see, in the newest revision or in `upto`.

    Revisions that repeat the content of the one before do not count. None for code, or where there
    is no revision.
    """
    revisions = page.revisions.filter(pk__lte=upto.pk) if upto else page.revisions.all()
    fields = page.specific_class._meta.concrete_fields
    ignored = _NO_CHANGE | {field.name for field in fields if not field.editable}
    streams = {field.name for field in fields if isinstance(field, StreamField)}
    newer: Revision | None = None
    content: dict[str, Any] = {}
    for revision in revisions.order_by("-pk").iterator(chunk_size=4):
        older = {
            name: bare_content(json.loads(value) if name in streams else value)
            for name, value in revision.content.items()
            if name not in ignored
        }
        if newer is not None and older != content:
            return newer.user_id
        newer, content = revision, older
    return newer.user_id if newer else None


def another_looked(page: Page, user: AbstractBaseUser, revision: Revision | None = None) -> bool:
    """Say whether the four-eyes rule lets `user` publish the page as in `revision`, or its newest."""
    if not DistrictSettings.current().four_eyes:
        return True
    return page.latest_revision_id is not None and last_author_id(page, revision) != user.pk


def bare_content(value: Any) -> Any:
    """Return a value as readers see it: rows without their bookkeeping, choices in one order, no empties."""
    if isinstance(value, str):
        return plain_markup(value)
    if isinstance(value, dict):
        cells = {
            name: bare_content(cell) for name, cell in value.items() if name not in _ROW_BOOKKEEPING
        }
        return {name: cell for name, cell in cells.items() if cell not in ("", None)}
    if isinstance(value, list):
        rows = [bare_content(row) for row in value]
        return rows if any(isinstance(row, dict) for row in rows) else sorted(rows, key=str)
    return value


class MaterialPermissionTester(PagePermissionTester):
    """Wagtail's tester, which also refuses to publish what the user changed last."""

    def can_publish(self) -> bool:
        return self.has_right_to_publish() and another_looked(self.page, self.user)

    def has_right_to_publish(self) -> bool:
        """Say whether the user may publish materials at all."""
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return self.has_right_to_publish()

    def can_set_view_restrictions(self) -> bool:
        return self.has_right_to_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Those who may not publish delete only what they began themselves."""
        return super().can_delete(ignore_bulk) and (
            self.has_right_to_publish() or self.page.owner_id == self.user.pk
        )
