// The vocabulary of functions: complete, without doubles, honest about what is known, and found by every spelling.
import { describe, expect, it } from 'vitest';
import { signatureText } from '../../../src/ir/lowering/arity.js';
import type { FunctionFact } from '../../../src/ir/vocabulary/facts.js';
import {
  constants,
  findConstant,
  findFunction,
  findStatistic,
  functions,
} from '../../../src/ir/vocabulary/functions.js';

const spellings = (fact: FunctionFact): readonly string[] => [fact.name, ...(fact.aliases ?? [])];
const names = (text: string): readonly string[] => text.trim().split(/\s+/);

describe('functions', () => {
  it('have names that can be written, each once in its language', () => {
    for (const threshold of [true, false]) {
      const all = functions.filter((fact) => (fact.kind === 'threshold') === threshold).flatMap(spellings);
      const folded = all.map((name) => name.toLowerCase());
      expect(folded.filter((name, index) => folded.indexOf(name) !== index)).toEqual([]);
      for (const name of all) expect(name).toMatch(/^[A-Za-z]\w*$/);
    }
  });

  it('never are constants as well, but Router, which CallsEntered takes as a word', () => {
    const known = new Set(functions.flatMap(spellings).map((name) => name.toLowerCase()));
    const both = constants.filter((constant) => known.has(constant.name.toLowerCase()));
    expect(both.map(({ name }) => name)).toEqual(['Router']);
  });

  it('say what they are and how that is known', () => {
    for (const { about, source, category, name } of [...functions, ...constants]) {
      expect(about, name).toMatch(/^[A-Z"'1].*\.$/);
      expect(source, name).not.toBe('');
      expect(source, name).not.toMatch(/https?:/);
      expect(category, name).not.toBe('');
    }
  });

  it('claim parameters only as far as something is known about them', () => {
    for (const { name, parameters, signatureEvidence } of functions) {
      if (signatureEvidence === 'documented') expect(parameters, name).toBeDefined();
      if (signatureEvidence === 'unverified') expect(parameters, name).toBeUndefined();
    }
  });

  it('have optional parameters last', () => {
    for (const { name, parameters = [] } of functions) {
      const optional = parameters.map((parameter) => parameter.optional ?? false);
      expect(optional, name).toEqual(optional.toSorted((a, b) => Number(a) - Number(b)));
    }
  });

  it.each([
    ['Cat[String 1, String 2, ...]', 'STRING'],
    ['StrAsciiBreak[String, Char Set, From Index]', 'INTEGER'],
    ['StrAsciiTok[String, Char Set, Index]', 'STRING'],
    ['StrChar[String, Character, From Index]', 'INTEGER'],
    ['StrGetChar[String, Index]', 'STRING'],
    ['StrLen[String]', 'INTEGER'],
    ['StrReplace[Source, To Find, Replace With]', 'STRING'],
    ['StrStr[Source, To Find]', 'STRING'],
    ['StrSub[String, First, Last, From The End?]', 'STRING'],
    ['StrToLower[String]', 'STRING'],
    ['StrToUpper[String]', 'STRING'],
    ['GetIntegerKey[Key, List]', 'INTEGER'],
    ['GetStringKey[Key, List]', 'STRING'],
    ['GetMaxSubList[List]', 'STRING'],
    ['GetMinSubList[List]', 'STRING'],
    ['ListGetInteger[Index, List]', 'INTEGER'],
    ['ListGetKey[Index, List]', 'STRING'],
    ['ListGetSize[List, Do Not Count Empty Items?]', 'INTEGER'],
    ['ListGetString[Index, List]', 'STRING'],
    ['Date[]', 'DATE'],
    ['DateInZone[Time Zone]', 'DATE'],
    ['Day[]', 'DAY'],
    ['GetUTC[]', 'INTEGER'],
    ['IsSpecialDay[Stat Table, Stat Day?]', 'INTEGER'],
    ['IsSpecialDayEx[Stat Table, Stat Day?, Time Zone?, Use Time?]', 'INTEGER'],
    ['Time[]', 'TIME'],
    ['TimeDifference[First Time, Second Time]', 'INTEGER'],
    ['TimeStamp[]', 'INTEGER'],
    ['UTCAdd[UTC, Years, Months, Days, Hours, Minutes, Seconds]', 'INTEGER'],
    ['UTCFromString[UTC String]', 'INTEGER'],
    ['UTCToString[UTC]', 'STRING'],
    ['ANI[]', 'STRING'],
    ['ConnID[]', 'STRING'],
    ['DNIS[]', 'STRING'],
    ['Orig[]', 'STRING'],
    ['Rand[Interval]', 'INTEGER'],
  ])('of the documented categories are %s', (signature, returns) => {
    const fact = findFunction(signature.replace(/\[.*/, ''));
    expect(fact && signatureText(fact)).toBe(signature);
    expect(fact).toMatchObject({ returns, evidence: 'documented' });
  });

  it.each(
    names(`
      ANI CED CallID CallType ConnID DNIS GetCurrentSwitch NPA NPANXX Orig OtherDN OtherQueue OtherTrunk ThisDN ThisQueue ThisTrunk
      CallState InteractionState CallUUID InteractionID CustomerID ExtData FirstHomeLocation HomeLocation InVQ LastHomeLocation MediaType
      PlaceInQueue ReferenceID TServer Tenant TenantID Attach Delete GetRawAttribute KVListGetStringValue UData Update AttachedDataKeyList
      AttachedDataItemList DeleteAttachedData ExtensionAttach ExtensionDelete ExtensionData ExtensionUpdate FindServiceObjective
      GetConfigOption Router SetCallOption RouteCall TRoute IncrementPriorityEx DayInZone TimeInZone KVListDelete KVListSize
      KVListKeyByIndex ListLookup ListLookupValue BlockDN CCTExtractTargets CheckAgentState ClearTargets CountSkillInGroup
      CountSkillInGroupEx CreateSkillGroup CreateSkillString DefaultRoute DeliverCall DeliverToTarget ExcludeAgents ExpectedWaitTime
      ForceRoute GetPriority GetSkillInGroup IncrementPriority MultiSkill MultiplyTargets NMTExtractTargets Priority PriorityTuning Reject
      ReserveTarget SelectDN SelectTargetsByThreshold SetIdealAgent SetReadyCondition SetTargetThreshold SetThresholdEx
      SetTranslationOverride SetVQPriority SuspendForDN SuspendForEvent SuspendForTreatmentEnd TRouteEx RouteEx TargetComponentSelected
      TargetListSelected TargetObjectSelected TargetSelected TargetState UseActivityType UseAgentStatistics UseCapacity UseCustomAgentType
      UseDNType UseMediaType VQSelected AttachIxn DetachIxn ClassifyInteraction ClearCall ReleaseCall CreateVoiceCall TMakeCall CustomServer
      DBQuery DoNotCall AddRecord WebService AgentStat CallsEntered GetAvgStatData GetMaxStatData GetMinStatData GetStatData InVQWaitTime
      PositionInQueue RVQData SData SetStatUpdate ACfgData AnswerCall Delay FindConfigObject GetLastErrorInfo GetMapValue OnCallAbandoned
      OnRouteError Print SendEvent SendRequest SetDNISOverride SetInteger SetMapValue SetTranslationOverwrite TimeBehind Translate
      GetObjectProperty ListGetDataCfg ListLookupCfg`),
  )('know %s by name', (name) => {
    expect([findFunction(name)].flatMap((fact) => (fact ? spellings(fact) : []))).toContain(name);
  });
});

describe('statistics', () => {
  it.each(
    names(`
      AbandonedWaitingTime AverageWaitingTime CallsAbandoned CallsCompleted CallsEntered CallsWaiting DistributedPercentage DistributedWaitingTime
      ExpectedWaitingTime InVQWaitTime LoadBalance LongestWaitingTime NotDistributedPercentage NotDistributedWaitingTime PositionInQueue
      RStatCallsInQueue RStatCallsInTransition RStatCost RStatExpectedLBEWTLAA RStatLBEWTLAA RStatLoadBalance RoutedByAgent ServiceFactor
      CallsAnswered CallsDistributed StatAgentsAvailable StatAgentsBusy StatAgentsInQueueLogin StatAgentsInQueueReady StatAgentsTotal
      StatCallsAnswered StatCallsCompleted StatExpectedWaitingTime StatLoadBalance StatTimeInReadyState StatAgentLoading
      RStatAgentsReadyvoice RStatAgentsReady RStatAgentsTotal ExpectedWaitTime`),
  )('know %s by name', (name) => {
    expect(findStatistic(name)?.name).toBe(name);
  });

  it('can be called as functions, and functions are no statistics', () => {
    expect(findFunction('NotDistributedPercentage')?.kind).toBe('statistic');
    expect(findStatistic('SData')).toBeUndefined();
  });
});

describe('looking up', () => {
  it('goes by the language first, by case second', () => {
    expect(findFunction('sdata')?.name).toBe('SData');
    expect(findFunction('sdata', 'threshold')?.name).toBe('sdata');
    expect(findFunction('SData', 'threshold')?.kind).toBe('threshold');
    expect(findFunction('callage')).toBeUndefined();
    expect(findFunction('StrLen', 'threshold')).toBeUndefined();
  });

  it('finds other spellings of threshold functions too', () => {
    expect(findFunction('acfdata', 'threshold')?.name).toBe('acfgdata');
  });

  it('knows nothing about names that nobody has seen', () => {
    for (const name of ['', 'NoSuchThing', 'constructor', '__proto__']) {
      expect(findFunction(name)).toBeUndefined();
      expect(findConstant(name)).toBeUndefined();
      expect(findStatistic(name)).toBeUndefined();
    }
  });
});

describe('constants', () => {
  it('have values: truth values, days from Sunday, enumeration members by name', () => {
    expect(findConstant('TRUE')?.value).toBe(1);
    expect(findConstant('false')?.value).toBe(0);
    expect(
      names('Sunday Monday Tuesday Wednesday Thursday Friday Saturday').map(
        (day) => findConstant(day)?.value,
      ),
    ).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const type of names(
      'Announcement DDD Default Direct DirectAgent GetFromDN IDDD Label OverwriteDNIS PostFeature Reject Unknown',
    )) {
      expect(findConstant(`RouteType${type}`)).toMatchObject({
        value: `RouteType${type}`,
        evidence: 'documented',
      });
    }
    for (const name of names(
      'UseANI UseConfig UseDNIS UseNone StartFromCDN StartFromTserver Never Only OnStatError CFGExtension',
    )) {
      expect(findConstant(name)?.value).toBe(name);
    }
  });

  it('are each known once', () => {
    const folded = constants.map((constant) => constant.name.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });
});
