// Small comforts; every page works without this file.
// 1. A form that is being sent cannot be sent twice by an impatient second click.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent === 'yes') {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  for (const button of form.querySelectorAll('button[type="submit"]')) button.setAttribute('aria-disabled', 'true');
});
// Coming back with the browser's own button must not leave the form locked.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
  }
});
// 2. The print button, which is hidden without script.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
// 3. The other language, half-way a form: what was typed goes along.
for (const link of document.querySelectorAll('a.omzien-header__language')) {
  link.addEventListener('click', (event) => {
    const typed = [...document.querySelectorAll('main form[method="post"]')].find((form) =>
      [...form.elements].some(
        (field) =>
          (field.defaultValue !== undefined && field.type !== 'hidden' && field.value !== field.defaultValue) ||
          field.checked !== field.defaultChecked,
      ),
    );
    if (!typed || typed.enctype === 'multipart/form-data') return;
    event.preventDefault();
    for (const once of typed.querySelectorAll('[name="_once"]')) once.remove();
    typed.action = link.href;
    typed.submit();
  });
}
// 4. After a mistake, start at the list of what to repair.
document.querySelector('[data-error-summary]')?.focus();
// 5. The answer to a form that only asks follows what is chosen, at once; and a part of a page that is not ready looks
// again by itself. The server makes both as it makes the page: that part of it is put in place of the old one.
const looking = new Map();
const look = async (id, url) => {
  const turn = (looking.get(id) ?? 0) + 1;
  looking.set(id, turn);
  document.getElementById(id)?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [before, after] = [document.getElementById(id), page.getElementById(id)];
    if (looking.get(id) !== turn || !before || !after) return;
    // Who is typing in it is not disturbed.
    if (before.contains(document.activeElement) && document.activeElement.matches('input, select, textarea')) return;
    before.replaceWith(after);
    again(after, url);
  } catch {
    document.getElementById(id)?.removeAttribute('aria-busy');
  }
};
const again = (part, url) => {
  const seconds = Number(part?.dataset.again);
  if (!seconds) return;
  const turn = looking.get(part.id) ?? 0;
  setTimeout(() => (looking.get(part.id) ?? 0) === turn && look(part.id, url), seconds * 1000);
};
for (const form of document.querySelectorAll('form[data-live]')) {
  let wait;
  form.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      const url = `${form.action}?${new URLSearchParams(new FormData(form))}`;
      history.replaceState(null, '', url);
      look(form.dataset.live, url);
    }, 300);
  });
}
for (const part of document.querySelectorAll('[data-again]')) again(part, location.href);
