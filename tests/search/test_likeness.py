"""How alike the lists of two engines are."""

import pytest

from search.evaluation.likeness import likeness


def test_equal_lists_overlap_wholly_and_begin_alike():
    assert likeness([(["a", "b"], ["a", "b"]), ([], [])]) == (1.0, 1.0)


def test_order_changes_the_first_hit_and_not_the_overlap():
    assert likeness([(["a", "b"], ["b", "a"])]) == (1.0, 0.0)


def test_the_longer_list_is_the_measure_of_the_overlap():
    assert likeness([(["a"], ["a", "b", "c", "d"]), (["a"], [])]) == (0.125, 0.5)


def test_what_stands_below_the_tenth_place_does_not_count():
    ten = [str(number) for number in range(10)]
    assert likeness([([*ten, "x"], [*ten, "y"])]).overlap == 1.0


def test_nothing_cannot_be_compared():
    with pytest.raises(ValueError, match="No question"):
        likeness([])
