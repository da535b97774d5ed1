"""What is read from a report of Lighthouse."""

import pytest

from demo.benchmark.lighthouse import medians, read, run

AUDITS = {
    "contrast": {"title": "Contrast is too low", "score": 0},
    "title": {"title": "There is a title", "score": 1},
    "video": {"title": "Videos have captions", "score": None},
    "fast": {"title": "It is fast", "score": 0.4},
}


def category(score, *audits):
    return {"score": score, "auditRefs": [{"id": name, "weight": 1} for name in audits]}


def test_scores_are_of_a_hundred_and_what_failed_is_named():
    report = {
        "categories": {
            "performance": category(0.99, "fast"),
            "accessibility": category(0.96, "contrast", "title", "video"),
            "best-practices": category(1),
            "seo": category(None),
        },
        "audits": AUDITS,
    }
    scores, failed = read(report)
    assert scores == {"performance": 99, "accessibility": 96, "best-practices": 100, "seo": 0}
    assert failed == ["accessibility: Contrast is too low"]


def test_of_some_runs_the_median_counts():
    runs = [dict.fromkeys(("performance", "accessibility", "best-practices", "seo"), score) for score in (90, 100, 99)]  # fmt: skip
    assert set(medians(runs).values()) == {99}


@pytest.mark.parametrize(
    ("message", "tries"), [("Please run Lighthouse again. (NO_NAVSTART)", 4), ("No such page", 1)]
)
def test_a_run_is_tried_again_where_lighthouse_asks_for_it(tmp_path, message, tries):
    program = tmp_path / "lighthouse"
    program.write_text(f"#!/bin/sh\necho once >> {tmp_path}/runs\necho '{message}' >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(RuntimeError, match=message[:12]):
        run(program, "http://127.0.0.1/")
    assert (tmp_path / "runs").read_text().count("once") == tries
