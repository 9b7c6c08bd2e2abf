// The first thing of every page, before any script of the app is there: tools/finish.mjs writes it into each, without
// these lines, and `tools/serve.mjs` and the server allow it by its digest.
{
  const page = document.documentElement;
  const roles = page.dataset.roles;
  // Whoever is not in, or in a role this screen is not for, is led elsewhere at once and does not see it meanwhile.
  try {
    const known = JSON.parse(localStorage.getItem('entraide.session'));
    const may = known?.state === 'out' || (known?.state === 'in' && known.role && (roles === '*' || roles.split(' ').includes(known.role)));
    if (roles && !may) page.classList.add('elsewhere');
  } catch {}
  // Before anybody is in, the ways in are asked for while the scripts are still coming: `src/lib/client/ways.ts`.
  if (location.pathname.endsWith('/sign-in')) {
    const asked = (path) => fetch(path).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    const ways = asked('/access/ways');
    window.early = { ways, people: ways.then((found) => (found?.demo ? asked('/demo/people') : null)) };
  }
}
