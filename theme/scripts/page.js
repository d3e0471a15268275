// Every page: "/" goes to the search, and what is typed there is handed over to the search page.
(() => {
  "use strict";
  const box = document.querySelector("[data-search-box]");
  const input = document.querySelector("[data-search]");

  // the links stand in for the box where no script runs
  document.querySelector("[data-search-links]").hidden = true;
  if (box) {
    box.hidden = false;
    box.addEventListener("submit", (event) => {
      event.preventDefault();
      // "go": a whole id leads on to its page; no id here, as this stands in every edition
      location.href = `search.html#q=${encodeURIComponent(input.value.trim())}&go=1`;
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") input.value ? (input.value = "") : input.blur();
    });
  }

  // pages from a folder may write to the clipboard where the browser lets them; else the words are
  // chosen, ready for Ctrl+C
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = document.querySelector(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      getSelection().selectAllChildren(words);
      try {
        await navigator.clipboard.writeText(words.textContent);
        button.textContent = button.dataset.copied;
      } catch {
        document.execCommand("copy") && (button.textContent = button.dataset.copied);
      }
    });
  }

  // a PDF is loaded when its fold is opened for the first time
  for (const fold of document.querySelectorAll(".preview-document")) {
    fold.addEventListener("toggle", () => fold.querySelector("a[target]").click(), { once: true });
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
    if (event.key === "/" && input && isPlain && !isTyping) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
