/* What the page does in the browser alone: opens sources beside the answer, copies, asks for a judgement.
 It reads what the server has put into the answer; requests to the server go through a hidden button. */

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const narrow = () => window.matchMedia('(max-width: 900px)').matches;
let opener = null; // what the focus goes back to
let awaited = null; // the clause to be shown once its document has come

function target(link) {
  const text = link.getAttribute('href').slice(1);
  try { return decodeURIComponent(text); } catch { return text; } // labels of the forms have a % in them
}

/* ---- notices ---- */
function tell(text) {
  let toast = one('#ca-toast');
  if (!toast) {
    toast = document.createElement('div');
    toast.id = 'ca-toast';
    toast.setAttribute('role', 'status');
    document.body.append(toast);
  }
  toast.textContent = text;
  toast.classList.add('ca-shown');
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => toast.classList.remove('ca-shown'), 2600);
}

/* ---- copying ---- */
async function copy(text, said) {
  let done = false;
  try {
    await navigator.clipboard.writeText(text); // only there on https and on this machine
    done = true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'ca-off';
    document.body.append(field);
    field.select();
    try { done = document.execCommand('copy'); } catch { done = false; }
    field.remove();
  }
  tell(done ? said : '浏览器不允许复制，请选中文字后按 Ctrl+C。');
}
const lines = (element) => all('p', element).map((line) => line.textContent).join('\n');

/* ---- the source beside the answer ---- */
const panel = () => one('#ca-panel');

function open(key, from) {
  const source = document.getElementById(key);
  const shown = panel();
  if (!source || !shown) return;
  opener = from;
  awaited = null;
  one('.ca-panel-body', shown).innerHTML = source.innerHTML;
  shown.dataset.key = key;
  const [answer, number] = split(key);
  const count = all(`[id^="${answer}-"].ca-opened`).length;
  one('.ca-panel-place', shown).textContent = `依据 ${number} / ${count}`;
  one('.ca-panel-before', shown).disabled = number <= 1;
  one('.ca-panel-after', shown).disabled = number >= count;
  show(shown);
  const mark = one('mark', shown);
  one('.ca-panel-body', shown).scrollTop = 0;
  if (mark) mark.scrollIntoView({ block: 'nearest' });
  emphasise(key);
}
function split(key) {
  const at = key.lastIndexOf('-');
  return [key.slice(0, at), Number(key.slice(at + 1))];
}
function show(shown) {
  const was = shown.hidden;
  shown.hidden = false;
  if (was || narrow()) one('.ca-panel-close', shown).focus({ preventScroll: true });
}
function close() {
  const shown = panel();
  if (!shown || shown.hidden) return;
  shown.hidden = true;
  awaited = null;
  emphasise('');
  if (opener && opener.isConnected) opener.focus();
  opener = null;
}
function emphasise(key) {
  all('.ca-current').forEach((link) => link.classList.remove('ca-current'));
  if (key) all(`.ca-answer a[href="#${CSS.escape(key)}"]`).forEach((link) => link.classList.add('ca-current'));
}
function step(by) {
  const [answer, number] = split(panel().dataset.key || '');
  const key = `${answer}-${number + by}`;
  const link = one(`.ca-answer a.ca-source[href="#${CSS.escape(key)}"]`) || one(`a[href="#${CSS.escape(key)}"]`);
  open(key, link || opener);
}

/* ---- the whole document, which the server gives ---- */
function whole(link) {
  const [doc, ...rest] = target(link).split('/');
  awaited = { doc, locator: rest.join('/') };
  fill();
  if (awaited) ask({ do: 'document', doc });
}
function fill() {
  const holder = one('#ca-document .ca-whole-document');
  if (!awaited || !holder || holder.dataset.doc !== awaited.doc) return;
  const { locator } = awaited;
  awaited = null;
  const body = one('.ca-panel-body', panel());
  body.innerHTML = `<p class="ca-actions"><button type="button" class="ca-button ca-back">返回该条</button></p>${holder.innerHTML}`;
  const at = place(body, locator);
  if (at) {
    at.classList.add('ca-target');
    at.scrollIntoView({ block: 'start' });
  }
}
function place(body, locator) {
  const parts = all('[data-at]', body).filter((part) => locator.startsWith(part.dataset.at));
  // A sub-clause stands inside the part whose address its own begins with; the longest fits best.
  return parts.sort((a, b) => b.dataset.at.length - a.dataset.at.length)[0];
}

