// Shapes of the objects of the toolbar Data & Services. No export of such an object was seen: the properties are those that the dialogs are said to
// have, in our spelling.
import { rows, scalar } from './shape-words.js';

const parameters = rows({ key: 'text', value: 'expression' });
/** What is taken of the answer: a column of its first row, or a member; a variable for each. */
const outputs = rows({ key: 'text', variable: 'variable' });
const answered = { outputs, result: scalar('variable'), timeout: scalar('expression') } as const;

export const databaseWizard = {
  accessPoint: scalar('text'),
  query: scalar('text'),
  procedure: scalar('text'),
  parameters,
  ...answered,
} as const;

export const customServer = {
  server: scalar('text'),
  request: scalar('text'),
  parameters,
  ...answered,
} as const;

export const businessRule = {
  package: scalar('text'),
  rule: scalar('text'),
  parameters,
  ...answered,
} as const;

export const externalService = {
  applicationType: scalar('text'),
  application: scalar('text'),
  service: scalar('text'),
  method: scalar('text'),
  parameters,
  withoutUserData: scalar('boolean'),
  ...answered,
} as const;

export const webService = {
  /** An address, or what follows the address of all services. */
  url: scalar('text'),
  /** get | post | soap */
  method: scalar('text'),
  parameters,
  user: scalar('text'),
  password: scalar('text'),
  ...answered,
} as const;
