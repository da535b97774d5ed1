"""The demo district and the synthetic bank for benchmarks."""

from django.apps import AppConfig


class DemoApp(AppConfig):
    name = "demo"