/* ---- a question that is offered ---- */
function put(question) {
  const field = one('.ca-box textarea');
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, question);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  setTimeout(() => one('.ca-box .submit-button')?.click(), 60); // once the field has taken it
}

/* ---- asking the server ---- */
function ask(what) {
  document.body.dataset.caAsked = JSON.stringify(what); // the hidden button's event takes it from there
  one('#ca-send')?.click();
}

/* ---- judging an answer ---- */
function rate(answer, rating, reason) {
  ask({ do: 'rate', key: answer.id, rating, reason });
  all('.ca-rate', answer).forEach((button) => button.classList.toggle('ca-chosen', button.matches(`.ca-rate-${rating}`)));
  watch();
  tell('谢谢，评价已记在本机。');
}
function judge(button) {
  const answer = button.closest('.ca-answer');
  const dialog = one('#ca-reasons');
  if (button.matches('.ca-rate-up')) {
    rate(answer, 'up', '');
    return;
  }
  dialog.returnValue = '';
  one('textarea', dialog).value = '';
  all('input', dialog).forEach((box) => { box.checked = false; });
  dialog.onclose = () => {
    if (dialog.returnValue !== 'send') return;
    const reasons = all('input:checked', dialog).map((box) => box.value);
    const own = one('textarea', dialog).value.trim();
    rate(answer, 'down', [...reasons, ...(own ? [own] : [])].join('；'));
  };
  dialog.showModal();
}

/* ---- events ---- */
document.addEventListener('click', (event) => {
  const link = event.target.closest('.ca-mark a, a.ca-source');
  const hit = (selector) => event.target.closest(selector);
  if (link) {
    event.preventDefault();
    open(target(link), link);
  } else if (hit('.ca-whole')) {
    event.preventDefault();
    whole(hit('.ca-whole'));
  } else if (hit('.ca-copy-citation')) {
    copy(one('.ca-citation-text', panel())?.textContent || '', '引用已复制。');
  } else if (hit('.ca-copy-reply')) {
    copy(lines(one('.ca-reply', hit('.ca-answer'))), '答复已复制，可粘贴到公文中。');
  } else if (hit('.ca-alone')) {
    one('#ca-ask-alone')?.click();
  } else if (hit('.ca-suggest')) {
    put(hit('.ca-suggest').textContent);
  } else if (hit('.ca-rate')) {
    judge(hit('.ca-rate'));
  } else if (hit('.ca-panel-close')) {
    close();
  } else if (hit('.ca-panel-before')) {
    step(-1);
  } else if (hit('.ca-panel-after')) {
    step(1);
  } else if (hit('.ca-back')) {
    open(panel().dataset.key, opener);
  } else if (hit('.ca-go')) {
    event.preventDefault();
    const locator = target(hit('.ca-go'));
    all('#ca-panel [data-at]').find((part) => part.dataset.at === locator)?.scrollIntoView({ block: 'start' });
  }
}, true);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !one('dialog[open]')) close();
});

/* ---- what changes on the page ---- */
let questions = 0;
let pinned = null; // the question that stays at the top while its answer grows: answers are read from their beginning
function pin() {
  const list = one('.ca-chat .bubble-wrap');
  if (!list || !pinned || !pinned.isConnected) return;
  list.scrollTop += pinned.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
}
for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
  document.addEventListener(kind, (event) => {
    if (event.target.closest?.('.ca-chat')) pinned = null; // the reader goes where he wants
  }, { passive: true });
}
let waiting = false;
function watch() {
  waiting = false;
  fill();
  const rows = all('.ca-chat .user-row');
  if (rows.length > questions) pinned = rows[rows.length - 1];
  pin();
  if (rows.length < questions) close();
  questions = rows.length;
  const last = all('.ca-chat .message-row').pop();
  all('.ca-alone').forEach((button) => { button.hidden = !last?.contains(button); }); // it is the last question that is asked again
  all('.ca-rate').forEach((button) => button.setAttribute('aria-pressed', String(button.classList.contains('ca-chosen'))));
}
new MutationObserver(() => {
  if (!waiting) requestAnimationFrame(watch);
  waiting = true;
}).observe(document, { childList: true, subtree: true });
