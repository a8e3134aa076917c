// Texts found in public documents, logs and projects, retyped; names of other people's agents, groups, servers and queues are
// replaced by invented ones of the same shape. Each says what reading it gives, and whether it is in an IRD language at all.
import type { Code } from '../../../src/diagnostics/index.js';
import type { Language } from '../../../src/ird-parser/languages/index.js';

export interface RealExpression {
  readonly text: string;
  readonly language: Language;
  /** Codes of the findings, in the order of the text; none when left out. */
  readonly gives?: readonly Code[];
  /** Set when the text is in none of the IRD languages: why. The list stands in docs/languages.md too. */
  readonly exception?: string;
}

const otherLanguage = 'ECMAScript';
const signature = 'signature or placeholder';
const fragment = 'fragment';
const notExpression = 'not an expression';

const targets: readonly RealExpression[] = [
  { text: 'NorthAgentGroup@RoutingServer.GA', language: 'targets' },
  { text: '?:Skill1 > 1@RoutingServer.GA', language: 'targets' },
  { text: 'An other Sample Group', language: 'targets' },
  { text: 'TestUser@.A', language: 'targets' },
  {
    text: '0Resources|AB_SalesAll_VQ_inventedswitch||1|m38|1|00|0|0|---|||||||01StatAgentLoading|00{}{}{}[]?AB_SalesInbound_AG:Chat_SK>0@ab1_stat_urs_p.GA',
    language: 'targets',
    gives: ['IRD1536'],
    exception: notExpression,
  },
  { text: '?AB_SalesInbound_AG:Chat_SK>0@ab1_stat_urs_p.GA', language: 'targets' },
  { text: '?ABC_Billing_AG:Chat_SK>0@ab1_stat_urs_p.GA', language: 'targets' },
  { text: "Ada McTest@stat_server_north.A,Jo'anna Test@stat_server_north.A", language: 'targets' },
  { text: 'ABC_IP_Skill1_Group@ABC_StatServerRouting.GA', language: 'targets' },
  { text: 'uvwxyz.c@ab1_stat_urs_p.A,opqrstu.p@ab1_stat_urs_p.A', language: 'targets' },
  { text: 'mmustera@rp_stat_routing_1.A', language: 'targets' },
  { text: 'transfer-Billing@urs-voice-stat-81-1.RP', language: 'targets' },
  {
    text: 'targets _genesys.FMname.cCTExtractTargets(ixnid, statserver, input)',
    language: 'targets',
    exception: signature,
  },
  { text: '?:English=20&;Loans=2@StatServer.GA', language: 'targets', gives: ['IRD1526'] },
  {
    text: '<queue:submit queue="vq1" priority="5" timeout="100">',
    language: 'targets',
    gives: ['IRD1536'],
    exception: notExpression,
  },
  { text: 'az@.A', language: 'targets' },
  { text: '<number>@<switch>.DN', language: 'targets', gives: ['IRD1536'], exception: signature },
  {
    text: '{threshold}[weight] name@server.type',
    language: 'targets',
    gives: ['IRD1532'],
    exception: signature,
  },
];

const skills: readonly RealExpression[] = [
  { text: "'?:' + language + '> 9@.GA'", language: 'expression', exception: otherLanguage },
  { text: '?:Skill1 > 1', language: 'targets' },
  { text: 'English <= 8', language: 'skill' },
  { text: 'english >3', language: 'skill' },
  {
    text: "'site = ' + vsite + ' & english = ' + vlanguage + ' & account = ' + vaccount",
    language: 'expression',
    exception: otherLanguage,
  },
  { text: "'site = 1 & english = 1 & account = 1'", language: 'expression', exception: otherLanguage },
  { text: 'site = vsite & english = vlanguage & account = vaccount', language: 'skill' },
  {
    text: '&((loginStatus>0&loginStatus<23)|loginStatus>23)',
    language: 'skill',
    gives: ['IRD1503'],
    exception: fragment,
  },
  { text: 'LoggedIn("QueueNumber@SwitchName")', language: 'skill' },
  { text: 'LoggedIn("SwitchName")', language: 'skill' },
  { text: 'SkillExists("SkillName")', language: 'skill' },
  { text: 'run[IsAgentScoreGood, CallerID, ExtraData] > "0"', language: 'skill' },
];

const statistics: readonly RealExpression[] = [
  { text: 'StatAgentsAvailable', language: 'threshold' },
  {
    text: "_genesys.statistic.sData(Target, 'ExpectedWaitTime')",
    language: 'threshold',
    exception: otherLanguage,
  },
  { text: 'RStatCallsInQueue', language: 'threshold' },
  { text: 'StatAgentLoading', language: 'threshold' },
  { text: 'StatAgentOccupancy', language: 'threshold' },
  { text: 'RStatAgentsReady', language: 'threshold' },
  { text: 'RStatAgentsTotal', language: 'threshold' },
  { text: 'SData(Target, Statistics)', language: 'expression', gives: ['IRD1525'] },
  { text: 'RStatGPRAgentsReadyOrACWvoice', language: 'threshold' },
  {
    text: "_genesys.statistic.sData('az@.A', 'StatTimeInReadyState')",
    language: 'threshold',
    exception: otherLanguage,
  },
  { text: 'InVQWaitTime', language: 'threshold' },
  { text: 'PositionInQueue', language: 'threshold' },
  {
    text: 'sdata(Group2.GA, StatAgentsAvailable)>acfdata(URS, default, MinNumOfRdyAgents, 2)',
    language: 'threshold',
  },
  { text: 'sdata(target, statistic)', language: 'threshold' },
];

