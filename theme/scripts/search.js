// The search page. Python made the index (generator/certfolio/portal/search/): which words stand in
// which entry, and how much each tells, as whole numbers. Here they are only looked up and added.
// What a reader types, and what an address brings, is text: it is compared, never run, and reaches
// the page through text nodes alone.
(() => {
  "use strict";

  // ---- what the page brings ----

  const one = (name, within = document) => within.querySelector(`[data-${name}]`);
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const words = read("search-words");
  const entries = read("search-documents");
  const index = read("search-terms");
  const terms = index.terms.split(" ");
  const stop = new Set(index.stop);
  const amount = entries.id.length;
  const postings = [];
  for (let shard = 0; shard < index.shards; shard++) {
    for (const text of read(`search-postings-${shard}`).split(" ")) postings.push(text);
  }
  // parsed when there is something to show, or when nothing else is to be done
  let kept;
  const passages = () => (kept ??= read("search-passages"));

  // ---- folding and cutting, as portal/search/fold.py and token.py do ----

  const DROPPED =
    /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ",
  };
  const UNSPACED =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\u0900-\\u0963\\u0966-\\u0dff])`;
  const CHUNK = new RegExp(`[${UNSPACED}]+|${LETTER}+(?:[-._/]${LETTER}+)*`, "gu");
  const POSSESSIVE = new RegExp(`['’]s(?!${LETTER})`, "gu");
  const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const RUN = /[0-9]+|[^0-9]+/g;
  const DIGIT = /[0-9]/;
  const LONGEST = 40;

  function fold(text) {
    const plain = text.normalize("NFKD").toLowerCase().replace(DROPPED, "").normalize("NFC");
    return plain.replace(/[ßæœøđðþłħıς]/g, (letter) => LETTERS[letter]);
  }

  const cut = (word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join("") : word);

  function pairs(chunk) {
    const letters = [...chunk];
    if (letters.length === 1) return letters;
    return letters.slice(1).map((letter, at) => letters[at] + letter);
  }

  // Each word with the parts to look for should it stand nowhere as a whole.
  function wordsOf(query) {
    const folded = fold(query).replace(POSSESSIVE, "");
    const found = [];
    for (const [chunk] of folded.matchAll(CHUNK)) {
      if (IS_UNSPACED.test(chunk)) {
        for (const pair of pairs(chunk)) found.push({ text: pair, parts: [] });
      } else if (DIGIT.test(chunk)) {
        const runs = chunk.split(/[-._/]/).flatMap((part) => part.match(RUN)).map(cut);
        // "iso-9001" may be parted, "8.10" and an id are nothing but themselves
        const parts = runs.length > 1 && runs.some((run) => /^[^0-9]{2}/.test(run)) ? runs : [];
        found.push({ text: cut(chunk), parts });
      } else {
        for (const part of chunk.split(/[-._/]/)) found.push({ text: cut(part), parts: [] });
      }
    }
    const told = found.filter((word) => !stop.has(word.text));
    const wanted = told.length ? told : found;
    const unlike = wanted.filter((word, at) => wanted.findIndex((w) => w.text === word.text) === at);
    const isOpen = new RegExp(`(?:${LETTER}|[${UNSPACED}])$`, "u").test(folded);
    const chosen = unlike.slice(0, 12);
    const last = found.at(-1);
    chosen.forEach((word) => { word.isOpen = isOpen && last.text === word.text; });
    return chosen;
  }

  // ---- which terms a word means, and what each is worth of sixty ----

  const EXACT = 60, INFLECTED = 45, BEGUN = 30, SLIPS = [0, 24, 12], BEGUN_SLIPS = [0, 8, 5];
  const ENDINGS = ["", "s", "es", "e", "en", "n", "er", "ern"];

  function firstFrom(text) {
    let low = 0, high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function place(text) {
    const at = firstFrom(text);
    return terms[at] === text ? at : -1;
  }

  function* inflections(word) {
    for (const ending of ENDINGS) {
      if (word.endsWith(ending) && word.length - ending.length >= 4) {
        const stem = word.slice(0, word.length - ending.length);
        for (const other of ENDINGS) yield stem + other;
      }
    }
    if (word.length > 4 && word.endsWith("ies")) yield `${word.slice(0, -3)}y`;
    if (word.length > 3 && word.endsWith("y")) yield `${word.slice(0, -1)}ies`;
  }

  // 8.1 is no beginning of 8.10
  const splitsNumber = (word, term) =>
    word.includes(".") && DIGIT.test(word.at(-1)) && DIGIT.test(term[word.length] ?? "");

  function meant(word, isOpen) {
    const found = new Map();
    const add = (at, worth) => { if (at >= 0 && !found.has(at)) found.set(at, worth); };
    add(place(word), EXACT);
    if (!DIGIT.test(word)) for (const other of inflections(word)) add(place(other), INFLECTED);
    if (isOpen || !found.size) {
      for (let at = firstFrom(word); at < terms.length && terms[at].startsWith(word); at++) {
        if (!splitsNumber(word, terms[at])) add(at, BEGUN);
      }
    }
    return found;
  }

  // One bit for each letter of a term: a slip changes two at most, which rules most terms out.
  const bits = (text) => {
    let set = 0;
    for (let at = 0; at < text.length; at++) set |= 1 << (text.charCodeAt(at) & 31);
    return set;
  };
  const signatures = Int32Array.from(terms, bits);
  const hasDigit = Uint8Array.from(terms, (term) => (DIGIT.test(term) ? 1 : 0));

  function ones(set) {
    let count = 0;
    for (; set; set &= set - 1) count++;
    return count;
  }

  // Letters put wrong, left out, added or exchanged between two texts, where there are not more
  // than `most` of them; with `isBegun`, between the first and the best beginning of the second.
  function slips(word, term, most, isBegun) {
    const end = Math.min(term.length, word.length + most);
    let before = [], former = Array.from({ length: end + 1 }, (_, at) => at), row = [];
    for (let i = 1; i <= word.length; i++) {
      row = [i];
      let least = i;
      for (let j = 1; j <= end; j++) {
        const isSame = word[i - 1] === term[j - 1];
        let cost = Math.min(former[j] + 1, row[j - 1] + 1, former[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = former;
      former = row;
    }
    return isBegun ? Math.min(...row) : row[term.length];
  }

  function alike(word, isOpen) {
    const most = word.length < 4 || DIGIT.test(word) ? 0 : word.length < 8 ? 1 : 2;
    const found = new Map();
    if (!most) return found;
    const mine = bits(word);
    for (let at = 0; at < terms.length; at++) {
      const far = Math.abs(terms[at].length - word.length);
      if (far > most || hasDigit[at] || ones(mine ^ signatures[at]) > 2 * most) continue;
      const count = slips(word, terms[at], most, false);
      if (count <= most) found.set(at, SLIPS[count]);
    }
    if (found.size || !isOpen) return found;
    for (let at = firstFrom(word[0]); at < terms.length && terms[at][0] === word[0]; at++) {
      const isShort = terms[at].length < word.length;
      if (isShort || hasDigit[at] || ones(mine & ~signatures[at]) > most) continue;
      const count = slips(word, terms[at], most, true);
      if (count <= most) found.set(at, BEGUN_SLIPS[count]);
    }
    return found;
  }

  // What was typed before is typed again with every further letter.
  const looked = new Map();

  function lookUp({ text, isOpen }, may) {
    const key = `${may}${isOpen ? "…" : "."}${text}`;
    if (!looked.has(key)) {
      if (looked.size > 400) looked.clear();
      looked.set(key, (may === "slip" ? alike : meant)(text, isOpen));
    }
    return looked.get(key);
  }

  // ---- which entries have the words ----

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let at = 0; at < 64; at++) VALUE[ALPHABET.charCodeAt(at)] = at;

  const best = new Int32Array(amount);
  const total = new Float64Array(amount);
  const having = new Uint16Array(amount);

  // Keeps in `best` the most that one of the terms of a word is worth in each entry.
  function weigh(found) {
    best.fill(0);
    for (const [at, worth] of found) {
      const text = postings[at];
      let entry = -1, distance = 0;
      for (let i = 0; i < text.length; i++) {
        const digit = VALUE[text.charCodeAt(i)];
        distance = distance * 32 + (digit & 31);
        if (digit < 32) {
          entry += distance;
          distance = 0;
          const value = index.levels[VALUE[text.charCodeAt(++i)]] * worth;
          if (value > best[entry]) best[entry] = value;
        }
      }
    }
  }

  const short = (id) =>
    fold(id).replace(/[\s-]/g, "").replace(/[0-9]+/g, (run) => run.replace(/^0+(?=.)/, ""));
  const shortIds = entries.id.map(short);

  const titles = entries.title.map((title) => title.toLowerCase());

  // 3 where a query is the very id of an entry, 2 where it is the id without noughts or hyphens, 1
  // where it is the whole title
  function named(query) {
    const typed = query.trim().toLowerCase(), key = short(query);
    const found = new Map();
    if (!typed) return found;
    for (let at = 0; at < amount; at++) {
      if (key && shortIds[at] === key) {
        found.set(at, entries.id[at].toLowerCase() === typed ? 3 : 2);
      } else if (titles[at] === typed) found.set(at, 1);
    }
    return found;
  }

  function search(query) {
    let wanted = wordsOf(query);
    const parted = wanted.flatMap((word) => {
      if (!word.parts.length || lookUp(word, "be").size) return [word];
      const last = word.parts.length - 1;
      return word.parts.map((text, at) => ({ text, parts: [], isOpen: word.isOpen && at === last }));
    });
    wanted = parted.slice(0, 12);
    total.fill(0);
    having.fill(0);
    const unknown = [];
    wanted.forEach((word, number) => {
      let found = lookUp(word, "be");
      if (!found.size) {
        found = lookUp(word, "slip");
        if (found.size) unknown.push(word.text);
      }
      word.found = found;
      weigh(found);
      for (let entry = 0; entry < amount; entry++) {
        if (best[entry]) {
          total[entry] += best[entry];
          having[entry] |= 1 << number;
        }
      }
    });
    const whole = (1 << wanted.length) - 1;
    const names = named(query);
    for (const entry of names.keys()) having[entry] = whole;
    return { wanted, unknown, names, ...ranked(wanted, whole, names) };
  }

  // Entries with all words; where there is none, those with some of them, most words first. One
  // number each holds words, id, worth and place, so that the numbers alone put them in order.
  function ranked(wanted, whole, names) {
    if (!wanted.length) return { hits: [], isWhole: true };
    let isWhole = false;
    for (let entry = 0; entry < amount && !isWhole; entry++) isWhole = having[entry] === whole;
    const keys = new Float64Array(amount);
    let count = 0;
    for (let entry = 0; entry < amount; entry++) {
      if (having[entry] && (!isWhole || having[entry] === whole)) {
        const rank = ones(having[entry]) * 4 + (names.get(entry) ?? 0);
        keys[count++] = (rank * 2 ** 24 + total[entry]) * 2 ** 17 + (amount - 1 - entry);
      }
    }
    const sorted = keys.subarray(0, count).sort();
    const hits = Array.from(sorted, (key) => amount - 1 - (key % 2 ** 17)).reverse();
    return { hits, isWhole };
  }

  // ---- filters ----

  const FACETS = ["type", "step", "standard", "status", "owner"];
  const VALUES = {
    type: entries.types, step: words.steps, standard: entries.standards,
    status: entries.statuses, owner: entries.owners,
  };
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));

  const single = Object.fromEntries(
    FACETS.filter((f) => f !== "standard").map((facet) => [facet, Int16Array.from(entries[facet])]));

  function has(facet, entry) {
    const wanted = chosen[facet];
    if (facet === "standard") return entries.standard[entry].some((each) => wanted.has(each));
    return wanted.has(single[facet][entry]);
  }

  // Keeps what all filters leave; each value counts what it would leave beside the other filters.
  function filtered(hits) {
    const counts = Object.fromEntries(FACETS.map((f) => [f, new Int32Array(VALUES[f].length)]));
    const count = (facet, entry) => {
      if (facet === "standard") for (const each of entries.standard[entry]) counts.standard[each]++;
      else if (single[facet][entry] >= 0) counts[facet][single[facet][entry]]++;
    };
    const asked = FACETS.filter((facet) => chosen[facet].size);
    const left = hits.filter((entry) => {
      const missing = asked.filter((facet) => !has(facet, entry));
      if (missing.length === 1) count(missing[0], entry);
      return !missing.length;
    });
    for (const facet of FACETS) for (const entry of left) count(facet, entry);
    return { left, counts };
  }

  // ---- showing ----

  const page = one("search-page"), input = one("search-input"), list = one("found");
  const more = one("more"), chips = one("chips"), hints = one("hints"), advice = one("advice");
  const facetPart = one("facets");
  const FIRST = 8, FILLED = 25, FURTHER = 50, FEW = 8;
  const plural = new Intl.PluralRules(words.lang);
  const digits = new Intl.NumberFormat(words.lang);
  let state = { hits: [], wanted: [], left: [] };
  let shown = 0, filling;

  const copy = (name) => one(name).content.firstElementChild.cloneNode(true);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const counted = (forms, number) =>
    fill(forms[plural.select(number)] ?? forms.other, { number: digits.format(number) });

  // Finds the words of the query in a text: where each begins and ends, and which word it is.
  function matcher(wanted) {
    const sets = wanted.map(({ found, text, isOpen }) => {
      const isBegun = isOpen || ![...found.values()].some((worth) => worth > BEGUN);
      const known = new Set();
      let begins = null;
      for (const [at, worth] of found) {
        if (worth === BEGUN) begins = isBegun ? text : null;
        else known.add(terms[at]);
      }
      return { known, begins };
    });
    const seen = new Map();
    const wordIn = (folded) => {
      if (!seen.has(folded)) {
        seen.set(folded, sets.findIndex(({ known, begins }) => known.has(folded) ||
          (begins !== null && folded.startsWith(begins) && !splitsNumber(begins, folded))));
      }
      return seen.get(folded);
    };
    const spelt = { ä: "ae", ö: "oe", ü: "ue" };
    const word = (raw) => {
      const at = wordIn(fold(raw));
      if (at >= 0 || !/[äöü]/i.test(raw)) return at;
      return wordIn(fold(raw.toLowerCase().replace(/[äöü]/g, (letter) => spelt[letter])));
    };
    return (text) => [...marks(text, word)];
  }

  const SHOWN_CHUNK = new RegExp(
    `[${UNSPACED}]+|(?:${LETTER}|[\\p{M}\\u00ad])+(?:[-._/](?:${LETTER}|[\\p{M}\\u00ad])+)*`, "gu");

  function* marks(text, word) {
    for (const { 0: chunk, index: at } of text.matchAll(SHOWN_CHUNK)) {
      if (IS_UNSPACED.test(chunk)) {
        let where = at;
        for (const pair of pairs(chunk)) {
          const number = word(pair);
          if (number >= 0) yield { at: where, end: where + pair.length, number };
          where += [...pair][0].length;
        }
        continue;
      }
      const number = word(chunk);
      if (number >= 0) yield { at, end: at + chunk.length, number };
      else if (/[-._/0-9]/.test(chunk)) {
        for (const { 0: part, index: within } of chunk.matchAll(/[^-._/]+/g)) {
          const which = word(part);
          if (which >= 0) yield { at: at + within, end: at + within + part.length, number: which };
        }
      }
    }
  }

  // Puts a text into an element as text nodes, with what was found inside <mark>.
  function write(element, text, found, from = 0, to = text.length) {
    let at = from;
    for (const { at: begin, end } of found) {
      if (begin < at || end > to) continue;
      element.append(text.slice(at, begin));
      element.append(Object.assign(document.createElement("mark"), { textContent: text.slice(begin, end) }));
      at = end;
    }
    element.append(text.slice(at, to));
  }

  const WINDOW = 190;

  // The part of a text in which most different words stand.
  function window_(text, found) {
    let best = 0, most = 0;
    found.forEach((first, at) => {
      const near = new Set();
      for (let i = at; i < found.length && found[i].end < first.at + WINDOW; i++) near.add(found[i].number);
      if (near.size > most) [best, most] = [at, near.size];
    });
    const begin = found.length ? found[best].at : 0;
    let from = begin < 60 ? 0 : text.indexOf(" ", begin - 50) + 1;
    if (from > begin) from = begin;
    let to = text.length <= from + WINDOW + 30 ? text.length : text.lastIndexOf(" ", from + WINDOW);
    if (to <= from) to = Math.min(text.length, from + WINDOW);
    return [from, to];
  }

  function showPlace(item, label, text, found, href) {
    const line = copy("place");
    const passage = line.querySelector(".found-passage");
    line.querySelector(".found-where").textContent = label ? `${label}:` : "";
    if (!label) line.querySelector(".found-where").remove();
    const [from, to] = label ? [0, text.length] : window_(text, found);
    let target = passage;
    if (href) {
      target = Object.assign(document.createElement("a"), { href });
      passage.append(target);
    }
    if (from > 0) target.append("… ");
    write(target, text, found, from, to);
    if (to < text.length) target.append(" …");
    item.append(line);
  }

  const href = (entry) =>
    entries.href[entry] || `${entries.id[entry].toLowerCase().replaceAll(".", "-")}.html`;

  function result(entry, find) {
    const item = copy("result");
    const link = item.querySelector(".found-link"), badge = item.querySelector(".badge");
    link.href = href(entry);
    const id = entries.id[entry], title = entries.title[entry];
    const inId = find(id), inTitle = find(title);
    write(link.querySelector(".id"), id, inId);
    write(link.querySelector("bdi"), title, inTitle);
    if (!id) link.querySelector(".id").remove();
    const status = entries.status[entry];
    if (status >= 0) {
      badge.hidden = false;
      badge.textContent = entries.statuses[status];
      badge.classList.add(`badge-${entries.tones[status]}`);
    }
    item.querySelector(".found-noun").textContent = entries.nouns[entries.noun[entry]];
    const open = new Set(state.wanted.keys());
    const shows = (found) => found.some(({ number }) => open.has(number));
    const close = (found) => found.forEach(({ number }) => open.delete(number));
    close(inId);
    close(inTitle);
    showFacts(item, entry, find, close);
    showPlaces(item, entry, find, shows, close);
    if (!state.isWhole) {
      const lost = state.wanted.filter((_, at) => !(having[entry] & (1 << at))).map((w) => w.text);
      const note = document.createElement("span");
      note.textContent = fill(words.without, { words: lost.join(", ") });
      if (lost.length) item.querySelector(".found-facts").append(" ", note);
    }
    return item;
  }

  function showFacts(item, entry, find, close) {
    const owner = item.querySelector(".found-owner"), serves = item.querySelector(".found-clauses");
    if (entries.owner[entry] >= 0) {
      const name = entries.owners[entries.owner[entry]];
      const [before, after = ""] = words.owner.split("{name}");
      const found = find(name);
      owner.append(before);
      write(owner, name, found);
      owner.append(after);
      close(found);
    } else owner.remove();
    // the same number of two standards is said once: the record's page tells them apart
    const clauses = [...new Set(entries.clause[entry].map((at) => entries.clauses[at].split(" ", 1)[0]))];
    if (clauses.length) {
      const rest = clauses.length > 6 ? ` +${clauses.length - 5}` : "";
      const named = clauses.slice(0, rest ? 5 : 6).join(", ") + rest;
      serves.textContent = fill(words.serves, { clauses: named });
    } else serves.remove();
  }

  function showPlaces(item, entry, find, shows, close) {
    const { text, file, section } = passages();
    let lines = 0;
    const line = (label, told, href_) => {
      const found = find(told);
      if (lines > 1 || !shows(found)) return;
      showPlace(item, label, told, found, href_);
      close(found);
      lines++;
    };
    for (const [anchor, heading] of section[entry]) {
      line(words.in_section, heading, `${href(entry)}#${encodeURIComponent(anchor)}`);
    }
    for (const name of file[entry]) line(words.in_file, name);
    for (const at of entries.clause[entry]) line(words.in_clause, entries.clauses[at]);
    const found = find(text[entry]);
    if (text[entry] && (shows(found) || !lines)) showPlace(item, "", text[entry], found);
  }

  function showMore(count) {
    const find = matcher(state.wanted);
    const next = state.left.slice(shown, shown + count).map((entry) => result(entry, find));
    list.append(...next);
    shown += next.length;
    const rest = state.left.length - shown;
    clearTimeout(filling);
    if (shown < FILLED && rest) filling = setTimeout(() => showMore(FILLED - shown), 60);
    more.hidden = rest <= 0 || shown < FILLED;
    more.textContent = counted(words.more, Math.min(rest, FURTHER));
    return next[0];
  }

  function show() {
    const query = input.value.slice(0, 200);
    const isFiltered = FACETS.some((facet) => chosen[facet].size);
    const isAsked = query.trim() !== "";
    state = isAsked ? search(query) : { hits: [...Array(amount).keys()], wanted: [], unknown: [], names: new Map(), isWhole: true };
    const { left, counts } = filtered(state.hits);
    state.left = isAsked || isFiltered ? left : [];
    list.replaceChildren();
    shown = 0;
    // what fits on the screen at once, the rest when nothing more is typed
    showMore(FIRST);
    hints.hidden = isAsked || isFiltered;
    one("count").textContent = isAsked || isFiltered ? heading(query, isAsked, isFiltered) : "";
    tell(isAsked);
    showFacets(counts);
    showChips();
  }

  function heading(query, isAsked, isFiltered) {
    const number = state.left.length;
    if (number) return counted(words.found, number);
    return fill(isFiltered ? words.nothing_filtered : words.nothing, { query: query.trim().slice(0, 60) });
  }

  function tell(isAsked) {
    const told = [];
    if (isAsked && state.left.length && !state.isWhole) told.push(counted(words.some, state.left.length));
    if (state.unknown.length && state.left.length) {
      told.push(fill(words.similar, { words: state.unknown.join(", ") }));
    }
    advice.textContent = told.join(" ");
    advice.hidden = !told.length;
  }

  // ---- filters on the page: made once, then only counted anew, so that focus stays ----

  const lines = {};

  function makeFacets() {
    for (const facet of FACETS) {
      const part = copy("facet");
      part.querySelector("summary").textContent = words.facets[facet];
      part.querySelector("legend").textContent = words.facets[facet];
      const all = part.querySelector(".facet-all");
      lines[facet] = { part, all, isWhole: false, rows: rowsOf(facet) };
      part.querySelector("ul").append(...lines[facet].rows.map((row) => row.item));
      all.addEventListener("click", () => {
        lines[facet].isWhole = true;
        show();
        lines[facet].rows.find((row) => !row.item.hidden)?.box.focus();
      });
      facetPart.append(part);
    }
  }

  function rowsOf(facet) {
    const totals = filtered([...Array(amount).keys()]).counts[facet];
    const order = [...VALUES[facet].keys()].filter((value) => totals[value]);
    if (facet !== "step") order.sort((a, b) => totals[b] - totals[a] || a - b);
    return order.map((value) => {
      const item = copy("value"), box = item.querySelector("input");
      item.querySelector(".facet-value").textContent = VALUES[facet][value];
      box.addEventListener("change", () => choose(facet, value, box.checked));
      return { value, item, box, count: item.querySelector(".facet-count") };
    });
  }

  function showFacets(counts) {
    for (const facet of FACETS) {
      const { part, all, rows, isWhole } = lines[facet];
      let visible = 0, waiting = 0;
      for (const { value, item, box, count } of rows) {
        const isChosen = chosen[facet].has(value), number = counts[facet][value];
        const fits = isChosen || (number > 0 && (isWhole || visible < FEW));
        if (number > 0 || isChosen) waiting++;
        if (fits) visible++;
        if (item.hidden === fits) item.hidden = !fits;
        if (!fits) continue;
        if (box.checked !== isChosen) box.checked = isChosen;
        const said = digits.format(number);
        if (count.textContent !== said) count.textContent = said;
      }
      part.hidden = !waiting;
      all.hidden = waiting <= visible;
      all.textContent = fill(words.every_value, { number: digits.format(waiting) });
    }
  }

  function showChips() {
    const made = FACETS.flatMap((facet) => [...chosen[facet]].map((value) => {
      const chip = copy("chip"), button = chip.querySelector("button");
      const name = VALUES[facet][value];
      button.querySelector("bdi").textContent = `${words.facets[facet]}: ${name}`;
      button.setAttribute("aria-label", fill(words.remove, { name }));
      button.addEventListener("click", () => { choose(facet, value, false); input.focus(); });
      return chip;
    }));
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
  }

  function choose(facet, value, isChosen) {
    remember();
    chosen[facet][isChosen ? "add" : "delete"](value);
    history.pushState(null, "", address());
    show();
  }

  // ---- the address holds what is asked, so that it can be sent, and gone back to ----

  let later;

  function address() {
    const said = new URLSearchParams();
    if (input.value) said.set("q", input.value.slice(0, 200));
    for (const facet of FACETS) {
      for (const value of chosen[facet]) said.append(facet, facet === "step" ? value : VALUES[facet][value]);
    }
    return `#${said}`;
  }

  function remember() {
    clearTimeout(later);
    later = undefined;
    if (address() !== (location.hash || "#")) history.replaceState(history.state, "", address());
  }

  function rememberSoon() {
    clearTimeout(later);
    later = setTimeout(remember, 300);
  }

  // Values that this edition does not have are passed over.
  function recall() {
    const said = new URLSearchParams(location.hash.slice(1) || location.search.slice(1));
    input.value = (said.get("q") ?? "").slice(0, 200);
    for (const facet of FACETS) {
      const values = said.getAll(facet).map((text) =>
        facet === "step" ? "01234567".indexOf(text || "-") : VALUES[facet].indexOf(text));
      chosen[facet] = new Set(values.filter((value) => value >= 0));
    }
    show();
    return said.has("go");
  }

  // A whole id, typed on another page, leads straight on; going back leads to that page.
  function goOn() {
    const best = Math.max(2, ...state.names.values());
    const meant = [...state.names].filter(([, rank]) => rank === best);
    if (meant.length === 1) location.replace(href(meant[0][0]));
    else remember();
  }

  // ---- keys ----

  function links() {
    return [...list.querySelectorAll(".found-link")];
  }

  function move(event) {
    const all = links(), at = all.indexOf(document.activeElement);
    const isTyping = document.activeElement === input;
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === "Escape" && (at >= 0 || isTyping)) {
      if (isTyping && input.value) { input.value = ""; show(); rememberSoon(); }
      else if (isTyping) input.blur();
      else input.focus();
    } else if (key === "ArrowDown" && (at >= 0 || isTyping)) {
      if (at === all.length - 1 && !more.hidden) showMore(FURTHER);
      (links()[at + 1] ?? all[at])?.focus();
    } else if (key === "ArrowUp" && at >= 0) {
      (all[at - 1] ?? input).focus();
    } else if ((key === "Home" || key === "End") && at >= 0) {
      all.at(key === "Home" ? 0 : -1).focus();
    } else {
      // whoever types on goes on with the query
      if (at >= 0 && key.length === 1 && key !== " " && key !== "/") input.focus();
      return;
    }
    event.preventDefault();
  }

  function begin() {
    page.hidden = false;
    one("search-off").hidden = true;
    makeFacets();
    if (matchMedia("(min-width: 62rem)").matches) facetPart.open = true;
    if (recall()) goOn();
    input.focus();

    input.addEventListener("input", () => { show(); rememberSoon(); });
    input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      remember();
      const first = links()[0];
      if (first) first.click();
    });
    document.addEventListener("keydown", move);
    document.addEventListener("click", (event) => {
      if (event.target.closest("a")) remember();
    });
    more.addEventListener("click", () => showMore(FURTHER)?.querySelector(".found-link").focus());
    for (const hint of hints.querySelectorAll("[data-hint]")) {
      hint.addEventListener("click", () => {
        input.value = hint.textContent;
        history.pushState(null, "", address());
        show();
        input.focus();
      });
    }
    addEventListener("popstate", recall);
    addEventListener("hashchange", recall);
    (window.requestIdleCallback ?? setTimeout)(passages);
  }

  begin();
})();
