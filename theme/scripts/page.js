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
      // "go": a whole id, such as E-042, leads on to its page
      location.href = `search.html#q=${encodeURIComponent(input.value.trim())}&go=1`;
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") input.value ? (input.value = "") : input.blur();
    });
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
