// An organisation's own sign-in, for tests: the certified provider, with a page that asks for a name
// and believes it. `node provider.mjs PORT BACK` (0: any free port; where it sends people back to);
// prints its issuer when it answers.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';

// Whoever started this process has ended: so does this one.
process.stdin.resume().on('end', () => process.exit(0));

const server = createServer();
await new Promise((listening) => server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

// Other keys at each start: what a provider does when it changes them.
const jwk = (kind, options, alg) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }),
  kid: randomUUID(),
  use: 'sig',
  alg,
});
const client = (client_id, alg) => ({
  client_id,
  client_secret: 'a secret between two machines',
  redirect_uris: [process.argv[3] ?? 'http://localhost:8000/access/outside/back'],
  id_token_signed_response_alg: alg,
});

const provider = new Provider(issuer, {
  clients: [client('entraide', 'RS256'), client('entraide-elliptic', 'ES256')],
  jwks: { keys: [jwk('rsa', { modulusLength: 2048 }, 'RS256'), jwk('ec', { namedCurve: 'P-256' }, 'ES256')] },
  cookies: { keys: [randomUUID()] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  // Whoever signs in consents.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

const answer = provider.callback();
server.on('request', async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, issuer);
  if (pathname.startsWith('/elsewhere/')) {
    // An issuer that sends whoever asks to another place...
    response.writeHead(302, { location: pathname.replace('/elsewhere/', '/trap/') }).end();
  } else if (pathname.startsWith('/trap/')) {
    // ... where all is well for whoever follows.
    const told = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...told, issuer: `${issuer}/elsewhere` }));
  } else if (!pathname.startsWith('/interaction/')) {
    answer(request, response);
  } else if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html');
    response.end('<form method="post"><label>Name <input name="name"></label><button>Sign in</button></form>');
  } else if (searchParams.has('no')) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
  } else {
    // Written in the form, or told in the address by who has no form.
    const accountId = searchParams.get('name') ?? new URLSearchParams(await text(request)).get('name');
    await provider.interactionFinished(request, response, { login: { accountId } });
  }
});
console.log(issuer);
