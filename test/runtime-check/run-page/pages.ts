// Pages for tests of whole runs.

const modules = ['queue', 'dialog', 'session', 'statistic']
  .map((name) => `xmlns:${name}="http://www.genesyslab.com/modules/${name}"`)
  .join(' ');

/** A page in the ORS dialect; its states begin in line 3. */
export const page = (states: string, initial: string, data = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" ${modules} xmlns:ixn="http://www.genesyslab.com/modules/interaction" version="1.0" profile="ecmascript" initial="${initial}" name="t">${data}
${states}
</scxml>
`;

/** Welcomes, attaches data, waits ten seconds for Sales with music, and routes by default. */
export const callPage = page(
  `<state id="main" initial="start">
  <transition event="interaction.deleted" cond="!_event.data.resultof || _event.data.resultof == 'deletion'" target="abandoned"/>
  <state id="start"><transition event="interaction.added" target="welcome"><assign location="_data.ixn" expr="_event.data.interactionid"/></transition></state>
  <state id="welcome">
    <onentry><dialog:play requestid="_data.rid" interactionid="_data.ixn"><dialog:prompts type="ann"><dialog:prompt text="'welcome.wav'"/></dialog:prompts></dialog:play></onentry>
    <transition event="dialog.play.done" cond="_event.data.requestid == _data.rid" target="attach"/>
    <transition event="error.dialog.play" cond="_event.data.requestid == _data.rid" target="attach"/>
  </state>
  <state id="attach">
    <onentry><script>_genesys.ixn.setuData({ Passed: 1 }, _data.ixn);</script></onentry>
    <transition event="interaction.udata.changed" target="selection"/>
  </state>
  <state id="selection">
    <onentry>
      <queue:submit requestid="_data.rid" interactionid="_data.ixn" queue="'VQ_Sales'" priority="5" timeout="10" ordertype="'max'" orderstat="'StatAgentLoading'" route="true" clearontimeout="true">
        <dialog:runtreatments><dialog:playsound type="'music'" resource="'music/on_hold'" duration="20"/></dialog:runtreatments>
        <queue:targets type="agentgroup" statserver="'Stat'"><queue:target name="'Sales'"/></queue:targets>
      </queue:submit>
    </onentry>
    <transition event="queue.submit.done" cond="_event.data.requestid == _data.rid" target="routed"/>
    <transition event="error.queue.submit" cond="_event.data.requestid == _data.rid" target="fallback"/>
  </state>
  <state id="fallback">
    <onentry>
      <if cond="_data.ird_default_destination != ''"><ixn:redirect requestid="_data.rid" interactionid="_data.ixn" from="'8000'" to="_data.ird_default_destination"/><else/><queue:default requestid="_data.rid" interactionid="_data.ixn"/></if>
    </onentry>
    <transition event="interaction.redirect.done" target="defaulted"/>
    <transition event="queue.default.done" target="defaulted"/>
    <transition event="error" target="unrouted"/>
  </state>
</state>
<final id="routed"/><final id="defaulted"/><final id="abandoned"/><final id="unrouted"/>`,
  'main',
  `<datamodel><data id="rid" expr="''"/><data id="ixn" expr="''"/><data id="ird_default_destination" expr="''"/></datamodel>`,
);
