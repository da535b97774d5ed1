"""Addresses of documents."""

from django.urls import path
from wagtail.documents.views.serve import authenticate_with_password

from . import views

urlpatterns = [
    path("<int:document_id>/", views.download, name="document"),
    path("<int:document_id>/<str:filename>", views.download, name="wagtaildocs_serve"),
    path(
        "password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]
