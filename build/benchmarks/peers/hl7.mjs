// Reads the two messages of the row "HL7 reading" with other implementations and takes the same 12 fields of each.
// Usage: node hl7.mjs PAM.er7 OBX.er7 [seconds]; prints one JSON array: {peer, message, bytes, messagesPerSecond, megabytesPerSecond, found}.
// Packages are those of tests/peers (npm ci there first).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), '../../../tests/peers/package.json'));
const [pamFile, obxFile, secondsText = '2'] = process.argv.slice(2);
const seconds = Number(secondsText);

// segment, occurrence, field, repetition, component: 1-based, as in Rows/Hl7Reading.cs.
const paths = {
  pam: [['MSH', 1, 10, 1, 1], ['MSH', 1, 9, 1, 2], ['EVN', 1, 2, 1, 1], ['PID', 1, 3, 1, 1], ['PID', 1, 3, 2, 1], ['PID', 1, 5, 1, 1],
    ['PID', 1, 5, 1, 2], ['PID', 1, 7, 1, 1], ['PID', 1, 18, 1, 1], ['PV1', 1, 2, 1, 1], ['PV1', 1, 19, 1, 1], ['ZBE', 1, 9, 1, 1]],
  obx200: [['MSH', 1, 10, 1, 1], ['MSH', 1, 9, 1, 2], ['PID', 1, 3, 1, 1], ['PID', 1, 5, 1, 1], ['PID', 1, 7, 1, 1], ['PV1', 1, 2, 1, 1],
    ['OBR', 1, 4, 1, 1], ['OBX', 1, 5, 1, 1], ['OBX', 50, 5, 1, 1], ['OBX', 100, 5, 1, 1], ['OBX', 150, 5, 1, 1], ['OBX', 200, 5, 1, 1]],
};

const peers = {
  '@medplum/core': () => {
    const { Hl7Message } = require('@medplum/core');
    return (text, wanted) => {
      const message = Hl7Message.parse(text);
      return wanted.map(([segment, occurrence, field, repetition, component]) =>
        message.getAllSegments(segment)[occurrence - 1]?.getField(field)?.getComponent(component, undefined, repetition - 1));
    };
  },
  'simple-hl7': () => {
    const { Parser } = require('simple-hl7');
    const parser = new Parser({ segmentSeperator: '\r' });
    return (text, wanted) => {
      const message = parser.parse(text);
      const byName = name => (name === 'MSH' ? [message.header] : message.segments.filter(one => one.name === name));
      return wanted.map(([segment, occurrence, field, repetition, component]) => {
        const found = byName(segment)[occurrence - 1];
        if (!found) return undefined;
        const one = found.fields[segment === 'MSH' ? field - 3 : field - 1];
        return one?.value?.[repetition - 1]?.[component - 1]?.value?.[0];
      });
    };
  },
  'node-hl7-client': () => {
    const { Message } = require('node-hl7-client');
    return (text, wanted) => {
      const message = new Message({ text });
      return wanted.map(([segment, occurrence, field, repetition, component]) => {
        const all = message.get(segment);
        const one = all.get(occurrence - 1).get(field);
        const at = one.length > 1 ? one.get(repetition - 1) : one;
        return (at.length > 1 ? at.get(component) : at).toString();
      });
    };
  },
};

const results = [];
for (const [name, file] of [['pam', pamFile], ['obx200', obxFile]]) {
  const bytes = readFileSync(file);
  for (const [peer, make] of Object.entries(peers)) {
    try {
      const take = make();
      let found = take(bytes.toString('utf8'), paths[name]).filter(value => value !== undefined && value !== '').length;
      for (let warm = 0; warm < 200; warm++) take(bytes.toString('utf8'), paths[name]);
      const start = process.hrtime.bigint();
      let messages = 0;
      let elapsed = 0;
      while (elapsed < seconds) {
        // From bytes, as from a socket: decoding them is part of reading.
        for (let batch = 0; batch < 20; batch++) take(bytes.toString('utf8'), paths[name]);
        messages += 20;
        elapsed = Number(process.hrtime.bigint() - start) / 1e9;
      }
      results.push({ peer, message: name, bytes: bytes.length, messagesPerSecond: messages / elapsed, megabytesPerSecond: (messages * bytes.length) / elapsed / 1e6, found });
    } catch (error) {
      results.push({ peer, message: name, error: String(error.message ?? error) });
    }
  }
}
console.log(JSON.stringify(results, null, 2));
