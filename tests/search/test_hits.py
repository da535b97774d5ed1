"""What counts as a hit, and in which order."""

from search.hits import best_first, hits_among, strong_hits

STRONG = {"a": 10.0, "b": 9.0, "c": 8.0}


def test_half_of_the_content_words_makes_a_strong_hit() -> None:
    assert strong_hits({"a": 0.1 + 0.2 + 0.2, "b": 0.49, "c": 1.0}, None) == {"a", "c"}


def test_13_a_hit_without_the_numbers_is_not_strong() -> None:
    assert strong_hits({"a": 1.0, "b": 1.0}, {"b"}) == {"b"}


def test_beside_three_strong_hits_near_ones_need_six_tenths_of_the_best() -> None:
    scores = {**STRONG, "x": 6.1, "y": 5.9}
    assert set(hits_among(scores, set("abc"), None, 3)) == set("abcx")


def test_beside_fewer_strong_hits_near_ones_need_four_tenths() -> None:
    scores = {**STRONG, "x": 4.1, "y": 3.9}
    assert set(hits_among(scores, set("ab"), None, 2)) == set("abcx")


def test_strong_hits_stay_however_low_their_score() -> None:
    assert set(hits_among({**STRONG, "d": 0.1}, set("abcd"), None, 4)) == set("abcd")


def test_13_a_near_hit_without_the_numbers_is_none_where_a_strong_one_has_them() -> None:
    scores = {"a": 10.0, "x": 9.0}
    assert hits_among(scores, {"a"}, {"a"}, 1) == ["a"]
    assert set(hits_among(scores, set(), {"a"}, 0)) == {"a", "x"}


def test_nothing_among_nothing() -> None:
    assert hits_among({}, set(), None, 0) == []


def test_25_the_order_is_by_score_and_equal_scores_go_by_date() -> None:
    scores = {"a": 1.0 + 1e-9, "b": 1.0, "c": 2.0}
    recency = {"a": 2, "b": 1, "c": 3}
    backwards = dict(reversed(scores.items()))
    assert best_first(scores, recency, 3) == best_first(backwards, recency, 3) == ["c", "b", "a"]
    assert best_first(scores, recency, 2) == best_first(backwards, recency, 2) == ["c", "b"]
    assert best_first({}, {}, 2) == []
