// Sends one message with node-hl7-client and prints the acknowledgement: node mllp-node-hl7-client.mjs PORT FILE
import { readFileSync } from 'node:fs';
import { Client, Message } from 'node-hl7-client';

const [port, file] = [Number(process.argv[2]), process.argv[3]];
const text = readFileSync(file, 'latin1').replace(/\r$/, '');
const client = new Client({ host: '127.0.0.1' });
const connection = client.createConnection({ port }, async (response) => {
  process.stdout.write(response.getMessage().toString());
  await connection.close();
  process.exit(0);
});
connection.on('client.error', (error) => { console.error(String(error)); process.exit(1); });
await connection.sendMessage(new Message({ text }));
