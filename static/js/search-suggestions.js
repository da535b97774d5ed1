// Suggestions under every search field: ARIA APG's combobox with a list and manual selection.
// Without this script the field is an ordinary one.
(() => {
  "use strict";
  const script = document.currentScript.dataset;

  const set = (element, attributes) =>
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));

  const span = (text, attributes) => {
    const element = document.createElement("span");
    element.textContent = text;
    set(element, attributes);
    return element;
  };

  const enhance = (input) => {
    const list = document.createElement("ul");
    let options = [];
    let active = -1;
    let waiting;

    list.hidden = true;
    list.id = `${input.id}-suggestions`;
    set(list, { class: "suggestions", role: "listbox", "aria-label": script.label });
    input.form.append(list);
    // An input of type search may not be a combobox.
    set(input, {
      type: "text",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": false,
    });

    const activate = (place) => {
      active = place;
      options.forEach((option, number) => set(option, { "aria-selected": number === place }));
      set(input, { "aria-activedescendant": place < 0 ? "" : options[place].id });
      if (place >= 0) options[place].scrollIntoView({ block: "nearest" });
    };

    const show = (suggestions) => {
      clearTimeout(waiting);
      options = suggestions.map((suggestion, place) => {
        const option = document.createElement("li");
        set(option, { class: "suggestions__option", role: "option", id: `${list.id}-${place}` });
        option.append(
          span(suggestion.text, { lang: suggestion.lang }),
          span(suggestion.label, { class: "suggestions__kind" })
        );
        option.addEventListener("click", () => choose(place));
        return option;
      });
      list.textContent = "";
      list.append(...options);
      list.hidden = !options.length;
      set(input, { "aria-expanded": !list.hidden });
      activate(-1);
    };

    const choose = (place) => {
      input.value = options[place].firstChild.textContent;
      input.form.submit();
    };

    const ask = async () => {
      const text = input.value;
      const answer = await fetch(`${script.url}?q=${encodeURIComponent(text)}`);
      const { suggestions } = await answer.json();
      if (text === input.value && document.activeElement === input) show(suggestions);
    };

    const move = (step) => {
      const places = options.length + 1;
      if (list.hidden) ask();
      else activate(((active + 1 + step + places) % places) - 1);
    };

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 150);
    });
    input.addEventListener("blur", () => show([]));
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape" && !list.hidden) show([]);
      else if (event.key === "Enter" && active >= 0) choose(active);
      else return;
      event.preventDefault();
    });
    // The field keeps the focus while an option is clicked.
    list.addEventListener("mousedown", (event) => event.preventDefault());
  };

  document.querySelectorAll(".search-field__input").forEach(enhance);
})();
