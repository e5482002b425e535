// A CDRi service made with node soap: soap-node-server.mjs WSDL CERT KEY CA. Prints its port; answers the person it was asked for, or a fault for rank 9.
import fs from 'node:fs';
import https from 'node:https';
import soap from 'soap';

const [wsdl, cert, key, ca] = process.argv.slice(2);
const service = {
  CdriHub: {
    CdriHubSoap12Port: {
      consulterLesDroits(question) {
        const person = question.BeneficiaireDeSoins;
        if (String(person.SituationAdministrativeAMO.RangdeNaissance) === '9') {
          throw {
            Fault: {
              Code: { Value: 'soap:Sender', Subcode: { Value: 'soap:siram_40' } },
              Reason: { Text: 'indisponible' },
              Detail: { 'siram:Erreur': { attributes: { 'xmlns:siram': 'urn:siram', code: 'desir_1020', severite: 'fatale' }, $value: 'texte' } },
              statusCode: 500,
            },
          };
        }
        return {
          Mention: 'node',
          DatedeReference: new Date(question.DatedeReference).toISOString().slice(0, 10), // node soap reads xs:date as a Date
          Beneficiaire: {
            NIRassure: person.Assure.NIRassure,
            DatedeNaissance: person.DatedeNaissance,
            RangdeNaissance: person.SituationAdministrativeAMO.RangdeNaissance,
            Identite: { NomdeNaissance: 'NODE', Prenom: 'SOAP' },
            DroitsAMO: { Ouverts: 'false' },
            MedecinTraitant: { Declare: 'false' },
          },
        };
      },
    },
  },
};
const server = https.createServer({ cert: fs.readFileSync(cert), key: fs.readFileSync(key), ca: fs.readFileSync(ca), requestCert: true, rejectUnauthorized: true });
server.listen(0, '127.0.0.1', () => {
  soap.listen(server, { path: '/lps', services: service, xml: fs.readFileSync(wsdl, 'utf8'), forceSoap12Headers: true, callback: () => console.log(server.address().port) });
});
