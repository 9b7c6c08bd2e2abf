// The service worker: it keeps the shell of the app, its pages, scripts, styles and icons, and nothing else. An answer
// about anybody is never stored here. Written into the build by tools/finish.mjs, which tells it the shell.
const SHELL = __SHELL__;
const CACHE = `entraide-shell-${SHELL.version}`;
const PAGES = new Set(SHELL.pages);
const ASSETS = new Set(SHELL.assets);

/** What the next screen needs is fetched when it is asked for; the desk in the language of whoever installs comes at once. */
self.addEventListener('install', (event) => {
  event.waitUntil(begin());
});

async function begin() {
  const cache = await caches.open(CACHE);
  const clients = await self.clients.matchAll({ includeUncontrolled: true });
  const langs = new Set(clients.map((client) => new URL(client.url).pathname.split('/')[1]));
  const pages = SHELL.pages.filter((page) => langs.has(page.split('/')[1]));
  await cache.addAll([...pages, ...SHELL.assets].map((url) => new Request(url, { cache: 'no-cache' })));
  await self.skipWaiting();
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith('entraide-shell-') && name !== CACHE).map((name) => caches.delete(name)));
      await self.clients.claim();
    })()
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.has(url.pathname.replace(/\/$/, ''))) event.respondWith(page(request, url));
  else if (ASSETS.has(url.pathname)) event.respondWith(asset(request, url));
});

/** A page: that of the server, so that a new version is seen at once; the kept one without a line. */
async function page(request, url) {
  const cache = await caches.open(CACHE);
  const path = url.pathname.replace(/\/$/, '');
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(path, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(path);
    if (kept) return kept;
    throw error;
  }
}

/** A file that never changes under its name. */
async function asset(request, url) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(url.pathname);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(url.pathname, response.clone());
  return response;
}
