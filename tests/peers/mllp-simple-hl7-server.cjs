// Serves MLLP with simple-hl7, answers AA, prints the port, then the control id of each message: node mllp-simple-hl7-server.cjs
const { createServer } = require('node:net');
const hl7 = require('simple-hl7');

const probe = createServer().listen(0, '127.0.0.1', () => {
  const { port } = probe.address();
  probe.close(() => {
    const app = hl7.tcp();
    app.use((request, response) => {
      console.log(request.msg.header.getField(8));
      response.end();
    });
    app.start(port);
    console.log(port);
  });
});
