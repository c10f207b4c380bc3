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
