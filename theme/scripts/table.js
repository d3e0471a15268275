/* Tables as tools: find, facets, sort, group, columns, pages, copy and save. The rows are on the page;
   table-data says how they sort and which answers they give; the address keeps what is chosen. */
(() => {
  "use strict";
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const one = (selector) => tools.querySelector(selector);
  const all = (selector, within = tools) => [...within.querySelectorAll(selector)];
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const said = (pattern, values) => tools.dataset[pattern].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // to write what stands there already makes the browser lay out again
  const write = (node, text) => {
    if (node.textContent !== String(text)) node.textContent = text;
  };

  const data = JSON.parse(document.getElementById("table-data").textContent);
  const tables = all(".tool-table", document);
  const [table] = tables;
  const heads = [...table.tHead.rows[0].cells];
  const region = table.parentElement;
  const pager = document.querySelector(".pager");
  const [text, group, count, chips, unfold, clear] = [
    "text", "group", "count", "chips", "unfold", "clear",
  ].map((name) => one(name === "chips" ? ".chips" : `.tools-${name}`));
  const columns = all("[data-column]");
  const only = one("[data-only]");
  const facets = Object.entries(data.facets).map(([name, rows]) => {
    const boxes = all(`[data-facet="${name}"]`);
    const amounts = boxes.map((box) => box.closest("li").querySelector(".tools-facet-amount"));
    return { name, rows: rows.map((row) => [].concat(row)), boxes, amounts };
  });

  // every row of every chunk, and the headings it stands below
  const rows = [];
  const above = [];
  for (const body of tables.flatMap((piece) => [...piece.tBodies])) {
    let open = [];
    for (const row of body.rows) {
      const level = Number(row.dataset.level ?? 0);
      if (row.classList.contains("heading-row")) {
        open = [...open.filter((heading) => Number(heading.dataset.level ?? 0) < level), row];
      } else {
        rows.push(row);
        above.push(open);
      }
    }
  }
  for (const piece of tables.slice(1)) piece.closest(".chunk").remove();
  for (const body of [...table.tBodies].slice(1)) body.remove();
  region.closest(".chunk-long")?.classList.remove("chunk-long");
  const body = table.tBodies[0];
  const words = rows.map((row) => plain(row.textContent));

  // thousands of folded exhibits wait outside the page, or each key would move them all; few stay, where Ctrl+F finds them
  const lists = new WeakMap();
  const folds = rows.flatMap((row) => all(".reasons", row));
  const items = folds.reduce((sum, fold) => sum + fold.lastElementChild.childElementCount, 0);
  if (items > data.atOnce) for (const fold of folds) lists.set(fold, fold.lastElementChild);
  const isEmpty = (fold) => lists.has(fold) && fold.childElementCount === 1;
  function fill(fold) {
    if (!isEmpty(fold)) return;
    const list = lists.get(fold);
    fold.append(list.parentNode ? list.cloneNode(true) : list);
  }
  function settle(fold) {
    if (fold.open) fill(fold);
    else if (lists.has(fold) && !isEmpty(fold)) fold.lastElementChild.remove();
  }
  folds.forEach(settle);

  let sorted = "";
  let page = 1;
  let order = [];
  let shown = [];
  const labelOf = (box) => box.nextElementSibling.textContent;

  function sort() {
    const falls = sorted.startsWith("-") ? -1 : 1;
    const index = data.columns.indexOf(sorted.replace("-", ""));
    const ranks = data.ranks[index];
    order = [...rows.keys()];
    // what says nothing has rank -1 and comes last either way
    if (ranks) order.sort((a, b) => (ranks[a] < 0) - (ranks[b] < 0) || falls * (ranks[a] - ranks[b]) || a - b);
    heads.forEach((head, at) => {
      if (at === index) head.setAttribute("aria-sort", falls < 0 ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const column = heads[index]?.textContent;
    one(".tools-sorted").textContent = column ? said(falls < 0 ? "falling" : "sort", { column }) : "";
  }

  function filter() {
    const wanted = plain(text.value).split(/\s+/).filter(Boolean);
    const asked = facets.map(({ boxes }) => boxes.map((box) => box.checked));
    const filtering = [...facets.keys()].filter((at) => asked[at].includes(true));
    const counts = facets.map(({ boxes }) => boxes.map(() => 0));
    const tally = (at, row) => {
      for (const answer of facets[at].rows[row]) counts[at][answer] += 1;
    };
    shown = order.filter((row) => {
      if (!wanted.every((word) => words[row].includes(word))) return false;
      const misses = filtering.filter((at) => !facets[at].rows[row].some((answer) => asked[at][answer]));
      // a facet counts the rows that all the other facets leave
      if (!misses.length) for (let at = 0; at < facets.length; at += 1) tally(at, row);
      if (misses.length === 1) tally(misses[0], row);
      return !misses.length;
    });
    facets.forEach(({ amounts }, at) =>
      amounts.forEach((amount, answer) => {
        const number = counts[at][answer];
        write(amount, number);
        amount.closest("li").classList.toggle("tools-facet-empty", !number);
      }),
    );
  }

  /** What is shown, in order: [row, box of its group]. A row of several groups stands in each. */
  function listed() {
    const by = facets.find(({ name }) => name === group?.value);
    if (!by) return shown.map((row) => [row]);
    const groups = by.boxes.map(() => []);
    for (const row of shown) for (const answer of by.rows[row]) groups[answer].push(row);
    return groups.flatMap((among, answer) => among.map((row) => [row, by.boxes[answer], among.length]));
  }

  function draw(isPaper) {
    const list = listed();
    // a row of many groups stands in each of them, so even a short table can become long
    const isRepeated = list.length > Math.max(rows.length, 3 * data.page);
    const isLong = !isPaper && (rows.length > data.atOnce || isRepeated);
    const size = isLong ? data.page : list.length || 1;
    const pages = Math.ceil(list.length / size) || 1;
    page = Math.min(page, pages);
    const first = isPaper ? 0 : (page - 1) * size;
    const piece = list.slice(first, first + size);
    const width = 1 + columns.filter((box) => box.checked).length;
    const used = new Set();
    let last;
    const nodes = piece.flatMap(([row, box, amount]) => {
      const made = [];
      if (box && box !== last) made.push(heading(`${labelOf(box)} (${amount})`));
      last = box;
      if (!box && !sorted) made.push(...above[row].filter((each) => !used.has(each)));
      for (const each of made) {
        used.add(each);
        if (each.cells[0].colSpan !== width) each.cells[0].colSpan = width;
      }
      made.push(used.has(row) ? copy(rows[row]) : rows[row]);
      used.add(row);
      return made;
    });
    if (!nodes.length) {
      const row = make("tr", { className: "empty-row" });
      row.append(make("td", { textContent: tools.dataset.none, colSpan: width }));
      nodes.push(row);
    }
    put(nodes);
    if (isPaper) all(".reasons", body).forEach(fill);
    for (const box of columns) table.classList.toggle(`without-${box.dataset.column}`, !box.checked);
    const place = { first: first + 1, last: first + piece.length, shown: list.length };
    if (pager) {
      pager.hidden = pages < 2;
      pager.querySelector(".pager-place").textContent = said("place", place);
      for (const step of all("button", pager)) step.disabled = step.dataset.step < 0 ? page < 2 : page >= pages;
    }
  }

  /** Only rows that come, go or move are touched. */
  function put(nodes) {
    const kept = new Set(nodes);
    for (const row of [...body.children]) if (!kept.has(row)) row.remove();
    let next = body.firstElementChild;
    for (const row of nodes) {
      if (row === next) next = next.nextElementSibling;
      else body.insertBefore(row, next);
    }
  }

  function copy(row) {
    const copied = row.cloneNode(true);
    const originals = all(".reasons", row);
    all(".reasons", copied).forEach((fold, at) => {
      if (lists.has(originals[at])) lists.set(fold, lists.get(originals[at]));
    });
    return copied;
  }

  const heading = (label) => {
    const row = make("tr", { className: "heading-row" });
    row.append(make("th", { scope: "rowgroup", textContent: label, dir: "auto" }));
    return row;
  };

  function tell() {
    const rest = rows.length - shown.length;
    const filters = facets.flatMap(({ boxes }) => boxes.filter((box) => box.checked));
    count.textContent = said("count", { shown: shown.length, all: rows.length });
    one(".tools-left").textContent = count.textContent + (rest ? `, ${said("rest", { number: rest })}` : "");
    const named = filters.map((box) => {
      const title = box.closest("details").querySelector("summary").firstChild.textContent.trim();
      return [box, `${title}: ${labelOf(box)}`];
    });
    if (text.value.trim()) named.push([text, `“${text.value.trim()}”`]);
    chips.replaceChildren(
      ...named.map(([box, filter]) => {
        const item = make("li", {});
        const chip = make("button", { type: "button", className: "chip", textContent: filter, title: said("off", { filter }), dir: "auto" });
        chip.addEventListener("click", () => {
          if (box === text) text.value = "";
          box.checked = false;
          changed();
          (chips.querySelector("button") ?? text).focus();
        });
        item.append(chip);
        return item;
      }),
    );
    for (const { boxes } of facets) {
      const amount = boxes.filter((box) => box.checked).length;
      write(boxes[0].closest("details").querySelector(".tools-facet-chosen"), amount || "");
    }
    clear.hidden = !address();
    if (only) {
      const same = facets.find(({ name }) => name === only.dataset.only).boxes.filter((box) => box.checked);
      only.checked = same.length === 1 && same[0].value === only.value;
    }
  }

  function address() {
    const view = new URLSearchParams();
    if (text.value.trim()) view.append("q", text.value);
    for (const { name, boxes } of facets) for (const box of boxes) if (box.checked) view.append(name, box.value);
    if (group?.value) view.append("group", group.value);
    if (sorted) view.append("sort", sorted);
    for (const box of columns) if (!box.checked) view.append("without", box.value);
    if (page > 1) view.append("page", page);
    return view.toString();
  }

  function read() {
    // any other fragment names a place on the page
    if (location.hash && !location.hash.startsWith("#?")) return;
    const view = new URLSearchParams(location.hash.slice(2));
    text.value = view.get("q") ?? "";
    for (const { name, boxes } of facets) for (const box of boxes) box.checked = view.getAll(name).includes(box.value);
    for (const box of columns) box.checked = !view.getAll("without").includes(box.value);
    if (group) group.value = facets.some(({ name }) => name === view.get("group")) ? view.get("group") : "";
    sorted = view.get("sort") ?? "";
    page = Math.max(1, Number.parseInt(view.get("page"), 10) || 1);
    sort();
    show();
  }

  function show() {
    filter();
    draw();
    tell();
  }

  let typed = 0;
  function remember(isTyping) {
    const here = location.href.split("#")[0];
    const view = address();
    // typing makes one step back, not one for each key
    history[isTyping && typed ? "replaceState" : "pushState"](null, "", view ? `${here}#?${view}` : here);
    typed = isTyping;
  }

  let waiting;
  function changed({ keepsPage = false, isTyping = false } = {}) {
    if (!keepsPage) page = 1;
    show();
    clearTimeout(waiting);
    // browsers refuse more than a few hundred of these in a row
    if (isTyping) waiting = setTimeout(remember, 200, true);
    else remember(false);
  }

  tools.addEventListener("input", ({ target }) => {
    if (target === only) {
      const { boxes } = facets.find(({ name }) => name === only.dataset.only);
      for (const box of boxes) box.checked = only.checked && box.value === only.value;
    }
    changed({ isTyping: target === text });
  });
  tools.addEventListener("toggle", ({ target }) => {
    // a list that would leave the screen opens towards the other side
    const middle = target.offsetLeft + target.offsetWidth / 2;
    target.classList.toggle("tools-facet-end", middle > tools.clientWidth / 2);
  }, true);
  tools.addEventListener("keydown", ({ key }) => {
    const open = one(".tools-facet[open]");
    if (key !== "Escape" || !open) return;
    open.open = false;
    open.firstElementChild.focus();
  });
  document.addEventListener("click", ({ target }) => {
    for (const open of all(".tools-facet[open]")) if (!open.contains(target)) open.open = false;
  });
  clear.addEventListener("click", () => {
    text.value = sorted = "";
    if (group) group.value = "";
    for (const box of all("[data-facet]")) box.checked = false;
    for (const box of columns) box.checked = true;
    sort();
    changed();
    text.focus();
  });
  unfold?.addEventListener("click", () => {
    const isOpen = unfold.getAttribute("aria-pressed") !== "true";
    for (const fold of folds) {
      fold.open = isOpen;
      settle(fold);
    }
    draw();
    unfold.setAttribute("aria-pressed", isOpen);
    [unfold.textContent, unfold.dataset.fold] = [unfold.dataset.fold, unfold.textContent];
  });
  body.addEventListener("toggle", ({ target }) => settle(target), true);
  pager?.addEventListener("click", ({ target }) => {
    if (!target.dataset.step) return;
    page += Number(target.dataset.step);
    changed({ keepsPage: true });
    region.scrollTop = 0;
    tools.scrollIntoView({ block: "nearest" });
  });
  heads.forEach((head, at) => {
    const key = data.columns[at];
    const button = make("button", { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      sorted = { [key]: `-${key}`, [`-${key}`]: "" }[sorted] ?? key;
      sort();
      changed();
    });
  });

  /** The words of a cell in one line; entries of lists are parted by a semicolon. */
  function cellText(cell) {
    const spoken = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, " ");
      if (node.nodeName === "SUMMARY") return "";
      const inside = [...node.childNodes, ...(isEmpty(node) ? [lists.get(node)] : [])].map(spoken).join("");
      return /^(LI|P|DIV|TR|DT|UL)$/.test(node.nodeName) ? `\n${inside}\n` : inside;
    };
    return spoken(cell).split("\n").map((line) => line.trim()).filter(Boolean).join("; ");
  }

  // a spreadsheet would run these; numbers are left alone
  const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
  const safe = (value) => (FORMULA.test(value) && !/^[+-]?\d+([.,]\d+)*$/.test(value) ? `'${value}` : value);

  /** What is shown, as text; grouped rows name their group first. */
  function cells() {
    const kept = [0, ...columns.filter((box) => box.checked).map((box) => box.dataset.column - 1)];
    const list = listed();
    const lines = list.map(([row, box]) => [
      ...(box ? [labelOf(box)] : []),
      ...kept.map((at) => cellText(rows[row].cells[at])),
    ]);
    const groups = list[0]?.[1] ? [group.selectedOptions[0].textContent] : [];
    return [[...groups, ...kept.map((at) => heads[at].textContent)], ...lines].map((line) => line.map(safe));
  }

  one(".tools-copy").addEventListener("click", () => {
    const lines = cells();
    const copied = lines.map((line) => line.join("\t")).join("\r\n");
    const put = (event) => {
      event.clipboardData.setData("text/plain", copied);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // the clipboard of navigator is missing on plain http
    document.addEventListener("copy", put, { capture: true, once: true });
    if (document.execCommand("copy")) count.textContent = said("copied", { shown: lines.length - 1 });
  });
  one(".tools-save").addEventListener("click", () => {
    const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const lines = cells().map((line) => `${line.map(quoted).join(",")}\r\n`);
    const blob = new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" });
    const link = make("a", { href: URL.createObjectURL(blob), download: `${data.file}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });

  addEventListener("popstate", read);
  addEventListener("beforeprint", () => draw(true));
  addEventListener("afterprint", () => {
    all(".reasons", body).forEach(settle);
    draw();
  });
  tools.hidden = false;
  if (location.hash.startsWith("#?")) {
    read();
    // a view that was sent is looked at first, whatever stands above the table
    tools.scrollIntoView();
  } else {
    sort();
    show();
  }
})();
