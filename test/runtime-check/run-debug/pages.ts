// A page that asks for everything that can be answered by hand: a menu, a request to a server, a target.
import { page } from '../run-page/pages.js';

export const menuPage = page(
  `<state id="main" initial="start">
  <transition event="interaction.deleted" target="abandoned"/>
  <state id="start"><transition event="interaction.added" target="menu"><assign location="_data.ixn" expr="_event.data.interactionid"/></transition></state>
  <state id="menu">
    <onentry><dialog:playandcollect requestid="_data.rid" interactionid="_data.ixn"><dialog:prompts type="ann"><dialog:prompt text="'menu.wav'"/></dialog:prompts><dialog:input max_digits="1"/></dialog:playandcollect></onentry>
    <transition event="dialog.playandcollect.done" cond="_event.data.digits == '2'" target="lookup"/>
    <transition event="dialog.playandcollect.done" target="again"/>
    <transition event="error.dialog.playandcollect" target="lookup"/>
  </state>
  <state id="again"><onentry><script>_data.tries = _data.tries + 1;</script></onentry><transition target="menu"/></state>
  <state id="lookup">
    <onentry><session:fetch requestid="_data.rid" srcexpr="'http://crm.example/level'" method="'get'"/></onentry>
    <transition event="session.fetch.done" target="selection"><assign location="_data.level" expr="_event.data.content"/></transition>
    <transition event="error.session.fetch" target="selection"/>
  </state>
  <state id="selection">
    <onentry>
      <log expr="'level ' + _data.level"/>
      <queue:submit requestid="_data.rid" interactionid="_data.ixn" queue="'VQ_Sales'" timeout="60" route="true" clearontimeout="true">
        <queue:targets type="agentgroup" statserver="'Stat'"><queue:target name="'Sales'"/></queue:targets>
      </queue:submit>
    </onentry>
    <transition event="queue.submit.done" cond="_event.data.requestid == _data.rid" target="routed"/>
    <transition event="error.queue.submit" cond="_event.data.requestid == _data.rid" target="fallback"/>
    <transition event="urgent"><log expr="'urgent: ' + _event.data.why"/></transition>
    <transition event="interaction.udata.changed"><log expr="_genesys.ixn.getuData('Note')"/></transition>
  </state>
  <state id="fallback">
    <onentry><queue:default requestid="_data.rid" interactionid="_data.ixn"/></onentry>
    <transition event="queue.default.done" target="defaulted"/>
    <transition event="error.queue.default" target="unrouted"/>
  </state>
</state>
<final id="routed"/><final id="defaulted"/><final id="abandoned"/><final id="unrouted"/>`,
  'main',
  `<datamodel><data id="rid" expr="''"/><data id="ixn" expr="''"/><data id="level" expr="'none'"/><data id="tries" expr="0"/></datamodel>`,
);
