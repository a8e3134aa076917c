// What classification gives, and requests to the contact and the Outbound server: what is attached, what is sent, and where to.
import type { LibraryFunction } from './define.js';

export const services: readonly LibraryFunction[] = [
  {
    name: 'relevant',
    needs: ['num'],
    about: 'The categories of at least that relevancy.',
    source: String.raw`function (categories, least) {
  return categories.filter(function (category) {
    return ird.num(category.relevancy) >= least;
  });
}`,
  },
  {
    name: 'categoryPairs',
    needs: ['text', 'num'],
    about:
      'The user data that stand for categories: the most relevant one under its keys, each one under a key of its own.',
    source: String.raw`function (categories) {
  var pairs = {}, best = null;
  categories.forEach(function (category) {
    var relevancy = ird.num(category.relevancy);
    pairs['Ctg_' + category.id] = relevancy;
    if (best === null || relevancy > ird.num(best.relevancy)) best = category;
  });
  if (best !== null) {
    pairs.CtgId = ird.text(best.id);
    pairs.CtgName = pairs.CategoryName = ird.text(best.name);
    pairs.CtgRelevancy = ird.num(best.relevancy);
  }
  return pairs;
}`,
  },
  {
    name: 'matchingRule',
    needs: ['text'],
    about:
      'Name of the first screening rule that fits, among the wanted ones in their order; any rule when none is named. Empty when none fits.',
    source: String.raw`function (rules, wanted) {
  var fitting = rules.filter(function (rule) {
    return rule.match === true || rule.match === 'true';
  }).map(function (rule) {
    return ird.text(rule.name);
  });
  var named = wanted.length === 0 ? fitting : wanted.filter(function (name) {
    return fitting.indexOf(name) >= 0;
  });
  return named.length === 0 ? '' : named[0];
}`,
  },
  {
    name: 'serviceAddress',
    needs: ['text'],
    about:
      'Address of a service below that of all of its kind; none as long as nobody has set that: a path alone would be asked of whoever serves the page.',
    source: String.raw`function (base, path) {
  var address = ird.text(base);
  return address === '' ? '' : address + path;
}`,
  },
  {
    name: 'serviceBody',
    needs: ['udataPairs'],
    about:
      'The body of a request to a service: which service, for which interaction, with which parameters and user data.',
    source: String.raw`function (service, id, parameters, withUserData) {
  var body = { service: service, interactionid: id, parameters: parameters };
  if (withUserData) body.userdata = ird.udataPairs(id);
  return JSON.stringify(body);
}`,
  },
  {
    name: 'answerPairs',
    needs: [],
    about: 'The texts and numbers of an answer that is an object in JSON; nothing of any other answer.',
    source: String.raw`function (content) {
  var pairs = {}, answer;
  try {
    answer = JSON.parse(content);
  } catch (ignored) {
    return pairs;
  }
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return pairs;
  Object.keys(answer).forEach(function (key) {
    if (typeof answer[key] === 'string' || typeof answer[key] === 'number') pairs[key] = answer[key];
  });
  return pairs;
}`,
  },
  {
    name: 'attachSome',
    needs: ['attach'],
    about: 'Writes pairs to the user data; whether there were any.',
    source: String.raw`function (id, pairs) {
  if (Object.keys(pairs).length === 0) return false;
  ird.attach(id, pairs);
  return true;
}`,
  },
  {
    name: 'recordUrl',
    needs: ['udata'],
    about:
      'Where the Outbound server takes a request about the record of a call: the address that the call carries, else the server and the handle of the record.',
    source: String.raw`function (id, server, request) {
  var address = ird.udata(id, 'GSW_RECORD_URI'), handle = ird.udata(id, 'GSW_RECORD_HANDLE');
  if (address === '' && server !== '' && handle !== '') {
    address = server.replace(/\/+$/, '') + '/records/' + encodeURIComponent(handle);
  }
  return address === '' ? '' : address + '?req=' + request;
}`,
  },
  {
    name: 'listUrl',
    needs: ['udata'],
    about:
      'Where the Outbound server takes a new record of a calling list: the server that was given, else that of the call.',
    source: String.raw`function (id, server, list) {
  var found = /^https?:\/\/[^\/]+/.exec(ird.udata(id, 'GSW_RECORD_URI'));
  var host = server !== '' ? server.replace(/\/+$/, '') : found === null ? '' : found[0];
  return host === '' ? '' : host + '/lists/' + encodeURIComponent(list) + '?req=AddRecord';
}`,
  },
];
