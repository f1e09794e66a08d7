// The page in English, where the reader chose so: labels are put by a word list. Answers, clauses and what
// people wrote stay as they are: they are the documents' and the drafts' own words.
if (!document.documentElement.lang.startsWith("en")) return;

const { words, patterns } = JSON.parse(document.getElementById("ca-words").textContent);
const rules = patterns.map(([pattern, english]) => [new RegExp(`^${pattern}$`), english]);
const CONTENT = ".ca-answer > p, .ca-question, .ca-clause, .ca-quote, .ca-document, .ca-verbatim, textarea, [data-ca-verbatim]";
const ATTRIBUTES = ["placeholder", "aria-label", "title", "data-label", "alt"];

function english(text) {
  const plain = text.trim();
  if (!/[\u3400-\u9fff]/.test(plain)) return null;
  let found = words[plain];
  for (const [pattern, pattern_english] of found === undefined ? rules : []) {
    if (pattern.test(plain)) {
      found = plain.replace(pattern, (...parts) => pattern_english.replace(/\$(\d)/g, (_, at) => words[parts[at]] ?? parts[at]));
      break;
    }
  }
  return found === undefined ? null : text.replace(plain, () => found);
}

function put(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.parentElement?.closest(CONTENT)) return;
    const text = english(node.data);
    if (text !== null) node.data = text;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of ATTRIBUTES) {
    const text = node.hasAttribute(name) ? english(node.getAttribute(name)) : null;
    if (text !== null) node.setAttribute(name, text);
  }
  for (const child of node.childNodes) put(child);
}

const watch = new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(put);
    else put(change.target);
  }
});
document.addEventListener("DOMContentLoaded", () => {
  put(document.body);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
});
