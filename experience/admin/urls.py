"""Addresses of the CMS that are ours."""

from django.urls import path
from wagtail import hooks

from .completeness_view import material_completeness


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    """Put our views beside Wagtail's."""
    return [
        path(
            "materials/<int:page_id>/completeness/",
            material_completeness,
            name="material_completeness",
        ),
    ]
