"""The embedded engine keeps the contract."""

import pytest

from tests.search.engine_contract import EngineContract
from tests.search.long_text_contract import LongTextContract
from tests.search.page_contract import PageContract
from tests.search.protection_contract import ProtectionContract
from tests.search.ranking_contract import RankingContract
from tests.search.synonym_contract import SynonymContract


@pytest.mark.django_db
class TestEmbeddedEngine(
    LongTextContract,
    PageContract,
    ProtectionContract,
    RankingContract,
    SynonymContract,
    EngineContract,
):
    """Fixtures of this folder are those of the embedded engine."""
