// A real SMTP server for tests. Options come as JSON in the environment, changes of mood as JSON lines on stdin; what it
// takes over is told as JSON lines on stdout.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const options = JSON.parse(process.env.OPTIONS ?? '{}');
const mood = { ...options.mood };
const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const refusal = (answer) => Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
const socketOf = (session) => [...server.connections].find((connection) => connection.id === session.id)._socket;

/** Says no with this answer as often as the mood tells; without a number, always. */
function refused(step, key) {
  const rule = mood[step];
  if (!rule || (rule.only && rule.only !== key) || rule.times === 0) {
    return null;
  }

  if (rule.times) {
    rule.times--;
  }

  return refusal(rule.answer);
}

const server = new SMTPServer({
  secure: !!options.implicitTls,
  ...(options.key ? { key: readFileSync(options.key), cert: readFileSync(options.cert) } : {}),
  authOptional: !options.auth,
  authMethods: options.authMethods ?? ['PLAIN', 'LOGIN'],
  allowInsecureAuth: !!options.insecureAuth,
  hideSMTPUTF8: !!options.hideSmtpUtf8,
  disabledCommands: [...(options.startTls ? [] : ['STARTTLS']), ...(options.auth ? [] : ['AUTH'])],
  disableReverseLookup: true,
  closeTimeout: 100,
  logger: false,
  onConnect: (session, done) => (mood.mute ? undefined : done(refused('greeting'))),
  onAuth: (auth, session, done) =>
    auth.username === options.auth.user && auth.password === options.auth.password
      ? done(null, { user: auth.username })
      : done(refusal(`535 5.7.8 "${auth.password}" is not the password of ${auth.username}`)),
  onMailFrom: (address, session, done) => done(refused('sender', address.address)),
  onRcptTo: (address, session, done) => done(refused('recipient', address.address)),
  onData(stream, session, done) {
    if (mood.hang) {
      socketOf(session).pause(); // in the middle of it
      return;
    }

    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const no = refused('content');
      if (no) {
        done(no);
        return;
      }

      tell({ mail: Buffer.concat(chunks).toString('utf8'), to: session.envelope.rcptTo.map((to) => to.address), secure: session.secure, user: session.user ?? null, session: session.id });
      if (mood.drop) {
        mood.drop--;
        socketOf(session).destroy(); // taken over, but nobody hears of it
        return;
      }

      done();
    });
  },
});

server.on('error', () => {}); // a client that leaves in the middle is a case, not a fault
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.server.address().port}`));
createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'told') {
      tell({ told: true });
      return;
    }

    for (const key of Object.keys(mood)) {
      delete mood[key];
    }

    Object.assign(mood, JSON.parse(line));
    tell({ mood: true });
  })
  .on('close', () => process.exit(0));
