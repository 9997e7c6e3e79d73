// @ts-check
/*
 * Gongkao 工考: what a page gains from a script. Every page works without it.
 * All listeners sit on the document, so parts that htmx swaps in need no binding of their own.
 */

const root = document.documentElement;
root.classList.add('gk-js');

/** @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null} */
function around(target, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/* ── the summary of faults takes the focus, so that it is read first ── */

function focusFaults() {
  const summary = document.querySelector('[data-gk-focus]');
  if (summary instanceof HTMLElement) summary.focus();
}

/* A link of the summary leads to its field: also when the field is one of several boxes. */
document.addEventListener('click', (event) => {
  const link = around(event.target, '.gk-faults a[href^="#"]');
  if (!link) return;
  const field = document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
});

/* ── keys: j and k walk a table or a queue, a letter presses the act that carries it ── */

const KEYS_OFF = 'gk-keys-off';
const keysOn = () => localStorage.getItem(KEYS_OFF) === null;

function sayKeys() {
  for (const button of document.querySelectorAll('[data-gk-keys]')) {
    button.textContent = keysOn() ? '快捷键：开' : '快捷键：关';
    button.setAttribute('aria-pressed', String(keysOn()));
  }
  root.classList.toggle('gk-keys-off', !keysOn());
}

document.addEventListener('click', (event) => {
  if (!around(event.target, '[data-gk-keys]')) return;
  if (keysOn()) localStorage.setItem(KEYS_OFF, '1');
  else localStorage.removeItem(KEYS_OFF);
  sayKeys();
});

/** @param {KeyboardEvent} event */
function typing(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const where = event.target;
  if (!(where instanceof HTMLElement)) return false;
  if (where.isContentEditable || where.matches('textarea, select')) return true;
  return where.matches('input:not([type="radio"]):not([type="checkbox"]):not([type="button"])');
}

/** @param {number} by */
function walk(by) {
  const list = document.querySelector('[data-gk-table], .gk-queue');
  if (!list) return false;
  const links = [...list.querySelectorAll(list.matches('table') ? 'tbody tr' : 'li')]
    .map((row) => row.querySelector('a[href]'))
    .filter((link) => link instanceof HTMLElement);
  if (links.length === 0) return false;
  const active = document.activeElement;
  const row = active instanceof Element ? active.closest('tr, li') : null;
  const at = links.findIndex((link) => (row ? row.contains(link) : false) || link.getAttribute('aria-current') === 'true');
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/* On the workbench a letter decides the item that has the focus, or the first one that nobody has decided. */
const OUTCOMES = { f: 'MET', b: 'UNMET', c: 'ON_SITE', q: 'DEFERRED' };
const BASES = { y: 'ORIGINAL', g: 'PERSONNEL_FILE', t: 'SYSTEM_RECORD' };

/** @returns {HTMLElement[]} */
function items() {
  return [...document.querySelectorAll('[data-gk-review] [data-gk-item]')].filter((item) => item instanceof HTMLElement);
}

/** @param {HTMLElement | undefined} item */
function goTo(item) {
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
}

/** @param {HTMLElement} item */
function decided(item) {
  const basis = item.querySelector('select[name^="basis."]');
  const outcome = item.querySelector('input[type="radio"]:checked');
  if (!(outcome instanceof HTMLInputElement) || !(basis instanceof HTMLSelectElement)) return false;
  const why = item.querySelector('input[name^="problem."]');
  if (outcome.value === 'ON_SITE') return why instanceof HTMLInputElement && why.value.trim() !== '';
  return outcome.value === 'DEFERRED' || basis.value !== '';
}

/** @param {HTMLElement} item */
function pickOf(item) {
  const box = item.querySelector('input[name="pick"]');
  return box instanceof HTMLInputElement ? box : null;
}

function sayPicked() {
  const picked = items().filter((item) => pickOf(item)?.checked).length;
  for (const place of document.querySelectorAll('[data-gk-picked]')) place.textContent = picked > 0 ? `已选 ${picked} 项。` : '';
}

/** @param {HTMLElement[]} which */
function pick(which) {
  for (const item of items()) {
    const box = pickOf(item);
    if (box) box.checked = which.includes(item);
  }
  sayPicked();
}

/* What needs no words of its own is set on all that are picked at once; the reasons of 不符合 and 待现场核对 belong to one item. */
/** @param {string} key @param {HTMLElement[]} all @param {HTMLElement[]} picked */
function onPicked(key, all, picked) {
  if (key in BASES) {
    for (const item of picked) {
      const select = item.querySelector('select[name^="basis."]');
      if (!(select instanceof HTMLSelectElement)) continue;
      select.value = BASES[/** @type {keyof BASES} */ (key)];
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    pick([]);
    goTo(all.find((one) => !decided(one)));
    return;
  }
  for (const item of picked) {
    const radio = item.querySelector(`input[value="${OUTCOMES[/** @type {keyof OUTCOMES} */ (key)]}"]`);
    if (radio instanceof HTMLInputElement) radio.click();
  }
}

/** @param {string} key */
function onItem(key) {
  const all = items();
  if (all.length === 0) return false;
  const at = all.findIndex((item) => item.contains(document.activeElement));
  const picked = all.filter((item) => pickOf(item)?.checked);
  if (key === 'e') {
    pick(picked.length > 0 ? [] : all.filter((item) => !decided(item)));
    return true;
  }
  if (key === 'h') {
    const sheet = document.querySelector('.gk-sheet.is-here');
    const proved = all.find((item) => item.id === `f-problem.${sheet?.id.slice(2)}`);
    goTo(proved);
    return proved !== undefined;
  }
  if (key === 'm') {
    const here = at < 0 ? all.find((one) => !decided(one)) : all[at];
    if (!here) return false;
    goTo(here);
    pick(picked.includes(here) ? picked.filter((item) => item !== here) : [...picked, here]);
    return true;
  }
  if (picked.length > 0 && (key === 'f' || key === 'q' || key in BASES)) {
    onPicked(key, all, picked);
    return true;
  }
  if (key === 'n' || key === 'p') {
    goTo(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + (key === 'n' ? 1 : -1)))]);
    return true;
  }
  const item = at < 0 ? all.find((one) => !decided(one)) : all[at];
  if (!item) return false;
  if (key in OUTCOMES) {
    const radio = item.querySelector(`input[value="${OUTCOMES[/** @type {keyof OUTCOMES} */ (key)]}"]`);
    if (!(radio instanceof HTMLInputElement)) return false;
    goTo(item);
    radio.click();
    if (key === 'b' || key === 'c') for (const field of [...item.querySelectorAll('.gk-unmet input')].slice(0, 1)) if (field instanceof HTMLElement) field.focus();
    return true;
  }
  if (key in BASES) {
    const select = item.querySelector('select[name^="basis."]');
    if (!(select instanceof HTMLSelectElement)) return false;
    select.value = BASES[/** @type {keyof BASES} */ (key)];
    select.dispatchEvent(new Event('change', { bubbles: true }));
    goTo(all.slice(all.indexOf(item) + 1).find((one) => !decided(one)) ?? item);
    return true;
  }
  return false;
}

