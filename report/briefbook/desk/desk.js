// The desk without reloading: links and forms are fetched, and the columns exchanged in place.
// Everything works without this script too, but for selecting words in a source.
"use strict";

const $ = (selector, root = document) => root.querySelector(selector);
const columns = ["source", "statements", "view"];
let latest = 0;  // an answer that has been overtaken by a later request is dropped
let asked = 0;  // answers that are under way

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

async function ask(address, form) {
  const options = form
    ? { method: "POST", body: new URLSearchParams(new FormData(form)) }
    : {};
  const answer = await fetch(address, options);
  // The page of the paper is drawn while the columns are exchanged here.
  const view = answer.ok && !answer.url.includes("view?") && answer.url.includes("?")
    ? fetch(answer.url.replace("?", "view?")) : null;
  view?.catch(() => {});
  return { page: parsed(await answer.text()), url: answer.url, ok: answer.ok, view };
}

async function show(address, form) {
  const own = ++latest;
  rest();
  const focus = place(document.activeElement);
  let answer;
  asked += 1;
  try {
    answer = await ask(address, form);
  } catch {
    tell("The desk does not answer: is `briefbook edit` still running? Nothing was written.");
    return;
  } finally {
    asked -= 1;
  }
  if (own !== latest) return;
  const { page, url, ok, view } = answer;
  if (!$("main", page)) { tell(page.body.textContent.trim()); return; }
  for (const id of ["bar", "source", "statements"]) {
    const old = document.getElementById(id), top = old.scrollTop;
    if (!ok && id === "statements") continue;  // what could not be written stays where it was typed
    const keys = $("#keys").checked;
    old.replaceWith(page.getElementById(id));
    document.getElementById(id).scrollTop = top;
    $("#keys").checked = keys;
  }
  document.body.dataset.version = page.body.dataset.version;
  document.title = page.title;
  if (ok) history.replaceState(null, "", url.replace(/[?&]done=\w+/, ""));
  find(focus)?.focus({ preventScroll: true });
  reveal();
  if (ok) await turn($("#view", page).dataset.view, view);
}

async function turn(address, drawing) {
  const own = latest;
  const view = $("#view");
  view.dataset.view = address;
  view.setAttribute("aria-busy", "true");
  const page = parsed(await (await (drawing || fetch(address))).text());
  if (own !== latest || view.dataset.view !== address) return;
  put(page);
  view.removeAttribute("aria-busy");
  $(".lit", view)?.scrollIntoView({ block: "center" });
}

// A page is shown at once with the page breaks of the last one. When nobody does anything for a while,
// the best breaks are looked for; whatever is asked for meanwhile is answered first.
let idle = 0, settling = null;

function put(page) {
  $("#view").replaceChildren(...page.body.childNodes);
  rest();
}

function rest() {
  clearTimeout(idle);
  settling?.abort();
  if ($("#view .picture[data-unsettled]")) idle = setTimeout(settle, 900);
}

async function settle() {
  const address = $("#view").dataset.view, own = latest;
  settling = new AbortController();
  try {
    const answer = await fetch(address.replace("view?", "settle?"), { signal: settling.signal });
    const page = parsed(await answer.text());
    const isSettled = !$("[data-unsettled]", page);
    if (own === latest && address === $("#view").dataset.view && isSettled) put(page);
  } catch { /* something else was asked for, which leads here again */ }
}

function reveal() {
  $("#statements .chosen")?.scrollIntoView({ block: "nearest" });
  $("mark.lit")?.scrollIntoView({ block: "center" });
}

function tell(words) {
  const told = $("#told");
  told.className = "error";
  told.textContent = words;
}

// Where the focus was, in words that hold for the exchanged columns too.
function place(node) {
  if (!node || node === document.body) return null;
  const form = node.closest("form");
  return { id: node.id, name: node.name, action: form && form.getAttribute("action").split("?")[0],
           column: node.closest("section")?.id, isStatement: node.matches("#statements li > a") };
}

function find(was) {
  if (!was) return null;
  if (was.isStatement) return $("#statements .chosen > a");
  if (was.id && document.getElementById(was.id)) return document.getElementById(was.id);
  const form = was.action && $(`.chosen form[action^="${was.action}?"]`);
  return (form && (was.name ? form.elements[was.name] : $("button", form)))
    || $(`#${was.column} .chosen > a`) || (was.column && document.getElementById(was.column));
}

// ── Words picked in a source ──────────────────────────────────────────────────────────────────────

const length = (text) => Array.from(text).length;  // code points, as the desk counts them

