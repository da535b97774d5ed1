"""Addresses of the CMS that are ours."""

from django.urls import URLPattern, path
from wagtail import hooks

from .completeness_view import material_completeness
from .draft import read_material
from .editors_guide import editors_guide
from .merging import merge_record
from .translation import translate_material


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Put our views beside Wagtail's."""
    return [
        path(
            "materials/<int:page_id>/completeness/",
            material_completeness,
            name="material_completeness",
        ),
        path("materials/<int:page_id>/read/", read_material, name="material_read"),
        path("guide/", editors_guide, name="editors_guide"),
        path("guide/<slug:language>/", editors_guide, name="editors_guide"),
        path("records/<slug:kind>/<int:pk>/merge/", merge_record, name="record_merge"),
        path("materials/<int:page_id>/translate/", translate_material, name="material_translate"),
    ]
