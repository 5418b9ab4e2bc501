"use strict";
{
  // What the page knows: the questions, the strings, and (for practice) the key. Texts of articles are never markup.
  const data = JSON.parse(document.getElementById("data").textContent);
  const say = (name, values = {}) => data.strings[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, text = "", attributes = {}) => {
    const node = document.createElement(tag);
    node.textContent = text;
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  // ---- answer codes: the same as framing/exercise/classroom/codes.py
  const checksum = (text) => {
    let crc = 0xffff;
    for (const byte of new TextEncoder().encode(text)) {
      crc ^= byte << 8;
      for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
    }
    return crc.toString(16).toUpperCase().padStart(4, "0");
  };
  const write = {
    mark: (answer) => [...answer].sort((a, b) => a - b).map((word) => word + 1).join(".") || "-",
    order: (answer) => answer.map((one) => LETTERS[one]).join(""),
    sort: (answer) => answer.map((one) => (one === null ? "." : LETTERS[one])).join(""),
    count: (answer) => answer.flat().map((cell) => (cell === null ? "_" : String(cell))).join("."),
    rate: (answer) => String(answer),
  };
  const encode = (reader, answers) => {
    const parts = data.questions.filter((q) => q.name in answers).map((q) => `${q.name}=${write[q.kind](answers[q.name])}`);
    const body = ["FW1", data.id, reader.toUpperCase(), ...parts].join(" ");
    return `${body} #${checksum(body)}`;
  };

  // ---- answers: read off the page; undefined for a question that was left out
  const box = (q) => document.getElementById(q.name);
  const pressed = (q) => all(".w[aria-pressed=true]", box(q));
  const chosen = (group) => {
    const input = group.querySelector("input:checked");
    return input ? Number(input.value) : null;
  };
  const number = (input) => (/^\d{1,5}$/.test(input.value) ? Number(input.value) : null);
  const read = {
    mark: (q) => {
      const words = pressed(q).map((word) => Number(word.dataset.w));
      return words.length || box(q).querySelector(".none").checked ? words : undefined;
    },
    order: (q) => (box(q).querySelector(".mine").checked ? all("li", box(q)).map((li) => Number(li.dataset.o)) : undefined),
    sort: (q) => {
      const classes = all("fieldset", box(q)).map(chosen);
      return classes.some((one) => one !== null) ? classes : undefined;
    },
    count: (q) => {
      const rows = all("tbody tr", box(q)).map((row) => all("input", row).map(number));
      return rows.flat().some((one) => one !== null) ? rows : undefined;
    },
    rate: (q) => chosen(box(q)) ?? undefined,
  };
  const answers = () => Object.fromEntries(
    data.questions.map((q) => [q.name, read[q.kind](q)]).filter(([, answer]) => answer !== undefined));

  // ---- marking: one stop for Tab, arrows inside
  const focus = (words, at) => {
    words.forEach((word, n) => (word.tabIndex = n === at ? 0 : -1));
    words[at].focus();
  };
  const press = (q, word, on) => {
    word.setAttribute("aria-pressed", String(on));
    if (on) box(q).querySelector(".none").checked = false;
    showReasons(q);
    showCode();
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const onKey = (q, event) => {
    const words = all(".w", box(q)), at = words.indexOf(event.target);
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    const sign = getComputedStyle(event.target).direction === "rtl" && event.key.length > 9 ? -1 : 1;
    const next = Math.min(Math.max(at + sign * steps[event.key], 0), words.length - 1);
    if (event.shiftKey) [at, next].forEach((n) => press(q, words[n], true));
    focus(words, next);
  };
  const showReasons = (q) => {
    const list = box(q).querySelector(".reasons"), words = pressed(q);
    const kept = new Map(all("input", list).map((input) => [input.dataset.w, input.value]));
    list.replaceChildren();
    if (!words.length) return;
    list.append(make("h4", say("reasons")));
    for (const word of words) {
      const label = make("label", say("reason_for", { word: word.textContent }));
      const input = make("input", "", { type: "text", "data-w": word.dataset.w, autocomplete: "off" });
      input.value = kept.get(word.dataset.w) || "";
      label.append(input);
      list.append(label);
    }
  };
  const setUpMark = (q) => {
    const words = all(".w", box(q));
    words.forEach((word, n) => {
      word.tabIndex = n ? -1 : 0;
      word.addEventListener("click", () => {
        press(q, word, word.getAttribute("aria-pressed") !== "true");
        focus(all(".w", box(q)), n);
      });
    });
    box(q).addEventListener("keydown", (event) => onKey(q, event));
    box(q).querySelector(".none").addEventListener("change", (event) => {
      if (event.target.checked) all(".w", box(q)).forEach((word) => word.setAttribute("aria-pressed", "false"));
      showReasons(q);
    });
  };

  // ---- ordering: buttons that move an option, and say where it went
  const setUpOrder = (q) => {
    box(q).addEventListener("click", (event) => {
      const step = event.target.dataset.step, li = event.target.closest("li");
      if (!step || !li) return;
      const other = step === "up" ? li.previousElementSibling : li.nextElementSibling;
      if (other) other[step === "up" ? "before" : "after"](li);
      box(q).querySelector(".mine").checked = true;
      event.target.focus();
      const place = [...li.parentElement.children].indexOf(li) + 1;
      const word = li.querySelector("span").textContent;
      box(q).querySelector("[role=status]").textContent = say("moved", { word, place, count: li.parentElement.children.length });
      showCode();
    });
  };

  // ---- comparing: what both have, and a question to each
  const list = (title, lines, question) => {
    const part = document.createDocumentFragment();
    part.append(make("h4", title));
    if (lines.length && question) part.append(make("p", question, { class: "note" }));
    const ul = make("ul");
    (lines.length ? lines : [say("nothing")]).forEach((line) => ul.append(make("li", line)));
    part.append(ul);
    return part;
  };
  const describe = (q, word) => {
    const notes = (data.notes[q.item] || []).filter((note) => note.passage === q.passage && note.words.includes(word));
    const told = notes.map((n) => [n.why, n.plain && say("plainer", { plain: n.plain }), n.entry].filter(Boolean).join(" · "));
    const shown = box(q).querySelector(`.w[data-w="${word}"]`).textContent;
    return told.length ? `${shown} — ${told.join(" ")}` : shown;
  };
  const compare = {
    mark: (q, key, mine = []) => {
      const free = key.arguable, has = (words, one) => words.includes(one);
      const pick = (words, fits) => words.filter(fits).map((word) => describe(q, word));
      const parts = [
        list(say("both"), pick(mine, (w) => has(key.key, w)), say("ask_both")),
        list(say("only_you"), pick(mine, (w) => !has(key.key, w) && !has(free, w)), say("ask_only_you")),
        list(say("only_list"), pick(key.key, (w) => !has(mine, w)), say("ask_only_list")),
      ];
      if (free.length && free.length < all(".w", box(q)).length) parts.push(list(say("free"), pick(free, () => true)));
      return parts;
    },
    order: (q, key, mine) => {
      const names = all("li", box(q)).reduce((found, li) => ({ ...found, [li.dataset.o]: li.querySelector("span").textContent }), {});
      const theirs = key.ranks.map((rank, o) => [rank, names[o]]).sort((a, b) => a[0] - b[0]).map(([, word]) => word);
      const words = mine ? mine.map((o) => names[o]).join(", ") : say("unanswered");
      return [make("p", say("your_order", { words })), make("p", say("list_order", { words: theirs.join(", ") }))];
    },
    sort: (q, key, mine) => [list("", key.key.map((accepted, n) => {
      const chose = mine && mine[n] !== null ? key.classes[mine[n]] : say("unanswered");
      return `${key.prompts[n]} — ${say("your_class", { mine: chose, theirs: accepted.map((c) => key.classes[c]).join(say("or")) })}`;
    }))],
    count: (q, key, mine) => [list("", key.key.flatMap((row, r) => row.map((cell, c) => say("your_count", {
      row: key.rows[r], column: key.columns[c], theirs: cell, mine: mine && mine[r][c] !== null ? mine[r][c] : say("unanswered"),
    })))), make("p", say("close"))],
    rate: () => [make("p", say("no_right"))],
  };
  const ready = (section) => {
    const asked = data.questions.filter((q) => section.contains(box(q)) && q.kind !== "rate");
    const given = answers();
    return asked.every((q) => q.name in given && (q.kind !== "mark" || !given[q.name].length ||
      all(".reasons input", box(q)).some((input) => input.value.trim())));
  };
  const showComparison = (section) => {
    const out = section.querySelector(".feedback");
    out.replaceChildren();
    if (!ready(section)) { out.append(make("p", say("compare_first"))); return; }
    const given = answers();
    for (const q of data.questions.filter((one) => section.contains(box(one)))) {
      out.append(make("h3", box(q).querySelector("h3").textContent));
      out.append(...compare[q.kind](q, data.key[q.name], given[q.name]));
    }
    for (const model of data.models[section.id] || []) out.append(make("p", say("one_way", { model })));
  };

  // ---- handing in: nothing is sent, nothing is kept
  const field = document.getElementById("code"), reader = document.getElementById("reader"), told = document.getElementById("told");
  const showCode = () => {
    const code = reader.value.trim();
    field.value = /^[A-Za-z0-9]{1,12}$/.test(code) ? encode(code, answers()) : say("code_first");
  };
  const copy = async () => {
    field.select();
    try { await navigator.clipboard.writeText(field.value); told.textContent = say("copied"); }
    catch { told.textContent = document.execCommand("copy") ? say("copied") : say("select"); }
  };
  const cell = (text) => `"${(/^[=+\-@\t]/.test(text) ? "'" : "") + String(text).replaceAll('"', '""')}"`;
  const table = () => {
    const rows = [["reader", "item", "start", "end", "label", "reason"]];
    const who = reader.value.trim().toUpperCase();
    for (const q of data.questions.filter((one) => one.kind === "mark")) {
      for (const word of pressed(q)) {
        const reason = box(q).querySelector(`.reasons input[data-w="${word.dataset.w}"]`)?.value || "";
        rows.push([who, q.item, word.dataset.s, word.dataset.e, q.name, reason]);
      }
      if (box(q).querySelector(".none").checked) rows.push([who, q.item, "", "", q.name, ""]);
    }
    return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  };
  const save = () => {
    const link = make("a", "", { download: `answers-${reader.value.trim() || "x"}.csv` });
    link.href = URL.createObjectURL(new Blob(["\ufeff", table()], { type: "text/csv" }));
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const setUp = { mark: setUpMark, order: setUpOrder };
  data.questions.forEach((q) => (setUp[q.kind] || (() => {}))(q));
  all("[data-compare]").forEach((button) => button.addEventListener("click", () => showComparison(button.closest("section"))));
  all("[data-open]").forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", "true");
    document.getElementById(button.dataset.open).hidden = false;
  }));
  document.addEventListener("input", showCode);
  document.addEventListener("change", showCode);
  document.getElementById("copy").addEventListener("click", copy);
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("print").addEventListener("click", () => window.print());
  all(".scripted").forEach((part) => (part.hidden = false));
  showCode();
  window.framing = { encode, answers, table };
}
