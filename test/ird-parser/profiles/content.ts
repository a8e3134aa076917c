// What a strategy says, without where it says it: for comparing strategies that were read from different layouts.
import type { SourceFile, SourceStrategy } from '../../../src/ird-parser/source-model.js';

const placeKeys = new Set(['span', 'nameSpan', 'source', 'sourceType']);

/** Drops spans and spellings; located texts become their text. */
export function contentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(contentOf);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && typeof value.text === 'string' && 'span' in value) return value.text;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !placeKeys.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]: [string, unknown]) => [key, contentOf(inner)]),
  );
}

/** A strategy whose blocks are named by caption, because ids differ from layout to layout; links and ports in a fixed order. */
export function strategyContent(strategy: SourceStrategy): unknown {
  const captions = new Map(strategy.blocks.map(({ id, caption }) => [id, caption]));
  const nameOf = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : captions.get(id);
  return {
    ...(contentOf({ ...strategy, blocks: [], links: [], comments: [] }) as object),
    variables: contentOf(strategy.variables.toSorted((one, other) => (one.name < other.name ? -1 : 1))),
    blocks: strategy.blocks.map((block) => ({
      ...(contentOf(block) as object),
      id: block.caption,
      ports: block.ports.map(({ name }) => name).sort(),
    })),
    links: strategy.links.map(({ from, port, to }) => `${nameOf(from)} ${port} ${nameOf(to)}`).sort(),
    comments: strategy.comments.map((comment) => `${nameOf(comment.block) ?? '-'}: ${comment.text.text}`),
  };
}

export const fileContent = (file: SourceFile): unknown => file.strategies.map(strategyContent);
