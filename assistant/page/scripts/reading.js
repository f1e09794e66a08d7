// 自查 and 条款与名单: clauses that open over the page, links into documents, copying, questions to the chat.
const find = (selector, root = document) => root.querySelector(selector);
const kept = (text) => text.replaceAll("\\n", "\n");

function say(button, text) {
  const before = button.dataset.caLabel || button.textContent;
  button.dataset.caLabel = before;
  button.textContent = text;
  clearTimeout(button.caTimer);
  button.caTimer = setTimeout(() => { button.textContent = before; }, 1800);
  let live = find("#ca-live");
  if (!live) {
    live = document.createElement("div");
    live.id = "ca-live";
    live.className = "ca-unseen";
    live.setAttribute("role", "status");
    document.body.append(live);
  }
  live.textContent = text;
}

async function copy(button) {
  const text = kept(button.dataset.caCopy);
  let done = false;
  try {
    await navigator.clipboard.writeText(text); // only there on https and on this machine itself
    done = true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.style.cssText = "position:fixed;top:0;opacity:0";
    (button.closest("dialog") || document.body).append(field);
    field.select();
    try { done = document.execCommand("copy"); } catch { done = false; }
    field.remove();
    button.focus({ preventScroll: true });
  }
  say(button, done ? "已复制" : "请手动复制");
}

// Gradio listens to its own fields; a value set by script has to be told like one that was typed.
function put(field, value) {
  const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
function send(channel, value) {
  // A hidden button's event takes the message from there.
  document.body.setAttribute(`data-told-${channel}`, JSON.stringify(value));
  const button = find(`#${channel}`);
  button?.click();
  return Boolean(button);
}
const tab = (name) => find(`button[role="tab"][data-tab-id="${name}"]`)?.click();

let wanted = null; // the clause to be shown once its document is there
// The way back to where a link into a document stood; the browser's own knows nothing of tabs.
function remember() {
  const tabs = [...document.querySelectorAll('button[role="tab"][aria-selected="true"]')].filter((each) => each.offsetParent);
  const names = tabs.map((each) => each.dataset.tabId);
  if (names.includes("documents")) return;
  const place = { names, top: scrollY, label: tabs[tabs.length - 1]?.textContent.trim() || "" };
  find("#ca-return")?.remove();
  const button = document.createElement("button");
  button.id = "ca-return";
  button.type = "button";
  button.textContent = `返回“${place.label}”`;
  button.onclick = () => {
    button.remove();
    place.names.forEach(tab);
    requestAnimationFrame(() => scrollTo({ top: place.top }));
  };
  document.body.append(button);
}
function open(address) {
  remember();
  const [doc, ...rest] = address.split("/");
  wanted = { doc, id: `${doc}-${rest.join("/")}`.replaceAll(" ", "-") };
  document.querySelectorAll("dialog.ca-dialog[open]").forEach((dialog) => dialog.close());
  tab("clauses");
  tab("documents");
  arrive();
}
function arrive() {
  if (!wanted) return;
  const reader = find(`.ca-reading .ca-reader[data-doc="${CSS.escape(wanted.doc)}"]`);
  if (!reader) {
    // Gradio makes the parts of a tab when it is first opened: the field may be still to come.
    wanted.asked = wanted.asked || send("ca-goto", { doc: wanted.doc });
    return;
  }
  if (!reader.offsetParent) return;
  let at = document.getElementById(wanted.id);
  while (!at && wanted.id.includes("（")) {
    wanted.id = wanted.id.slice(0, wanted.id.lastIndexOf("（")); // a part of a clause stands inside it
    at = document.getElementById(wanted.id);
  }
  wanted = null;
  go(at || reader);
}
function go(at) {
  document.querySelectorAll(".ca-here").forEach((other) => other.classList.remove("ca-here"));
  at.classList.add("ca-here");
  at.scrollIntoView({ block: "start" });
  at.setAttribute("tabindex", "-1");
  at.focus({ preventScroll: true });
}
function settle() {
  // On a narrow page the outline would stand before the text: it waits to be opened.
  document.querySelectorAll("details.ca-outline:not([data-ca-seen])").forEach((outline) => {
    outline.dataset.caSeen = "1";
    if (matchMedia("(max-width: 900px)").matches) outline.open = false;
  });
  arrive();
}
let settling = false;
new MutationObserver(() => {
  if (!settling) requestAnimationFrame(() => { settling = false; settle(); });
  settling = true;
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"] });

// The same clause may stand on several tabs, of which all but one are hidden: a copy is shown.
function show(id) {
  const dialog = document.getElementById(id)?.cloneNode(true);
  if (!dialog) return;
  dialog.removeAttribute("id");
  dialog.addEventListener("close", () => dialog.remove());
  (find(".gradio-container") || document.body).append(dialog);
  dialog.showModal();
}

function question(text) {
  tab("qa");
  const field = find(".ca-box textarea") || find('[data-testid="textbox"]');
  if (!field) return;
  put(field, text);
  field.focus();
}

document.addEventListener("click", (event) => {
  const hit = (selector) => event.target.closest?.(selector);
  if (hit('button[role="tab"]') && event.isTrusted) find("#ca-return")?.remove(); // the reader went on by himself
  const button = hit("[data-ca-copy], [data-ca-dialog], [data-ca-close], [data-ca-goto], [data-ca-ask], [data-ca-sort]");
  if (button) {
    const data = button.dataset;
    if (data.caCopy !== undefined) copy(button);
    else if (data.caDialog) show(data.caDialog);
    else if (data.caClose) button.closest("dialog")?.close();
    else if (data.caGoto) { event.preventDefault(); open(data.caGoto); }
    else if (data.caAsk) question(data.caAsk);
    else if (data.caSort) send("ca-sort", { column: data.caSort });
    return;
  }
  if (event.target.matches?.("dialog.ca-dialog")) event.target.close(); // beside it
  const link = hit('.ca-reading a[href^="#"]');
  if (link) {
    const at = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (at) {
      event.preventDefault();
      const outline = link.closest("details.ca-outline");
      if (outline && matchMedia("(max-width: 900px)").matches) outline.open = false;
      go(at);
    }
  }
});
