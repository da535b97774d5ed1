"""What is read from a report of Lighthouse."""

from demo.benchmark.lighthouse import medians, read

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
