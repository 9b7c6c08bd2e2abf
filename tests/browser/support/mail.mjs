// A mail server, nodemailer's: what a node sends to volunteers arrives here.
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { until } from './browser.mjs';

const [USER, PASSWORD] = ['entraide', 'navets au four le mardi'];

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
    address: `smtp://${USER}@127.0.0.1:${server.server.address().port}`,
    password: PASSWORD,
    /** The link in the letter to an address that came last, once there are so many. */
    async link(to, letters = 1) {
      const found = await until(() => taken.filter((letter) => letter.to.includes(to)), (all) => all.length >= letters);
      return found.at(-1).text.match(/^https?:\S+\/l\/\S+$/m)[0];
    },
    stop: () => new Promise((resolve) => server.close(resolve))
  };
}
