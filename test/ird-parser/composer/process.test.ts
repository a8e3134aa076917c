// Interaction processes: recognised, every node kept and reported as not converted yet.
import { describe, expect, it } from 'vitest';
import { readFixture, shownAll, underlined } from './read-diagram-text.js';

describe('an interaction process', () => {
  const read = readFixture('harbour.ixnprocess');

  it('is read as a process', () => {
    expect(read.file).toMatchObject({
      format: 'composer-ixnprocess',
      profile: { name: 'Composer 8.1.541.07, xmi:type' },
    });
    expect(read.strategy).toMatchObject({
      kind: 'process',
      name: 'harbour',
      language: 'ecmascript',
      variables: [],
    });
    expect(read.strategy.metadata).toEqual({
      composer: 'Composer 8.1.541.07',
      waitForEvent: 'interaction.present',
    });
  });

  it('keeps every node with its properties and links', () => {
    expect(read.strategy.blocks.map((block) => [block.type, block.sourceType, block.caption])).toEqual([
      ['ComposerIpdNode', 'ipd:WorkflowBlock', 'ClinicWorkflow'],
      ['ComposerIpdNode', 'ipd:IpdLinkedBlock', 'Confirm'],
      ['ComposerIpdNode', 'ipd:InteractionQueueBlock', 'Inbound'],
    ]);
    expect(shownAll(read.block('ClinicWorkflow').properties)).toEqual({
      resource: 'literal:/Workflows/HarbourClinic.workflow',
      cfgdbid: 'text:143',
      cfgObjectName: 'text:harbour.ClinicWorkflow',
    });
    expect(read.block('ClinicWorkflow').position).toEqual({ x: 48, y: 60 });
    expect(shownAll(read.block('Confirm').properties)).toEqual({
      type: 'text:CreateEmail',
      referrers: 'text:_w1',
    });
    expect(read.block('Inbound').others.map((other) => other.name)).toEqual(['queueSize']);
    expect(read.strategy.links.map((link) => [link.from, link.port, link.to])).toEqual([
      ['_w1', 'default', '_w2'],
      ['_w1', 'default', ''],
    ]);
  });

  it('reports each node and the event handlers', () => {
    expect(read.diagnostics.map((d) => [d.code, d.node, d.span.start.line])).toEqual([
      ['IRD1718', 'harbour/_w1', 4],
      ['IRD1718', 'harbour/_w2', 5],
      ['IRD1718', 'harbour/_w3', 6],
      ['IRD1711', 'harbour/_w3', 6],
      ['IRD1709', 'harbour/_w1/_l2', 8],
      ['IRD1719', 'harbour', 10],
    ]);
    expect(read.diagnostics[0]?.message).toBe(
      '"ClinicWorkflow" (ipd:WorkflowBlock) of interaction process "harbour" is not converted yet',
    );
    expect(read.diagnostics.at(-1)?.message).toBe(
      'Interaction process "harbour" has 2 event handlers, not converted yet',
    );
    expect(underlined(read)[3]).toBe('IRD1711 12');
    expect(read.file?.unread.map((item) => [item.path, item.count])).toEqual([
      ['blocks[ipd:InteractionQueueBlock]/@queueSize', 1],
      ['IpdDiagram/events', 2],
    ]);
  });
});
