"""Calls the CDRi service with zeep: soap-zeep-client.py WSDL PORT CERT KEY CA NIR KEY BIRTH RANK. Prints the given name, or the fault's detail code."""
import sys

import requests
import zeep
from lxml import etree

wsdl, port, cert, key, ca, nir, nir_key, birth, rank = sys.argv[1:]
session = requests.Session()
session.cert = (cert, key)
session.verify = ca
session.trust_env = False  # a proxy or CA bundle of the environment is not meant for this
client = zeep.Client(wsdl, transport=zeep.transports.Transport(session=session))
bam = etree.fromstring(
    '<c:ContexteBAM xmlns:c="urn:siram:bam:ctxbam" Version="01_02"><c:Id>zeep-1</c:Id>'
    '<c:Temps>2025-03-04T08:00:00.000Z</c:Temps><c:COUVERTURE/></c:ContexteBAM>')
lps = etree.fromstring(
    '<c:ContexteLPS xmlns:c="urn:siram:lps:ctxlps" Version="01_00"><c:Id>zeep-2</c:Id>'
    '<c:Temps>2025-03-04T08:00:00.000Z</c:Temps></c:ContexteLPS>')
service = client.bind('CdriHub', port)
try:
    answer = service.consulterLesDroits(
        DatedeReference='2025-03-04',
        BeneficiaireDeSoins={
            'DatedeNaissance': birth,
            'SituationAdministrativeAMO': {'RangdeNaissance': int(rank)},
            'Assure': {'NIRassure': {'Num': nir, 'Cle': nir_key}},
        },
        _soapheaders=[bam, lps])
    body = answer['body'] if 'body' in answer else answer
    print(body['Beneficiaire']['Identite']['Prenom'])
except zeep.exceptions.Fault as fault:
    detail = fault.detail.find('{urn:siram}Erreur')
    print('fault', detail.get('code'))
