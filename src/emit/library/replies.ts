// Answers of services that blocks of Data & Services ask: values by name, and the whole as a list of IRD.
import type { LibraryFunction } from './define.js';

export const replies: readonly LibraryFunction[] = [
  {
    name: 'reply',
    needs: [],
    about:
      'The answer of a service by name: a JSON object, or the first row of a JSON array. An answer that is no JSON fails.',
    source: String.raw`function (content) {
  var answer = content === '' ? {} : JSON.parse(content);
  if (answer && Array.isArray(answer.rows)) answer = answer.rows;
  if (Array.isArray(answer)) answer = answer.length > 0 ? answer[0] : {};
  return answer !== null && typeof answer === 'object' ? answer : { result: answer };
}`,
  },
  {
    name: 'replyValue',
    needs: ['text'],
    about: 'One value of an answer as text, whatever the case of its name; empty when it is missing.',
    source: String.raw`function (reply, name) {
  var wanted = name.toLowerCase(), found = Object.keys(reply).filter(function (key) {
    return key.toLowerCase() === wanted;
  });
  return found.length === 0 ? '' : ird.text(reply[reply.hasOwnProperty(name) ? name : found[0]]);
}`,
  },
  {
    name: 'replyList',
    needs: ['text'],
    about: 'An answer as a list of IRD, name:value|name:value.',
    source: String.raw`function (reply) {
  return Object.keys(reply).map(function (name) { return name + ':' + ird.text(reply[name]); }).join('|');
}`,
  },
  {
    name: 'answerText',
    needs: ['text'],
    about: 'The answer of a service as text: an object in JSON as a list, anything else as it came.',
    source: String.raw`function (content) {
  var answer = ird.text(content);
  try {
    return /^\s*\{/.test(answer) ? ird.text(JSON.parse(answer)) : answer;
  } catch (ignored) {
    return answer;
  }
}`,
  },
  {
    name: 'listPairs',
    needs: ['listItems', 'itemKey', 'itemValue'],
    about: 'A list of IRD as an object; the first of equal keys wins.',
    source: String.raw`function (list) {
  return ird.listItems(list).reduce(function (pairs, item) {
    var key = ird.itemKey(item);
    if (key !== '' && !pairs.hasOwnProperty(key)) {
      pairs[key] = ird.itemValue(item);
    }
    return pairs;
  }, {});
}`,
  },
  {
    name: 'attachFound',
    needs: ['attachSome', 'text'],
    about: 'Attaches what a server has found; gives the value of one of the pairs.',
    source: String.raw`function (id, pairs, key) {
  ird.attachSome(id, pairs);
  return ird.text(pairs[key]);
}`,
  },
];
