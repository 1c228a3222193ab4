// The list of what is inside what is published, as CycloneDX: the same parts give the same bytes, so it has no time, no
// random number and no path.

import { Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';

import { Trouble } from './run.mjs';

const VERSION = Spec.Version.v1dot6;

/** The document of what `shipped` found, valid by the schema of CycloneDX. */
export async function sbomOf({ own, parts }) {
  const bom = new Models.Bom();
  const components = new Map([own, ...parts].map((part) => [part.purl, component(part)]));
  for (const { purl, needs } of [own, ...parts]) for (const name of needs) components.get(purl).dependencies.add(components.get(name).bomRef);
  for (const part of parts) bom.components.add(components.get(part.purl));
  bom.metadata.component = components.get(own.purl);
  bom.metadata.component.type = Enums.ComponentType.Application;
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.SpecVersionDict[VERSION]));
  const text = `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
  const wrong = await new Validation.JsonStrictValidator(VERSION).validate(text);
  if (wrong) throw new Trouble(`the SBOM does not follow the schema of CycloneDX: ${JSON.stringify(wrong)}`);
  return text;
}

function component({ name, version, license, purl, sha }) {
  return new Models.Component(Enums.ComponentType.Library, name, {
    version, purl, bomRef: purl,
    licenses: new Models.LicenseRepository([/ (OR|AND) /.test(license) ? new Models.LicenseExpression(license) : new Models.SpdxLicense(license)]),
    hashes: new Models.HashDictionary(sha?.hex ? [[sha.alg, sha.hex]] : []),
  });
}
