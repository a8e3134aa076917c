// Multimedia: what a message is about.
import type { PropertiesOf } from '../../../../ir/nodes.js';
import { toInteger, toText } from '../../../evaluate/values.js';
import { NotRunnable } from '../../faults.js';
import type { BlockContext, Flow } from '../../session.js';
import {
  attachCategories,
  attachRule,
  categoriesKept,
  classify,
  keepCategories,
  screen,
  type Category,
} from '../../servers/classification.js';
import { failing } from '../basics.js';
import { defineRunners } from '../define.js';

function* categoriesOf(
  rows: PropertiesOf<'AttachCategories'>['categories'],
  cx: BlockContext,
): Flow<readonly Category[]> {
  const found: Category[] = [];
  for (const { name, id, relevancy } of rows) {
    const value = relevancy === undefined ? 100 : toInteger(yield* failing(cx.property(relevancy)));
    found.push({ name: name?.value ?? '', id: toText(id?.value ?? name?.value ?? ''), relevancy: value });
  }
  return found;
}

function* screening(
  { categoryRoot, server }: Pick<PropertiesOf<'Screen'>, 'categoryRoot' | 'server'>,
  wanted: readonly string[],
  { session }: BlockContext,
): Flow<'success'> {
  const fitting = yield* screen(session, {
    root: categoryRoot?.value ?? '',
    server: server?.value ?? '',
  });
  attachRule(session, fitting, wanted);
  return 'success';
}

export const classification = defineRunners({
  *Classify({ id, properties }, cx) {
    const { categoryRoot, relevancy, server } = properties;
    const root = categoryRoot?.value ?? '';
    if (root === '') throw new NotRunnable(`block "${id}" names no root category`);
    const found = yield* classify(cx.session, root, server?.value ?? '');
    // The threshold is applied to what was found.
    const least = (yield* failing(cx.integer(relevancy))) ?? 0;
    const relevant = found.filter((each) => each.relevancy >= least);
    keepCategories(cx.session, relevant);
    attachCategories(cx.session, relevant);
    return 'success';
  },
  *AttachCategories({ properties }, cx) {
    const own = yield* categoriesOf(properties.categories, cx);
    attachCategories(cx.session, own.length > 0 ? own : categoriesKept(cx.session));
    return 'success';
  },
  *Screen({ properties }, cx) {
    const rule = properties.rule?.value ?? '';
    return yield* screening(properties, rule === '' ? [] : [rule], cx);
  },
  *MultiScreen({ properties }, cx) {
    const wanted = properties.rules.map(({ rule }) => rule?.value ?? '');
    return yield* screening(properties, wanted, cx);
  },
});
