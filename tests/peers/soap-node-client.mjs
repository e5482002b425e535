// Calls the CDRi service with node soap: soap-node-client.mjs WSDL PFX PASSWORD CA NIR KEY BIRTH RANK 1.1|1.2. Prints the given name, or the fault's detail code.
import fs from 'node:fs';
import https from 'node:https';
import soap from 'soap';

const [wsdl, pfx, passphrase, ca, nir, key, birth, rank, version] = process.argv.slice(2);
const httpsAgent = new https.Agent({ pfx: fs.readFileSync(pfx), passphrase, ca: fs.readFileSync(ca) });
const client = await soap.createClientAsync(wsdl, { wsdl_options: { httpsAgent }, forceSoap12Headers: version === '1.2' });
client.setSecurity({ addOptions: (options) => { options.httpsAgent = httpsAgent; }, toXML: () => '' });
client.addSoapHeader('<c:ContexteBAM xmlns:c="urn:siram:bam:ctxbam" Version="01_02"><c:Id>node-1</c:Id><c:Temps>2025-03-04T08:00:00.000Z</c:Temps><c:COUVERTURE/></c:ContexteBAM>');
client.addSoapHeader('<c:ContexteLPS xmlns:c="urn:siram:lps:ctxlps" Version="01_00"><c:Id>node-2</c:Id><c:Temps>2025-03-04T08:00:00.000Z</c:Temps></c:ContexteLPS>');
client.addSoapHeader('<w:Action xmlns:w="http://www.w3.org/2005/08/addressing">urn:simphonie-hub:cdr:1:consulterLesDroits</w:Action>');
client.addSoapHeader(`<w:MessageID xmlns:w="http://www.w3.org/2005/08/addressing">uuid:${crypto.randomUUID()}</w:MessageID>`);
const question = {
  DatedeReference: '2025-03-04',
  BeneficiaireDeSoins: {
    DatedeNaissance: birth,
    SituationAdministrativeAMO: { RangdeNaissance: rank },
    Assure: { NIRassure: { Num: nir, Cle: key } },
  },
};
try {
  const [answer] = await client.consulterLesDroitsAsync(question);
  console.log(answer.Beneficiaire.Identite.Prenom);
} catch (error) {
  const fault = error.root?.Envelope?.Body?.Fault;
  if (!fault) throw error;
  console.log('fault', (fault.Detail ?? fault.detail).Erreur.attributes.code);
}
