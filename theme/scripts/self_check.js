// Compares the files of an unpacked package with its manifest, inside the browser and without a
// network. Where crypto.subtle is missing (plain http) it works out SHA-256 (FIPS 180-4) itself.
(() => {
  "use strict";

  const tool = document.getElementById("self-check");
  const input = tool.querySelector("input");
  const bar = tool.querySelector("progress");
  const told = document.getElementById("self-check-result");
  const words = JSON.parse(document.getElementById("self-check-words").textContent);
  const MANIFESTS = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];
  const LINE = /^([0-9a-f]{64}) {2}(.+)$/;
  const JUNK = /(?:^|\/)(?:\.DS_Store|\._[^/]*|desktop\.ini|Thumbs\.db)$/i;
  const WHOLE = 64 * 1024 * 1024; // a file up to this size is read in one piece
  const AT_ONCE = 4;
  const MOST_LINES = 200;

  // ---- SHA-256, FIPS 180-4 section 6.2

  const fraction = (value) => Math.floor((value - Math.floor(value)) * 0x100000000) | 0;
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime)) primes.push(number);
  }
  const ROUND = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

  class Sha256 {
    constructor() {
      this.state = START.slice();
      this.schedule = new Int32Array(64);
      this.rest = new Uint8Array(64);
      this.kept = 0;
      this.size = 0;
    }

    add(bytes) {
      this.size += bytes.length;
      let place = 0;
      if (this.kept) {
        place = Math.min(64 - this.kept, bytes.length);
        this.rest.set(bytes.subarray(0, place), this.kept);
        this.kept += place;
        if (this.kept < 64) return;
        this.block(this.rest, 0);
        this.kept = 0;
      }
      for (; place + 64 <= bytes.length; place += 64) this.block(bytes, place);
      this.rest.set(bytes.subarray(place));
      this.kept = bytes.length - place;
    }

    block(bytes, begin) {
      const w = this.schedule;
      for (let t = 0, place = begin; t < 16; t += 1, place += 4) {
        w[t] =
          (bytes[place] << 24) |
          (bytes[place + 1] << 16) |
          (bytes[place + 2] << 8) |
          bytes[place + 3];
      }
      for (let t = 16; t < 64; t += 1) {
        const x = w[t - 15];
        const y = w[t - 2];
        const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[t] = (w[t - 16] + small + w[t - 7] + large) | 0;
      }
      const s = this.state;
      let [a, b, c, d, e, f, g, h] = s;
      for (let t = 0; t < 64; t += 1) {
        const large = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const one = (h + large + ((e & f) ^ (~e & g)) + ROUND[t] + w[t]) | 0;
        const small = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const two = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g;
        g = f;
        f = e;
        e = (d + one) | 0;
        d = c;
        c = b;
        b = a;
        a = (one + two) | 0;
      }
      s[0] += a;
      s[1] += b;
      s[2] += c;
      s[3] += d;
      s[4] += e;
      s[5] += f;
      s[6] += g;
      s[7] += h;
    }

    digest() {
      const bits = this.size * 8;
      const padded = new Uint8Array(this.kept < 56 ? 64 - this.kept : 128 - this.kept);
      padded[0] = 0x80;
      const view = new DataView(padded.buffer);
      view.setUint32(padded.length - 8, Math.floor(bits / 0x100000000));
      view.setUint32(padded.length - 4, bits >>> 0);
      this.add(padded);
      const out = new DataView(new ArrayBuffer(32));
      this.state.forEach((word, place) => out.setInt32(place * 4, word));
      return out.buffer;
    }
  }

  const hex = (buffer) =>
    Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function digest(file, progressed) {
    if (window.crypto && crypto.subtle && file.size <= WHOLE) {
      const found = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      progressed(file.size);
      return hex(found);
    }
    const hash = new Sha256();
    const reader = file.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      hash.add(part.value);
      progressed(part.value.length);
    }
    return hex(hash.digest());
  }

  // ---- the comparison

  const fill = (pattern, values) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

  // The files by their paths from the folder that holds the manifest; null where there is none.
  function unpacked(files) {
    const path = (file) => file.webkitRelativePath || file.name;
    const manifest = files
      .filter((file) => file.name === MANIFESTS[0])
      .sort((first, second) => path(first).length - path(second).length)[0];
    if (!manifest) return null;
    const top = path(manifest).slice(0, -MANIFESTS[0].length);
    const inside = files.filter((file) => path(file).startsWith(top));
    return new Map(inside.map((file) => [path(file).slice(top.length), file]));
  }

  async function expected(files, faults) {
    const digests = new Map();
    for (const name of MANIFESTS.filter((each) => files.has(each))) {
      const lines = (await files.get(name).text()).split("\n");
      if (lines.pop() !== "") faults.push(fill(words.cut, { path: name }));
      for (const line of lines) {
        const found = LINE.exec(line);
        if (found && !digests.has(found[2])) digests.set(found[2], found[1]);
        else faults.push(fill(words.odd, { path: name, line: line.slice(0, 80) }));
      }
    }
    return digests;
  }

  async function compare(files) {
    const faults = [];
    const digests = await expected(files, faults);
    const root = MANIFESTS.filter((name) => files.has(name)).pop();
    const junk = [...files.keys()].filter((path) => JUNK.test(path) && !digests.has(path));
    const known = new Set([root, ...digests.keys(), ...junk]);
    for (const path of digests.keys()) {
      if (!files.has(path)) faults.push(fill(words.missing, { path }));
    }
    for (const path of files.keys()) {
      if (!known.has(path)) faults.push(fill(words.added, { path }));
    }
    const waiting = [...digests.keys()].filter((path) => files.has(path));
    const octets = waiting.reduce((sum, path) => sum + files.get(path).size, 0);
    let done = 0;
    const progressed = (more) => {
      done += more;
      bar.value = octets ? done / octets : 1;
    };
    const work = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        try {
          const found = await digest(files.get(path), progressed);
          if (found !== digests.get(path)) faults.push(fill(words.changed, { path }));
        } catch {
          faults.push(fill(words.unread, { path }));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const manifest = await digest(files.get(root), () => {});
    return { faults: faults.sort(), junk, number: digests.size, octets, manifest, root };
  }

  // ---- what the reader sees

  function paragraph(text, kind) {
    const element = document.createElement("p");
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function list(lines) {
    const element = document.createElement("ul");
    const shown = lines.slice(0, MOST_LINES);
    if (lines.length > MOST_LINES) {
      shown.push(fill(words.more, { number: lines.length - MOST_LINES }));
    }
    for (const line of shown) {
      const item = document.createElement("li");
      item.dir = "auto";
      item.textContent = line;
      element.append(item);
    }
    return element;
  }

  function show(found) {
    const values = { number: found.number, octets: found.octets };
    const parts = found.faults.length
      ? [paragraph(words.broken, "verdict-bad"), list(found.faults)]
      : [paragraph(fill(words.whole, values), "verdict-good"), paragraph(words.proves)];
    if (found.junk.length) parts.push(paragraph(words.junk), list(found.junk));
    const manifest = fill(words.manifest, { path: found.root, digest: found.manifest });
    told.replaceChildren(...parts, paragraph(manifest, "digest"));
  }

  input.addEventListener("change", async () => {
    if (!input.files.length) return;
    const files = unpacked([...input.files]);
    if (!files) {
      told.replaceChildren(paragraph(words.nothing, "verdict-bad"));
      return;
    }
    input.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    told.replaceChildren(paragraph(fill(words.busy, { number: files.size })));
    try {
      show(await compare(files));
    } finally {
      bar.hidden = true;
      input.disabled = false;
      input.value = "";
    }
  });
  document.getElementById("self-check-without").hidden = true;
  tool.hidden = false;
})();