function offset(paragraph, node, at) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  return Number(paragraph.dataset.start) + length(range.toString());
}

function pick() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return;
  const range = chosen.getRangeAt(0);
  const holder = range.startContainer.parentElement?.closest("#source p[data-start]");
  if (!holder) return;
  const last = range.endContainer.parentElement?.closest("p[data-start]");
  const start = offset(holder, range.startContainer, range.startOffset);
  const end = last === holder
    ? offset(holder, range.endContainer, range.endOffset)
    : Number(holder.dataset.start) + length(holder.textContent);
  const source = holder.closest("article").dataset.source;
  for (const form of document.querySelectorAll("#pick form")) {
    Object.assign(form.elements.source, { value: source });
    Object.assign(form.elements.start, { value: start });
    Object.assign(form.elements.end, { value: end });
  }
  $("#picked").textContent = `¶ ${holder.dataset.number}: “${chosen.toString().trim()}”`;
}

// The arrow keys walk from sentence to sentence; Shift takes the next one along.
function walk(forward, more) {
  const chosen = getSelection();
  if (!chosen.focusNode?.parentElement?.closest("#source article")) {
    const first = $("mark.lit") || $("#source article p");
    chosen.collapse(first, 0);
  }
  const unit = forward ? "forward" : "backward";
  if (!more) {
    if (!chosen.isCollapsed) forward ? chosen.collapseToEnd() : chosen.collapseToStart();
    if (!forward) chosen.modify("move", unit, "sentence");
  }
  chosen.modify("extend", "forward", "sentence");
  if (chosen.isCollapsed) chosen.modify("extend", unit, "paragraph");
  chosen.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
  pick();
}

// ── Events ────────────────────────────────────────────────────────────────────────────────────────

document.addEventListener("selectionchange", () => pick());
document.addEventListener("input", rest);

document.addEventListener("submit", (event) => {
  event.preventDefault();
  show(event.target.action, event.target);
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark && getSelection().isCollapsed) {
    const ids = mark.dataset.for.split(" ");
    const at = ids.indexOf(chosenId());
    choose(ids[(at + 1) % ids.length]);  // a passage of several statements leads to each in turn
    return;
  }
  const link = event.target.closest("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const address = new URL(link.getAttribute("href") || link.href.baseVal, document.baseURI);
  if (link.dataset.part === "view") {
    history.replaceState(null, "", address);
    turn(address.href.replace("?", "view?"));
  } else show(address.href);
});

const chosenId = () => $("#statements .chosen")?.id.slice(2) || "";

function choose(id) {
  const address = new URL(location.href);
  address.searchParams.set("s", id);
  address.searchParams.delete("page");
  show(address.href);
}

function step(by) {
  const items = [...document.querySelectorAll("#statements ol > li")];
  const at = items.findIndex((item) => item.classList.contains("chosen"));
  const item = items[Math.max(0, Math.min(items.length - 1, at + by))];
  if (item) { $("a", item).focus({ preventScroll: true }); choose(item.id.slice(2)); }
}

const keys = {
  a: () => choose("bottom-line"),
  j: () => step(1), k: () => step(-1),
  e: () => $("#statements .chosen textarea")?.focus(),
  r: () => $('.chosen form[action^="review"] button')?.click(),
  u: () => $('#bar form[action^="undo"] button').click(),
  n: () => $("#after")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
  p: () => $("#before")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
  1: () => $("#source").focus(), 2: () => $("#statements").focus(), 3: () => $("#view").focus(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, select, input:not([type=checkbox])");
  if (typing && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.form?.requestSubmit();
    return;
  }
  if (typing && event.key === "Escape") { $("#statements .chosen > a")?.focus(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("#source") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    walk(event.key === "ArrowDown", event.shiftKey);
  } else if ($("#keys").checked && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

// Another window or program may write the file: what is shown follows, unless words are being typed.
setInterval(async () => {
  if (document.hidden) return;
  try {
    // An answer under way brings the newest state itself, and what is to be said of it.
    const own = latest;
    if (asked) return;
    const version = await (await fetch("version")).text();
    if (asked || own !== latest) return;
    const known = document.body.dataset.version;
    const typed = [...document.querySelectorAll(".chosen textarea")].some((t) => t.value !== t.defaultValue);
    if (version === known) return;
    if (typed) tell("briefing.yaml has been changed meanwhile. Your words are not saved yet.");
    else await show(location.href);
  } catch { /* told when something is asked for */ }
}, 1000);

document.addEventListener("DOMContentLoaded", () => {
  reveal();
  turn($("#view").dataset.view);
});
