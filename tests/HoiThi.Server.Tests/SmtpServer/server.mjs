// A mail server for tests: listens on a free port of this machine and prints what comes in, a line of JSON a letter.
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(address, session, done) {
    done(address.address.startsWith("khong-nhan") ? new Error("no such mailbox") : undefined);
  },
  onData(stream, session, done) {
    simpleParser(stream)
      .then((letter) => {
        console.log(JSON.stringify({ to: letter.to.text, from: letter.from.text, subject: letter.subject, text: letter.text }));
        done();
      })
      .catch(done);
  },
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.server.address().port })));
process.stdin.on("end", () => process.exit(0)).resume();