/* The bar at the foot says what is still open while the items are being decided. */
document.addEventListener('change', (event) => {
  const form = around(event.target, '[data-gk-review]');
  const place = document.getElementById('gk-why');
  if (!form || !place || !around(event.target, '[data-gk-item]')) return;
  const open = items().filter((item) => !decided(item)).length;
  const unmet = form.querySelectorAll('[data-gk-item] input[value="UNMET"]:checked').length;
  const head = document.createElement('b');
  head.textContent = open + unmet > 0 ? '还不能通过：' : '';
  const words = [open > 0 ? `还有 ${open} 项未核对` : '', unmet > 0 ? `${unmet} 项不符合` : ''].filter((word) => word !== '');
  place.replaceChildren(head, words.length > 0 ? `${words.join('，')}。` : '逐项核对完毕。');
});

/* ── the material viewer: one material at a time, zoom and turn by classes, and which page is in sight ── */

const ZOOMS = [50, 75, 100, 125, 150, 200, 300];
let zoom = 100;
let turn = 0;

function view() {
  const found = document.querySelector('[data-gk-view]');
  return found instanceof HTMLElement ? found : null;
}

function sayPage() {
  const place = document.querySelector('[data-gk-page]');
  const paper = view()?.querySelector('.gk-paper');
  const pages = [...document.querySelectorAll('.gk-sheet.is-here .gk-sheet__page')];
  if (!place || !paper || pages.length === 0) return;
  const edge = Math.max(0, paper.getBoundingClientRect().top) + 80;
  const at = pages.findIndex((page) => page.getBoundingClientRect().bottom > edge);
  const words = `第 ${at < 0 ? pages.length : at + 1} 页，共 ${pages.length} 页`;
  if (place.textContent !== words) place.textContent = words;
}

