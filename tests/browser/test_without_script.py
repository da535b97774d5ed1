"""Reading, searching, filtering, paging and switching the language in a browser without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WORDS = {
    "ru": {"asked": "карточки", "show": "Показать", "type": "Опыт", "next": "Дальше", "other": "Қаз"},
    "kk": {"asked": "сабақ", "show": "Көрсету", "type": "Тәжірибе", "next": "Келесі", "other": "Рус"},
}  # fmt: skip


@pytest.fixture
def page(browser: Browser, shown: str) -> Iterator[Page]:
    """A telephone without script."""
    context = browser.new_context(
        base_url=shown, viewport={"width": 360, "height": 700}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", WORDS)
def test_a_question_is_asked_narrowed_and_answered(page, language):
    words = WORDS[language]
    page.goto(f"/{language}/")
    page.locator("#home-search").fill(words["asked"])
    page.locator("#home-search").press("Enter")
    expect(page).to_have_url(re.compile(f"/{language}/search/"))
    page.locator(".filters__open").click()
    page.get_by_role("checkbox", name=re.compile(rf"^{words['type']}\s\d")).check()
    page.get_by_role("button", name=words["show"]).click()
    expect(page).to_have_url(re.compile("type=experience"))
    expect(page.locator(".chips .chip")).to_have_count(1)
    title = page.locator(".hit__title a").first.inner_text()
    page.locator(".hit__title a").first.click()
    expect(page.locator("h1")).to_have_text(title)
    page.get_by_role("link", name=words["other"], exact=True).click()
    expect(page.locator("html")).not_to_have_attribute("lang", language)
    expect(page.locator("article.material")).to_be_visible()


@pytest.mark.parametrize("language", WORDS)
def test_a_list_is_leafed_through_and_the_parts_of_a_material_are_found(page, language):
    page.goto(f"/{language}/search/")
    first = page.locator(".hit__title").first.inner_text()
    page.get_by_role("link", name=WORDS[language]["next"]).click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator(".hit__title").first).not_to_have_text(first)
    page.goto(f"/{language}/technologies/rabota-po-stantsiyam/")
    page.locator(".contents__open").click()
    expect(page.locator("#toc")).to_be_visible()
    page.locator(".contents a").last.click()
    last = page.locator("section.section").last
    expect(last).to_be_in_viewport()
    page.locator('.tools__link[href="#footer"]').click()
    expect(page.locator("#footer")).to_be_in_viewport()
