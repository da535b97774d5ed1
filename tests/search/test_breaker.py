"""A server that has failed repeatedly is left alone for a while."""

import pytest

from search.engines.breaker import FAILURES, OPEN_FOR, WITHIN, Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def open_it(breaker: Breaker) -> None:
    assert [breaker.failed() for _ in range(FAILURES)] == [False, False, True]


def test_it_opens_after_three_failures(breaker: Breaker) -> None:
    breaker.failed()
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()


def test_failures_far_apart_do_not_open_it(breaker: Breaker, clock: Clock) -> None:
    for _ in range(10):
        assert not breaker.failed()
        clock.now += WITHIN / 2 + 1
    assert breaker.allows()


def test_a_success_begins_the_count_again(breaker: Breaker) -> None:
    breaker.failed()
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()


def test_after_a_while_one_probe_is_allowed(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += OPEN_FOR - 1
    assert not breaker.allows()
    clock.now += 1
    assert [breaker.allows(), breaker.allows()] == [True, False]


def test_a_probe_that_fails_keeps_it_open(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += OPEN_FOR
    assert breaker.allows()
    assert not breaker.failed()
    clock.now += OPEN_FOR - 1
    assert not breaker.allows()


def test_a_probe_that_goes_well_closes_it(breaker: Breaker, clock: Clock) -> None:
    open_it(breaker)
    clock.now += OPEN_FOR
    assert breaker.allows()
    breaker.succeeded()
    assert [breaker.allows(), breaker.allows()] == [True, True]