/** @param {string} id */
function showSheet(id) {
  const sheet = document.getElementById(id);
  if (!sheet?.matches('.gk-sheet')) return false;
  for (const other of document.querySelectorAll('.gk-sheet')) other.classList.toggle('is-here', other === sheet);
  for (const link of document.querySelectorAll('.gk-tabs a, .gk-mat')) {
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  document.querySelector('.gk-tabs a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  turn = 0;
  sayView();
  view()?.querySelector('.gk-paper')?.scrollTo(0, 0);
  return true;
}

function sayView() {
  const paper = view()?.querySelector('.gk-paper');
  if (!paper) return;
  for (const step of ZOOMS) paper.classList.toggle(`gk-zoom-${step}`, step === zoom);
  for (const step of [1, 2, 3]) paper.classList.toggle(`gk-turn-${step}`, step === turn);
  const percent = document.querySelector('[data-gk-percent]');
  if (percent) percent.textContent = `${zoom} %`;
  sayPage();
}

document.addEventListener('click', (event) => {
  const link = around(event.target, '.gk-tabs a[href^="#"], .gk-mat[href^="#"]');
  if (link && view() && showSheet(link.getAttribute('href')?.slice(1) ?? '')) {
    // On a narrow screen the viewer stands below the items.
    if (link.matches('.gk-mat')) view()?.scrollIntoView({ block: 'nearest' });
    event.preventDefault();
    return;
  }
  const tool = around(event.target, '[data-gk-zoom], [data-gk-turn]');
  if (!tool) return;
  const by = Number(tool.dataset.gkZoom ?? 0);
  if ('gkTurn' in tool.dataset) turn = (turn + 1) % 4;
  else zoom = by === 0 ? 100 : (ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
  sayView();
});

document.addEventListener('scroll', sayPage, { capture: true, passive: true });

/* Escape leaves a field of the workbench, so that letters are keys again: to the item that it belongs to, if to any. */
/** @param {KeyboardEvent} event */
function leaves(event) {
  const field = event.target;
  if (event.isComposing || !(field instanceof HTMLElement) || !typing(event) || !around(field, '[data-gk-review]')) return false;
  const item = around(field, '[data-gk-item]');
  if (item) goTo(item);
  else field.blur();
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    if (leaves(event)) return;
    for (const open of document.querySelectorAll('details.gk-menu[open], details.gk-more[open], details.gk-confirm[open], details.gk-keys[open]')) {
      open.removeAttribute('open');
      open.querySelector('summary')?.focus();
    }
    return;
  }
  if (!keysOn() || typing(event) || event.key.length !== 1) return;
  const act = document.querySelector(`[data-gk-key="${CSS.escape(event.key.toUpperCase())}"]`);
  if (act instanceof HTMLElement) {
    event.preventDefault();
    // A decision takes two presses: the first shows which act it would be, the second (or enter) does it.
    const decides = act instanceof HTMLButtonElement && document.activeElement !== act;
    act.focus();
    if (!decides || act.dataset.gkZoom || 'gkTurn' in act.dataset) act.click();
  } else if (onItem(event.key)) {
    event.preventDefault();
  } else if (event.key === 'j' || event.key === 'k') {
    if (walk(event.key === 'j' ? 1 : -1)) event.preventDefault();
  }
});

document.addEventListener('click', (event) => {
  for (const open of document.querySelectorAll('details.gk-menu[open], details.gk-more[open], details.gk-keys[open]')) {
    if (event.target instanceof Node && !open.contains(event.target)) open.removeAttribute('open');
  }
});

/* ── what is to be written elsewhere word for word is copied ── */

document.addEventListener('click', async (event) => {
  const button = around(event.target, '[data-gk-copy]');
  if (!(button instanceof HTMLElement) || !navigator.clipboard) return;
  await navigator.clipboard.writeText(button.dataset.gkCopy ?? '');
  const before = button.innerHTML;
  button.textContent = '已复制';
  setTimeout(() => { button.innerHTML = before; }, 2000);
});

/* ── bulk selection says how many ── */

/** @param {Element} table */
function countChosen(table) {
  const boxes = [...table.querySelectorAll('tbody input[type="checkbox"]')];
  const chosen = boxes.filter((box) => box instanceof HTMLInputElement && box.checked).length;
  for (const place of document.querySelectorAll('[data-gk-count]')) {
    const sum = boxes.reduce((fen, box) => fen + (box instanceof HTMLInputElement && box.checked ? Number(box.dataset.gkFen ?? 0) : 0), 0);
    place.textContent = chosen === 0 ? '未选' : `已选 ${chosen} ${place.getAttribute('data-gk-count') || '份'}`
      + (sum === 0 ? '' : `，合计 ¥${(sum / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`);
  }
  const all = table.querySelector('[data-gk-all]');
  if (all instanceof HTMLInputElement) {
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
}

document.addEventListener('change', (event) => {
  const all = event.target;
  if (!(all instanceof HTMLInputElement) || !all.matches('[data-gk-pick-all]')) return;
  for (const box of all.form?.querySelectorAll('input[name="pick"]') ?? []) {
    if (box instanceof HTMLInputElement) box.checked = all.checked;
  }
});

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.matches('[data-gk-review] :is([name="pick"], [data-gk-pick-all])')) sayPicked();
});

