// The platform objects that library functions and mapping examples read: one voice call with a little of everything.

/** ES5 that makes `_genesys` and `_data`. What is written to user data is kept in `requests` and shown only when `show()` is called. */
export const world = String.raw`
var _data = { ird_ixn: 'ixn1', ird_dn: '8001', ird_live: {}, ird_requests: {}, ird_set: {} };
var _event = { name: 'callback.ready', data: { priority: '7', positioninqueue: 2, content: 'answer' } };
var requests = [];
var __Log = function () {};
var show = function () {
  requests.forEach(function (request) {
    Object.keys(request.pairs).forEach(function (key) {
      if (request.remove) delete _genesys.ixn.interactions[request.id].udata[key];
      else _genesys.ixn.interactions[request.id].udata[key] = request.pairs[key];
    });
  });
  requests = [];
};
var _genesys = {
  ixn: {
    interactions: {
      ixn1: {
        voice: { ani: '5550100', dnis: '5550199', callid: 77, connid: '006a02c1', type: 'inbound', media: 'voice' },
        location: { media_server: 'tserver_a' },
        parties: { p1: { device: '8001' }, p2: { device: '5550100' } },
        xdata: { UU_DATA: 'abc' },
        udata: { Language: 'en', Pass: 1, Flag: true, Open: '09:30', Nested: { a: 1, b: 'x' } }
      },
      ixn2: { msgbased: { media: 'email' }, udata: {} },
      ixn3: {}
    },
    setuData: function (pairs, id) { requests.push({ pairs: pairs, id: id }); },
    deleteuData: function (pairs, id) { requests.push({ pairs: pairs, id: id, remove: true }); }
  },
  session: {
    tenant: 'Environment',
    tenantid: 101,
    server: { name: 'ORS_1', cluster: 'ORS' },
    lookupseq: { StartFromTenant: 3 },
    getConfigOption: function (id, name) { return { limit: '10' }[name]; },
    setOptions: function () {},
    listLookupValue: function (list, key, value) { return list === 'Hours' && key === 'open' && value === '09:00' ? 'Sales' : undefined; },
    day: { Sunday: 'd0', Monday: 'd1', Tuesday: 'd2', Wednesday: 'd3', Thursday: 'd4', Friday: 'd5', Saturday: 'd6' },
    timeInZone: function (zone) { return { ECT: '15:05:06', EST: '09:05:06', odd: 'noon' }[zone]; },
    dateInZone: function (zone) { return { ECT: '2026-03-04', EST: '03/04/2026' }[zone]; },
    dayInZone: function (zone) { return { ECT: 'd3', EST: 'd0' }[zone]; },
    isSpecialDay: function (table, day, zone, useTime) {
      if (table !== 'Holidays') return false;
      if (day === '') return 1;
      return day === 'Founding Day' && (zone === undefined || (zone === 'ECT' && useTime === 1));
    },
    getListItemValue: function (list, item, key) {
      var items = { Sales: { open: '09:00', close: '17:00' } };
      if (list !== 'Hours') throw new Error('unknown list');
      return items[item] === undefined ? undefined : key === undefined ? items[item] : items[item][key];
    }
  },
  statistic: {
    sData: function (object, name) {
      if (object === 'VQ_Sales' && name === 'CallsEntered') return 7;
      return { StatAgentsAvailable: 3, StatLoadBalance: 0.5 }[name];
    },
    getAvgData: function () { return 4; },
    getMaxData: function () { return 5; },
    getMinData: function () { return 3; }
  },
  queue: {
    reserveTarget: function () {},
    cCTExtractTargets: function (id, server, input) { return input.replace('.', '@' + server + '.'); },
    checkAgentState: function () {},
    excludeAgents: function () {},
    countSkillInGroup: function () { return 2; },
    priorityTuning: function () {},
    setIdealAgent: function () {},
    onRouteError: function () {}
  }
};
`;
