// Gradio's own refusals of uploads come in English only.
const SAID = [
  [/^Invalid file type: (.+?)\. Only (.+) allowed\.?$/s, (name, kinds) => `不能打开“${name}”：请换成这些格式之一：${kinds.replaceAll(", ", "、")}。`],
  [/^File\(s\) exceed the maximum allowed size of ([\d.]+) (\w+)b: (.+)$/is, (size, unit, names) => `文件超过 ${Number(size)} ${unit.toUpperCase()}B：${names}。请压缩文件中的图片，或拆开后再试。`],
  [/^Error$/, () => "没有成功"],
  [/^Warning$/, () => "请注意"],
];

function translate(node) {
  const text = node.nodeValue.trim();
  for (const [pattern, said] of SAID) {
    const match = text.match(pattern);
    if (match) { node.nodeValue = said(...match.slice(1)); return; }
  }
}
function read(toast) {
  const texts = document.createTreeWalker(toast, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translate(texts.currentNode);
}
new MutationObserver((changes) => {
  if (document.documentElement.lang.startsWith("en")) return;
  if (changes.some((change) => change.addedNodes.length)) document.querySelectorAll(".toast-body").forEach(read);
}).observe(document, { childList: true, subtree: true });
