"""The embedded engine keeps the contract."""

import pytest

from tests.search.engine_contract import EngineContract
from tests.search.protection_contract import ProtectionContract
from tests.search.ranking_contract import RankingContract
from tests.search.synonym_contract import SynonymContract


@pytest.mark.django_db
class TestEmbeddedEngine(ProtectionContract, RankingContract, SynonymContract, EngineContract):
    """Fixtures of this folder are those of the embedded engine."""
