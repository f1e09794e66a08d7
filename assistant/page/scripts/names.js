// Gradio names each turn of the chat by its whole HTML; a screen reader should hear who speaks.
const NAMES = { "bot's message": ["回答", "Answer"], "user's message": ["提问", "Question"] };
const english = document.documentElement.lang.startsWith("en");

function name(element) {
  const label = element.getAttribute("aria-label") ?? "";
  const names = NAMES[label.split(":")[0]];
  if (names) element.setAttribute("aria-label", names[english ? 1 : 0]);
}

function all(root) {
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  if (root.matches("[aria-label]")) name(root);
  root.querySelectorAll('[aria-label*="message:"]').forEach(name);
}

document.addEventListener("DOMContentLoaded", () => {
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") name(change.target);
      else change.addedNodes.forEach(all);
    }
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] });
});
