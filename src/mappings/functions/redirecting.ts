// What functions that route the call share: one ixn:redirect, after the open requests of the call were given up.
import type { Expr } from '../../ir/nodes.js';
import { routeTypeBy, routeTypeNamed } from '../blocks/routing/route-type.js';
import { hintsOf } from '../flow/extensions.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Lift, LiftContext } from '../lifting/define.js';
import { literal, location, value, type Action } from '../target-tree.js';

/** What stands beside the data that keeps it. */
export const foundWords = 'What a request of SelectDN has found, until SuspendForDN takes it.';

interface Redirecting {
  /** Where the call goes. */
  readonly to: (args: readonly Js[], cx: LiftContext, exprs: readonly Expr[]) => Js;
  /** The route type; left out: the default one. */
  readonly type?: (args: readonly Js[], cx: LiftContext, exprs: readonly Expr[]) => Js;
  /** The call is over when it is done: what follows does not run. */
  readonly ends?: true;
}

/** Gives up whatever waits for the call. */
const clearAll = (cx: LiftContext): Action => ({
  kind: 'if',
  branches: [
    {
      cond: js.binary(cx.library('waitingRequest'), '!=', js.text('')),
      actions: [
        {
          kind: 'element',
          module: 'queue',
          name: 'cancel',
          attributes: { interactionid: value(cx.interaction) },
        },
        { kind: 'script', statements: [js.run(cx.library('closeAll'))] },
      ],
    },
  ],
});

/** A call that became an ixn:redirect. */
export const redirectLift = ({ to, type, ends }: Redirecting): Lift => ({
  request: (args, cx, exprs) => {
    const destination = to(args, cx, exprs);
    const by = type?.(args, cx, exprs) ?? routeTypeNamed('Default');
    const used = cx.library('routedTo', js.boolean(true));
    cx.shared('found', foundWords);
    return {
      actions: [
        clearAll(cx),
        {
          kind: 'element',
          module: 'ixn',
          name: 'redirect',
          attributes: {
            requestid: location(cx.request),
            interactionid: value(cx.interaction),
            from: value(cx.thisDN),
            to: value(destination),
            type: value(by),
            ...hintsOf(cx),
            detach: literal('true'),
          },
        },
      ],
      replies: [
        ends
          ? { event: 'interaction.redirect.done', value: js.text(''), to: 'ended' }
          : { event: 'interaction.redirect.done', value: used },
      ],
      errors: [
        {
          event: 'error.interaction.redirect',
          actions: [{ kind: 'script', statements: [js.run(cx.library('routedTo', js.boolean(false)))] }],
        },
      ],
    };
  },
});

/**
 * The route type that a literal argument names; the default one, with a note, when that is not known. A type that no other comes near makes a placeholder: the call
 * would be delivered where it was to be ended.
 */
export function routeTypeArgument(given: Expr | undefined, cx: LiftContext): Js {
  if (given === undefined) return routeTypeNamed('Default');
  const written = cx.literal(given) ?? (given.kind === 'constant' ? given.value : undefined);
  if (written === undefined) {
    cx.review('its route type is known at run time only; the default one is used');
    return routeTypeNamed('Default');
  }
  const { type, doubt, isMissing = false } = routeTypeBy(String(written));
  if (doubt !== undefined && isMissing) cx.fail(doubt);
  else if (doubt !== undefined) cx.review(doubt);
  return type;
}
