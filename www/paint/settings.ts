// What comes when a person first wants to set something or to let a finding stand. The site's page loads it from beside it.

import { download, waiversOf } from '../waiver-file';
import { fields } from './fields';
import { waived, waiveDialog, waiverOf } from './waivers';

export const settings = { fields, waived, waiveDialog, waiverOf, download, waiversOf };
