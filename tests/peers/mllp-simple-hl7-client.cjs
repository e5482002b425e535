// Sends one message with simple-hl7 and prints the acknowledgement: node mllp-simple-hl7-client.cjs PORT FILE
const { readFileSync } = require('node:fs');
const hl7 = require('simple-hl7');

const message = new hl7.Parser().parse(readFileSync(process.argv[3], 'latin1'));
const client = hl7.Server.createTcpClient('127.0.0.1', Number(process.argv[2]));
client.send(message, (error, acknowledgement) => {
  if (error) { console.error(String(error)); process.exit(1); }
  process.stdout.write(acknowledgement.toString());
  process.exit(0);
});
