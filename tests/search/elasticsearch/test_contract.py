"""The Elasticsearch engine keeps the contract, on a real server."""

import pytest

from tests.search.engine_contract import EngineContract
from tests.search.long_text_contract import LongTextContract
from tests.search.page_contract import PageContract
from tests.search.protection_contract import ProtectionContract
from tests.search.ranking_contract import RankingContract
from tests.search.synonym_contract import SynonymContract


@pytest.mark.any_database
@pytest.mark.long
@pytest.mark.django_db
class TestElasticsearchEngine(
    LongTextContract,
    PageContract,
    ProtectionContract,
    RankingContract,
    SynonymContract,
    EngineContract,
):
    """Fixture `engine` of this folder is that of a real server."""
