// The reader's selection: numbers of materials, kept in this browser. Without this script nothing of it is seen.
{
  const KEY = "selection";
  const MOST = 50;
  const links = document.querySelectorAll("[data-selection]");
  const buttons = document.querySelectorAll("[data-save]");
  const page = links[0].pathname;

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)).filter((number) => /^\d{4,10}$/.test(number));
    } catch (unreadable) {
      // Nothing is kept yet, or this browser keeps nothing.
      return [];
    }
  };

  const write = (numbers) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(numbers));
      return true;
    } catch (refusal) {
      return false;
    }
  };

  const address = (numbers) => (numbers.length ? `${page}?m=${numbers}` : page);
  const without = (numbers, gone) => numbers.filter((number) => !gone.includes(number));
  const numbersOf = (button) => button.dataset.save.split(" ");
  const isSaved = (button) => !without(numbersOf(button), read()).length;

  const show = () => {
    const kept = read();
    links.forEach((link) => {
      link.parentElement.hidden = !kept.length;
      link.href = address(kept);
      link.textContent = `${link.dataset.selection} (${kept.length})`;
    });
    buttons.forEach((button) => {
      button.parentElement.hidden = false;
      button.textContent = isSaved(button) ? button.dataset.remove : button.dataset.add;
    });
  };

  const say = (button, fault) => {
    const said = button.nextElementSibling;
    said.textContent = fault;
    if (!fault && read().length) said.append(links[0].cloneNode(true));
  };

  const press = (button) => {
    const { confirm: question, full, failed } = button.dataset;
    const removes = isSaved(button);
    const rest = without(read(), numbersOf(button));
    const numbers = removes ? rest : [...rest, ...numbersOf(button)];
    if (removes && question && !confirm(question)) return;
    const fault = numbers.length > MOST ? full : write(numbers) ? "" : failed;
    show();
    say(button, fault);
    if (removes && question && !fault) location.assign(page);
  };

  buttons.forEach((button) => {
    button.onclick = () => press(button);
  });
  // A row taken off the reader's own list; the link leads to the list without it.
  document.querySelectorAll("[data-take-out]").forEach((link) => {
    link.onclick = () => {
      const [button] = buttons;
      if (!isSaved(button) || write(without(read(), [link.dataset.takeOut]))) return true;
      say(button, button.dataset.failed);
      return false;
    };
  });
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.parentElement.hidden = false;
    button.onclick = () => print();
  });

  if (location.pathname === page && !location.search && read().length) location.replace(address(read()));
  show();
  // Changed in another window, or on a page that this one came back from.
  window.onstorage = show;
  window.onpageshow = show;
}
