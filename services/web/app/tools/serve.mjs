// Serves the build for work on the app, beside a node that runs: pages from here, `/graphql`, `/access` and `/health`
// from there, in one origin as in a deployment. Ids of operations become their text on the way.
//
//   PORT=8091 NODE=127.0.0.1:8090 node tools/serve.mjs
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createBrotliCompress, createGzip } from 'node:zlib';

const ROOT = process.env.WEB_BUILD ?? 'build';
const [host, port] = (process.env.NODE ?? '127.0.0.1:8090').split(':');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.webmanifest': 'application/manifest+json' };
/** The scripts within the pages, which are the same in all, by their digests: the node allows no others either. */
const INSIDE = [...readFileSync(join(ROOT, 'fr/app/sign-in.html'), 'utf8').matchAll(/<script(?![^>]*src=)[^>]*>([^]*?)<\/script>/g)];
const DIGESTS = INSIDE.map(([, script]) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`).join('');
const CSP = `default-src 'none'; script-src 'self'${DIGESTS}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const allowed = JSON.parse(readFileSync(join(ROOT, 'allowed.json'), 'utf8'));

function asked(body) {
  const { documentId, ...rest } = JSON.parse(body);
  return JSON.stringify(documentId ? { ...rest, query: allowed[documentId] ?? '' } : { ...rest });
}

function pass(incoming, outgoing) {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', () => {
    let body = Buffer.concat(chunks);
    if (incoming.url === '/graphql' && incoming.method === 'POST') body = Buffer.from(asked(body.toString()));
    const headers = { ...incoming.headers, 'content-length': String(body.length) };
    const on = request({ host, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    on.on('error', () => outgoing.writeHead(502).end());
    on.end(body);
  });
}

function fileOf(path) {
  const candidates = [path, `${path}.html`, `${path}/index.html`].map((name) => join(ROOT, normalize(name)));
  return candidates.find((name) => name.startsWith(ROOT) && existsSync(name) && statSync(name).isFile());
}

function page(incoming, outgoing) {
  const path = decodeURIComponent(new URL(incoming.url ?? '/', 'http://here').pathname);
  if (path === '/' || path === '/app') return outgoing.writeHead(303, { location: '/fr/app' }).end();
  const file = fileOf(path);
  if (!file || file.endsWith('allowed.json')) return outgoing.writeHead(404).end('not found');
  const forever = path.startsWith('/_app/') && !path.endsWith('version.json');
  const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache', 'x-content-type-options': 'nosniff', 'content-security-policy': CSP, 'service-worker-allowed': '/' };
  const accepted = incoming.headers['accept-encoding'] ?? '';
  const packed = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  outgoing.writeHead(200, packed ? { ...headers, 'content-encoding': packed } : headers);
  const stream = createReadStream(file);
  return packed ? stream.pipe(packed === 'br' ? createBrotliCompress() : createGzip({ level: 9 })).pipe(outgoing) : stream.pipe(outgoing);
}

const server = createServer((incoming, outgoing) => {
  const path = incoming.url ?? '/';
  if (/^\/(graphql|access|health|demo|clips)(\/|$|\?)/.test(path)) pass(incoming, outgoing);
  else page(incoming, outgoing);
});

server.on('upgrade', (incoming, socket, head) => {
  const on = connect(Number(port), host, () => {
    const lines = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${value}`);
    on.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    on.write(head);
    socket.pipe(on).pipe(socket);
  });
  on.on('error', () => socket.destroy());
  socket.on('error', () => on.destroy());
});

const at = Number(process.env.PORT ?? 8091);
server.listen(at, '127.0.0.1', () => console.log(`http://localhost:${at}/`));
