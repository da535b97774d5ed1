"""Addresses of the search, included under the language prefixes."""

from django.urls import path

from search.views import search

urlpatterns = [path("", search, name="search")]
