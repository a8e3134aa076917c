// Codes 17xx: Composer diagrams.
import { defineCatalogue, entry } from '../define.js';

export const composerEntries = defineCatalogue({
  IRD1701: entry<{ root: string }>({
    severity: 'error',
    title: 'Not a Composer diagram',
    text: (d) => `The file holds no Composer diagram; its root element is "${d.root}"`,
    help: 'Convert the .workflow or .ixnprocess file of the Composer project; generated .scxml pages and project files are no input.',
    about:
      "A Composer diagram is an XMI file with an element StrategyDiagram (workflow) or IpdDiagram (interaction process) of the vendor's namespace. " +
      'The file is XMI, but none of its elements is such a diagram.',
    since: '0.1.0',
  }),
  IRD1702: entry<{ kind: string }>({
    severity: 'error',
    title: 'Composer diagram of a kind that does not route',
    text: (d) => `The diagram is of the kind "${d.kind}", which is not a workflow or an interaction process`,
    help: 'Leave callflows as they are: they are voice applications that run on the media server. Convert the workflow that plays them.',
    about:
      'Composer draws voice applications (callflows) in the same format as workflows. They become VoiceXML, not SCXML, and are called from a workflow ' +
      'by Play Application.',
    since: '0.1.0',
  }),
  IRD1703: entry<{ diagram: string }>({
    severity: 'error',
    title: 'Diagram without blocks',
    text: (d) => `Diagram "${d.diagram}" has no blocks`,
    help: 'Check in Composer that this is the file that is in use; an empty diagram cannot be converted.',
    about: 'The diagram was created and never filled, or the file was damaged.',
    since: '0.1.0',
  }),
  IRD1704: entry<{ diagram: string }>({
    severity: 'error',
    title: 'Workflow without Entry block',
    text: (d) => `Workflow "${d.diagram}" has no Entry block, so nothing says where it starts`,
    help: 'Add an Entry block in Composer and link it to the first block, then convert again.',
    about: 'A workflow starts at its Entry block, which also declares the variables.',
    since: '0.1.0',
  }),
  IRD1705: entry<{ diagram: string; block: string; first: string }>({
    severity: 'error',
    title: 'Workflow with more than one Entry block',
    text: (d) => `Workflow "${d.diagram}" has a second Entry block "${d.block}" beside "${d.first}"`,
    help: 'Remove all Entry blocks but one in Composer. Until then the first one in the file counts as the start.',
    about: 'Only one block can be the start. The variables of all Entry blocks are read.',
    since: '0.1.0',
  }),
  IRD1706: entry<{ block: string; id: string }>({
    severity: 'warning',
    title: 'Block without id',
    text: (d) => `Block "${d.block}" has no xmi:id; it is called "${d.id}" here, and no link can lead to it`,
    help: 'Open and save the diagram in Composer, which gives every block an id.',
    about: 'Links name the blocks at their ends by id. The file was probably edited by hand or merged badly.',
    since: '0.1.0',
  }),
  IRD1707: entry<{ block: string; id: string }>({
    severity: 'error',
    title: 'Two blocks with one id',
    text: (d) => `Block "${d.block}" has the id "${d.id}", which an earlier block has already`,
    help: 'Delete and redraw one of the two blocks in Composer, and check which links belong to it.',
    about:
      'Links name blocks by id, so all links to this id are taken to mean the first block. This comes from merging two versions of a diagram.',
    since: '0.1.0',
  }),
  IRD1708: entry<{ link: string; end: 'starts at' | 'leads to'; block: string }>({
    severity: 'error',
    title: 'Link to or from a block that does not exist',
    text: (d) => `Link "${d.link}" ${d.end} block "${d.block}", which is not in the diagram`,
    help: 'Draw the link again in Composer, or delete it.',
    about:
      'The end of a link names a block by its id. The block was removed while the link stayed, or two versions were merged badly.',
    since: '0.1.0',
  }),
  IRD1709: entry<{ link: string; end: 'starts at' | 'leads to' }>({
    severity: 'warning',
    title: 'Link with a loose end',
    text: (d) => `Link "${d.link}" ${d.end} no block`,
    help: 'Connect the link in Composer, or delete it.',
    about:
      'The link names no block at one of its ends, so it has no effect. Interaction processes of older Composer versions hold such links.',
    since: '0.1.0',
  }),
  IRD1710: entry<{ block: string; type: string }>({
    severity: 'warning',
    title: 'Unknown Composer block type',
    text: (d) =>
      d.type === ''
        ? `Block "${d.block}" has no type`
        : `Block "${d.block}" has the type "${d.type}", which is not known`,
    help: 'Finish the placeholder that the block becomes by hand; its properties are kept as text and shown there.',
    about:
      'The reader knows the block types that public Composer diagrams show. Every property of any other block is kept as text, and its links and exceptions are read.',
    since: '0.1.0',
  }),
  IRD1711: entry<{ path: string; count: number; kept: boolean }>({
    severity: 'warning',
    title: 'Part of a diagram that is not known',
    text: (d) =>
      `"${d.path}" is not known (${d.count === 1 ? 'once' : `${String(d.count)} times`} in this file); ` +
      (d.kept ? 'its value is kept as text and has no effect' : 'it was not read'),
    help: 'Check in Composer what the property does, and whether the converted block needs it.',
    about:
      "Composer's file format is not documented; the properties that are read are those that public diagrams show. Everything else is counted, never dropped in silence.",
    since: '0.1.0',
  }),
  IRD1712: entry<{ block: string; property: string }>({
    severity: 'warning',
    title: 'Composer block lacks a property that it needs',
    text: (d) => `Block "${d.block}" has no value for "${d.property}"`,
    help: 'Fill in the property in Composer, or finish the converted block by hand.',
    about: 'Composer saves diagrams that are not finished. The block was read without this property.',
    since: '0.1.0',
  }),
  IRD1713: entry<{ block: string; property: string; value: string; wanted: string }>({
    severity: 'warning',
    title: 'Property value of the wrong kind',
    text: (d) =>
      `Property "${d.property}" of block "${d.block}" should be ${d.wanted}, but is "${shorten(d.value)}"`,
    help: 'Correct the value in Composer, or choose a variable there.',
    about: 'The value is kept as literal text.',
    since: '0.1.0',
  }),
  IRD1714: entry<{ block: string; port: string }>({
    severity: 'warning',
    title: 'Link from a port that the block does not have',
    text: (d) => `A link leaves block "${d.block}" by the port "${d.port}", which the block does not have`,
    help: 'Check the conditions of the block in Composer; a renamed condition leaves its old link behind.',
    about:
      'Output ports follow from the type of a block and, in Branching, from the names of its conditions. The link is kept.',
    since: '0.1.0',
  }),
  IRD1715: entry<{ block: string; port: string }>({
    severity: 'error',
    title: 'Two conditions with one name',
    text: (d) => `Block "${d.block}" has more than one output port "${d.port}"`,
    help: 'Give every condition of the block a name of its own in Composer; "default" is the port that is taken when no condition holds.',
    about:
      'Links name the port that they leave from. With one name for two conditions it cannot be told which link belongs to which.',
    since: '0.1.0',
  }),
  IRD1717: entry<{ block: string; text: string }>({
    severity: 'info',
    title: 'IRD expression found in a comment',
    text: (d) => `A comment in block "${d.block}" holds an IRD expression: ${shorten(d.text)}`,
    help: 'Compare the script with the expression: it probably stands where the importer could not translate it.',
    about:
      'When IRD strategies are imported into Composer, expressions that cannot be translated are commented out in a script. They are recognised by their form, ' +
      'a call with square brackets, so now and then a commented-out piece of ECMAScript may be taken for one.',
    since: '0.1.0',
  }),
  IRD1718: entry<{ block: string; type: string; process: string }>({
    severity: 'warning',
    title: 'Node of an interaction process is not converted',
    text: (d) => `"${d.block}" (${d.type}) of interaction process "${d.process}" is not converted yet`,
    help: 'Convert the workflows that the process starts, and connect them to the interaction queues by hand.',
    about:
      'An interaction process says which workflow runs for interactions of a queue, and handles events for it. Its workflows can be converted one by one.',
    since: '0.1.0',
  }),
  IRD1719: entry<{ process: string; count: number }>({
    severity: 'warning',
    title: 'Event handlers of an interaction process are not converted',
    text: (d) =>
      `Interaction process "${d.process}" has ${d.count === 1 ? 'an event handler' : `${String(d.count)} event handlers`}, not converted yet`,
    help: "Compare the handlers with Composer's defaults; converted pages handle the start, merge and loss of the interaction themselves.",
    about:
      'Composer puts handlers for the start, merge and loss of the interaction into every process. Only handlers that were changed by hand need attention.',
    since: '0.1.0',
  }),
});

/** Long texts are cut, so that a message stays one line. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}
