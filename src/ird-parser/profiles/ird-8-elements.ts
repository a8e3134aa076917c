// The built-in profile `ird-8-elements`: a second assumption, the same data with an element for everything instead of attributes.
import type { ProfileDocument } from './document.js';

export const ird8Elements: ProfileDocument = {
  profile: 1,
  name: 'ird-8-elements',
  evidence: 'assumed',
  description: 'No attributes: every value is the text of an element that is named after it.',
  strategies: [{ at: ['Strategies/Strategy', 'Strategy'], name: 'Name', kind: 'Kind' }],
  metadata: [
    { at: 'Version', name: "'version'", value: '.' },
    { at: '../Version', name: "'version'", value: '.' },
    { at: 'Information/*', name: 'name()', value: '.' },
  ],
  variables: [
    {
      at: 'Variables/Variable',
      name: 'Name',
      type: 'Type',
      value: 'Value',
      direction: 'Scope',
      description: 'Description',
    },
  ],
  blocks: [
    {
      at: 'Blocks/Block',
      id: 'Id',
      type: 'Type',
      caption: 'Caption',
      disabled: 'Disabled',
      x: 'Position/X',
      y: 'Position/Y',
    },
  ],
  ports: [{ at: 'Ports/Port', name: 'Name' }],
  links: [{ in: 'port', at: 'To', to: '.' }],
  properties: [{ at: 'Properties/*', name: 'name()', value: '.' }],
  tables: [
    {
      at: ['Properties/*[*]', '*[*]'],
      name: 'name()',
      row: '*',
      cells: [{ at: '*', name: 'name()', value: '.' }],
    },
  ],
  comments: [
    { in: 'strategy', at: 'Comments/Comment', text: 'Text', block: 'Block' },
    { in: 'block', at: 'Note', text: '.' },
  ],
};
