"""Measures of a ranking, against values computed by hand."""

import pytest

from search.evaluation.metrics import hit, means, ndcg, recall, reciprocal_rank

RANKING = ["a", "b", "c", "d"]


def test_ndcg_discounts_by_rank_and_is_relative_to_the_ideal_order() -> None:
    # Gains 0, 1, 0, 2 at ranks 1–4: 1/log2(3) + 2/log2(5); ideal: 2/log2(2) + 1/log2(3).
    assert ndcg(RANKING, {"b": 1, "d": 2}, 10) == pytest.approx(
        (0.6309297536 + 0.8613531161) / 2.6309297536
    )


def test_ndcg_counts_no_further_than_its_depth() -> None:
    assert ndcg(RANKING, {"d": 1}, 3) == 0
    assert ndcg(RANKING, {"d": 1}, 4) == pytest.approx(0.4306765581)


def test_an_ideal_order_has_ndcg_1_even_if_more_is_relevant_than_fits() -> None:
    assert ndcg(["a"], {"a": 1, "b": 1, "c": 1}, 1) == 1


def test_reciprocal_rank_is_that_of_the_first_relevant_document() -> None:
    assert reciprocal_rank(RANKING, {"c": 1, "d": 2}, 10) == pytest.approx(1 / 3)
    assert reciprocal_rank(RANKING, {"d": 1}, 3) == 0


def test_recall_is_the_share_of_relevant_documents_found() -> None:
    assert recall(RANKING, {"a": 1, "d": 1, "x": 2, "b": 0}, 3) == pytest.approx(1 / 3)


def test_hit_says_whether_any_relevant_document_was_found() -> None:
    assert hit(RANKING, {"b": 1}, 1) == 0
    assert hit(RANKING, {"b": 1}, 2) == 1
    assert hit(RANKING, {"b": 0}, 2) == 0


def test_means_run_over_queries_with_a_relevant_document_and_count_those_that_found_nothing() -> (
    None
):
    judged = {"found": {"a": 1}, "not found": {"a": 1}, "no answer": {"a": 0}}
    assert means({"found": ["a"], "no answer": ["a"]}, judged)["hit@1"] == 0.5


def test_without_judged_queries_there_is_no_mean() -> None:
    assert means({}, {"no answer": {"a": 0}}) == {}
