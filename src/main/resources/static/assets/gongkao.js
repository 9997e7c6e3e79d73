// @ts-check
/* Gongkao 工考: what a page gains from a script. Every page works without it. */

document.documentElement.classList.add('gk-js');

/** The summary of faults takes the focus, so that it is read first. */
function focusFaults() {
  const summary = document.querySelector('[data-gk-focus]');
  if (summary instanceof HTMLElement) summary.focus();
}

focusFaults();
document.body.addEventListener('htmx:afterSwap', focusFaults);