document.addEventListener('change', (event) => {
  const table = around(event.target, '[data-gk-bulk]');
  if (!table || !(event.target instanceof HTMLInputElement)) return;
  if (event.target.matches('[data-gk-all]')) {
    for (const box of table.querySelectorAll('tbody input[type="checkbox"]')) {
      if (box instanceof HTMLInputElement) box.checked = event.target.checked;
    }
  }
  countChosen(table);
});

/* ── a file field says in Chinese what was chosen, whatever the browser's language ── */

document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
  const place = document.querySelector(`[data-gk-chosen="${CSS.escape(input.id)}"]`);
  if (place) place.textContent = [...(input.files ?? [])].map((file) => file.name).join('、') || '未选择文件';
});

/* ── a refused form: going back or loading anew asks for its page again, never for the sending, and what was typed is still there ── */

/** What a person fills in; never a password, a file, or what the page itself hides. Each with a name that finds it again. */
function typedFields() {
  const seen = new Map();
  return [...document.querySelectorAll('main form[method="post"] :is(input, select, textarea)[name]')].flatMap((field) => {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)) return [];
    if (['hidden', 'password', 'file', 'submit'].includes(field.type)) return [];
    const box = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type) ? field : null;
    const name = `${field.form?.getAttribute('action')} ${field.name} ${box ? field.value : ''}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [{ key: `${name} ${times}`, field, box }];
  });
}

function keepRefused() {
  const [navigation] = performance.getEntriesByType('navigation');
  const status = /** @type {any} */ (navigation)?.responseStatus;
  if ((status === 409 || status === 422) && document.referrer.startsWith(location.origin)) {
    const typed = Object.fromEntries(typedFields().map(({ key, field, box }) => [key, box ? box.checked : field.value]));
    history.replaceState({ typed }, '', document.referrer);
    return;
  }
  // Only for who is signed in: at a shared computer the next visitor must not find it.
  const typed = document.querySelector('form[action="/sign-out"]') ? history.state?.typed : null;
  for (const { key, field, box } of typed ? typedFields() : []) {
    if (!(key in typed)) continue;
    if (box) box.checked = typed[key];
    else field.value = typed[key];
  }
}

/* ── a form filled in for longer than a session lives: what was typed stays on the page until somebody is signed in again ── */

const OLD = 10 * 60 * 1000;
let seen = Date.now();

/** @param {ParentNode} page */
function tokenOf(page) {
  const input = page.querySelector('input[name="_csrf"]');
  return input instanceof HTMLInputElement ? input.value : '';
}

/** Whether the session lives; a page that does gets the token of the present sign-in, which may be a later one. */
async function renewed() {
  const answer = await fetch('/account', { redirect: 'manual' });
  if (!answer.ok) return false;
  const token = tokenOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  for (const input of document.querySelectorAll('input[name="_csrf"]')) if (input instanceof HTMLInputElement) input.value = token;
  seen = Date.now();
  return true;
}

/** @param {HTMLFormElement} form */
function mayBeEnded(form) {
  if (!document.querySelector('form[action="/sign-out"]') || form.action.endsWith('/sign-out')) return false;
  return Date.now() - seen > OLD || savingOf(form).refused;
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} button */
async function sendWhenSignedIn(form, button) {
  if (await renewed().catch(() => true)) {
    seen = Date.now();
    savingOf(form).refused = false;
    form.requestSubmit(button);
    return;
  }
  document.getElementById('ended')?.remove();
  const note = document.createElement('div');
  note.id = 'ended';
  note.className = 'gk-wrap gk-after';
  note.innerHTML = '<div class="gk-faults" role="alert" tabindex="-1"><h2 class="gk-h3">登录已过期，还没有提交</h2><p>请<a href="/sign-in" target="_blank" rel="noopener">在新窗口登录</a>，再回到本页重新提交。填写的内容都在本页，请不要关闭。</p></div>';
  document.getElementById('main')?.before(note);
  const box = note.firstElementChild;
  if (box instanceof HTMLElement) box.focus();
}

/* ── a form that saves itself: data-gk-autosave="address"; the answer's text is the sentence shown ── */

/** @type {WeakMap<HTMLFormElement, {timer: number, running: boolean, again: boolean, sent: string, refused: boolean, press: (() => void) | null}>} */
const saving = new WeakMap();

/** @param {HTMLFormElement} form */
function savingOf(form) {
  let state = saving.get(form);
  if (!state) {
    state = { timer: 0, running: false, again: false, sent: '', refused: false, press: null };
    saving.set(form, state);
  }
  return state;
}

/** @param {HTMLFormElement} form @param {string} text @param {boolean} stored */
function saySaved(form, text, stored) {
  const place = form.querySelector('[data-gk-saved]') ?? document.querySelector('[data-gk-saved]');
  if (!place) return;
  place.classList.toggle('gk-saved--local', !stored);
  place.innerHTML = `<svg class="gk-sign" aria-hidden="true"><use href="#${stored ? 's-met' : 's-warn'}"/></svg><span></span>`;
  const words = place.querySelector('span');
  if (words) words.textContent = text;
}

/** @param {HTMLFormElement} form */
async function save(form) {
  const state = savingOf(form);
  if (state.running) {
    state.again = true;
    return;
  }
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  // The version changes with each save: without this, leaving the page would save the same once more.
  const typed = new URLSearchParams(body);
  typed.delete('version');
  const content = typed.toString();
  if (content === state.sent) return;
  state.running = true;
  try {
    if (state.refused && (await renewed())) {
      state.refused = false;
      body.set('_csrf', tokenOf(document));
    }
    const answer = await fetch(form.dataset.gkAutosave || (form.getAttribute('action') ?? ''), {
      method: 'POST',
      body,
      headers: { 'X-Autosave': 'true', Accept: 'text/plain' },
      redirect: 'manual',
      // Goes on when the page is left; a browser takes no more than 64 KiB of that.
      keepalive: content.length < 60_000,
    });
    const kind = answer.headers.get('Content-Type') ?? '';
    const text = kind.startsWith('text/plain') ? await answer.text() : '';
    if (answer.ok) {
      state.sent = content;
      const version = form.querySelector('input[name="version"]');
      const written = answer.headers.get('X-Version');
      if (version instanceof HTMLInputElement && written) version.value = written;
      saySaved(form, text || '已保存', true);
    } else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      state.refused = true;
      saySaved(form, '还没有保存：登录已过期，请在新窗口登录后回到本页继续', false);
    } else {
      saySaved(form, text || '还没有保存，请点“保存”查看原因', false);
    }
  } catch {
    saySaved(form, '还没有保存：网络不通，恢复后自动重试', false);
    state.timer = window.setTimeout(() => save(form), 5000);
  } finally {
    state.running = false;
    if (state.press) {
      const press = state.press;
      state.press = null;
      press();
    } else if (state.again) {
      state.again = false;
      save(form);
    }
  }
}

/** @param {Event} event */
function saveSoon(event) {
  const form = around(event.target, 'form[data-gk-autosave]');
  if (!(form instanceof HTMLFormElement)) return;
  const state = savingOf(form);
  window.clearTimeout(state.timer);
  state.timer = window.setTimeout(() => save(form), 1200);
}

document.addEventListener('input', saveSoon);
document.addEventListener('change', saveSoon);
// A save on its way changes the version: what is sent beside it would be told that somebody else was quicker.
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-gk-autosave]')) return;
    const state = savingOf(form);
    window.clearTimeout(state.timer);
    state.timer = 0;
    state.again = false;
    leaving = '';
    if (!state.running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    state.press = () => form.requestSubmit(button);
  },
  true,
);

/* Who leaves by a link has the last words saved first: else the next page may show what was there before, and its 保存 is refused. */
const PATIENCE = 2000;
let leaving = '';

/** @param {HTMLFormElement} form */
async function savedNow(form) {
  const state = savingOf(form);
  window.clearTimeout(state.timer);
  state.timer = 0;
  if (state.running) await new Promise((done) => { state.press = () => done(null); });
  await save(form);
}

document.addEventListener('click', async (event) => {
  const link = around(event.target, 'a[href]');
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.target || link.hasAttribute('download')) return;
  const here = link.href.includes('#') && link.href.split('#')[0] === location.href.split('#')[0];
  if (here || link.origin !== location.origin) return;
  const forms = [...document.querySelectorAll('form[data-gk-autosave]')]
    .filter((form) => form instanceof HTMLFormElement)
    .filter((form) => savingOf(form).timer || savingOf(form).running);
  if (forms.length === 0) return;
  event.preventDefault();
  leaving = link.href;
  await Promise.race([Promise.all(forms.map(savedNow)), new Promise((late) => { setTimeout(late, PATIENCE); })]);
  if (leaving === link.href) location.assign(link.href);
});
window.addEventListener('pagehide', () => {
  for (const form of document.querySelectorAll('form[data-gk-autosave]')) {
    if (form instanceof HTMLFormElement && savingOf(form).timer) save(form);
  }
});
document.addEventListener('visibilitychange', () => {
  for (const form of document.querySelectorAll('form[data-gk-autosave]')) {
    if (!(form instanceof HTMLFormElement)) continue;
    const state = savingOf(form);
    if (document.visibilityState === 'hidden' ? state.timer : state.refused) save(form);
  }
});

/* ── upload: a progress bar while it runs, then the answer as if the form had been sent plainly ── */

/** @param {string} html @param {string} address */
function showAnswer(html, address) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.getElementById('main');
  const here = document.getElementById('main');
  if (!main || !here) {
    window.location.assign(address);
    return;
  }
  history.pushState(null, '', address);
  document.title = page.title;
  const top = page.querySelector('.gk-top');
  if (top) document.querySelector('.gk-top')?.replaceWith(document.adoptNode(top));
  here.replaceWith(document.adoptNode(main));
  // What fetches itself anew (a job's progress) is not noticed by htmx otherwise.
  /** @type {any} */ (window).htmx?.process(document.getElementById('main'));
  window.scrollTo(0, 0);
  focusFaults();
}

/** @param {HTMLFormElement} form @param {FormData} body @param {string} address */
function upload(form, body, address) {
  const bar = document.createElement('div');
  bar.className = 'gk-progress';
  bar.setAttribute('role', 'status');
  bar.innerHTML = '<p class="gk-split-l"><b>正在上传</b><span class="gk-nb"></span></p><progress max="100" value="0" aria-label="正在上传"></progress>';
  form.querySelector('.gk-progress')?.remove();
  form.append(bar);
  const words = bar.querySelector('span');
  const gauge = bar.querySelector('progress');
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable || !gauge || !words) return;
    gauge.value = Math.round((event.loaded / event.total) * 100);
    words.textContent = gauge.value < 100 ? `${gauge.value} %` : '正在检查文件';
  });
  // A refused upload has no page of its own to load anew: it stays at the address of the page that it was sent from.
  request.addEventListener('load', () => {
    showAnswer(request.responseText, request.status < 400 ? request.responseURL || address : window.location.href);
  });
  request.addEventListener('error', () => {
    bar.innerHTML = '<p class="gk-wrong">没有传上去：网络不通，请再试一次。已选的文件还在。</p>';
    delete form.dataset.gkSent;
  });
  request.send(body);
}

/* ── a second click on a form that is on its way does nothing ── */

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method === 'get') return;
  if (form.dataset.gkSent) {
    event.preventDefault();
    return;
  }
  if (form.hasAttribute('hx-post')) return;
  if (mayBeEnded(form)) {
    event.preventDefault();
    sendWhenSignedIn(form, event.submitter);
    return;
  }
  if (history.state?.typed) history.replaceState(null, '');
  form.dataset.gkSent = '1';
  window.setTimeout(() => delete form.dataset.gkSent, 4000);
  const chosen = [...form.querySelectorAll('input[type="file"]')].some(
    (input) => input instanceof HTMLInputElement && (input.files?.length ?? 0) > 0,
  );
  if (form.hasAttribute('data-gk-upload') && chosen) {
    event.preventDefault();
    upload(form, new FormData(form, event.submitter), event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '');
  }
});

window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form')) delete form.dataset.gkSent;
});

/* ── what htmx has swapped in ── */

document.addEventListener('htmx:afterSwap', () => {
  focusFaults();
  sayKeys();
});

keepRefused();
focusFaults();
sayKeys();
const firstSheet = document.querySelector('[data-gk-view] .gk-sheet');
if (firstSheet) showSheet(firstSheet.id);
for (const table of document.querySelectorAll('[data-gk-bulk]')) countChosen(table);
