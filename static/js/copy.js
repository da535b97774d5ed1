// Buttons that copy the text of an element. Without this script they are hidden and the text can be selected.
{
  const copy = async (text, source) => {
    getSelection().selectAllChildren(source);
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refusal) {
      // A host without https has no clipboard; what is selected can be copied there as well.
      return document.execCommand("copy");
    }
  };

  document.querySelectorAll("[data-copy]").forEach((button) => {
    const { copy: id, done, failed } = button.dataset;
    const source = document.getElementById(id);
    button.parentElement.hidden = false;
    button.onclick = async () => {
      const copied = await copy(source.textContent.trim(), source);
      button.nextElementSibling.textContent = copied ? done : failed;
    };
  });
}