const lists: readonly RealExpression[] = [
  { text: 'GetStringKey(key,list)', language: 'expression', gives: ['IRD1525'] },
  { text: 'ListGetInteger(list,key)', language: 'expression', gives: ['IRD1525'] },
  { text: 'ListGetSize(index,bDoNotCountEmptyItems)', language: 'expression', gives: ['IRD1525'] },
  { text: 'ListGetString(index,list)', language: 'expression', gives: ['IRD1525'] },
  { text: 'getMinSubList(List)', language: 'expression', gives: ['IRD1525'] },
  {
    text: "varConsiderExpert = _genesys.session.getListItemValue('LIST_AB_CD', v_CallType, 'Expert Considered').toUpperCase();",
    language: 'expression',
    gives: ['IRD1525', 'IRD1505', 'IRD1525', 'IRD1505'],
    exception: otherLanguage,
  },
];

const expressions: readonly RealExpression[] = [
  {
    text: 'YYYY-MM-DDTHH:MM:SSZ',
    language: 'expression',
    gives: ['IRD1505', 'IRD1505'],
    exception: notExpression,
  },
  { text: 'FindServiceObjective[]', language: 'expression' },
  { text: 'RouteTypeDefault', language: 'expression' },
  { text: 'StartFromCDN', language: 'expression' },
  { text: 'UseANI', language: 'expression' },
  { text: 'UseConfig', language: 'expression' },
  { text: 'UseNone', language: 'expression' },
  { text: 'getConfigOption()', language: 'expression', gives: ['IRD1525'] },
  { text: 'system.ANI = "5550100"', language: 'expression', exception: otherLanguage },
  {
    text: 'OnCallAbandoned[strategy name]',
    language: 'expression',
    gives: ['IRD1504'],
    exception: signature,
  },
  {
    text: 'Cat[Cat[Cat[Cat[TimeHour,’:’],TimeMinute],’:’],TimeSecond]',
    language: 'expression',
    gives: ['IRD1520', 'IRD1520'],
  },
  { text: 'TimeStamp[] / 1000', language: 'expression' },
  {
    text: 'TimeStarted – (TimeHour * 3600) – (TimeMinute * 60)',
    language: 'expression',
    gives: ['IRD1520', 'IRD1520'],
  },
  { text: 'PegAG?:Skill1 > 1', language: 'expression', gives: ['IRD1505'], exception: notExpression },
  {
    text: "(CallerTime>'09:00:00') && (CallerTime <'17:00:00')",
    language: 'expression',
    gives: ['IRD1522'],
    exception: otherLanguage,
  },
  {
    text: "_genesys.session.dayInZone('ECT')",
    language: 'expression',
    gives: ['IRD1525'],
    exception: otherLanguage,
  },
  { text: 'SCXMLSubmit [1,"VQ_Homes_RP",0,"","any",1,0,0,"TestUser@.A"]', language: 'expression' },
  { text: "system.ANI == ''", language: 'expression', gives: ['IRD1521'], exception: otherLanguage },
  { text: 'GetPriority()', language: 'expression', gives: ['IRD1525'] },
  { text: 'Priority()', language: 'expression', gives: ['IRD1525'] },
  { text: 'TimeBehind[]', language: 'expression' },
  { text: '[ANI]', language: 'expression', gives: ['IRD1511'], exception: notExpression },
  { text: '[DNIS]', language: 'expression', gives: ['IRD1511'], exception: notExpression },
  {
    text: '[UDATA.*]',
    language: 'expression',
    gives: ['IRD1511', 'IRD1505', 'IRD1502'],
    exception: notExpression,
  },
  { text: 'name=vq1&aqt=urs2', language: 'expression', exception: notExpression },
  {
    text: 'reserveTarget(ixnid, target, time)',
    language: 'expression',
    gives: ['IRD1525'],
    exception: otherLanguage,
  },
  { text: 'CtgId', language: 'expression' },
  { text: 'CtgName', language: 'expression' },
  { text: 'TargetState[‘EmployeeID.A’]', language: 'expression', gives: ['IRD1520'] },
  {
    text: 'String run(subroutine, param1, param2)',
    language: 'threshold',
    gives: ['IRD1504'],
    exception: signature,
  },
  { text: 'run[SomeSubroutine, Target, ExtraData]', language: 'threshold' },
];

export const realExpressions: readonly RealExpression[] = [
  ...targets,
  ...skills,
  ...statistics,
  ...lists,
  ...expressions,
];
