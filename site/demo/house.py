"""The house itself: site root, home page, sections, text pages, local acts, district settings."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from demo.attachments import Library
from demo.content import Content, Values
from demo.markup import rich_text
from pages.models import DistrictSettings
from portal.models import ActPage, ActsPage, HomePage, SectionPage, TextPage

HOME_SLUG = "home"
DISTRICT_FIELDS = (
    "cabinet",
    "district",
    "department",
    "bank_name",
    "address",
    "hours",
)


def seed_house(content: Content, library: Library) -> dict[str, SectionPage]:
    """Create or update the pages of the cabinet; return the sections by the kind of material."""
    _seed_district(content.district)
    home = _seed_home(content.district)
    sections = {
        row["kind"]: seed_page(
            home,
            SectionPage,
            row["slug"],
            material_kind=row["kind"],
            lead_kk=content.district[f"{row['kind']}_text_kk"],
            lead_ru=content.district[f"{row['kind']}_text_ru"],
            **{name: row[name] for name in ("title_kk", "label_kk", "label_ru")},
            title=row["title_ru"],
        )
        for row in content.district["sections"]
    }
    for text in content.texts:
        seed_page(home, TextPage, text["slug"], **_both_languages(text))
    _seed_acts(home, content, library)
    return sections


def _seed_district(district: Values) -> None:
    current = DistrictSettings.current()
    for stem in DISTRICT_FIELDS:
        for language in ("kk", "ru"):
            setattr(current, f"{stem}_{language}", district[f"{stem}_{language}"])
    current.phone, current.email = district["phone"], district["email"]
    current.full_clean()
    current.save()


def _seed_home(district: Values) -> HomePage:
    """Put the home page at the root of the site, in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = Page.objects.child_of(root).filter(slug=HOME_SLUG).exact_type(Page)
    # By a query: saving it would leave tasks about a page that is gone when they are done.
    outgoing = list(welcome.values_list("pk", flat=True))
    welcome.update(slug="welcome")
    home = seed_page(
        root,
        HomePage,
        HOME_SLUG,
        title=district["slogan_ru"],
        title_kk=district["slogan_kk"],
        search_prompt_kk=district["search_prompt_kk"],
        search_prompt_ru=district["search_prompt_ru"],
        example_queries_kk="\n".join(district["example_queries_kk"]),
        example_queries_ru="\n".join(district["example_queries_ru"]),
    )
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.root_page = home
    site.site_name = district["bank_name_ru"]
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    for page in Page.objects.filter(pk__in=outgoing):
        page.delete()
    return home


def _seed_acts(home: HomePage, content: Content, library: Library) -> None:
    heading = content.district["acts"]
    acts = seed_page(
        home,
        ActsPage,
        heading["slug"],
        title=heading["title_ru"],
        **{name: heading[name] for name in ("title_kk", "lead_kk", "lead_ru")},
    )
    pages = {}
    # The newest first, so that the act which replaces another is there when that one is saved.
    for act in reversed(content.acts):
        pages[act["slug"]] = seed_page(
            acts,
            ActPage,
            act["slug"],
            **_both_languages(act),
            number=act["number"],
            date=act["date"],
            signatory_kk=act["signatory_kk"],
            signatory_ru=act["signatory_ru"],
            state=act["state"],
            replaced_by=pages[act["replaced_by"]] if act.get("replaced_by") else None,
            document=library.document(content.attachment(act["file"]), title=act["title_ru"]),
        )


def _both_languages(values: Values) -> Values:
    """Return titles, introductions and texts of a page written in both languages."""
    fields = {"title": values["title_ru"], "title_kk": values["title_kk"]}
    for language in ("kk", "ru"):
        fields[f"body_{language}"] = rich_text(values[f"body_{language}"], headings=True)
        if f"lead_{language}" in values:
            fields[f"lead_{language}"] = values[f"lead_{language}"]
    return fields


def seed_page(parent: Page, model: type[Any], slug: str, **fields: Any) -> Any:
    """Create or update and publish the page of the cabinet at `slug` under `parent`."""
    page = model.objects.child_of(parent).filter(slug=slug).first()
    is_new = page is None
    page = page or model(slug=slug, live=False)
    for name, value in fields.items():
        setattr(page, name, value)
    if is_new:
        parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)
