// The built-in profile `ird-8`: the layout that we assume for exports of IRD 8, because the real one is not public. It is also the
// layout to use when an export is written by hand. docs/export-profile.md prints it.
import type { ProfileDocument } from './document.js';

export const ird8: ProfileDocument = {
  profile: 1,
  name: 'ird-8',
  evidence: 'assumed',
  description: 'Objects in a list, properties as name and value, tables of rows and cells, links in a list.',
  strategies: [{ at: ['IRDExport/Strategy', 'Strategy'], name: '@name', kind: '@type' }],
  metadata: [
    { at: 'Property', name: '@name', value: ['@value', '.'] },
    { at: ['@version', '../@version'], name: "'version'", value: '.' },
  ],
  variables: [
    {
      at: 'Variables/Variable',
      name: '@name',
      type: '@type',
      value: ['@value', '.'],
      direction: '@scope',
      description: '@description',
    },
  ],
  blocks: [
    {
      at: 'Objects/Object',
      id: '@id',
      type: '@type',
      caption: '@name',
      disabled: '@disabled',
      x: '@x',
      y: '@y',
    },
  ],
  ports: [{ at: ['Port', 'Ports/Port'], name: '@name' }],
  links: [{ in: 'strategy', at: 'Links/Link', id: '@id', from: '@from', port: '@port', to: '@to' }],
  properties: [{ at: 'Property', name: '@name', value: ['@value', '.'] }],
  tables: [
    {
      at: 'Table',
      name: '@name',
      row: 'Row',
      cells: [{ at: 'Cell', name: '@name', value: ['@value', '.'] }],
    },
  ],
  comments: [
    { in: 'strategy', at: 'Comments/Comment', text: ['@text', '.'], block: '@object' },
    { in: 'block', at: 'Comment', text: ['@text', '.'] },
  ],
};
