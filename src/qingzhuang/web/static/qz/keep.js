// What is typed stays on this device until it is saved: for one account and one form, gone once saved or signed out.
// Without this script the page works as it did.
"use strict";

(() => {
  const form = document.getElementById("answers");
  const place = form || document.querySelector("[data-keep]");
  if (!place) return;
  const PREFIX = "qz-keep:";
  const LONGEST = 3 * 24 * 60 * 60 * 1000;
  const say = place.dataset;
  const key = `${PREFIX}${say.keep}:${say.task}`;

  const read = (name) => {
    try { return JSON.parse(localStorage.getItem(name)) || {}; } catch (error) { return {}; }
  };
  const write = (all) => {
    try {
      if (Object.keys(all).length) localStorage.setItem(key, JSON.stringify(all));
      else localStorage.removeItem(key);
    } catch (error) { /* a browser that keeps nothing: the page works as without this script */ }
  };
  const names = () => {
    try { return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)); } catch (error) { return []; }
  };
  const forget = (whose) => names().filter((name) => name.startsWith(whose)).forEach((name) => localStorage.removeItem(name));

  // too old, or of somebody who signed out on a page without this script
  const left = (document.cookie.match(/(?:^|; )qz_left=([0-9a-f]+)/) || [])[1];
  if (left && left !== say.keep) forget(`${PREFIX}${left}:`);
  names().forEach((name) => {
    if (Object.values(read(name)).every((each) => Date.now() - each.at > LONGEST)) localStorage.removeItem(name);
  });
  document.querySelectorAll("form[action$='/door/out']").forEach((out) =>
    out.addEventListener("submit", () => forget(`${PREFIX}${say.keep}:`)));
  if (!form) {
    if (say.task) localStorage.removeItem(key);  // handed over: nothing is left to keep
    return;
  }

  const net = document.getElementById("net");
  const pend = document.getElementById("pend");
  let off = !navigator.onLine;
  const rowOf = (element) => element && element.closest && element.closest("[id^='r-']");
  const text = (row) => row.querySelector("[name^='a-']");
  const choices = (row) => [...row.querySelectorAll("[name^='c-']")];
  const state = (row) => {
    const picked = choices(row).find((each) => each.checked);
    return JSON.stringify([text(row) ? text(row).value : "", picked ? picked.value : null]);
  };
  const made = (row) => {
    const field = text(row);
    const chosen = field && field.options ? [...field.options].find((each) => each.defaultSelected) : null;
    const words = field ? (field.options ? (chosen ? chosen.value : "") : field.defaultValue) : "";
    const picked = choices(row).find((each) => each.defaultChecked);
    return JSON.stringify([words, picked ? picked.value : null]);
  };
  const stopped = (row) => row.querySelector(".q__s--no") !== null;
  const clock = (at) => new Date(at).toTimeString().slice(0, 5);
  const fill = (words, value) => words.replace("{time}", value).replace("{n}", value);
  const saved = new Map();
  const sent = new Map();

  function beside(row, words) {
    const spot = row.querySelector("[id^='m-']");
    if (!spot) return;
    spot.classList.add("q__s--no");
    spot.replaceChildren(spot.querySelector("input"), document.createTextNode(words));
  }
  function show() {
    const kept = Object.keys(read(key)).length;
    net.hidden = !off;
    pend.hidden = !(off && kept);
    pend.querySelector("b").textContent = fill(say.pend, kept);
  }
  function keep(row) {
    const all = read(key);
    if (state(row) === (saved.get(row.id) || made(row)) && !stopped(row)) delete all[row.id];
    else all[row.id] = { said: state(row), was: (all[row.id] || {}).was || saved.get(row.id) || made(row), at: Date.now() };
    write(all);
    if (off) beside(row, fill(say.here, clock(Date.now())));
    show();
  }
  function drop(row, words) {
    const all = read(key);
    saved.set(row.id, words);
    if (all[row.id] && all[row.id].said === words) { delete all[row.id]; write(all); }
    show();
  }
  function back(row, entry) {
    const [words, choice] = JSON.parse(entry.said);
    if (text(row)) text(row).value = words;
    choices(row).forEach((each) => { each.checked = each.value === choice; });
    beside(row, fill(say.again, clock(entry.at)));
  }
  function again() {  // what could not be saved is sent once more
    Object.keys(read(key)).map((id) => document.getElementById(id)).filter(Boolean)
      .forEach((row) => { if (window.htmx) window.htmx.trigger(row, "change"); });
  }
  function restore() {
    const all = read(key);
    Object.entries(all).forEach(([id, entry]) => {
      const row = document.getElementById(id);
      if (!row) { if (say.parts === "1") delete all[id]; return; }
      if (state(row) === entry.said && !stopped(row) && state(row) === made(row)) { delete all[id]; return; }
      if (made(row) === entry.was) back(row, entry);
      else if (state(row) !== entry.said) {  // somebody answered meanwhile: both are shown, nothing is written over
        beside(row, fill(say.other, clock(entry.at)).replace("{typed}", JSON.parse(entry.said)[0] || (JSON.parse(entry.said)[1] || "").replace(/^=/, "")));
        delete all[id];
      }
    });
    write(all);
    show();
    if (!off) again();
  }
  const reached = async () => {
    if (!navigator.onLine) return false;
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 8000);
    try { await fetch(say.probe, { method: "HEAD", cache: "no-store", signal: stop.signal }); return true; }
    catch (error) { return false; }
    finally { clearTimeout(late); }
  };

  form.addEventListener("input", (event) => { const row = rowOf(event.target); if (row) keep(row); });
  form.addEventListener("change", (event) => { const row = rowOf(event.target); if (row) keep(row); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter || document.activeElement;
    if (!(await reached())) { off = true; show(); net.scrollIntoView({ block: "nearest" }); return; }
    if (button && button.name === "then") {
      const hidden = document.createElement("input");
      hidden.type = "hidden"; hidden.name = button.name; hidden.value = button.value;
      form.append(hidden);
    }
    form.submit();
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const row = rowOf(event.detail.elt);
    if (row) sent.set(row.id, state(row));
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const row = rowOf(event.detail.elt);
    const there = event.detail.xhr && event.detail.xhr.responseURL;
    if (!row || !there || !event.detail.successful) return;
    off = false;
    const mine = new URL(there).pathname === location.pathname;
    if (mine && !event.detail.xhr.responseText.includes("q__s--no")) drop(row, sent.get(row.id));
    else show();
  });
  document.addEventListener("htmx:sendError", (event) => {
    off = true;
    const row = rowOf(event.detail.elt);
    if (row) beside(row, fill(say.here, clock(Date.now())));
    show();
  });
  window.addEventListener("offline", () => { off = true; show(); });
  window.addEventListener("online", () => { off = false; show(); again(); });
  pend.querySelector("button").addEventListener("click", () => {
    const lines = Object.keys(read(key)).map((id) => {
      const [words, choice] = JSON.parse(read(key)[id].said);
      const row = document.getElementById(id);
      return `${row ? row.getAttribute("aria-label") : id}\t${words || (choice || "").replace(/^=/, "")}`;
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\ufeff${lines.join("\r\n")}`], { type: "text/plain" }));
    link.download = `${say.task}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  if (document.readyState === "complete") restore(); else window.addEventListener("load", restore);
  window.addEventListener("pageshow", (event) => { if (event.persisted) restore(); });
})();
