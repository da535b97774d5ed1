"""The embedded engine keeps the contract."""

import pytest

from tests.search.engine_contract import EngineContract


@pytest.mark.django_db
class TestEmbeddedEngine(EngineContract):
    """Fixtures of this folder are those of the embedded engine."""
