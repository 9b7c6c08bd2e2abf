// A mail server, nodemailer's: what a node sends to volunteers arrives here.
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { until } from './browser.mjs';

const [USER, PASSWORD] = ['entraide', 'navets au four le mardi'];
/** Where the links in letters lead; the same path leads to the node of a test. */
const SITE = 'https://entraide.example';

/** Takes every letter from whoever knows the password. */
export async function mailServer() {
  const taken = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, session, done) =>
      username === USER && password === PASSWORD ? done(null, { user: username }) : done(new Error(`${username}: wrong`)),
    async onData(stream, session, done) {
      const pieces = [];
      for await (const piece of stream) pieces.push(piece);
      const { text } = await PostalMime.parse(Buffer.concat(pieces));
      taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
      done();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** What a node is told, to send by it. */
    env: {
      ENTRAIDE_SITE: SITE,
      ENTRAIDE_MAIL_SERVER: `smtp://${USER}@127.0.0.1:${server.server.address().port}`,
      ENTRAIDE_MAIL_FROM: 'Entraide <lettres@tilleuls.example>',
      ENTRAIDE_MAIL_PASSWORD: PASSWORD
    },
    /** The path of the link in the letter to an address, once it is there. */
    async link(to) {
      const [letter] = await until(() => taken.filter((one) => one.to.includes(to)), (found) => found.length > 0);
      return letter.text.split('\n').find((line) => line.startsWith(SITE)).trim().slice(SITE.length);
    },
    stop: () => new Promise((resolve) => server.close(resolve))
  };
}
