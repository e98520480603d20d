'use strict';
// Shows the findings that every filled filter fits. The filters stand in the address, so that what is seen can be passed on;
// an address that names a finding shows that one, whatever the filters say.
(() => {
  const filters = document.getElementById('filters');
  if (!filters) return;
  const shown = document.getElementById('shown');
  const toggle = document.getElementById('toggle');
  const groups = [...document.querySelectorAll('section.group')];
  const findings = [...document.querySelectorAll('article.finding')].map((element) => ({
    element,
    check: element.dataset.check,
    level: element.dataset.level,
    file: element.dataset.file,
    state: element.dataset.state,
    roots: element.dataset.roots ? element.dataset.roots.split(' ') : ['none'],
    text: element.textContent.toLowerCase(),
  }));

  function fits(finding) {
    const { check, level, file, root, state, text } = filters.elements;
    return (!check.value || finding.check === check.value) &&
        (!level.value || finding.level === level.value) &&
        (!state?.value || finding.state === state.value) &&
        (!file.value || finding.file === file.value) &&
        (!root.value || finding.roots.includes(root.value)) &&
        finding.text.includes(text.value.trim().toLowerCase());
  }

  function apply() {
    let count = 0;
    for (const finding of findings) {
      finding.element.hidden = !fits(finding);
      count += !finding.element.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector('article.finding:not([hidden])');
    shown.value = count === findings.length ? '' : `${count} of ${findings.length} shown`;
  }

  function remember() {
    const filled = [...new FormData(filters)].filter(([, value]) => value);
    const address = '#' + new URLSearchParams(filled);
    history.replaceState(null, '', address === '#' ? location.pathname + location.search : address);
  }

  function recall() {
    const name = location.hash.slice(1);
    const named = name && document.getElementById(name);
    const wanted = new URLSearchParams(named ? '' : name);
    for (const field of filters.querySelectorAll('[name]')) field.value = wanted.get(field.name) || '';
    apply();
    if (!named) return;
    const details = named.querySelector('details.more');
    if (details) details.open = true;
    named.scrollIntoView();
  }

  filters.addEventListener('input', () => { apply(); remember(); });
  filters.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  filters.addEventListener('submit', (event) => event.preventDefault());
  toggle.addEventListener('click', () => {
    const details = [...document.querySelectorAll('details.more')];
    const open = details.some((each) => !each.open);
    for (const each of details) each.open = open;
  });
  window.addEventListener('hashchange', recall);
  filters.hidden = false;
  recall();
})();
