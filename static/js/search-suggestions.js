// Suggestions under every search field: ARIA APG's combobox with a list and manual selection.
// Without this script the field is an ordinary one.
{
  const script = document.currentScript.dataset;

  const set = (element, attributes) => {
    for (const name in attributes) element.setAttribute(name, attributes[name]);
  };

  const make = (tag, attributes, ...content) => {
    const element = document.createElement(tag);
    set(element, attributes);
    element.append(...content);
    return element;
  };

  const enhance = (input) => {
    const id = `${input.id}-suggestions`;
    const list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": script.label });
    let options = [];
    let active = -1;
    let waiting;

    const activate = (place) => {
      active = place;
      options.forEach((option, number) => set(option, { "aria-selected": number === place }));
      set(input, { "aria-activedescendant": place < 0 ? "" : options[place].id });
      if (place >= 0) options[place].scrollIntoView({ block: "nearest" });
    };

    const choose = (place) => {
      input.value = options[place].firstChild.textContent;
      input.form.submit();
    };

    const show = (suggestions) => {
      clearTimeout(waiting);
      options = suggestions.map(({ text, label, lang }, place) => {
        const option = make(
          "li",
          { id: `${id}-${place}`, class: "suggestions__option", role: "option" },
          make("span", { lang }, text),
          make("span", { class: "suggestions__kind" }, label)
        );
        option.onclick = () => choose(place);
        return option;
      });
      list.textContent = "";
      list.append(...options);
      list.hidden = !options.length;
      set(input, { "aria-expanded": !list.hidden });
      activate(-1);
    };

    const ask = async () => {
      const text = input.value;
      const answer = await fetch(`${script.url}?q=${encodeURIComponent(text)}`);
      const found = await answer.json();
      if (text === input.value && document.activeElement === input) show(found.suggestions);
    };

    input.oninput = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 150);
    };
    input.onblur = () => show([]);
    input.onkeydown = (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const places = options.length + 1;
      if (step && list.hidden) ask();
      else if (step) activate(((active + 1 + step + places) % places) - 1);
      else if (event.key === "Escape" && !list.hidden) show([]);
      else if (event.key === "Enter" && active >= 0) choose(active);
      else return;
      event.preventDefault();
    };
    // A click leaves the focus in the field.
    list.onmousedown = (event) => event.preventDefault();

    // An input of type search may not be a combobox.
    set(input, { type: "text", role: "combobox", "aria-autocomplete": "list", "aria-controls": id });
    input.form.append(list);
    show([]);
  };

  document.querySelectorAll(".search-field__input").forEach(enhance);
}
