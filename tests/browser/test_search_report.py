"""The report of questions in a browser: every row can be acted upon."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from search.demand.gathering import key_of
from search.demand.records import AskedQuestion
from tests import factories
from tests.browser.conftest import photograph
from tests.browser.test_journey import sign_in

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.mark.parametrize("action", ["Сделать синонимом", "Заказать тему"])
def test_the_last_question_of_the_report_begins_a_form(context, tab, action):
    for number, words in enumerate(("эссе", "плавание")):
        AskedQuestion.objects.create(
            key=key_of(words),
            text=words,
            language="ru",
            day=timezone.localdate(),
            asked=9 - number,
            unfound=1,
        )
    sign_in(tab, factories.user("methodist-publisher", username="aigul"))
    tab.goto("/cms/reports/questions/")
    tab.locator("tr", has_text="плавание").get_by_role("button").click()
    photograph(tab, "search-report")
    tab.get_by_role("link", name=action).click()
    expect(tab.locator("main form input[type=text], main form textarea").first).to_be_visible()
    values = tab.locator("main form input[type=text], main form textarea").evaluate_all(
        "fields => fields.map(field => field.value)"
    )
    assert "плавание" in values
