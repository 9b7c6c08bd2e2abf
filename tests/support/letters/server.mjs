// A mail server, for tests: nodemailer's, which takes every letter but those to some addresses.
// `node server.mjs PORT USER PASSWORD` (0: any free port); prints `smtp://...` when it answers, then a
// line of JSON for each letter it took.
//   refused-...: there is no such mailbox.
//   later-...: not the first time.
//   broken-...: taken, but the line breaks before that is said; not the second time.
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

// Whoever started this process has ended: so does this one.
process.stdin.resume().on('end', () => process.exit(0));

const [port, user, password] = process.argv.slice(2);
const seen = new Set();
const first = (address) => !seen.has(address) && Boolean(seen.add(address));
const no = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth({ username, password: shown }, session, done) {
    const right = username === user && shown === password;
    done(right ? null : no(535, `${username}: wrong`), { user: username });
  },
  onRcptTo({ address }, session, done) {
    if (address.startsWith('refused-')) return done(no(550, `5.1.1 <${address}>: no such mailbox here`));
    if (address.startsWith('later-') && first(address)) return done(no(451, `<${address}>: try again later`));
    done();
  },
  async onData(stream, session, done) {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const pieces = [];
    for await (const piece of stream) pieces.push(piece);
    const read = await PostalMime.parse(Buffer.concat(pieces));
    const { messageId, from, subject, text, html = null, headers } = read;
    console.log(JSON.stringify({ to, messageId, from: from.address, subject, text, html, headers }));
    if (to.some((address) => address.startsWith('broken-') && first(address))) {
      for (const connection of server.connections) connection._socket.destroy();
    } else {
      done();
    }
  },
});
server.on('error', () => {});
server.listen(Number(port ?? 0), '127.0.0.1', () => {
  console.log(`smtp://${user}@127.0.0.1:${server.server.address().port}`);
});
